import EvaluationData
import Loading
import Testing

private let members = "member,site,meetings\nM01,Mill Street,4\nM02,Harbour,2\nM03,Mill Street,5\n"
private let memberRows = [
  ["M01", "Mill Street", "4"], ["M02", "Harbour", "2"], ["M03", "Mill Street", "5"],
]

private struct Reading {
  let columns: [String]
  let rows: [[String]]
  let messages: [String]
  let form: LoadedFile.Form

  init(_ text: String, pieces: [Int] = []) async throws {
    let file =
      pieces.isEmpty ? InputFile.inMemory(text) : .inMemory(Array(text.utf8), pieces: pieces)
    let inspected = try await inspect(file, width: 2)
    let table = inspected.table
    columns = table.columns.map(\.name)
    rows = (0..<table.rowCount).map { row in table.columns.map { $0[row] } }
    messages = inspected.problems.map(\.description)
    form = inspected.file.form
  }
}

struct TableEdgeTests {
  @Test(arguments: [
    "\nsite,lead\nHarbour,Ann\n", "\n\nLeads\nsite,lead\nHarbour,Ann\n",
    ",,\nsite,lead\nHarbour,Ann\n", "\nLeads\n\nsite,lead\nHarbour,Ann\nMill Street,Bob\n",
  ])
  func `a smaller table below is left out and told`(below: String) async throws {
    let reading = try await Reading(members + below)
    #expect(reading.columns == ["member", "site", "meetings"])
    #expect(reading.rows == memberRows)
    let message = try #require(reading.messages.last)
    #expect(message.contains(": second-table: expected one table in the file; from here on "))
    #expect(reading.messages.count == 1)
  }

  @Test func `headings behind the mark of a joined file are known again`() async throws {
    let reading = try await Reading(
      members + "\u{FEFF}member,site,meetings\nM04,Harbour,1\n")
    #expect(reading.rows == memberRows + [["M04", "Harbour", "1"]])
    #expect(reading.messages == ["a.csv:5: repeated-header: expected the headings once"])
  }

  @Test func `the place and the number of rows left out are told`() async throws {
    let reading = try await Reading(members + "\nLeads\nsite,lead\nHarbour,Ann\n")
    #expect(
      reading.messages == [
        "a.csv:6: second-table: expected one table in the file; from here on 3 rows are left out"
      ])
    #expect(reading.form.footerRows == 3)
  }

  @Test func `of several tables the one with most cells is read`() async throws {
    let reading = try await Reading("site,lead,room\nHarbour,Ann,4\n\n" + members)
    #expect(reading.rows == memberRows)
    #expect(reading.form.preambleRows == 2)
    #expect(
      reading.messages == [
        "a.csv:1: second-table: expected one table in the file; what stands above line 4 is left "
          + "out"
      ])
  }

  @Test func `the table with the wanted headings is read, wherever it is`() async throws {
    let text = members + "\nsite,lead\nHarbour,Ann\n"
    let loaded = try await load(text, headings: ["site", "lead"])
    #expect(loaded.rows == [["Harbour", "Ann"]])
    #expect(loaded.lines == [7])
    #expect(
      loaded.messages == [
        "a.csv:1: second-table: expected one table in the file; what stands above line 6 is left out"
      ])
    let other = try await load(text, headings: ["member", "meetings"])
    #expect(other.rows == [["M01", "4"], ["M02", "2"], ["M03", "5"]])
  }

  @Test func `a total above the next table is no row`() async throws {
    let reading = try await Reading(members + "Total,,11\n\nsite,lead\nHarbour,Ann\n")
    #expect(reading.rows == memberRows)
    #expect(reading.messages.map { $0.contains("footer-row") } == [true, false])
    #expect(reading.form.footerRows == 3)
  }

  @Test(arguments: [
    "\nM04,Harbour,3\nM05,Harbour,1\n", "\nHarbour rows\nM04,Harbour,3\n", "\nM04,north\nM05,6\n",
    "\nGuests,Harbour,\nM04,Harbour,3\n",
  ])
  func `rows behind a blank line that may belong to the table stay in it`(
    below: String
  ) async throws {
    let reading = try await Reading(members + below)
    #expect(reading.rows.count == 3 + below.split(separator: "\n").count)
    #expect(!reading.messages.contains { $0.contains("second-table") })
  }

  @Test(arguments: ["member,site\nM09,Harbour\n", "member,site,meetings,note\nM09,Harbour,1,x\n"])
  func `headings like the first but of another width begin another table`(
    below: String
  ) async throws {
    let reading = try await Reading(members + below)
    #expect(reading.rows == memberRows)
    #expect(
      reading.messages == [
        "a.csv:5: second-table: expected one table in the file; from here on 2 rows are left out"
      ])
  }

  @Test func `headings among the rows are left out, however they are quoted`() async throws {
    let reading = try await Reading(
      members + "\"Member\",\"site\",\"meetings\"\nM04,Harbour,3\n\n member, site, meetings\n"
        + "M05,Harbour,1\n")
    #expect(reading.rows == memberRows + [["M04", "Harbour", "3"], ["M05", "Harbour", "1"]])
    #expect(
      reading.messages == [
        "a.csv:5: repeated-header: expected the headings once",
        "a.csv:8: repeated-header: expected the headings once",
      ])
  }

  @Test func `the same rows a second time are left out`() async throws {
    let reading = try await Reading(members + members.replacing("Harbour", with: "\"Harbour\""))
    #expect(reading.rows == memberRows)
    #expect(
      reading.messages == [
        "a.csv:5: second-table: expected one table in the file; from here on 4 rows are left out"
      ])
    let other = try await Reading(members + members.replacing("M02", with: "M07"))
    #expect(other.rows.count == 6)
  }

  @Test func `where the file is cut for reading makes no difference`() async throws {
    let many = (0..<2000).map { "M\($0),Harbour,\($0 % 7)\n" }.joined()
    let text = "member,site,meetings\n" + many + "\nsite,lead\nHarbour,Ann\nMill,Bob\n"
    let whole = try await Reading(text)
    let pieces = try await Reading(text, pieces: [1, 700, 13])
    #expect(whole.rows.count == 2000)
    #expect(whole.rows == pieces.rows)
    #expect(whole.messages == pieces.messages)
  }

  @Test func `a table that begins behind the first blocks of a large file is found`() async throws {
    let row = "M01,Mill Street,4\n"
    let many = String(repeating: row, count: (1 << 22) / row.utf8.count)
    let reading = try await Reading(
      "member,site,meetings\n" + many + "\nsite,lead\nHarbour,Ann\nMill,Bob\n")
    #expect(reading.rows.count == (1 << 22) / row.utf8.count)
    #expect(reading.form.footerRows == 3)
  }
}
