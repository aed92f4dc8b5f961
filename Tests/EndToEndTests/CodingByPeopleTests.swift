import Foundation
import Testing

/// From a drawn sheet to codes that were settled, in the binary itself.
@Suite struct CodingByPeopleTests {
  private static let sources = """
    sources:
      coded:
        title: Remarks coded by people
        files: coded-{coder}.csv
        sheet_of: members
    """

  private static let agreement = """

      agreement:
        - {rules: members, coders: {people: coded}, minimum_uses: 1}
    """

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.pipeline.replacing("sources:", with: Self.sources) + Self.agreement,
      to: "pipelines/club/pipeline.yaml")
    let remarks = [
      "I like the books", "The tea was cold", "Reading is fun", "Too far to go", "=Coffee, at last",
      "A good novel",
    ]
    let rows = remarks.enumerated().map { "M\($0),Female,\($0 + 1)/3/2024,\"\($1)\"\n" }
    try workspace.write(
      "ID,Gender,Joined,Remark\n" + rows.joined(), to: "data/club/members.csv")
    return workspace
  }

  /// Fills a drawn sheet: the codes that a coder gives to each remark.
  private func fill(
    _ sheet: String, _ codes: (_ line: String) -> (books: String, tea: String, none: String)
  ) -> String {
    let lines = sheet.split(separator: "\n").map(String.init)
    let filled = lines.dropFirst().map { line in
      let given = codes(line)
      return String(line.dropLast(3)) + ",\(given.books),\(given.tea),\(given.none)"
    }
    return ([lines[0]] + filled).joined(separator: "\n") + "\n"
  }

  private func ashasCodes(_ line: String) -> (books: String, tea: String, none: String) {
    if line.contains("books") || line.contains("Reading") || line.contains("novel") {
      return ("1", "", "")
    }
    return line.contains("tea") || line.contains("Coffee") ? ("", "x", "") : ("", "", "yes")
  }

  private func bensCodes(_ line: String) -> (books: String, tea: String, none: String) {
    line.contains("novel") ? ("", "", "1") : ashasCodes(line)
  }

  private func coded() throws -> SmallWorkspace {
    let workspace = try workspace()
    let sheet = try workspace.runs("rules", "sample", "club", "--n", "6").output
    try workspace.write(fill(sheet, ashasCodes), to: "data/club/coded-asha.csv")
    try workspace.write(fill(sheet, bensCodes), to: "data/club/coded-ben.csv")
    return workspace
  }

  private func text(_ workspace: SmallWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.outputs.appending(path: path), encoding: .utf8)
  }

  private func finding(_ workspace: SmallWorkspace, _ id: String) throws -> [String] {
    let lines = try text(workspace, "internal/findings.csv").split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("\(id),") }, "\(id)")
    return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a sheet can be drawn before there are any, and a run asks for them`() throws {
    let workspace = try workspace()
    let drawn = try workspace.runs("rules", "sample", "club", "--n", "6")
    #expect(drawn.exitCode == 0)
    #expect(drawn.output.hasPrefix("id,remark,books,tea,none\n"))
    #expect(drawn.output.contains(",\"'=Coffee, at last\",,,\n"))
    let run = try workspace.runs("run", "club")
    #expect(run.exitCode == 66)
    #expect(
      run.errors == """
        error: data/club/coded-{coder}.csv: file-missing: expected a file for 'Remarks coded by \
        people'
        Draw a sheet with `countin rules sample club`, have people fill it in, and put it there \
        under a name like that.

        """)
  }

  @Test func `filled sheets are held against each other, and rules against both`() throws {
    let workspace = try coded()
    let run = try workspace.runs("run", "club")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("no problems found in the data"))
    #expect(
      run.errors == """
        1 code on which coders differ: settle what a run writes to internal/adjudication.csv, in \
        decisions/adjudication.csv

        """)
    let agreement = try finding(workspace, "agreement/members/asha-ben/books/percent-agreement")
    #expect(agreement[2] == "asha and ben" && agreement[10] == "0.833333333")
    let recall = try finding(workspace, "agreement/members/all/books/recall")
    #expect(recall[10] == "1" && recall[15] == "2")
    #expect(
      recall[21] == "without 1 response on which coders differ and nobody has decided")
    #expect(
      try text(workspace, "internal/adjudication.csv") == """
        source,response,file,line,text,code,about,given_by,not_given_by,decision,note
        members,M5,members.csv,7,A good novel,books,Books,asha,ben,,

        """)
    let summary = try text(workspace, "publish/summary.md")
    #expect(summary.contains("Where a code is rare, chance alone makes people agree"))
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: workspace.outputs.appending(path: "publish").path)
    {
      #expect(!path.contains("adjudication"))
      let file = workspace.outputs.appending(path: "publish/\(path)")
      let published = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      #expect(!published.contains("A good novel"), "\(path)")
    }
  }

  @Test func `what was settled comes back, and rules are held against it`() throws {
    let workspace = try coded()
    _ = try workspace.runs("run", "club")
    let list = try text(workspace, "internal/adjudication.csv")
    let settled = list.replacing("asha,ben,,\n", with: "asha,ben,yes,A novel is a book\n")
    try workspace.write(settled, to: "data/club/decisions/adjudication.csv")
    let run = try workspace.runs("run", "club")
    #expect(run.exitCode == 0 && run.errors.isEmpty)
    // The rules do not know novels.
    let recall = try finding(workspace, "agreement/members/all/books/recall")
    #expect(recall[10] == "0.666666667" && recall[15] == "3" && recall[21].isEmpty)
    #expect(try text(workspace, "internal/adjudication.csv") == settled)
    let errors = try workspace.runs("rules", "errors", "club")
    #expect(
      errors.output == """
        Member list: 6 responses coded by people; 0 false hits and 1 miss

        Books (books)
          given by people, not by the rules: 1
            members.csv:7  A good novel

        """)
    // When the coders change their minds, the decision is no longer needed.
    let sheet = try workspace.runs("rules", "sample", "club", "--n", "6").output
    try workspace.write(fill(sheet, bensCodes), to: "data/club/coded-asha.csv")
    let changed = try workspace.runs("run", "club")
    #expect(
      changed.errors.hasPrefix(
        "1 problem in the data:\n  1 × stale-decision: A decision that no longer fits; first at "
          + "decisions/adjudication.csv:2\n"))
    #expect(try text(workspace, "internal/adjudication.csv").split(separator: "\n").count == 1)
  }

  @Test func `false hits show the rule and the words that gave the code`() throws {
    let workspace = try coded()
    try workspace.write(
      SmallWorkspace.tags.replacing("\"(tea|coffee)\"", with: "[\"(tea|coffee)\", \"far\"]"),
      to: "pipelines/club/tags.yaml")
    let errors = try workspace.runs("rules", "errors", "club", "--code", "tea")
    #expect(
      errors.output == """
        Member list: 6 responses coded by people; 1 false hit and 0 misses

        Tea (tea)
          given by the rules, not by people: 1
            members.csv:5  Too far to go
              'far' by pipelines/club/tags.yaml:9

        """)
    let csv = try workspace.runs("rules", "errors", "club", "--csv")
    #expect(
      csv.output == """
        kind,code,place,response,words,rules,text
        false-hit,tea,members.csv:5,M3,far,pipelines/club/tags.yaml:9,Too far to go

        """)
    let unknown = try workspace.runs("rules", "errors", "club", "--code", "tee")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors == "error: there is no code 'tee'; did you mean 'tea'?\n")
  }

  @Test func `without ids the sheet knows responses by file and line`() throws {
    let workspace = try workspace()
    try workspace.write(
      (SmallWorkspace.pipeline.replacing("sources:", with: Self.sources) + Self.agreement)
        .replacing("clean:\n  one_row_per: {members: id}\n", with: ""),
      to: "pipelines/club/pipeline.yaml")
    let sheet = try workspace.runs("rules", "sample", "club", "--n", "6").output
    #expect(sheet.hasPrefix("response,remark,books,tea,none\n"))
    try workspace.write(fill(sheet, ashasCodes), to: "data/club/coded-asha.csv")
    #expect(try workspace.runs("run", "club").output.contains("no problems found in the data"))
    #expect(try finding(workspace, "agreement/members/all/tea/recall")[15] == "2")
    // A row more in the export: the ids are those of other responses now.
    let members = workspace.url.appending(path: "data/club/members.csv")
    let rows = try String(contentsOf: members, encoding: .utf8)
    try workspace.write(
      rows.replacing("Remark\n", with: "Remark\nM9,Male,1/3/2024,Lovely\n"),
      to: "data/club/members.csv")
    let moved = try workspace.runs("check", "club")
    #expect(
      moved.output.contains(
        "column 'response': changed-response: expected the text that 'Member list' has under the "
          + "id; 6 of 6 rows have another (lines 2, 3, 4, …)\n"))
  }
}
