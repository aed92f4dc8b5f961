import EvaluationData
import Testing

@testable import Cleaning

/// A source with the column `answer`, and what is known of the tool that wrote some rows.
private func source(
  _ texts: [String], _ habits: [ToolHabits], keepsEachText: Bool = false
) -> SourceTable {
  let plain = source([("answer", texts)], keepsEachText: keepsEachText)
  let column = plain.columns[0]
  return SourceTable(
    name: plain.name,
    columns: [
      SourceColumn(
        name: column.name, header: column.header, storage: column.storage, habits: habits)
    ], addresses: plain.addresses, files: [])
}

private func dashes(_ rows: Range<Int>) -> ToolHabits {
  ToolHabits(rows: rows, missingTexts: ["-": .skipped, "n/a": .notAsked], dateOrder: nil)
}

private let levels = [Named("yes", label: "Yes"), Named("no", label: "No")]

@Suite struct HabitReadingTests {
  @Test(arguments: [true, false])
  func `what a tool writes for no answer is missing in its rows and a text in others`(
    keepsEachText: Bool
  ) async {
    let cleaned = await clean(
      source(["-", " - ", "a - b", "-", "N/A"], [dashes(0..<3)], keepsEachText: keepsEachText),
      [.column("answer", .text, missing: [:])])
    #expect(
      cleaned.texts == [
        .missing(.skipped), .missing(.skipped), .value("a - b"), .value("-"), .value("N/A"),
      ])
    #expect(
      cleaned.ledger == [
        "2 Answer missing-text: - > skipped", "3 Answer missing-text:  -  > skipped",
      ])
    #expect(cleaned.messages == [])
  }

  @Test func `two tools in one source mean each their own`() async {
    let other = ToolHabits(rows: 3..<5, missingTexts: ["-99": .notApplicable], dateOrder: nil)
    let cleaned = await clean(
      source(["-", "7", "-99", "-99", "8", "-99"], [dashes(0..<2), other]),
      [
        .column(
          "answer", .number(isWhole: true, minimum: nil, maximum: nil), missing: [:])
      ])
    #expect(
      cleaned.numbers == [
        .missing(.skipped), .value(7), .value(-99), .missing(.notApplicable), .value(8),
        .value(-99),
      ])
  }

  @Test func `an empty cell was not asked where the tool marks what was seen`() async {
    let habits = ToolHabits(
      rows: 0..<2, missingTexts: ["": .notAsked, "-99": .skipped], dateOrder: nil)
    for keepsEachText in [true, false] {
      let cleaned = await clean(
        source(["", "-99", ""], [habits], keepsEachText: keepsEachText),
        [.column("answer", .category(levels: levels, also: [:]))])
      #expect(
        cleaned.levels == [.missing(.notAsked), .missing(.skipped), .missing(.skipped)])
      #expect(cleaned.ledger == ["3 Answer missing-text: -99 > skipped"])
    }
  }

  @Test func `nobody misses a required answer that was not asked for`() async {
    let habits = ToolHabits(rows: 0..<1, missingTexts: ["": .notAsked], dateOrder: nil)
    let cleaned = await clean(
      source(["", ""], [habits]), [.column("answer", .text, isRequired: true, missing: [:])])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer': missing-required: expected a value, for it is required"
      ])
  }

  @Test func `what the pipeline says of a text goes before the tool`() async {
    let cleaned = await clean(
      source(["n/a", "-", ""], [dashes(0..<3)]),
      [.column("answer", .text, missing: ["n a": .dontKnow])])
    #expect(cleaned.texts == [.missing(.dontKnow), .missing(.skipped), .missing(.skipped)])
    let habits = ToolHabits(rows: 0..<1, missingTexts: ["": .notAsked], dateOrder: nil)
    let empty = await clean(
      source([""], [habits]),
      [.column("answer", .text, missing: [:], empty: .notApplicable)])
    #expect(empty.texts == [.missing(.notApplicable)])
  }

  @Test func `a level of the schema goes before the tool`() async {
    let named = levels + [Named("none", label: "n/a")]
    let cleaned = await clean(
      source(["n/a", "Yes", "-"], [dashes(0..<3)]),
      [.column("answer", .category(levels: named, also: [:]))])
    #expect(cleaned.levels == [.value("none"), .value("yes"), .missing(.skipped)])
  }

  @Test(
    arguments: [
      (["3/2/26 9:14:05"], "2026-03-02"), (["3/2/26 9:14:05", "28/2/26 9:14:05"], "2026-02-03"),
    ])
  func `the order of a tool counts where the dates tell none`(texts: [String], day: String) async {
    let habits = ToolHabits(rows: 0..<texts.count, missingTexts: [:], dateOrder: .monthDay)
    let cleaned = await clean(
      source(texts, [habits]), [.column("answer", .date(nil), missing: [:])])
    #expect(cleaned.dates.first == .value(day))
    #expect(cleaned.messages == [])
  }

  @Test func `the order that the pipeline states goes before that of the tool`() async {
    let habits = ToolHabits(rows: 0..<1, missingTexts: [:], dateOrder: .monthDay)
    let cleaned = await clean(
      source(["3/2/2026"], [habits]), [.column("answer", .date(.dayMonth), missing: [:])])
    #expect(cleaned.dates == [.value("2026-02-03")])
  }

  @Test func `what is known of rows stays with them when others are left out`() async {
    let table = source(["-", "x", "-", "-"], [dashes(2..<4)]).keeping([1, 3])
    #expect(table.columns[0].habits == [dashes(1..<2)])
    let cleaned = await clean(table, [.column("answer", .text, missing: [:])])
    #expect(cleaned.texts == [.value("x"), .missing(.skipped)])
  }
}
