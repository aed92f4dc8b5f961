import Foundation
import Statistics
import Testing

import reference_check

/// How `reference-check` holds what the library found against what was expected.
@Suite struct ComparisonTests {
  private func compare(
    _ expected: String, found: Results, tolerance: String = #"{"rel": 1e-6, "abs": 0}"#
  ) throws -> (line: String, report: Report, Comparison) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      [{"id": "one", "dataset": null, "statistic": "s", "parameters": {}, "expected": \
      \(expected), "tolerance": \(tolerance)}]
      """
    try Data(text.utf8).write(to: folder.appendingPathComponent("cases.json"))
    let reference = try #require(try ReferenceCase.all(in: folder).first)
    let comparison = Comparison(reference, offered: ["s": { _ in found }])
    var report = Report()
    let line = report.take(comparison, of: reference)
    return (line, report, comparison)
  }

  @Test func `a number within its tolerance passes, one beyond differs`() throws {
    #expect(try compare(#"{"a": 2}"#, found: ["a": 2.000001]).line == "one  pass")
    let (line, report, _) = try compare(#"{"a": 2}"#, found: ["a": 2.00001])
    #expect(line == "one  differs a expected 2.0 found 2.00001")
    #expect(report.differs == 1)
  }

  @Test func `one name that differs among those that agree makes the case differ`() throws {
    let (line, report, _) = try compare(#"{"a": 2, "b": 3}"#, found: ["a": 2, "b": 4])
    #expect(line == "one  differs b expected 3.0 found 4.0")
    #expect(report.passed == 0)
    #expect(
      report.closing
        == """
        cases: passed 0, differs 1, unsupported 0
        values: equal 1, different 1, not offered 0
        """)
  }

  @Test func `a name that is not offered is listed and does not count`() throws {
    let (line, report, _) = try compare(#"{"a": 2, "b": 3}"#, found: ["a": 2])
    #expect(line == "one  pass")
    #expect(
      report.closing
        == """
        not offered: s: b
        cases: passed 1, differs 0, unsupported 0
        values: equal 1, different 0, not offered 1
        """)
  }

  @Test func `a case of which nothing is offered is unsupported`() throws {
    let (line, report, _) = try compare(#"{"b": 3}"#, found: ["a": 2])
    #expect(line == "one  unsupported")
    #expect(report.unsupported == 1)
  }

  @Test func `a refusal agrees with an error, with nothing and with no number`() throws {
    let refused = ReferenceValue.noResult("too few")
    for expected in [#"{"a": null}"#, #"{"a": "NaN"}"#, #"{"error": "not enough"}"#] {
      #expect(try compare(expected, found: ["a": refused]).line == "one  pass")
    }
  }

  @Test func `a refusal differs from a number, and a number from no number`() throws {
    let refused = try compare(#"{"a": 2}"#, found: ["a": .noResult("too few")])
    #expect(refused.line == "one  differs a expected 2.0 found no result: too few")
    #expect(try compare(#"{"a": "NaN"}"#, found: ["a": 2]).report.differs == 1)
    #expect(try compare(#"{"a": 2}"#, found: ["a": .number(.nan)]).report.differs == 1)
  }

  @Test func `an error agrees only where the library refuses`() throws {
    #expect(try compare(#"{"error": "not enough"}"#, found: ["a": 2]).line == "one  unsupported")
  }

  @Test func `infinity is a value of an interval, and no match for a refusal`() throws {
    #expect(try compare(#"{"a": "Inf"}"#, found: ["a": .number(.infinity)]).line == "one  pass")
    #expect(try compare(#"{"a": "Inf"}"#, found: ["a": 1e308]).report.differs == 1)
    #expect(
      try compare(#"{"a": "Inf"}"#, found: ["a": .noResult("0/0")]).line == "one  unsupported")
  }

  @Test func `lists and matrices agree entry by entry, and in length`() throws {
    let expected = #"{"a": [[1, 2], [3, null]]}"#
    let found = ReferenceValue.list([.numbers([1, 2]), .list([3, .noResult("none")])])
    #expect(try compare(expected, found: ["a": found]).line == "one  pass")
    #expect(try compare(expected, found: ["a": .matrix([[1, 2], [4, 5]])]).report.differs == 1)
    #expect(try compare(expected, found: ["a": .matrix([[1, 2]])]).report.differs == 1)
  }

  @Test func `empty cells of a data file are missing, and rows without them complete`() throws {
    let table = CSVTable("x,name\n1,a\n,b\n3,\"c, d\"\r\n")
    #expect(try table.column("x") == [1, nil, 3])
    #expect(try table.texts("name") == ["a", "b", "c, d"])
    #expect(throws: CaseError.noColumn("y")) { try table.column("y") }
    #expect(CSVTable("x\n").rowCount == 0)
  }
}
