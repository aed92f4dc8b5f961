import Foundation
import Testing

@Suite struct InspectTests {
  private let messy =
    "Members;;\r\n\r\nID;Note;Sum\r\n1;caf\u{E9};1,5\r\n2;\"a; b\";2,5\r\nTotal;;4,0\r\n"

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      Data(messy.unicodeScalars.map { UInt8($0.value) }), to: "messy.csv")
    return workspace
  }

  @Test func `a file is told as it is read`() throws {
    let outcome = try workspace().runs("inspect", "messy.csv")
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        messy.csv
          encoding     Windows-1252
          separator    semicolon: 5 of the first 5 records have 3 cells
          quotes       double
          line ends    CR LF, as on Windows
          above        1 row above the headings
          headings     1 row, from line 3 on
          below        1 row below the data
          table        3 columns, 2 rows
            1. ID
            2. Note
            3. Sum
          1 problem
            messy.csv:6: footer-row: expected rows of data, found a total

        """)
  }

  @Test func `a row that was read as more headings without certainty is told`() throws {
    let workspace = try workspace()
    let rows = "day,rain,wind\nmonth day,mm,knots\n3,12,4\n4,9,5\n5,8,5\n"
    try workspace.write(rows, to: "units.csv")
    try workspace.write("Age,Score\nrefused,n/a\n34,3\n35,4\n", to: "first.csv")
    let outcome = try workspace.runs("tidy", "units.csv")
    #expect(outcome.output.hasPrefix("day month day,rain mm,wind knots\n3,12,4\n"))
    #expect(
      outcome.errors == "units.csv:2: second-headings: expected one row of headings; this row was "
        + "read as more of them\n")
    let first = try workspace.runs("tidy", "first.csv")
    #expect(first.output == "Age,Score\nrefused,n/a\n34,3\n35,4\n")
    #expect(first.errors == "")
  }

  @Test func `the same for programs`() throws {
    let outcome = try workspace().runs("inspect", "messy.csv", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "file", "encoding", "delimiter", "delimiter_name", "quote", "escape", "line_ending",
        "preamble_rows", "header_rows", "footer_rows", "tool", "columns", "rows", "problems",
      ])
    #expect(object["delimiter"] as? String == ";")
    #expect(object["quote"] as? String == "\"")
    #expect(object["columns"] as? [String] == ["ID", "Note", "Sum"])
    #expect(object["rows"] as? Int == 2)
    let both = try workspace().runs("inspect", "messy.csv", "data/club/members.csv", "--json")
    let list = try JSONSerialization.jsonObject(with: Data(both.output.utf8)) as? [Any]
    #expect(list?.count == 2)
  }

  @Test func `the table comes out plain, and what was left out is told`() throws {
    let outcome = try workspace().runs("tidy", "messy.csv")
    #expect(outcome.output == "ID,Note,Sum\n1,café,\"1,5\"\n2,a; b,\"2,5\"\n")
    #expect(outcome.errors == "messy.csv:6: footer-row: expected rows of data, found a total\n")
    #expect(outcome.exitCode == 0)
  }

  @Test(arguments: ["inspect", "tidy"])
  func `a file that is not there or no table is refused`(command: String) throws {
    let workspace = try SmallWorkspace()
    let missing = try workspace.runs(command, "nothing.csv")
    #expect(
      missing.errors == """
        error: nothing.csv: cannot be read: No such file or directory
        Check that it is a file and that you may open it.

        """)
    #expect(missing.exitCode == 66)
    try workspace.write("PK\u{3}\u{4}", to: "book.csv")
    let book = try workspace.runs(command, "book.csv")
    #expect(book.errors.hasPrefix("error: book.csv: not-text: expected a CSV file\n"))
    #expect(book.exitCode == 65)
  }
}
