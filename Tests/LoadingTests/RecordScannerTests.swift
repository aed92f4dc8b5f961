import EvaluationData
import Loading
import Testing

/// Loads rows below the headings Id and Comment.
private func load(_ rows: String) async throws -> Checked<SourceTable> {
  try await load("Id,Comment\n" + rows, headings: ["Id", "Comment"])
}

private let unclosed = "unclosed-quote: expected a second quotation mark to end the cell"
private let stray = "stray-quote: expected quotation marks inside a cell to be doubled"

struct RecordScannerTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line ending ends a row`(end: String) async throws {
    let text = ["Id,Comment", "1,a", "2,b", "3,c"].joined(separator: end)
    for text in [text, text + end] {
      let loaded = try await Loading.load(
        [.inMemory(text)], as: LoadRequest(source: "m", columns: [.headed("Id")]), width: 2)
      #expect(loaded.texts("id") == ["1", "2", "3"])
      #expect(loaded.lines == [2, 3, 4])
      #expect(loaded.messages == [])
    }
  }

  @Test func `line endings may be mixed in one file`() async throws {
    let loaded = try await load("1,a\r\n2,b\r3,c\n4,d")
    #expect(loaded.rows == [["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"]])
    #expect(loaded.lines == [2, 3, 4, 5])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `blank lines are passed over and counted`(end: String) async throws {
    let loaded = try await load("1,a\(end)\(end)  \t\(end)2,b\(end)\(end)\(end)3,c\(end)\(end)")
    #expect(loaded.rows == [["1", "a"], ["2", "b"], ["3", "c"]])
    #expect(loaded.lines == [2, 5, 8])
    #expect(loaded.messages == [])
  }

  @Test func `blank lines above the headings are counted`() async throws {
    let loaded = try await Loading.load(
      [.inMemory("\n \r\n\rId\n\n1\n")], as: LoadRequest(source: "m", columns: [.headed("Id")]),
      width: 2)
    #expect(loaded.lines == [6])
    #expect(loaded.value.files.map(\.headerLine) == [4])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a quoted cell may go over several lines`(end: String) async throws {
    let loaded = try await load("1,\"a\(end)b\(end)\(end)c\"\n2,d\n")
    #expect(loaded.rows == [["1", "a\(end)b\(end)\(end)c"], ["2", "d"]])
    #expect(loaded.lines == [2, 6])
    #expect(loaded.messages == [])
  }

  @Test func `a quoted cell keeps delimiters, spaces and doubled quotation marks`() async throws {
    let loaded = try await load("\" 1 \",\"a, \"\"b\"\", \"\"\"\n 2 , c \n\"\",\"\"\"\"\n")
    #expect(loaded.rows == [[" 1 ", "a, \"b\", \""], ["2", "c"], ["", "\""]])
    #expect(loaded.messages == [])
  }

  @Test func `spaces and tabs may stand round a quoted cell`() async throws {
    let loaded = try await load(" \t\"1\" \t, \"a,b\" \n\t\"2\"\t,\t\"c\"\t")
    #expect(loaded.rows == [["1", "a,b"], ["2", "c"]])
    #expect(loaded.messages == [])
  }

  @Test func `a quotation mark within an unquoted cell is a letter`() async throws {
    let loaded = try await load("1,6\" long\n2,\"ok\"\n3,5\"\n")
    #expect(loaded.rows == [["1", "6\" long"], ["2", "ok"], ["3", "5\""]])
    #expect(
      loaded.messages == [
        "a.csv:2: quote-as-letter: expected quotation marks around a cell that has some inside; "
          + "from here on 2 rows have such cells"
      ])
  }

  @Test func `a stray quotation mark is kept as a letter and reported`() async throws {
    let loaded = try await load("1,\"she said \"thanks\" twice\"\n2,\"ok\"\n")
    #expect(loaded.rows == [["1", "she said \"thanks\" twice"], ["2", "ok"]])
    #expect(loaded.messages == ["a.csv:2: \(stray)"])
  }

  @Test func `text behind a closing quotation mark is kept and reported`() async throws {
    let loaded = try await load("1,\"a\" b\n2,\"c\" \"d\"\n3,e\n")
    #expect(loaded.rows == [["1", "\"a\" b"], ["2", "c\" \"d"], ["3", "e"]])
    #expect(loaded.lines == [2, 3, 4])
    #expect(loaded.messages == ["a.csv:2: \(unclosed)", "a.csv:3: \(stray)"])
  }

  @Test func `the other cells of a row with a stray quotation mark are read as ever`() async throws
  {
    let loaded = try await Loading.load(
      [.inMemory("Id,A,B,C,D\n 1 ,\t\"x, y\"\t,\"a \"b\" c\", z\t,\"\"\n")],
      as: LoadRequest(
        source: "m", columns: ["Id", "A", "B", "C", "D"].map { .headed($0) }), width: 2)
    #expect(loaded.rows == [["1", "x, y", "a \"b\" c", "z", ""]])
    #expect(loaded.messages == ["a.csv:2: \(stray)"])
  }

  @Test func `an unclosed quotation mark swallows no later row`() async throws {
    let loaded = try await load("1,a\n2,\"b\n3,c\n4,\"d, e\"\n5,\"f\"\"\"\n6,g\n")
    #expect(
      loaded.rows
        == [["1", "a"], ["2", "\"b"], ["3", "c"], ["4", "d, e"], ["5", "f\""], ["6", "g"]])
    #expect(loaded.lines == [2, 3, 4, 5, 6, 7])
    #expect(loaded.messages == ["a.csv:3: \(unclosed)"])
  }

  @Test func `an unclosed quotation mark in the last rows swallows no later row`() async throws {
    let loaded = try await load("1,a\n2,\"b\n3,c\n4,d")
    #expect(loaded.rows == [["1", "a"], ["2", "\"b"], ["3", "c"], ["4", "d"]])
    #expect(loaded.messages == ["a.csv:3: \(unclosed)"])
  }

  @Test func `an unclosed quotation mark in the last row without line ending is read`() async throws
  {
    let loaded = try await load("1,a\n2,\"b")
    #expect(loaded.rows == [["1", "a"], ["2", "\"b"]])
    #expect(loaded.messages == ["a.csv:3: \(unclosed)"])
  }

  @Test func `an unclosed quotation mark is reported where it stands in a row of several lines`()
    async
    throws
  {
    let loaded = try await load("\"1\n1\",\"b\n3,c\n\"4\n\n4\",d\n")
    #expect(loaded.rows == [["1\n1", "\"b"], ["3", "c"], ["4\n\n4", "d"]])
    #expect(loaded.lines == [2, 4, 5])
    #expect(loaded.messages == ["a.csv:3: \(unclosed)"])
  }

  @Test func `each unclosed quotation mark is reported`() async throws {
    let loaded = try await load("1,\"a\n2,b\n3,\"c\n4,\"d\"\n")
    #expect(loaded.texts("id") == ["1", "2", "3", "4"])
    #expect(loaded.messages == ["a.csv:2: \(unclosed)", "a.csv:4: \(unclosed)"])
  }

  @Test func `an unclosed quotation mark far from the next is found within bounds`() async throws {
    let rows = (2...200_000).map { "\($0),x" }.joined(separator: "\n")
    let loaded = try await load("1,\"a\n" + rows + "\n200001,\"last\"\n")
    #expect(loaded.value.rowCount == 200_001)
    #expect(loaded.messages == ["a.csv:2: \(unclosed)"])
    #expect(loaded.lines.last == 200_002)
  }

  // Async tests wait for a thread while all others run; only a quadratic reading takes so long.
  @Test(.timeLimit(.minutes(5)))
  func `a cell full of stray quotation marks is read in passable time`() async throws {
    let cell = String(repeating: "a\"b", count: 50_000)
    let loaded = try await load("1,\"\(cell)\"\n2,b\n")
    #expect(loaded.rows == [["1", cell], ["2", "b"]])
    #expect(loaded.messages == ["a.csv:2: \(stray)"])
  }
}
