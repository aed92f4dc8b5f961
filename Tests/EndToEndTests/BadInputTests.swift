import Foundation
import Testing

@Suite struct BadInputTests {
  /// A bad pipeline file, the exit code and the exact words.
  private func expect(
    _ workspace: SmallWorkspace, _ command: String = "run", exit code: Int32, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try workspace.runs(command, "club")
    #expect(outcome.errors == message + "\n", sourceLocation: sourceLocation)
    #expect(outcome.exitCode == code, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    let outputs = (try? FileManager.default.contentsOfDirectory(atPath: workspace.outputs.path))
    #expect(outputs == nil, "nothing may be written", sourceLocation: sourceLocation)
  }

  @Test func `a pipeline that is not there`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("run", "clup")
    #expect(
      outcome.errors == "error: there is no pipeline 'clup'\nPipelines here: club.\n")
    #expect(outcome.exitCode == 64)
  }

  @Test func `a command that is not there`() throws {
    let workspace = try SmallWorkspace()
    let outcome = try workspace.runs("rnu", "club")
    #expect(outcome.errors.contains("there is no command 'rnu'; did you mean 'run'?"))
    #expect(outcome.exitCode == 64)
  }

  // MARK: The pipeline file

  @Test func `a tab in the pipeline file`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("  members:\n    title", to: "  members:\n\ttitle")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/pipeline.yaml:5:1: a tab in the indentation: YAML wants spaces; replace \
      the tab by spaces
        5 | \ttitle: Member list
          | ^
      """)
  }

  @Test func `a key that stands twice`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("sources:", to: "title: Another\nsources:")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/pipeline.yaml:3:1: the key 'title' stands here twice; remove one of the two
        3 | title: Another
          | ^
      """)
  }

  @Test func `a key that is not known`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("measures:", to: "mesures:")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/pipeline.yaml:20:1: unknown key 'mesures'; did you mean 'measures'?
        20 | mesures:
           | ^
      pipelines/club/pipeline.yaml:1:1: the file lacks the key 'measures': what is measured.
        1 | title: Reading club
          | ^
      """)
  }

  @Test func `a value of the wrong type`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("start: 2024-01-01", to: "start: January")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/pipeline.yaml:2:17: 'start' must be a date such as 2024-03-31
        2 | period: {start: January, end: 2024-12-31}
          |                 ^
      """)
  }

  @Test func `a column that the schema does not have`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("by: gender", to: "by: gendre")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/pipeline.yaml:22:29: there is no column 'gendre'; did you mean 'gender'?
        22 |     - {source: members, by: gendre}
           |                             ^
      """)
  }

  @Test func `a rule that names a code that is not there`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.tags + "\nrules:\n  - {code: bokks, match: \"novel*\"}\n",
      to: "pipelines/club/tags.yaml")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/tags.yaml:11:12: there is no code 'bokks'; did you mean 'books'?
        11 |   - {code: bokks, match: "novel*"}
           |            ^
      """)
  }

  @Test func `a pattern that cannot be read`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.tags.replacing("(tea|coffee)", with: "(tea|coffee"),
      to: "pipelines/club/tags.yaml")
    try expect(
      workspace, exit: 78,
      """
      error: pipelines/club/tags.yaml:9:17: in the pattern '(tea|coffee': '(' is never closed
        9 |       - match: "(tea|coffee"
          |                 ^
      """)
  }

  @Test func `the pipeline is checked before the data are looked at`() throws {
    let workspace = try SmallWorkspace()
    try workspace.remove("data/club/members.csv")
    try workspace.changePipeline("by: gender", to: "by: nothing")
    #expect(try workspace.runs("run", "club").exitCode == 78)
  }

  // MARK: The exports

  @Test func `a file that is missing`() throws {
    let workspace = try SmallWorkspace()
    try workspace.remove("data/club/members.csv")
    try expect(
      workspace, exit: 66,
      """
      error: data/club/members.csv: file-missing: expected a file for 'Member list'
      Put the export there, or change `files:` in the pipeline.
      """)
  }

  @Test func `a data folder that is missing`() throws {
    let workspace = try SmallWorkspace()
    try workspace.remove("data")
    try expect(
      workspace, exit: 66,
      """
      error: the data folder data/club is not there
      Make it and put the exports in it.
      """)
  }

  @Test func `a file that is empty`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write("", to: "data/club/members.csv")
    try expect(
      workspace, exit: 65,
      """
      error: members.csv: empty-file: expected a row of headings and rows of data
      Export it again, or remove the file from the data folder.
      """)
  }

  @Test func `a file with headings alone is reported and not refused`() throws {
    let workspace = try SmallWorkspace(rows: 0)
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors == """
        1 problem in the data:
          1 × no-rows: A file with headings and no rows; first at members.csv
              Check that the export was finished; an empty quarter may be right.

        """)
  }

  @Test func `a folder in the place of a file`() throws {
    let workspace = try SmallWorkspace()
    try workspace.remove("data/club/members.csv")
    try workspace.write("", to: "data/club/members.csv/inside.txt")
    try expect(
      workspace, exit: 66,
      """
      error: data/club/members.csv: cannot be read: it is a folder; expected a CSV file
      Check that it is a file and that you may open it.
      """)
  }

  @Test func `a file that may not be read`() throws {
    let workspace = try SmallWorkspace()
    let file = workspace.url.appending(path: "data/club/members.csv").path
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file)
    let outcome = try runAsNobody(["check", "club"], in: workspace.url)
    #expect(
      outcome.errors == """
        error: data/club/members.csv: cannot be read: Permission denied
        Check that it is a file and that you may open it.

        """)
    #expect(outcome.exitCode == 66)
  }

  @Test func `a file that is no text`() throws {
    let workspace = try SmallWorkspace()
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0, 8, 8, 8, 0, 0x9C, 0xFF, 0, 0, 0, 0x81, 0x1F]
    try workspace.write(Data(zip), to: "data/club/members.csv")
    try expect(
      workspace, exit: 65,
      """
      error: members.csv: not-text: expected a CSV file
      It looks like a workbook, a picture or another kind of file. In Excel use "Save as" and choose \
      "CSV UTF-8".
      """)
  }

  @Test func `a column that is missing`() throws {
    let workspace = try SmallWorkspace()
    let text = SmallWorkspace.members(3).replacing("Gender", with: "Gendre")
    try workspace.write(text, to: "data/club/members.csv")
    try expect(
      workspace, exit: 65,
      """
      error: members.csv:1: column-missing: expected a column 'Gender'; the nearest heading is 'Gendre'
      If a heading asks the same in other words, add it under `header:` of the column in the \
      pipeline, or put it into decisions/headings.csv beside the exports, with your name after the \
      heading:
      source,column,heading,accepted_by,on
      members,gender,Gendre,,
      If it does not, rename the column in the export, or mark it `optional: true` in the pipeline.
      """)
  }

  @Test func `a column that stands twice`() throws {
    let workspace = try SmallWorkspace()
    try workspace.write(
      "ID,Gender,Joined,Remark,gender\nM1,Female,1/3/2024,x,Male\n", to: "data/club/members.csv")
    try expect(
      workspace, exit: 65,
      """
      error: members.csv:1: column-twice: expected one column 'Gender', found 2
      Say under `header:` in the pipeline which one is meant: 'Gender (1)', 'gender (2)'.
      """)
  }

  @Test func `more problems than the pipeline allows`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("clean:", to: "clean:\n  stop_above: 0.5")
    try workspace.write(
      SmallWorkspace.members(4).replacing("3/2024", with: "13/2024"), to: "data/club/members.csv")
    try expect(
      workspace, exit: 65,
      """
      error: too many problems in the data: 4 of 4 rows; the pipeline stops above 0.5 of the rows
        unreadable-date: 4
      Nothing was written; the earlier outputs are as they were. `countin check` shows the places.
      """)
  }

  @Test func `a data folder named by a variable that is not set`() throws {
    let outcome = try runCountIn("run", "nhs-fft", in: packageFolder)
    #expect(
      outcome.errors.hasPrefix(
        "error: the environment variable COUNTIN_DATA is not set; it names the folder of the data\n"
          + "The comments are published by NHS England's Strategy Unit"))
    #expect(outcome.exitCode == 66)
  }

  @Test func `no cell reaches the screen, the log or the manifest`() throws {
    let workspace = try SmallWorkspace()
    let secret = "Zyxwv"
    try workspace.write(
      "ID,Gender,Joined,Remark\nM1,\(secret)gender,\(secret)date,\(secret) books\n"
        + "M1,\(secret)gender,1/3/2024,\(secret) tea\n", to: "data/club/members.csv")
    for command in ["run", "check", "verify"] {
      let outcome = try workspace.runs(command, "club")
      #expect(!outcome.errors.contains(secret))
      #expect(!outcome.output.contains(secret))
    }
    for (path, data) in try contents(of: workspace.outputs)
    where path.hasPrefix("publish/") || path == "internal/run.log" {
      #expect(!String(decoding: data, as: UTF8.self).contains(secret), "\(path)")
    }
  }
}
