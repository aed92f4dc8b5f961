import Foundation
import Testing

@Suite struct ReferenceCheckCommandTests {
  private let program = countin.deletingLastPathComponent().appending(path: "reference-check")

  private let right = """
    {"id": "made.up.mean", "dataset": "answers.csv", "statistic": "descriptives.basic",
     "parameters": {"column": "x"}, "expected": {"n": 3, "n_missing": 1, "mean": 2.5},
     "tolerance": {"rel": 1e-9, "abs": 0}}
    """
  private let nobody = """
    {"id": "made.up.nobody", "dataset": null, "statistic": "proportion.ci",
     "parameters": {"x": 0, "n": 0}, "expected": {"error": "nobody", "wilson_low": null},
     "tolerance": {"rel": 1e-9, "abs": 0}}
    """
  private let wrong = """
    {"id": "made.up.wrong", "dataset": "answers.csv", "statistic": "descriptives.basic",
     "parameters": {"column": "x"},
     "expected": {"n": 3, "mean": 2.6, "median": 2, "of_somebody_else": 1},
     "tolerance": {"rel": 1e-3, "abs": 0.01}}
    """
  private let unknown = """
    {"id": "made.up.unknown", "dataset": null, "statistic": "nobody.knows", "parameters": {},
     "expected": {"value": 1}, "tolerance": {"rel": 1e-9, "abs": 0}}
    """

  private func check(_ cases: [String]) throws -> Outcome {
    let folder = try TemporaryFolder()
    try "[\(cases.joined(separator: ",\n"))]"
      .write(to: folder.url.appending(path: "cases.json"), atomically: true, encoding: .utf8)
    try "x,y\n2,1\n1.5,2\n,3\n4,4\n"
      .write(to: folder.url.appending(path: "answers.csv"), atomically: true, encoding: .utf8)
    return try run(program, [folder.url.path], in: folder.url)
  }

  @Test func `cases that agree end well`() throws {
    let outcome = try check([right, nobody])
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output == """
        made.up.mean  pass
        made.up.nobody  pass
        cases: passed 2, differs 0, unsupported 0
        values: equal 5, different 0, not offered 0

        """)
    #expect(outcome.errors == "")
  }

  @Test func `a case that differs is told and ends badly`() throws {
    let outcome = try check([right, wrong, unknown])
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output == """
        made.up.mean  pass
        made.up.wrong  differs mean expected 2.6 found 2.5
        made.up.unknown  unsupported
        not offered: descriptives.basic: of_somebody_else
        not offered: nobody.knows: value
        cases: passed 1, differs 1, unsupported 1
        values: equal 5, different 1, not offered 2

        """)
  }

  @Test func `what is unknown alone does not end badly`() throws {
    #expect(try check([unknown]).exitCode == 0)
  }

  @Test func `a folder that cannot be read is a wrong command`() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(program, [folder.url.path], in: folder.url)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("cases.json cannot be read"))
    let nothing = try run(program, [], in: folder.url)
    #expect(nothing.exitCode == 64)
    #expect(
      nothing.errors
        == "expected one folder with a cases.json: reference-check DIR\n")
  }
}
