import EvaluationData
import Loading
import Testing

private func load(_ files: [InputFile], _ columns: [RequestedColumn]) throws
  -> Checked<SourceTable>
{
  try load(files, as: LoadRequest(source: "members", columns: columns))
}

struct LoadTests {
  @Test func `several files become one table and rows keep their addresses`() throws {
    let loaded = try load(
      [
        .inMemory("Id,Age\n1,44\n2,45\n", path: "2023.csv"),
        .inMemory("Age;Id\r\n\r\n46;3\r\n", path: "2024.csv"),
        .inMemory("List,\n\nId,Age\n4,\"4\n7\"\n5,48", path: "2025.csv"),
      ], [.headed("Id"), .headed("Age")])
    #expect(loaded.value.name == "members")
    #expect(
      loaded.rows == [["1", "44"], ["2", "45"], ["3", "46"], ["4", "4\n7"], ["5", "48"]])
    #expect(
      (0..<5).map { loaded.value.addresses.address(of: $0, column: "Age") } == [
        CellAddress(file: "2023.csv", line: 2, column: "Age"),
        CellAddress(file: "2023.csv", line: 3, column: "Age"),
        CellAddress(file: "2024.csv", line: 3, column: "Age"),
        CellAddress(file: "2025.csv", line: 4, column: "Age"),
        CellAddress(file: "2025.csv", line: 6, column: "Age"),
      ])
    #expect(loaded.value.files.map(\.rows) == [2, 1, 2])
    #expect(loaded.value.files.map(\.delimiter) == ["comma", "semicolon", "comma"])
    #expect(loaded.messages == [])
  }

  @Test func `a file with headings alone is a problem, and the others are read`() throws {
    let loaded = try load(
      [
        .inMemory("Id\n1\n", path: "q1.csv"), .inMemory("Id\n", path: "q2.csv"),
        .inMemory("Id\n3\n", path: "q3.csv"),
      ], [.headed("Id")])
    #expect(loaded.rows == [["1"], ["3"]])
    #expect(loaded.value.addresses.file(of: 1) == "q3.csv")
    #expect(loaded.value.files.map(\.rows) == [1, 0, 1])
    #expect(loaded.messages == ["q2.csv: no-rows: expected rows below the headings"])
  }

  @Test func `rows of files without an optional column were not asked`() throws {
    let loaded = try load(
      [
        .inMemory("Id,Mood\n1,ok\n2,\n", path: "a.csv"), .inMemory("Id\n3\n4\n", path: "b.csv"),
        .inMemory("Mood,Id\nlow,5\n", path: "c.csv"), .inMemory("Id\n6\n", path: "d.csv"),
      ], [.headed("Id"), .headed("Mood", isOptional: true)])
    #expect(loaded.texts("mood") == ["ok", "", "", "", "low", ""])
    #expect(loaded.value.column("mood")?.notAsked == [2..<4, 5..<6])
    #expect(loaded.value.column("id")?.notAsked == [])
    #expect(loaded.messages == [])
  }

  @Test func `a column of the file's own value is filled for all rows of the file`() throws {
    let wave = RequestedColumn(
      name: "wave", headers: ["Wave"], isOptional: false, isMostlyUnique: false,
      valueOfFile: ["before.csv": "baseline", "after.csv": "follow-up"])
    let loaded = try load(
      [
        .inMemory("Id\n1\n2\n", path: "before.csv"), .inMemory("Id\n1\n", path: "after.csv"),
        .inMemory("Id\n9\n", path: "other.csv"),
      ], [.headed("Id"), wave])
    #expect(loaded.texts("wave") == ["baseline", "baseline", "follow-up", ""])
    #expect(loaded.value.column("wave")?.notAsked == [])
  }

  @Test func `a heading cannot stand for the file's own value`() throws {
    let wave = RequestedColumn(
      name: "wave", headers: ["Wave"], isOptional: false, isMostlyUnique: false,
      valueOfFile: ["a.csv": "baseline"])
    let loaded = try load([.inMemory("Id,Wave\n1,typed\n")], [.headed("Id"), wave])
    #expect(loaded.texts("wave") == ["baseline"])
  }

  @Test func `one bad file stops the source and is named`() {
    #expect(throws: LoadError.empty(file: "b.csv")) {
      try load(
        [.inMemory("Id\n1\n", path: "a.csv"), .inMemory("", path: "b.csv")], [.headed("Id")])
    }
  }

  @Test func `no files are an empty table`() throws {
    let loaded = try load([], [.headed("Id")])
    #expect(loaded.value.rowCount == 0)
    #expect(loaded.value.columns.map(\.count) == [0])
    #expect(loaded.messages == [])
  }

  @Test func `the same file gives the same table twice`() throws {
    let text = "Id,Comment\n1,\"a\nb\"\n2,\"c\n3,d\n"
    let (first, second) = try (
      load(text, headings: ["Id", "Comment"]), load(text, headings: ["Id", "Comment"])
    )
    #expect(first.rows == second.rows)
    #expect(first.problems == second.problems)
  }
}
