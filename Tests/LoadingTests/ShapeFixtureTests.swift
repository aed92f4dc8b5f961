import EvaluationData
import Foundation
import Loading
import Testing

/// What `make_fixtures.py` says of a file beside it: the reading by whoever wrote the file.
private struct Expected: Decodable {
  let refused: String?
  let columns: [String]?
  /// Null is a cell with bytes that are no letters.
  let rows: [[String?]]?
  let encoding: String?
  let delimiter: String?
  let preamble_rows: Int?
  let header_rows: Int?
  let footer_rows: Int?
  let problems: [ExpectedProblem]?
}

private struct ExpectedProblem: Decodable {
  let kind: String
  let line: Int
}

private struct Shape: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let expected: Expected

  var testDescription: String { name }

  static let all: [Shape] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/shapes")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".expected.json") }.sorted().compactMap { file in
      let name = String(file.dropLast(".expected.json".count))
      guard let json = try? Data(contentsOf: folder.appending(path: file)),
        let bytes = try? Data(contentsOf: folder.appending(path: "\(name).csv")),
        let expected = try? JSONDecoder().decode(Expected.self, from: json)
      else { return nil }
      return Shape(name: name, bytes: Array(bytes), expected: expected)
    }
  }()
}

struct ShapeFixtureTests {
  @Test func `the examples and the page about them are what the script makes`() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/make_fixtures.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path, "--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `all examples are there`() {
    #expect(Shape.all.count == 129)
  }

  @Test(arguments: Shape.all.filter { $0.expected.refused == nil })
  fileprivate func `an example is read as its author meant it`(shape: Shape) async throws {
    let inspected = try await inspect(.inMemory(shape.bytes), width: 2)
    let table = inspected.table
    #expect(table.columns.map(\.name) == shape.expected.columns)
    let mark = String(decoding: SourceTable.damageMark, as: UTF8.self)
    let rows = (0..<table.rowCount).map { row in
      table.columns.map { $0[row].contains(mark) ? nil : $0[row] }
    }
    #expect(rows == shape.expected.rows)
    #expect(shape.expected.encoding.map(inspected.file.encoding.hasPrefix) ?? true)
    #expect(inspected.file.delimiter == shape.expected.delimiter)
    #expect(inspected.file.form.preambleRows == shape.expected.preamble_rows)
    #expect(inspected.file.form.headerRows == shape.expected.header_rows)
    #expect(inspected.file.form.footerRows == shape.expected.footer_rows)
    #expect(
      inspected.problems.map { "\($0.kind.rawValue) \($0.address.line)" }
        == shape.expected.problems?.map { "\($0.kind) \($0.line)" })
  }

  @Test(arguments: Shape.all.filter { $0.expected.refused != nil })
  fileprivate func `a file that is no table is refused`(shape: Shape) async throws {
    await #expect(throws: LoadError.self) {
      try await inspect(.inMemory(shape.bytes), width: 2)
    }
  }
}
