import EvaluationData
import Reporting
import Testing

@Suite struct FixItCorrectionsTests {
  private func read(_ rows: [[String]]) throws -> CorrectionReader {
    var reader = try CorrectionReader(headings: rows[0])
    for row in rows.dropFirst() { reader.read(row) }
    return reader
  }

  private func read(line: [String]) throws -> CorrectionReader {
    try read([Correction.header, line])
  }

  private func defects(_ rows: [[String]]) throws -> [String] {
    try read([Correction.header] + rows).defects.map { "\($0.row): \($0.defect)" }
  }

  @Test func `a sheet of the workbook, filled in and saved, is a file of corrections`() throws {
    let scratch = try Scratch()
    _ = try writeFixIt(ExampleFixIt.list(), into: scratch.path)
    var sheet = try cells(ofSheet: 2, in: "\(scratch.path)/fix-it.xlsx")
    // Excel puts a mark before UTF-8.
    sheet[0][0] = "\u{FEFF}\(sheet[0][0])"
    for row in [1, 2] {
      while sheet[row].count < 9 { sheet[row].append("") }
      sheet[row] += [["", "Yes", "Lincolnshire"][row], "asked the site"]
    }
    let reader = try read(sheet)
    #expect(reader.defects.isEmpty)
    #expect(
      reader.corrections == [
        Correction(
          source: "cards", place: .everywhere, column: "Did you feel listened to?",
          before: "Yess", after: "Yes", reason: "asked the site"),
        Correction(
          source: "cards", place: .row(file: "cards.csv", line: 3), column: "Site", before: "",
          after: "Lincolnshire", reason: "asked the site"),
      ])
  }

  @Test func `corrections are written as they are read`() throws {
    let corrections = [
      Correction(
        source: "s", place: .everywhere, column: "A, b", before: "x", after: "y", reason: ""),
      Correction(
        source: "s", place: .file("f.csv"), column: "A", before: "=1", after: "-5", reason: "@"),
      Correction(
        source: "s", place: .row(file: "f.csv", line: 1204), column: "+A", before: "'=1",
        after: "'t is", reason: "why"),
    ]
    let text = correctionsCSV(corrections)
    #expect(
      text == """
        source,file,line,column,before,after,reason
        s,,,"A, b",x,y,
        s,f.csv,,A,'=1,'-5,'@
        s,f.csv,1204,'+A,''=1,'t is,why

        """)
    let rows = [
      ["s", "", "", "A, b", "x", "y", ""], ["s", "f.csv", "", "A", "'=1", "'-5", "'@"],
      ["s", "f.csv", "1204", "'+A", "''=1", "'t is", "why"],
    ]
    #expect(try read([Correction.header] + rows).corrections == corrections)
  }

  @Test func `an apostrophe in a saved sheet is somebody's own`() throws {
    let reader = try read([
      ["Source", "File", "Line", "Column", "What was found", "Correct value", "Reason"],
      ["s", "", "", "A", "'=1", "1", ""],
    ])
    #expect(reader.corrections.map(\.before) == ["'=1"])
  }

  @Test func `headings may stand in any order and case, and rows may end early`() throws {
    let reader = try read([
      ["Reason", "AFTER ", "note", "before", "column", "line", "file", "source"],
      ["r", " y ", "n", " x", "c", "", "f.csv", "s"], ["r"], [],
    ])
    #expect(
      reader.corrections == [
        Correction(
          source: "s", place: .file("f.csv"), column: "c", before: " x", after: "y", reason: "r")
      ])
  }

  @Test func `a row without a correct value is passed over, whatever else it says`() throws {
    let reader = try read(line: ["", "", "one", "", "", " ", "r"])
    #expect(reader.corrections.isEmpty)
    #expect(reader.defects.isEmpty)
  }

  @Test func `a row that cannot be used is told with its number`() throws {
    #expect(
      try defects([
        ["s", "f.csv", "2", "c", "x", "y", ""],
        ["", "f.csv", "2", "c", "x", "y", ""],
        ["s", "f.csv", "2", "", "x", "y", ""],
        ["s", "f.csv", "1,204", "c", "x", "y", ""],
        ["s", "f.csv", "0", "c", "x", "y", ""],
        ["s", "", "2", "c", "x", "y", ""],
        ["s", "f.csv", "", "c", "", "y", ""],
        ["s", "f.csv", "2", "c", "x", "z", ""],
        ["s", "f.csv", "3", "c", "", "z", ""],
      ]) == [
        "2: expected the name of a source",
        "3: expected the heading of a column",
        "4: expected a line number in digits, or none",
        "5: expected a line number in digits, or none",
        "6: expected a file beside the line number",
        "7: expected a file and a line number, as a blank cell can only be mended in its own row",
        "8: expected the same correct value as in row 1",
      ])
  }

  @Test func `the same correction twice is no contradiction`() throws {
    let row = ["s", "f.csv", "2", "c", "x", "y", ""]
    #expect(try defects([row, row]).isEmpty)
  }

  @Test func `a file without a heading that it needs is refused`() throws {
    let error = #expect(throws: CorrectionDefect.noHeading("Correct value")) {
      try CorrectionReader(headings: [
        "Source", "File", "Line", "Column", "What was found", "Reason",
      ])
    }
    #expect(
      error?.description
        == "expected a column 'Correct value'; save the owner's sheet of fix-it.xlsx as CSV UTF-8")
    #expect(throws: CorrectionDefect.noHeading("reason")) {
      try CorrectionReader(headings: Correction.header.dropLast())
    }
  }
}
