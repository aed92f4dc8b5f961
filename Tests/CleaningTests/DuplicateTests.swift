import Cleaning
import EvaluationData
import Testing

private let columns: [ColumnSchema] = [
  .column("id", .id), .column("wave", .text),
  .column("answer", .category(levels: [Named("Yes"), Named("No")], also: [:])),
]

struct DuplicateTests {
  @Test(arguments: [true, false])
  func `the first of two equal rows is kept`(keepsEachText: Bool) async {
    let cleaned = await clean(
      source(
        [
          ("id", ["7", "8", "7", "9"]), ("wave", ["1", "1", "1", "1"]),
          ("answer", ["Yes", "No", "Yes", "No"]),
        ], keepsEachText: keepsEachText), columns, key: ["id"])
    #expect(cleaned.value.table.rowCount == 3)
    #expect(cleaned.value.table.loadedRows == 4)
    #expect(cleaned.levels == [.value("Yes"), .value("No"), .value("No")])
    #expect((0..<3).map(cleaned.value.table.addresses.line) == [2, 3, 5])
    #expect(
      cleaned.messages == [
        "a.csv:4: column 'Id': duplicate-record: expected one row for it; the first is at a.csv:2"
      ])
    #expect(cleaned.problems.map(\.value) == ["7"])
    #expect(cleaned.ledger == ["4 Id duplicate-row: 7 > "])
  }

  @Test(arguments: [true, false])
  func `rows that differ for one key conflict, and the first is kept`(keepsEachText: Bool) async {
    let cleaned = await clean(
      source(
        [
          ("id", ["7", "7", "7"]), ("wave", ["1", "1", "1"]), ("answer", ["Yes", "No", "YES"]),
        ], keepsEachText: keepsEachText), columns, key: ["id"])
    #expect(cleaned.levels == [.value("Yes")])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Id': conflicting-record: expected one row for it; "
          + "the first is at a.csv:2",
        "a.csv:4: column 'Id': duplicate-record: expected one row for it; the first is at a.csv:2",
      ])
    #expect(cleaned.ledger == ["3 Id duplicate-row: 7 > ", "4 Id duplicate-row: 7 > "])
  }

  @Test func `an answer and its negative conflict`() async {
    let cleaned = await clean(
      source([("id", ["7", "7"]), ("answer", ["1", "-1"])]),
      [.column("id", .id), .column("answer", .number(isWhole: true, minimum: nil, maximum: nil))],
      key: ["id"])
    #expect(cleaned.problems.map(\.kind) == [.conflictingRecord])
  }

  @Test func `several columns make a key together`() async {
    let cleaned = await clean(
      source([
        ("id", ["7", "7", "77", "7"]), ("wave", ["1", "2", "1", "1"]),
        ("answer", ["Yes", "Yes", "Yes", "No"]),
      ]), columns, key: ["id", "wave"])
    #expect(cleaned.value.table.rowCount == 3)
    #expect(cleaned.problems.map(\.kind) == [.conflictingRecord])
    #expect(cleaned.problems.map(\.address.line) == [5])
  }

  @Test func `keys are not glued together`() async {
    let cleaned = await clean(
      source([("id", ["ab", "a"]), ("wave", ["c", "bc"]), ("answer", ["Yes", "Yes"])]), columns,
      key: ["id", "wave"])
    #expect(cleaned.value.table.rowCount == 2)
  }

  @Test(arguments: ["", "  ", "\u{A0}"])
  func `rows without a key repeat nothing`(blank: String) async {
    let cleaned = await clean(
      source([
        ("id", [blank, blank, "7"]), ("wave", ["1", "1", "1"]), ("answer", ["Yes", "Yes", "Yes"]),
      ]), columns, key: ["id"])
    #expect(cleaned.value.table.rowCount == 3)
    #expect(cleaned.messages == [])
  }

  @Test func `rows may repeat where the pipeline names no key`() async {
    let cleaned = await clean(
      source([("id", ["7", "7"]), ("wave", ["1", "1"]), ("answer", ["Yes", "Yes"])]), columns)
    #expect(cleaned.value.table.rowCount == 2)
    #expect(cleaned.messages == [])
  }

  @Test func `a row that is left out has no other problem`() async {
    let cleaned = await clean(
      source([("id", ["7", "7"]), ("wave", ["1", "1"]), ("answer", ["Yes", "Maybe"])]), columns,
      key: ["id"])
    #expect(cleaned.problems.map(\.kind) == [.conflictingRecord])
  }

  @Test(arguments: [true, false])
  func `every kind of column leaves out the same rows`(keepsEachText: Bool) async {
    let texts = ["1", "2", "2", "3", "1", "4"]
    let kinds: [(String, ColumnSchema.Kind)] = [
      ("id", .id), ("words", .text), ("number", .number(isWhole: true, minimum: 0, maximum: 9)),
      ("several", .joined(["1", "2", "3", "4"].map { Named($0) }, separator: ";", of: "several")),
      ("ticks", .spread([Named("a")], of: "ticks")),
    ]
    let cleaned = await clean(
      source(
        [("id", texts), ("words", texts), ("number", texts), ("several", texts)]
          + [("ticks/a", ["", "x", "x", "", "", "x"])], keepsEachText: keepsEachText),
      kinds.map { .column($0.0, $0.1) }, key: ["id"])
    let table = cleaned.value.table
    #expect((0..<4).map { table.text("id")?[$0].value } == ["1", "2", "3", "4"])
    #expect((0..<4).map { table.text("words")?[$0].value } == ["1", "2", "3", "4"])
    #expect((0..<4).map { table.number("number")?[$0].value } == [1, 2, 3, 4])
    #expect(
      (0..<4).map { table.choices("several")?.contains($0, row: $0) } == [true, true, true, true])
    #expect(
      (0..<4).map { table.choices("ticks")?.contains(0, row: $0) } == [false, true, false, true])
    #expect((0..<4).map(table.addresses.line) == [2, 3, 5, 7])
  }

  @Test func `repeats are found among many rows`() async {
    let ids = (0..<3000).map { "id\($0)" } + ["id0", "id2999", "id1500", "new", "new", " "]
    let cleaned = await clean(
      source([("id", ids)], keepsEachText: true), [.column("id", .id)], key: ["id"])
    #expect(cleaned.value.table.rowCount == 3002)
    #expect(
      cleaned.messages
        == [(3002, 2), (3003, 3001), (3004, 1502), (3006, 3005)].map { line, first in
          "a.csv:\(line): column 'Id': duplicate-record: expected one row for it; "
            + "the first is at a.csv:\(first)"
        })
  }
}
