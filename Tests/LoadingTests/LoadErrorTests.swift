import Loading
import Testing

struct LoadErrorTests {
  @Test func `an unreadable file says why`() {
    #expect(
      LoadError.unreadable(file: "members/a.csv", reason: "no permission").description
        == "members/a.csv: cannot be read: no permission")
  }

  @Test func `an empty file says what to do`() {
    #expect(
      LoadError.empty(file: "a.csv").description == """
        a.csv: empty-file: expected a row of headings and rows of data
        Export it again, or remove the file from the data folder.
        """)
  }

  @Test func `a file that is no text says how to make it one`() {
    #expect(
      LoadError.binary(file: "a.xlsx").description == """
        a.xlsx: not-text: expected a CSV file
        It looks like a workbook, a picture or another kind of file. In Excel use "Save as" \
        and choose "CSV UTF-8".
        """)
  }

  @Test func `a web page says what may have happened`() {
    #expect(
      LoadError.webPage(file: "a.csv").description == """
        a.csv: not-a-table: expected a CSV file, found a web page
        The export may have failed, or asks for a login. Open the file in a browser and look.
        """)
  }

  @Test func `missing headings are named, three at most`() {
    #expect(
      LoadError.noHeaderRow(file: "a.csv", wanted: ["Id", "Age", "Town", "Gender"]).description
        == """
        a.csv: no-header-row: expected a row of headings such as 'Id', 'Age', 'Town'
        None of the first rows has these headings. Check that this is the right file, or \
        change `header:` in the pipeline.
        """)
  }

  @Test func `a missing column is named with its nearest heading`() {
    #expect(
      LoadError.columnMissing(file: "a.csv", line: 3, column: "Age", nearest: "Ages").description
        == """
        a.csv:3: column-missing: expected a column 'Age'; the nearest heading is 'Ages'
        Rename the column in the export, add the new heading under `header:` in the pipeline, \
        or mark it `optional: true`.
        """)
  }

  @Test func `a missing column without a near heading is named alone`() {
    #expect(
      LoadError.columnMissing(file: "a.csv", line: 3, column: "Age", nearest: nil).description
        == """
        a.csv:3: column-missing: expected a column 'Age'
        Rename the column in the export, add the new heading under `header:` in the pipeline, \
        or mark it `optional: true`.
        """)
  }

  @Test func `a heading that stands twice is named`() {
    #expect(
      LoadError.columnTwice(file: "a.csv", line: 1, column: "Age", found: ["Age (1)", "Age (2)"])
        .description == """
          a.csv:1: column-twice: expected one column 'Age', found 2
          Say under `header:` in the pipeline which one is meant: 'Age (1)', 'Age (2)'.
          """)
  }

  @Test func `a file with too many lines says how many may be`() {
    #expect(
      LoadError.tooLarge(file: "a.csv").description == """
        a.csv: too-many-rows: expected at most 4 billion lines
        Split the export into several files.
        """)
  }

  @Test func `a mistake of ours is told as such`() {
    #expect(
      LoadError.readersDisagree(file: "a.csv", line: 7).description == """
        a.csv:7: CountIn lost count of the lines near here; this is a mistake in CountIn
        Please report it, if you can with the few lines around this place.
        """)
  }
}
