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
    #expect(outcome.output.contains("no problems found in the data"))
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
