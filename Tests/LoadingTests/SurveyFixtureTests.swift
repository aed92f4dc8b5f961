import EvaluationData
import Foundation
import Testing

@testable import Loading

/// What `make_fixtures.py` says of the export beside it.
private struct Expected: Decodable {
  struct Column: Decodable {
    let name: String
    let role: String
    let also: [String]?
    let question: String?
    let choice: String?
  }

  struct Drop: Decodable {
    let row: Int
    let reason: String
  }

  let tool: String
  let confidence: String
  let encoding: String
  let delimiter: String
  let header_rows: Int
  let preamble_rows: Int
  let footer_rows: Int
  let columns: [Column]
  let rows: Int
  let missing: [String: String]
  let drop: [Drop]
}

private struct Survey: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let expected: Expected

  var testDescription: String { name }

  /// All but the one of which nothing is known.
  static let known = all.filter { $0.expected.confidence != "guess" || $0.name != "jisc-v3" }

  static let all: [Survey] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/surveys")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".expected.json") }.sorted().compactMap { file in
      let name = String(file.dropLast(".expected.json".count))
      guard let json = try? Data(contentsOf: folder.appending(path: file)),
        let bytes = try? Data(contentsOf: folder.appending(path: "\(name).csv")),
        let expected = try? JSONDecoder().decode(Expected.self, from: json)
      else { return nil }
      return Survey(name: name, bytes: Array(bytes), expected: expected)
    }
  }()

  func form() throws -> FileForm {
    try OpenedFile(.inMemory(bytes), request: LoadRequest(source: "survey", columns: [])).form
  }
}

@Suite struct SurveyFixtureTests {
  @Test func `all examples are there`() {
    #expect(Survey.all.count == 20)
  }

  @Test(arguments: Survey.known)
  fileprivate func `the tool of an export is known by its headings`(survey: Survey) async throws {
    let inspected = try await inspect(.inMemory(survey.bytes), width: 2)
    #expect(inspected.tool?.rawValue == survey.expected.tool)
    #expect(inspected.file.form.tool == survey.expected.tool)
    #expect(inspected.file.encoding.hasPrefix(survey.expected.encoding))
    #expect(inspected.file.delimiter == survey.expected.delimiter)
    #expect(inspected.file.form.preambleRows == survey.expected.preamble_rows)
    #expect(inspected.file.form.headerRows == survey.expected.header_rows)
    #expect(inspected.file.form.footerRows == survey.expected.footer_rows)
  }

  @Test(arguments: Survey.known)
  fileprivate func `columns are named as the tool's users know them`(survey: Survey) throws {
    var headings = try survey.form().headings
    // A separator at the end of each row makes no column.
    if headings.last?.isNameless ?? false { headings.removeLast() }
    #expect(headings.map(\.name) == survey.expected.columns.map(\.name))
    #expect(headings.map(\.role.rawValue) == survey.expected.columns.map(\.role))
    #expect(headings.map(\.question) == survey.expected.columns.map(\.question))
    for (heading, column) in zip(headings, survey.expected.columns) {
      #expect(Set(heading.alsoNames).isSuperset(of: column.also ?? []))
      if let choice = column.choice { #expect(heading.part == choice) }
      #expect(heading.question == nil || heading.part != nil || column.choice == nil)
    }
  }

  @Test(arguments: Survey.known)
  fileprivate func `every name finds its column`(survey: Survey) async throws {
    let columns = survey.expected.columns.filter { $0.role != "title" }
    let inspected = try await inspect(.inMemory(survey.bytes), width: 2)
    for (place, column) in columns.enumerated() {
      let texts = inspected.table.columns[place].texts
      for name in [column.name] + (column.also ?? []) {
        // Whoever asks for one of two columns of a heading must know of the other.
        let others = columns.map(\.name).filter { $0.hasPrefix("\(name) (") }
        let loaded = try await load([.inMemory(survey.bytes)], headings: [name] + others)
        #expect(loaded.value.columns[0].texts == texts, "\(name)")
      }
    }
  }

  @Test(arguments: Survey.known)
  fileprivate func `texts that stand for no answer go with the columns of answers`(
    survey: Survey
  ) async throws {
    let names = survey.expected.columns.filter { $0.role == "answer" }.map(\.name)
    let loaded = try await load([.inMemory(survey.bytes)], headings: names)
    var found: [String: String] = [:]
    for column in loaded.value.columns {
      for habits in column.habits {
        #expect(habits.rows == 0..<loaded.value.rowCount)
        for text in Set(column.texts).intersection(habits.missingTexts.keys) {
          found[text] = habits.missingTexts[text]?.rawValue
        }
      }
    }
    #expect(found == survey.expected.missing)
  }

  @Test(arguments: Survey.known)
  fileprivate func `rows that are no answers are left out, each with a problem`(
    survey: Survey
  ) async throws {
    let dropped = survey.expected.drop.filter { !$0.reason.hasSuffix("(reported, not dropped)") }
    let reported = survey.expected.drop.filter { $0.reason.hasSuffix("(reported, not dropped)") }
    let inspected = try await inspect(.inMemory(survey.bytes), width: 2)
    #expect(inspected.table.rowCount == survey.expected.rows - dropped.count)
    #expect(inspected.file.rows == inspected.table.rowCount)
    let kinds = inspected.problems.map(\.kind)
    #expect(kinds.count { $0 == .testResponse } == dropped.count { $0.reason == "survey preview" })
    #expect(kinds.count { $0 == .spamResponse } == dropped.count { $0.reason == "spam" })
    let isTold = kinds.contains { $0 == .unfinishedResponse || $0 == .rejectedResponse }
    #expect(isTold == !reported.isEmpty)
  }

  @Test func `an export of which nothing is known is taken for no tool's`() throws {
    let unknown = try #require(Survey.all.first { $0.name == "jisc-v3" })
    #expect(try unknown.form().survey == nil)
    #expect(try unknown.form().headings.map(\.name) == unknown.expected.columns.map(\.name))
  }
}

extension SourceColumn {
  fileprivate var texts: [String] { (0..<count).map { self[$0] } }
}
