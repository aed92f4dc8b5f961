import EvaluationData
import Loading
import Testing

private func load(_ files: [InputFile], _ columns: [RequestedColumn]) async throws
  -> Checked<SourceTable>
{
  try await load(files, as: LoadRequest(source: "members", columns: columns), width: 2)
}

struct LoadTests {
  @Test func `several files become one table and rows keep their addresses`() async throws {
    let loaded = try await load(
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

  @Test func `a file with headings alone is a problem, and the others are read`() async throws {
    let loaded = try await load(
      [
        .inMemory("Id\n1\n", path: "q1.csv"), .inMemory("Id\n", path: "q2.csv"),
        .inMemory("Id\n3\n", path: "q3.csv"),
      ], [.headed("Id")])
    #expect(loaded.rows == [["1"], ["3"]])
    #expect(loaded.value.addresses.file(of: 1) == "q3.csv")
    #expect(loaded.value.files.map(\.rows) == [1, 0, 1])
    #expect(loaded.messages == ["q2.csv: no-rows: expected rows below the headings"])
  }

  @Test func `rows of files without an optional column were not asked`() async throws {
    let loaded = try await load(
      [
        .inMemory("Id,Mood\n1,ok\n2,\n", path: "a.csv"), .inMemory("Id\n3\n4\n", path: "b.csv"),
        .inMemory("Mood,Id\nlow,5\n", path: "c.csv"), .inMemory("Id\n6\n", path: "d.csv"),
      ], [.headed("Id"), .headed("Mood", isOptional: true)])
    #expect(loaded.texts("mood") == ["ok", "", "", "", "low", ""])
    #expect(loaded.value.column("mood")?.notAsked == [2..<4, 5..<6])
    #expect(loaded.value.column("id")?.notAsked == [])
    #expect(
      loaded.messages
        == ["b.csv", "d.csv"].map {
          "\($0):1: column 'Mood': column-absent: expected a column 'Mood', which other files have"
        })
  }

  @Test func `a column of the file's own value is filled for all rows of the file`() async throws {
    let wave = RequestedColumn(
      name: "wave", headers: ["Wave"], isOptional: false, isMostlyUnique: false,
      valueOfFile: ["before.csv": "baseline", "after.csv": "follow-up"])
    let loaded = try await load(
      [
        .inMemory("Id\n1\n2\n", path: "before.csv"), .inMemory("Id\n1\n", path: "after.csv"),
        .inMemory("Id\n9\n", path: "other.csv"),
      ], [.headed("Id"), wave])
    #expect(loaded.texts("wave") == ["baseline", "baseline", "follow-up", ""])
    #expect(loaded.value.column("wave")?.notAsked == [])
  }

  @Test func `a heading cannot stand for the file's own value`() async throws {
    let wave = RequestedColumn(
      name: "wave", headers: ["Wave"], isOptional: false, isMostlyUnique: false,
      valueOfFile: ["a.csv": "baseline"])
    let loaded = try await load([.inMemory("Id,Wave\n1,typed\n")], [.headed("Id"), wave])
    #expect(loaded.texts("wave") == ["baseline"])
  }

  @Test func `one bad file stops the source and is named`() async {
    await #expect(throws: LoadError.empty(file: "b.csv")) {
      try await load(
        [.inMemory("Id\n1\n", path: "a.csv"), .inMemory("", path: "b.csv")], [.headed("Id")])
    }
  }

  @Test func `no files are an empty table`() async throws {
    let loaded = try await load([], [.headed("Id")])
    #expect(loaded.value.rowCount == 0)
    #expect(loaded.value.columns.map(\.count) == [0])
    #expect(loaded.messages == [])
  }

  @Test func `the same file gives the same table twice`() async throws {
    let text = "Id,Comment\n1,\"a\nb\"\n2,\"c\n3,d\n"
    let (first, second) = try (
      await load(text, headings: ["Id", "Comment"]), await load(text, headings: ["Id", "Comment"])
    )
    #expect(first.rows == second.rows)
    #expect(first.problems == second.problems)
  }

  @Test func `the number of tasks changes nothing`() async throws {
    // Several blocks of two megabytes, with faults in all of them and few, many and only own texts.
    var random = Seeded(3)
    var text = "Id,Few,Many,Own\n"
    for row in 0..<90_000 {
      let few = "x\(Int.random(in: 0..<5, using: &random))"
      text += "\(row),\(few),\(row * 7 % 70_001),"
      switch Int.random(in: 0..<2000, using: &random) {
      case 0: text += "\"never closed \(row)\n"
      case 1: text += "\"a \"stray\" one\"\n"
      case 2: text += "\"two\nlines, \"\"quoted\"\"\"\r\n"
      case 3: text += "more,cells\n"
      default: text += String(repeating: "word \(row) ", count: 8) + "\n"
      }
    }
    let columns = ["Id", "Few", "Many", "Own"].map { RequestedColumn.headed($0) }
    let request = LoadRequest(source: "members", columns: columns)
    let alone = try await Loading.load([.inMemory(text)], as: request, width: 1)
    let shared = try await Loading.load([.inMemory(text)], as: request, width: 7)
    #expect(text.utf8.count > 5 << 20)
    #expect(alone.rows.count == 90_000)
    #expect(Set(alone.problems.map(\.kind)) == [.unclosedQuote, .strayQuote, .longRow])
    #expect(shared.rows == alone.rows)
    #expect(shared.lines == alone.lines)
    #expect(shared.problems == alone.problems)
    #expect(shared.value.files == alone.value.files)
  }
}
