import Cleaning
import EvaluationData
import Testing

struct PeopleMergeTests {
  private let people = [PersonColumns(source: "members", columns: ["id", "friend", "none"])]

  @Test(arguments: [true, false])
  func `ids are replaced in every column of people, with ledger entries`(keepsEachText: Bool) {
    let table = source(
      [
        ("id", ["a", "b", " b ", "c"]), ("friend", ["", "a", "bb", "b"]),
        ("other", ["b", "b", "b", "b"]),
      ], keepsEachText: keepsEachText)
    let merged = merge(
      [table], people: people, by: PeopleAnswers.reading([peopleDecision("a", "b", "same")]).value)
    #expect(texts(of: merged.tables[0], "id") == ["a", "a", "a", "c"])
    #expect(texts(of: merged.tables[0], "friend") == ["", "a", "bb", "a"])
    #expect(texts(of: merged.tables[0], "other") == ["b", "b", "b", "b"])
    #expect(
      merged.ledger
        == [(3, "Id", "b"), (4, "Id", " b "), (5, "Friend", "b")].map { line, column, before in
          LedgerEntry(
            source: "members", address: CellAddress(file: "a.csv", line: line, column: column),
            before: before, after: "a", rule: .samePerson)
        })
  }

  private func merging(_ ids: [String]) -> MergedSources {
    merge(
      [source([("id", ids), ("name", ids.map { "\($0)-name" })])],
      people: [PersonColumns(source: "members", columns: ["id"], register: "id")],
      by: PeopleAnswers.reading([
        peopleDecision("a", "b", "same"), peopleDecision("a", "c", "same"),
      ]).value)
  }

  @Test func `in a register the row of the first id stays, wherever it stands`() {
    let merged = merging(["b", "x", "a", "c"])
    #expect(texts(of: merged.tables[0], "id") == ["x", "a"])
    #expect(texts(of: merged.tables[0], "name") == ["x-name", "a-name"])
    #expect(merged.leftOutRows == ["members": 2])
    #expect(merged.ledger.map(\.address.line) == [2, 5])
    #expect(merged.ledger.map(\.before) == ["b", "c"])
    #expect(merged.ledger.allSatisfy { $0.after == "" && $0.rule == .samePerson })
  }

  @Test func `in a register without the first id one row of the others stays, under the first`() {
    let merged = merging(["c", "b", "x"])
    #expect(texts(of: merged.tables[0], "id") == ["a", "x"])
    #expect(texts(of: merged.tables[0], "name") == ["c-name", "x-name"])
    #expect(
      merged.ledger.map { "\($0.address.line) \($0.before)>\($0.after)" } == ["3 b>", "2 c>a"])
  }

  @Test func `an id that stands twice by itself is left for the search for repeats`() {
    let merged = merging(["a", "a", "x", "x"])
    #expect(texts(of: merged.tables[0], "id") == ["a", "a", "x", "x"])
    #expect(merged.leftOutRows.isEmpty && merged.ledger.isEmpty)
  }

  @Test func `without decisions the sources stay as they are`() {
    let merged = merge([source([("id", ["a", "b"])])], people: people, by: PeopleAnswers())
    #expect(texts(of: merged.tables[0], "id") == ["a", "b"])
    #expect(merged.ledger == [])
  }

  @Test func `merging twice changes nothing more`() {
    let answers = PeopleAnswers.reading([
      peopleDecision("a", "b", "same"), peopleDecision("b", "c", "same"),
      peopleDecision("d", "a", "same"),
    ]).value
    let once = merge([source([("id", ["a", "b", "c", "d"])])], people: people, by: answers)
    #expect(texts(of: once.tables[0], "id") == ["d", "d", "d", "d"])
    #expect(merge(once.tables, people: people, by: answers).ledger == [])
  }
}

/// The texts of one column.
func texts(of table: SourceTable, _ column: String) -> [String] {
  guard let column = table.column(column) else { return [] }
  return (0..<column.count).map { column[$0] }
}
