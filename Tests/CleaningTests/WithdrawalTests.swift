import Cleaning
import EvaluationData
import Testing

/// A source of its own file, whose rows stand from line 2 on.
private func table(
  _ name: String, _ columns: [(name: String, texts: [String])], keepsEachText: Bool = false
) -> SourceTable {
  let made = source(columns, keepsEachText: keepsEachText)
  var addresses = RowAddresses()
  addresses.begin(file: "\(name).csv")
  for row in 0..<made.rowCount { addresses.append(line: row + 2) }
  return SourceTable(name: name, columns: made.columns, addresses: addresses, files: [])
}

private let people = [
  PersonColumns(source: "members", columns: ["id", "carer"]),
  PersonColumns(source: "comments", columns: ["member"]),
]
private let links = [
  Reference(
    source: "codes", column: "comment", target: "comments", targetColumn: "id", header: "Comment"),
  Reference(
    source: "checks", column: "code", target: "codes", targetColumn: "id", header: "Code"),
]

private func sources(keepsEachText: Bool = false) -> [SourceTable] {
  [
    table(
      "members", [("id", ["a", "b", "c", "d"]), ("carer", ["", "c", "", " b\u{A0}"])],
      keepsEachText: keepsEachText),
    table(
      "comments",
      [("id", ["c1", "c2", "c3", "c3"]), ("member", ["b", "a", " b ", "c"])],
      keepsEachText: keepsEachText),
    table(
      "codes", [("id", ["k1", "k2", "k3", ""]), ("comment", ["c1 ", "c2", "c3", ""])],
      keepsEachText: keepsEachText),
    table("checks", [("code", ["k3", "k1", ""])], keepsEachText: keepsEachText),
  ]
}

private func problem(_ file: String, _ line: Int) -> Problem {
  Problem(
    .shortRow, at: CellAddress(file: file, line: line, column: line > 2 ? "Id" : nil),
    expected: "2 cells", value: "b")
}

struct WithdrawalTests {
  @Test(arguments: [true, false])
  func `every row of a person is taken out, and what speaks of those rows alone`(
    keepsEachText: Bool
  ) {
    let left = withdraw(
      [" b", "", "b", "nobody"], from: sources(keepsEachText: keepsEachText), people: people,
      links: links)
    #expect(texts(of: left.tables[0], "id") == ["a", "c"])
    #expect(texts(of: left.tables[1], "member") == ["a", "c"])
    // c3 is also another person's comment.
    #expect(texts(of: left.tables[2], "id") == ["k2", "k3", ""])
    #expect(texts(of: left.tables[3], "code") == ["k3", ""])
    #expect(left.removedCounts.map(\.source) == ["members", "comments", "codes", "checks"])
    #expect(left.removedCounts.map(\.rows) == [2, 2, 1, 1])
  }

  @Test func `rows that are left keep their places`() {
    let left = withdraw(["b"], from: sources(), people: people, links: links)
    #expect((0..<2).map(left.tables[0].addresses.line) == [2, 4])
    #expect((0..<2).map(left.tables[1].addresses.line) == [3, 5])
  }

  @Test func `links are followed in whatever order they come`() {
    let left = withdraw(["b"], from: sources(), people: people, links: links.reversed())
    #expect(left.removedCounts.map(\.rows) == [2, 2, 1, 1])
  }

  @Test func `without links only the rows with the id go`() {
    let left = withdraw(["b"], from: sources(), people: people)
    #expect(left.removedCounts.map(\.rows) == [2, 2, 0, 0])
  }

  @Test func `ids that are in no export are told, those like one in them one by one`() {
    let known = KnownIDs(in: sources(), people: people)
    let withdrawals = ["b", " B", "b.", "nobody", "00b", "", "x", "same"].enumerated().map {
      Withdrawal(file: "decisions/withdrawn.csv", line: $0 + 2, id: $1)
    }
    let problems = unknownWithdrawals(withdrawals, known: known) { id in
      id == "same" ? [id, "b"] : [id]
    }
    #expect(problems.map(\.address.line) == [3, 4, 6, 5])
    #expect(
      problems.map(\.expected) == [
        "the id as the exports have it; one there differs only in capitals, spaces, signs or "
          + "leading zeros",
        "the id as the exports have it; one there differs only in capitals, spaces, signs or "
          + "leading zeros",
        "the id as the exports have it; one there differs only in capitals, spaces, signs or "
          + "leading zeros",
        "ids that are in the exports; from here on 2 are in none",
      ])
    #expect(problems.allSatisfy { $0.kind == .unknownWithdrawal && $0.value == nil })
  }

  @Test func `nobody withdrew`() {
    let left = withdraw([" ", "x", "y"], from: sources(), people: people, links: links)
    #expect(left.removedCounts.map(\.rows) == [0, 0, 0, 0])
    #expect(left.removed.isEmpty)
    #expect(left.removed.leavingOut([problem("members.csv", 3)]).count == 1)
  }

  @Test func `what was said of their rows before is left out`() {
    let left = withdraw(["b"], from: sources(), people: people, links: links)
    let others = [
      problem("members.csv", 2), problem("members.csv", 4), problem("members.csv", 0),
      problem("other.csv", 3),
    ]
    #expect(
      left.removed.leavingOut([problem("members.csv", 3)] + others + [problem("codes.csv", 2)])
        == others)
    let entries = [2, 3, 4].map { line in
      LedgerEntry(
        source: "members", address: CellAddress(file: "members.csv", line: line, column: "Id"),
        before: "x", after: "b", rule: .correction)
    }
    #expect(left.removed.leavingOut(entries).map(\.address.line) == [2, 4])
    let ledger = CleaningLedger(source: "members", entries: entries)
    #expect(left.removed.leavingOut(ledger).source == "members")
    #expect(left.removed.leavingOut(ledger).map(\.address.line) == [2, 4])
    #expect(Array(RemovedRows().leavingOut(ledger)) == entries)
  }

  @Test func `cleaning tells nothing of them`() async {
    // Each row of b would be a problem, a change, or the first of two.
    let secret = table(
      "members",
      [("id", ["b", "a", "b", "a"]), ("answer", ["Bee", "YES", "Yse", "NO"])])
    let left = withdraw(["b"], from: [secret], people: people).tables[0]
    let schema = SourceSchema(
      source: Named("members"),
      columns: [
        .column("id", .id),
        .column("answer", .category(levels: [Named("yes"), Named("no")], also: [:])),
      ], key: ["id"])
    let cleaned = await clean(left, to: schema, width: 1)
    #expect(
      cleaned.messages == [
        "members.csv:5: column 'Id': conflicting-record: expected one row for it; the first is at "
          + "members.csv:3"
      ])
    #expect(cleaned.ledger == ["5 Id duplicate-row: a > ", "3 Answer level-spelling: YES > yes"])
    #expect(cleaned.value.table.loadedRows == 2)
    #expect(proposedLevels(in: left, schema: schema) == [])
  }
}
