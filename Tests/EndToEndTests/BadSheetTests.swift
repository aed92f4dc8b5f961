import Foundation
import Testing

/// Sheets as people send them back.
@Suite struct BadSheetTests {
  private static let pipeline =
    SmallWorkspace.pipeline.replacing(
      "sources:",
      with: """
        sources:
          coded:
            title: Remarks coded by people
            files: coded*.csv
            sheet_of: members
        """) + """

        agreement:
          - {rules: members, coders: {people: coded}, minimum_uses: 1}
      """

  private func check(_ sheet: String) throws -> Outcome {
    let workspace = try SmallWorkspace(rows: 4)
    try workspace.write(Self.pipeline, to: "pipelines/club/pipeline.yaml")
    try workspace.write(sheet, to: "data/club/coded.csv")
    return try workspace.runs("check", "club")
  }

  @Test func `crosses, yes and ticks are as good as a 1, other words are told`() throws {
    let checked = try check(
      "id,books,tea,none\nM0,x,yes,\nM1,✓,TRUE,\nM2,1,y,0\nM3,1,perhaps,\n")
    #expect(
      checked.output.hasPrefix(
        "coded.csv:5: column 'tea': unexpected-tick: expected 1 or 'tea' where it was chosen, and "
          + "0 or nothing where not\n"))
    #expect(checked.output.contains("1 problem found in the data"))
  }

  @Test func `a column that is no code is told with the nearest`() throws {
    let checked = try check("id,books,tea,cofee,Notes,none\nM0,1,1,,,\nM1,1,1,,,\n")
    #expect(
      checked.output.contains(
        "coded.csv:1: column 'cofee': unknown-code: expected a code of the code frame\n"))
    #expect(
      checked.output.contains(
        "coded.csv:1: column 'Notes': unknown-code: expected a code of the code frame\n"))
  }

  @Test func `a code without a column, and one that is nearly it`() throws {
    let checked = try check("id,books,teas,none\nM0,1,1,\nM1,1,1,\n")
    #expect(
      checked.output.contains(
        "coded.csv:1: column 'tea': changed-heading: expected a column 'tea'; the nearest heading "
          + "is 'teas'\n"))
    #expect(
      checked.output.contains(
        "coded.csv: column-absent: expected a column for each code; there is none for 'tea'\n"))
  }

  @Test func `a sheet without rows or without codes says so`() throws {
    let empty = try check("id,books,tea,none\n")
    #expect(empty.exitCode == 0)
    #expect(empty.output.contains("coded.csv: no-rows: expected rows below the headings\n"))
    let blank = try check("id,books,tea,none\nM0,,,\nM1,,,\n")
    #expect(
      blank.output.contains(
        "coded.csv:2: unclear-coding: expected a 1 under a code or under 'none'; 2 of 2 rows have "
          + "neither (lines 2 and 3)\n"))
    let nothing = try check("id,remark\nM0,I like the books and the tea\n")
    #expect(nothing.exitCode == 0)
    #expect(
      nothing.output.contains(
        "coded.csv: column-absent: expected a column for each code; there is none for 'books', "
          + "'tea'\n"))
  }

  @Test func `ids of which some fit are a problem, and of which none fits stop the run`() throws {
    let some = try check("id,books,tea,none\nM0,1,,\nX1,1,,\nX2,,1,\n")
    #expect(some.exitCode == 0)
    #expect(
      some.output.contains(
        "coded.csv:3: column 'id': unknown-response: expected ids of 'Member list'; 2 of 3 rows "
          + "have another, or none (lines 3 and 4)\n"))
    let none = try check("id,books,tea,none\nX1,1,,\nX2,,1,\n")
    #expect(none.exitCode == 65)
    #expect(
      none.errors.hasSuffix(
        """
        error: no row of people's codes belongs to a response of 'Member list': expected its ids \
        under 'id' in coded.csv
        2 rows were looked at. Check that the coders had these exports, that `id` names the right \
        columns, and that no spreadsheet has changed the ids. Nothing was written.

        """))
    let absent = try check("card,books,tea,none\nM0,1,,\n")
    #expect(absent.exitCode == 65)
    #expect(absent.errors.contains("coded.csv:1: column-missing: expected a column 'id'"))
  }

  /// One row a response and code, in a source of its own.
  private func checkLong(_ rows: String) throws -> Outcome {
    let workspace = try SmallWorkspace(rows: 4)
    try workspace.write(
      SmallWorkspace.pipeline.replacing(
        "sources:",
        with: """
          sources:
            coded: {title: Remarks coded by people, files: coded.csv}
          """
      ).replacing(
        "schema:",
        with: """
          schema:
            coded:
              columns:
                card: {header: Card, type: id}
                who: {header: Who, type: category, levels: {a: Asha, b: Ben}}
                code: {header: Code, type: category, levels_from: tags.yaml}
          """) + """

            agreement:
              - rules: members
                coders: {people: coded, column: code, coder: who, id: card}
          """, to: "pipelines/club/pipeline.yaml")
    try workspace.write(rows, to: "data/club/coded.csv")
    return try workspace.runs("check", "club")
  }

  @Test func `rows of one code each are checked against the code frame`() throws {
    let checked = try checkLong(
      "Card,Who,Code\nM0,Asha,books\nM0,Ben,Books\nM1,Asha,boks\nM1,Ben,tea\nM2,Cleo,tea\n")
    #expect(checked.exitCode == 0)
    #expect(
      checked.output.contains(
        "coded.csv:4: column 'Code': unknown-level: expected one of Books, Tea; the nearest is "
          + "'Books'\n"), "\(checked.output)")
    #expect(checked.output.contains("coded.csv:6: column 'Who': unknown-level: expected"))
  }
}
