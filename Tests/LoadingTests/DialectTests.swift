import EvaluationData
import Loading
import Testing

struct DialectTests {
  @Test(arguments: [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe")])
  func `each delimiter is recognised by the headings`(delimiter: String, name: String) async throws
  {
    let loaded = try await load(
      "Id\(delimiter)Comment\n1\(delimiter)fine\n", headings: ["Id", "Comment"])
    #expect(loaded.rows == [["1", "fine"]])
    #expect(loaded.value.files.map(\.delimiter) == [name])
  }

  @Test func `commas in the rows do not hide a semicolon between the headings`() async throws {
    let loaded = try await load(
      "Id;Comment\n1;yes, no, perhaps, and more\n2;a,b\n", headings: ["Id", "Comment"])
    #expect(loaded.rows == [["1", "yes, no, perhaps, and more"], ["2", "a,b"]])
  }

  @Test func `the delimiter that the pipeline fixes is used`() async throws {
    let file = InputFile.inMemory("Id,Comment\tId\n1,2\t3\n")
    #expect(try await load([file], headings: ["Id"], delimiter: 0x09).rows == [["3"]])
    #expect(try await load([file], headings: ["Id"], delimiter: 0x2C).rows == [["1"]])
  }

  @Test func `headings stand below title rows, blank lines and rows of blank cells`() async throws {
    let text = """
      Members of the panel,,
      Printed on 3/4/2024,,

      ,,
      Name,Age,Id
      Ann,44,7

      """
    let loaded = try await load(text, headings: ["Id", "Age"])
    #expect(loaded.rows == [["7", "44"]])
    #expect(loaded.value.files.map(\.headerLine) == [5])
    #expect(loaded.lines == [6])
    #expect(loaded.messages == [])
  }

  @Test func `a title that has one of the headings does not pass for the row of headings`()
    async throws
  {
    let loaded = try await load("Age,by group\nId,Age\n1,44\n", headings: ["Id", "Age"])
    #expect(loaded.rows == [["1", "44"]])
    #expect(loaded.value.files.map(\.headerLine) == [2])
  }

  @Test func `twenty title rows are passed over and no more`() async throws {
    let titles = String(repeating: "title\n", count: 20)
    #expect(try await load(titles + "Id\n7\n", headings: ["Id"]).rows == [["7"]])
    await #expect(throws: LoadError.noHeaderRow(file: "a.csv", wanted: ["Id"])) {
      try await load(titles + "title\nId\n7\n", headings: ["Id"])
    }
  }

  @Test func `a title with an open quotation mark does not hide the headings`() async throws {
    let loaded = try await load("\"Members,\nId,Age\n\"1\",\"44\"\n", headings: ["Id", "Age"])
    #expect(loaded.rows == [["1", "44"]])
    #expect(loaded.value.files.map(\.headerLine) == [2])
  }

  @Test(arguments: [
    "how old are you?", "  How   old are you?  ", "HOW OLD\u{A0}ARE YOU?",
    "\"How old\nare you?\"", "\"How old\r\nare you?\"", "\"How\told are\u{202F}you?\"",
  ])
  func `case and white space do not count in a heading`(heading: String) async throws {
    let loaded = try await load("Id,\(heading),Town\n1,44,Leeds\n", headings: ["How old are you?"])
    #expect(loaded.rows == [["44"]])
    #expect(loaded.messages == [])
  }

  @Test func `a quoted heading may hold the delimiter and quotation marks`() async throws {
    let loaded = try await load(
      "Id,\"Happy, or \"\"fine\"\"?\"\n1,yes\n", headings: ["Happy, or \"fine\"?"])
    #expect(loaded.rows == [["yes"]])
  }

  @Test func `a tab before a quoted heading does not split it`() async throws {
    let loaded = try await load(
      "Id,\t\"Happy, or not\"\t,Age\n1,yes,44\n", headings: ["Happy, or not"])
    #expect(loaded.rows == [["yes"]])
    #expect(loaded.messages == [])
  }

  @Test func `a column is found under each of its headings`() async throws {
    let column = RequestedColumn(
      name: "age", headers: ["Age", "Your age"], isOptional: false, isMostlyUnique: false)
    let loaded = try await load(
      [.inMemory("Your age\n44\n", path: "new.csv"), .inMemory("AGE\n45\n", path: "old.csv")],
      as: LoadRequest(source: "members", columns: [column]), width: 2)
    #expect(loaded.rows == [["44"], ["45"]])
    #expect(loaded.value.columns.map(\.header) == ["Age"])
  }

  @Test func `a file without any of the headings is refused`() async {
    let error = await #expect(throws: LoadError.self) {
      try await load("Name,Town\nAnn,Leeds\n", headings: ["Id", "Age", "Gender", "Postcode"])
    }
    #expect(
      error == .noHeaderRow(file: "a.csv", wanted: ["Id", "Age", "Gender", "Postcode"]))
  }

  @Test(arguments: ["\n", "   \n\t\r\n"])
  func `a file of blank lines is empty`(text: String) async {
    await #expect(throws: LoadError.empty(file: "a.csv")) {
      try await load(text, headings: ["Id"])
    }
  }

  @Test func `a file of blank cells has no headings`() async {
    await #expect(throws: LoadError.noHeaderRow(file: "a.csv", wanted: ["Id"])) {
      try await load(",,,\n,,,\n", headings: ["Id"])
    }
  }
}
