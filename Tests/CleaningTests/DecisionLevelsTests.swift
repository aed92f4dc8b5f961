import Cleaning
import EvaluationData
import Testing

private let schemas = [
  SourceSchema(
    source: Named("members", label: "Members"),
    columns: [
      .column("id", .id),
      .column(
        "gender",
        .category(
          levels: [Named("female", label: "Female"), Named("male", label: "Male")],
          also: ["f": "female"])),
      .column("again", .category(levels: [Named("Yes"), Named("No")], also: [:])),
    ], key: [])
]

/// A row of the file, from line 2 on.
func decision(
  _ text: String, _ level: String, source: String = "members", column: String = "gender",
  by name: String = "Asha", line: Int = 2
) -> LevelDecision {
  LevelDecision(DecisionRow(line: line, cells: [source, column, text, level, name, "2024-05-01"]))
}

/// Decisions that do not fit, with the column and the words of the problem.
private let misfits: [(LevelDecision, String, String)] = [
  (
    decision("Femlae", "female", source: "membres"), "source",
    "a source of the pipeline; the nearest is 'members'"
  ),
  (
    decision("Femlae", "female", column: "gendre"), "column",
    "a column of 'members' with levels; the nearest is 'gender'"
  ),
  (decision("Femlae", "female", column: "id"), "column", "a column of 'members' with levels"),
  (
    decision("Femlae", "Femal"), "level",
    "a level of 'gender', a reason such as 'skipped', or 'leave'; the nearest is 'Female'"
  ),
  (
    decision("Femlae", ""), "level",
    "a level of 'gender', a reason such as 'skipped', or 'leave'"
  ),
  (
    decision("FEMALE", "male"), "text",
    "a text that no level fits; without the decision it is read as 'Female'"
  ),
  (
    decision("n/a", "male"), "text",
    "a text that no level fits; without the decision it is read as 'not-applicable'"
  ),
  (
    decision(" ?! ", "male"), "text",
    "a text with letters or digits; others are listed in the pipeline"
  ),
]

struct DecisionLevelsTests {
  @Test func `accepted decisions become spellings and missing texts of their columns`() {
    let accepted = acceptedLevels(
      [
        decision(" Femlae ", "female"), decision("mael", " Male "), decision("Ask me", "skipped"),
        decision("Yse", "Yes", column: "again"), decision("Dunno", "leave"),
        decision("Malle", "male", by: " "),
      ], for: schemas)
    #expect(accepted.problems == [])
    #expect(accepted.value.map(\.source) == ["members", "members"])
    #expect(accepted.value.map(\.column) == ["gender", "again"])
    #expect(accepted.value.map(\.also) == [["Femlae": "female", "mael": "male"], ["Yse": "Yes"]])
    #expect(accepted.value.map(\.missingTexts) == [["ask me": .skipped], [:]])
  }

  @Test func `cleaning reads what was accepted, and nothing else`() async {
    let accepted = acceptedLevels(
      [
        decision("Femlae", "female"), decision("Ask me", "prefer-not-to-say"),
        decision("Dunno", "leave"), decision("Malle", "male", by: ""),
      ], for: schemas)
    let texts = ["femlae.", "Ask me", "Dunno", "Malle", "F"]
    let blank = texts.map { _ in "" }
    let cleaned = await clean(
      source([("id", blank), ("gender", texts), ("again", blank)]),
      to: schemas[0].accepting(accepted.value), width: 1)
    let column = cleaned.value.table.category("gender")
    #expect(
      texts.indices.map { column?[$0] } == [
        .value(0), .missing(.preferNotToSay), .missing(.unreadable), .missing(.unreadable),
        .value(0),
      ])
    #expect(cleaned.problems.map(\.address.line) == [4, 5])
    #expect(cleaned.value.table.columns.map(\.name.name) == ["id", "gender", "again"])
  }

  @Test(arguments: misfits)
  fileprivate func `a decision that no longer fits is told and changes nothing`(
    _ decision: LevelDecision, _ column: String, _ expected: String
  ) {
    let accepted = acceptedLevels([decision], for: schemas)
    #expect(accepted.value == [])
    #expect(
      accepted.problems.map(\.description) == [
        "decisions/levels.csv:2: column '\(column)': stale-decision: expected \(expected)"
      ])
    #expect(accepted.problems.map(\.value) == [nil])
  }

  @Test func `of decisions that contradict each other none is applied`() {
    let accepted = acceptedLevels(
      [
        decision("Mlae", "male", line: 2), decision("mlae!", "female", line: 3),
        decision("Femlae", "female", line: 4), decision("femlae", "Female", line: 5),
      ], for: schemas)
    #expect(
      accepted.problems.map(\.description) == [
        "decisions/levels.csv:3: column 'level': contradicting-decisions: expected the answer "
          + "that line 2 gives for the same text"
      ])
    #expect(accepted.value.map(\.also) == [["Femlae": "female"]])
  }

  @Test func `a level may be called as a word that decides`() {
    let schema = SourceSchema(
      source: Named("members"),
      columns: [
        .column("gender", .category(levels: [Named("leave"), Named("skipped")], also: [:]))
      ], key: [])
    let accepted = acceptedLevels(
      [decision("Leeve", "leave"), decision("Skiped", "skipped")], for: [schema])
    #expect(accepted.value.map(\.also) == [["Leeve": "leave", "Skiped": "skipped"]])
  }

  @Test func `an edited file survives the next run, and only news are added`() {
    let rows = [
      decision("Zzz", "leave", line: 2), decision(" FEMLAE", "female", by: "", line: 3),
      decision("Mlae", "skipped", line: 4),
    ]
    let proposals = [
      LevelProposal(source: "members", column: "gender", text: "femlae", level: "female", rows: 2),
      LevelProposal(source: "members", column: "gender", text: "Malle", level: "male", rows: 1),
      LevelProposal(source: "members", column: "again", text: "Femlae", level: "No", rows: 1),
    ]
    let file = merged(rows, with: proposals)
    #expect(Array(file.prefix(3)) == rows)
    #expect(
      file.dropFirst(3).map(\.cells) == [
        ["members", "gender", "Malle", "male", "", ""],
        ["members", "again", "Femlae", "No", "", ""],
      ])
    // A second run adds nothing, whatever it proposes again.
    #expect(merged(file, with: proposals) == file)
  }

  @Test func `a row is written as it was read`() {
    let cells = [" members", "gender ", " a\nb ", "x", " Asha", "1/5/2024"]
    #expect(LevelDecision(DecisionRow(line: 9, cells: cells)).cells == cells)
    #expect(LevelDecision(DecisionRow(line: 9, cells: ["a"])).cells == ["a", "", "", "", "", ""])
    #expect(LevelDecision.header.count == 6)
  }

  @Test func `what else the schema says stays as it is`() throws {
    let end = CalendarDate(daysSince1970: 15_000)
    let column = ColumnSchema.column(
      "gender", .category(levels: [Named("female")], also: [:]), empty: .notApplicable)
    let schema = SourceSchema(
      source: Named("members"), columns: [column], key: ["id"], periodEnd: end)
    let accepted = acceptedLevels([decision("Femlae", "female")], for: [schema]).value
    let changed = schema.accepting(accepted)
    #expect(changed.columns != schema.columns)
    #expect(changed.columns.map(\.emptyReason) == [.notApplicable])
    #expect(changed.key == ["id"] && changed.periodEnd == end)
  }
}
