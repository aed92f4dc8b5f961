import EvaluationData
import Loading
import Testing

private func load(_ text: String, _ columns: [RequestedColumn]) async throws -> Checked<SourceTable>
{
  try await Loading.load(
    [.inMemory(text)], as: LoadRequest(source: "members", columns: columns), width: 2)
}

struct FileReaderTests {
  @Test func `columns come in the order of the request and others are passed over`() async throws {
    let loaded = try await load(
      "Name,Id,Postcode,Age\nAnn,1,AB1,44\n", headings: ["Age", "Id"])
    #expect(loaded.value.columns.map(\.name) == ["age", "id"])
    #expect(loaded.rows == [["44", "1"]])
    #expect(loaded.value.column("postcode") == nil)
  }

  @Test func `two columns of the schema may be made from one heading`() async throws {
    let columns = ["score", "band"].map {
      RequestedColumn(name: $0, headers: ["Score"], isOptional: false, isMostlyUnique: false)
    }
    let loaded = try await load("Id,Score\n1,7\n2,8\n", columns)
    #expect(loaded.rows == [["7", "7"], ["8", "8"]])
  }

  @Test func `a missing column names the nearest heading`() async {
    let error = await #expect(throws: LoadError.self) {
      try await load("title,,\nId,Gendre,Town\n1,x,y\n", headings: ["Id", "Gender"])
    }
    #expect(
      error?.description == """
        a.csv:2: column-missing: expected a column 'Gender'; the nearest heading is 'Gendre'
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        members,gender,Gendre,,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.
        """)
  }

  @Test func `a missing column with nothing near it suggests nothing`() async {
    let error = await #expect(throws: LoadError.self) {
      try await load("Id,Town,\n1,x,\n", headings: ["Id", "Ethnicity"])
    }
    #expect(
      error?.description == """
        a.csv:1: column-missing: expected a column 'Ethnicity'
        Rename the column in the export, add the new heading under `header:` in the pipeline, \
        or mark it `optional: true`.
        """)
  }

  @Test func `a heading that stands twice is refused`() async {
    let error = await #expect(throws: LoadError.self) {
      try await load("Id,Age, AGE \n1,44,45\n", headings: ["Id", "Age"])
    }
    #expect(
      error?.description == """
        a.csv:1: column-twice: expected one column 'Age', found 2
        Say under `header:` in the pipeline which one is meant: 'Age (1)', 'AGE (2)'.
        """)
  }

  @Test func `a heading that stands twice does not matter when nobody asks for it`() async throws {
    #expect(try await load("Id,Note,Note\n1,a,b\n", headings: ["Id"]).rows == [["1"]])
  }

  @Test func `a short row counts as blank at its end and is reported`() async throws {
    let loaded = try await load(
      "Id,Age,Town\n1,44,Leeds\n2\n3,46\n", headings: ["Id", "Age", "Town"])
    #expect(loaded.rows == [["1", "44", "Leeds"], ["2", "", ""], ["3", "46", ""]])
    #expect(
      loaded.messages == [
        "a.csv:3: short-row: expected 3 cells, found 1",
        "a.csv:4: short-row: expected 3 cells, found 2",
      ])
  }

  @Test func `a long row is cut at the headings and is reported`() async throws {
    let loaded = try await load(
      "Id,Comment\n1,fine\n2,slow, but kind, really\n", headings: ["Id", "Comment"])
    #expect(loaded.rows == [["1", "fine"], ["2", "slow"]])
    #expect(loaded.messages == ["a.csv:3: long-row: expected 2 cells, found 4"])
  }

  @Test func `empty cells behind the last heading are no defect`() async throws {
    let loaded = try await load("Id,Age\n1,44,,,\n2,45,,\n", headings: ["Id", "Age"])
    #expect(loaded.rows == [["1", "44"], ["2", "45"]])
    #expect(loaded.messages == [])
  }

  @Test func `rows of the wrong length keep the line numbers right behind cells of several lines`()
    async
    throws
  {
    let loaded = try await load(
      "Id,Comment\n1,\"a\nb\"\n\n2\n3,c,d\n4,\"e\n\nf\"\n5,g,h\n", headings: ["Id", "Comment"])
    #expect(loaded.lines == [2, 5, 6, 7, 10])
    #expect(
      loaded.messages == [
        "a.csv:5: short-row: expected 2 cells, found 1",
        "a.csv:6: long-row: expected 2 cells, found 3",
        "a.csv:10: long-row: expected 2 cells, found 3",
      ])
  }

  @Test func `a row with a stray quotation mark may be short as well`() async throws {
    let loaded = try await load(
      "Id,Comment,Age\n1,\"a \"b\" c\"\n", headings: ["Id", "Comment", "Age"])
    #expect(loaded.rows == [["1", "a \"b\" c", ""]])
    #expect(
      loaded.messages == [
        "a.csv:2: stray-quote: expected quotation marks inside a cell to be doubled",
        "a.csv:2: short-row: expected 3 cells, found 2",
      ])
  }

  @Test func `problems come in order of line wherever blocks end`() async throws {
    let text = "Id,Comment\n1\n2,\"a\n3,b,c\n4,\"d \"e\" f\"\n5\n"
    for pieces in [[], [1], [9, 5]] {
      let loaded = try await Loading.load(
        [.inMemory(text, pieces: pieces)],
        as: LoadRequest(source: "members", columns: [.headed("Id"), .headed("Comment")]), width: 2)
      #expect(loaded.problems.map(\.address.line) == [2, 3, 4, 5, 6])
      #expect(
        loaded.problems.map(\.kind)
          == [.shortRow, .unclosedQuote, .longRow, .strayQuote, .shortRow])
    }
  }

  @Test func `what was read is told of each file`() async throws {
    let bytes = Array("Members\n\nId;Caf".utf8) + [0xE9] + Array("\n1;2\n3;4\n".utf8)
    let loaded = try await Loading.load(
      [.inMemory(bytes, path: "2024/members.csv")],
      as: LoadRequest(source: "members", columns: [.headed("Id"), .headed("Café")]), width: 2)
    #expect(
      loaded.value.files == [
        LoadedFile(
          path: "2024/members.csv", byteCount: bytes.count, encoding: "Windows-1252",
          delimiter: "semicolon",
          form: LoadedFile.Form(
            quote: "none", escape: "none", lineEnding: "lf", preambleRows: 1, headerRows: 1,
            footerRows: 0, columns: 2), headerLine: 3, rows: 2)
      ])
  }

  @Test func `no message holds the text of a cell`() async throws {
    let secret = "Zyxw"
    let loaded = try await load(
      "Id,Comment\n1,\"\(secret)\n2\n3,\"\(secret) \"\(secret)\" x\"\n4,\(secret),\(secret)\n",
      headings: ["Id", "Comment"])
    #expect(
      loaded.problems.map(\.kind) == [.unclosedQuote, .shortRow, .strayQuote, .longRow])
    #expect(loaded.messages.allSatisfy { !$0.contains(secret) })
    #expect(loaded.problems.allSatisfy { $0.value == nil })
  }

  @Test func `what is no row of data is left out and told`() async throws {
    let loaded = try await load(
      "Id,Score\n1,7\n,\n2,8\nId,Score\n\u{FEFF}3,9\n,,\nTotal,24\n\nSource: the register,\n,\n",
      headings: ["Id", "Score"])
    #expect(loaded.rows == [["1", "7"], ["2", "8"], ["3", "9"]])
    #expect(loaded.lines == [2, 4, 6])
    #expect(
      loaded.messages == [
        "a.csv:3: blank-row: expected a row with data, or none",
        "a.csv:5: repeated-header: expected the headings once",
        "a.csv:6: byte-order-mark: expected one byte order mark, at the start of the file",
        "a.csv:8: footer-row: expected rows of data, found a total",
        "a.csv:10: footer-row: expected rows of data, found a note",
      ])
    #expect(loaded.value.files.map(\.form.footerRows) == [4])
  }

  @Test(arguments: [
    "\"Signed: A. Lee, coordinator\",,", "Total,,", "Grand total (6 members),,195", "Total: 3,,",
    "n = 3,,", "Mean,,31.5", "All sites,,",
  ])
  func `a last row that may be a total or a note counts, and is told`(_ row: String) async throws {
    let loaded = try await load(
      "Id,Site,Age\nM1,Leeds,30\nM2,York,31\nM3,Hull,33\n\(row)\n",
      headings: ["Id", "Site", "Age"])
    #expect(loaded.rows.count == 4)
    #expect(
      loaded.messages == [
        "a.csv:5: doubtful-row: expected rows of data, found what may be a total or a note"
      ])
  }

  @Test(arguments: [
    "Came,Score,Say\nYes,3,fine\nYes,4,good\n,,Notes of meetings should come earlier\n",
    "Say,Site,Score\nok,Leeds,3\nfine,York,4\n12 responses would be good,,\n",
  ])
  func `a comment in somebody's own words is no note`(_ text: String) async throws {
    let headings = text.contains("Came") ? ["Came", "Score", "Say"] : ["Say", "Site", "Score"]
    let loaded = try await load(text, headings: headings)
    #expect(loaded.rows.count == 3)
    #expect(loaded.messages == [])
  }

  @Test func `a question that is called like a column of the tool is a question`() async throws {
    let ids = ["startDate", "QID9", "QID1"].map { "\"{\"\"ImportId\"\":\"\"\($0)\"\"}\"" }
    let loaded = try await load(
      "StartDate,Q5,Q1\nStart Date,Status,How was it?\n"
        + ids.joined(separator: ",") + "\n2026-01-05,1,-99\n2026-01-06,2,fine\n",
      headings: ["How was it?"])
    #expect(loaded.rows == [["-99"], ["fine"]])
  }

  @Test func `with named headings a row that may be an answer stays`() async throws {
    let loaded = try await load(
      "Id,Theme,Score\n1,Total,7\n2,Sources,8\n3,Note,1\n", headings: ["Id", "Theme", "Score"])
    #expect(loaded.rows.count == 3)
    #expect(loaded.messages == [])
  }

  @Test func `a backslash takes the meaning from a quotation mark and a separator`() async throws {
    let loaded = try await load(
      "Id,Note\n1,\"she \\\"said\\\", twice\"\n2,\"a \\\\ b\"\n3,\"so \\\"x\\\"\nand on\"\n",
      headings: ["Id", "Note"])
    #expect(
      loaded.rows == [["1", "she \"said\", twice"], ["2", "a \\ b"], ["3", "so \"x\"\nand on"]])
    #expect(loaded.messages == [])
    #expect(loaded.lines == [2, 3, 4])
  }
}
