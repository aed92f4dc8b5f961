import Foundation
import Testing

/// What people decide about the data, in `data/club/decisions/`.
@Suite struct DecisionsTests {
  private func text(_ workspace: SmallWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.outputs.appending(path: path), encoding: .utf8)
  }

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.members(30).replacing("M3,Male", with: "M3,Mael")
        .replacing("M5,Male", with: "M5,Mael").replacing("M8,Female", with: "M8,ask me"),
      to: "data/club/members.csv")
    return workspace
  }

  @Test func `a correction is made where the text stands, and stands in the ledger`() throws {
    let workspace = try workspace()
    try workspace.write(
      """
      source,file,line,column,before,after,reason
      members,,,Gender,Mael,Male,a slip
      members,members.csv,10,Gender,ask me,Female,the card says so
      members,members.csv,11,Gender,Female,Male,was corrected in the export since

      """, to: "data/club/decisions/corrections.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains(
        "1 × stale-correction: A correction that no longer fits; first at members.csv:11"))
    let ledger = try text(workspace, "internal/cleaning-ledger.csv")
    #expect(ledger.contains("members,members.csv,5,Gender,Mael,Male,correction\n"))
    #expect(ledger.contains("members,members.csv,7,Gender,Mael,Male,correction\n"))
    #expect(ledger.contains("members,members.csv,10,Gender,ask me,Female,correction\n"))
    #expect(!ledger.contains("members.csv,11,"))
    #expect(try text(workspace, "publish/manifest.json").contains("decisions/corrections.csv"))
  }

  @Test func `a sheet of the fix-it workbook, saved as CSV, is read as corrections`() throws {
    let workspace = try workspace()
    try workspace.write(
      "Source;File;Line;Column;Rows;What was found;What was expected;Why it matters;How to mend;"
        + "Correct value;Reason\r\nmembers;;;Gender;2 rows;Mael;;;;Male;a slip\r\n"
        + "members;members.csv;10;Gender;1 row;ask me;;;;;\r\n",
      to: "data/club/decisions/corrections-members.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("1 × unknown-level"))
    let ledger = try text(workspace, "internal/cleaning-ledger.csv")
    #expect(ledger.components(separatedBy: "Mael,Male,correction").count == 3)
  }

  @Test func `what breaks a rule is shown as exported, so that it can be corrected`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.pipeline.replacing(
        "clean:\n",
        with: "clean:\n  validation:\n    members: [{column: joined, from: 2024-02-01}]\n"),
      to: "pipelines/club/pipeline.yaml")
    try workspace.write(
      SmallWorkspace.members(30).replacing("8/3/2024", with: "08/01/2024"),
      to: "data/club/members.csv")
    _ = try workspace.runs("run", "club")
    #expect(try text(workspace, "internal/problems.csv").contains(",08/01/2024\n"))
    let sheet = "source,file,line,column,before,after,reason\n"
    try workspace.write(
      sheet + "members,,,Joined,08/01/2024,08/02/2024,form\n"
        + "members,members.csv,4,Joined,5/5/2024,6/5/2024,form\n",
      to: "data/club/decisions/corrections-joined.csv")
    let outcome = try workspace.runs("check", "club")
    #expect(!outcome.output.contains("implausible-value"))
    #expect(
      outcome.output.contains(
        "stale-correction: expected the text before the correction, as line 3 of "
          + "decisions/corrections-joined.csv says"))
  }

  @Test func `a near miss is proposed, and read when somebody has accepted it`() throws {
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    let header = "source,column,text,level,accepted_by,on\n"
    #expect(
      try text(workspace, "internal/proposed-levels.csv") == header + "members,gender,Mael,male,,\n"
    )
    #expect(try text(workspace, "internal/problems.csv").contains("Mael"))
    try workspace.write(
      header + "members,gender,Mael,male,Ada,2024-12-01\n", to: "data/club/decisions/levels.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors.contains("1 × unknown-level"))
    #expect(!(try text(workspace, "internal/problems.csv").contains("Mael")))
    #expect(
      try text(workspace, "internal/cleaning-ledger.csv").contains(
        "members,members.csv,5,Gender,Mael,Male,level-also\n"))
  }

  @Test func `a person who withdrew is in no output, and counted`() throws {
    let workspace = try workspace()
    try workspace.write(
      SmallWorkspace.members(30).replacing("M7,Male,8/3/2024,", with: "M7,Mael,99/3/2024,SECRET "),
      to: "data/club/members.csv")
    _ = try workspace.runs("run", "club")
    #expect(try text(workspace, "internal/problems.csv").contains("Mael"))
    try workspace.write("id,on\n M7 ,2024-12-01\nM999,\n", to: "data/club/decisions/withdrawn.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      try text(workspace, "internal/problems.csv").contains(
        "unknown-withdrawal,decisions/withdrawn.csv,3,id,"
          + "ids that are in the exports; this one is in none,"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: workspace.outputs.path)
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".md") || $0.hasSuffix(".json") }
    #expect(files.count > 8)
    for file in files {
      let text = try text(workspace, file)
      #expect(!text.contains("SECRET") && !text.contains("Mael") && !text.contains("M7"), "\(file)")
    }
    #expect(
      try text(workspace, "publish/summary.md").contains(
        "1 row was left out, of people who withdrew their consent."))
  }

  @Test(arguments: ["withdrawn (1).csv", "Withdrawn.CSV", "withdrawn-april.csv"])
  func `every list of people who withdrew is read`(_ name: String) throws {
    let workspace = try SmallWorkspace()
    // A list of nothing but ids will do.
    try workspace.write("id,on\nM7\nM8\n", to: "data/club/decisions/\(name)")
    _ = try workspace.runs("run", "club")
    #expect(
      try text(workspace, "publish/summary.md").contains(
        "2 rows were left out, of people who withdrew their consent."))
  }

  @Test(arguments: ["decisions/withdrawn.xlsx", "decisions/withdrawn.csv.txt", "withdrawn.csv"])
  func `a list of people who withdrew that cannot be read stops the run`(_ name: String) throws {
    let workspace = try SmallWorkspace()
    try workspace.write("id\nM7\n", to: "data/club/\(name)")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors == """
        error: \(name): not read, though its name says that people withdrew
        Save it as CSV in the folder `decisions` beside the exports, with a name that begins with \
        `withdrawn`. Until then nobody could be left out.

        """)
    #expect(outcome.exitCode == 65)
  }

  @Test func `decisions that nobody reads are told`() throws {
    let workspace = try SmallWorkspace()
    for name in ["decisions/level.csv", "decisions/README.md", "corrections.csv"] {
      try workspace.write("id\nM7\n", to: "data/club/\(name)")
    }
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.output.contains(
        """
        corrections.csv: unread-file: expected decisions in the folder 'decisions' beside the \
        exports
        decisions/level.csv: unread-file: expected a file called adjudication.csv, headings.csv, \
        levels.csv, people.csv, quotes.csv, summaries.csv, or a CSV file whose name begins with \
        'corrections', 'framework' or 'withdrawn'

        """))
    #expect(!outcome.output.contains("README"))
  }

  @Test func `the same export twice, and one whose name differs in capitals, are told`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.pipeline.replacing("members.csv", with: "members*.csv"),
      to: "pipelines/club/pipeline.yaml")
    for name in ["members-2.csv", "Members-3.csv"] {
      try workspace.write(SmallWorkspace.members(30), to: "data/club/\(name)")
    }
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.output.contains(
        "members.csv: repeated-file: expected a file of its own, found the same as in "
          + "members-2.csv"))
    #expect(
      outcome.output.contains(
        "Members-3.csv: unread-file: expected a name that fits 'members*.csv' in its capitals, "
          + "too"))
    for name in ["members.csv", "members-2.csv"] {
      try FileManager.default.removeItem(at: workspace.url.appending(path: "data/club/\(name)"))
    }
    #expect(
      try workspace.runs("check", "club").errors == """
        error: data/club/members*.csv: file-missing: expected a file for 'Member list'
        There is 'Members-3.csv', whose name differs in capitals. Rename it, or change `files:` in \
        the pipeline.

        """)
  }

  @Test func `a file of decisions without its columns stops the run`() throws {
    let workspace = try workspace()
    try workspace.write("text,level\nMael,male\n", to: "data/club/decisions/levels.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(
      outcome.errors == """
        error: decisions/levels.csv: expected a column 'source'
        Correct the file, or take it out of the folder of decisions.

        """)
    #expect(outcome.exitCode == 65)
  }

  @Test func `without problems there is no fix-it workbook, with them there is`() throws {
    let clean = try SmallWorkspace()
    _ = try clean.runs("run", "club")
    #expect(
      !FileManager.default.fileExists(
        atPath: clean.outputs.appending(path: "internal/fix-it.xlsx").path))
    let workspace = try workspace()
    _ = try workspace.runs("run", "club")
    #expect(
      FileManager.default.fileExists(
        atPath: workspace.outputs.appending(path: "internal/fix-it.xlsx").path))
  }
}
