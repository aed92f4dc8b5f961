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

  private func missing(_ proposal: HeadingProposal?, choice: String? = nil) -> LoadError {
    .columnMissing(
      file: "a.csv", line: 3,
      MissingColumn(
        source: "feedback", column: "age", wording: "How old are you?", choice: choice,
        proposal: proposal))
  }

  @Test func `a missing column is named with its nearest heading and what to do`() {
    #expect(
      missing(HeadingProposal(heading: "What is your age, please?")).description == """
        a.csv:3: column-missing: expected a column 'How old are you?'; the nearest heading is \
        'What is your age, please?'
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        feedback,age,"What is your age, please?",,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.
        """)
  }

  @Test func `two headings that are as near are both named, and words that change the meaning`() {
    let error = missing(
      HeadingProposal(
        heading: "Your age", alternative: "Your \"age\" in 2020", tellingWords: ["in", "2020"]))
    #expect(
      error.description == """
        a.csv:3: column-missing: expected a column 'How old are you?'; the nearest headings are \
        'Your age' and 'Your "age" in 2020'; the meaning may have changed: 'in', '2020' in one of \
        them only
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        feedback,age,Your age,,
        feedback,age,"Your ""age"" in 2020",,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.
        """)
  }

  @Test func `a missing column without a near heading is named alone`() {
    #expect(
      missing(nil).description == """
        a.csv:3: column-missing: expected a column 'How old are you?'
        Rename the column in the export, add the new heading under `header:` in the pipeline, \
        or mark it `optional: true`.
        """)
  }

  @Test func `a missing multi-select may be a column for each choice`() {
    #expect(
      missing(nil, choice: "Bus").description.hasPrefix(
        """
        a.csv:3: column-missing: expected a column 'How old are you?', or one for each choice such \
        as 'How old are you? - Bus'

        """))
  }

  @Test func `what is wrong with several files is told at once, and what to do once`() {
    let errors = LoadError([
      missing(HeadingProposal(heading: "Your age")), .empty(file: "b.csv"),
      .several([missing(nil), missing(HeadingProposal(heading: "Your age"))]),
    ])
    #expect(errors?.each.count == 4)
    #expect(
      errors?.description == """
        a.csv:3: column-missing: expected a column 'How old are you?'; the nearest heading is \
        'Your age'
        a.csv:3: column-missing: expected a column 'How old are you?'
        a.csv:3: column-missing: expected a column 'How old are you?'; the nearest heading is \
        'Your age'
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        feedback,age,Your age,,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.
        b.csv: empty-file: expected a row of headings and rows of data
        Export it again, or remove the file from the data folder.
        """)
  }

  @Test func `one error among several is itself, and none is none`() {
    #expect(LoadError([.empty(file: "b.csv")]) == .empty(file: "b.csv"))
    #expect(LoadError([]) == nil)
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
