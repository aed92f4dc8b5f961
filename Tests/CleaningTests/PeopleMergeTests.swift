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
