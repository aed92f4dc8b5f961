import Foundation
import Testing

/// The framework matrix and its way back, in the binary itself.
@Suite struct FrameworkTests {
  private static let members = """
    ID,Gender,Joined,Remark
    M1,Female,5/3/2024,"The book was long,
    and so was the tea"
    M2,Male,5/3/2024,Tea for me
    M3,Female,5/3/2024,Nothing to say

    """

  private func workspace(_ keys: String = "case: gender, id: id") throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.pipeline + "\nframework: {source: members, \(keys)}\n",
      to: "pipelines/club/pipeline.yaml")
    try workspace.write(Self.members, to: "data/club/members.csv")
    return workspace
  }

  private func text(_ workspace: SmallWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.outputs.appending(path: path), encoding: .utf8)
  }

  private func strings(_ workspace: SmallWorkspace) throws -> String {
    let file = workspace.outputs.appending(path: "internal/framework.xlsx")
    return try run(
      URL(filePath: "/usr/bin/unzip"), ["-p", file.path, "xl/sharedStrings.xml"],
      in: workspace.url
    ).output
  }

  /// The sheet as Excel saves it, with a summary of what the woman said of books.
  private static let sheet = """
    \u{FEFF}Gender,Row,Books,Tea\r
    Female,Summary,Books are long.,\r
    Female,What was said,"• The book was long, and so was the tea [M1]","• The book was long, \
    and so was the tea [M1]"\r
    Male,Summary,,"=Tea, please"\r
    Male,What was said,,• Tea for me [M2]\r

    """

  @Test func `what was said stands by case and theme, for the team alone`() throws {
    let workspace = try workspace()
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let list = try text(workspace, "internal/summaries.csv")
    let lines = list.split(separator: "\n").map(String.init)
    #expect(lines.count == 4 && lines[0] == "case,theme,summary,basis")
    #expect(lines[1].hasPrefix("Female,books,,") && lines[3].hasPrefix("Male,tea,,"))
    let strings = try strings(workspace)
    #expect(strings.contains("• The book was long, and so was the tea [M1]"))
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: workspace.outputs.appending(path: "publish").path)
    {
      #expect(!path.contains("framework") && !path.contains("summaries"))
    }
  }

  @Test func `a filled sheet comes back, and a summary whose responses change is told`() throws {
    let workspace = try workspace()
    try workspace.write(Self.sheet, to: "data/club/decisions/framework-club.csv")
    let first = try workspace.runs("run", "club")
    #expect(first.exitCode == 0 && !first.errors.contains("stale"))
    let list = try text(workspace, "internal/summaries.csv")
    #expect(list.contains("Female,books,Books are long.,"))
    #expect(list.contains("Male,tea,\"'=Tea, please\","))
    #expect(try strings(workspace).contains("<t>Books are long.</t>"))

    // The list that a run writes can be put in place of the sheet.
    try workspace.remove("data/club/decisions/framework-club.csv")
    try workspace.write(list, to: "data/club/decisions/summaries.csv")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    #expect(try text(workspace, "internal/summaries.csv") == list)

    try workspace.write(
      Self.members.replacing("Tea for me", with: "Tea for nobody"), to: "data/club/members.csv")
    let changed = try workspace.runs("run", "club")
    #expect(changed.exitCode == 0)
    #expect(
      try text(workspace, "internal/problems.csv").contains(
        "stale-summary,decisions/summaries.csv,4,,a summary of what is said there now,"))
    #expect(
      try strings(workspace).contains("What was said has changed since the summary was written."))
  }

  @Test func `a file that is no sheet of the matrix is refused`() throws {
    let workspace = try workspace()
    try workspace.write("a,b\n1,2\n", to: "data/club/decisions/framework.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.errors.contains(
        """
        decisions/framework.csv: expected a sheet of framework.xlsx, its second column headed 'Row'
        Correct the file, or take it out of the folder of decisions.
        """))
  }

  @Test(arguments: [
    ("case: gander", "23:36: there is no column 'gander'; did you mean 'gender'?"),
    ("case: joined", "23:36: 'joined' must be a category, text or id column here"),
    ("case: gender, id: gender", "23:48: 'gender' must be a text or id column here"),
    ("case: gender, codes: cake", "23:51: there is no code 'cake'; known: books, tea"),
    ("case: gender, per_cell: 0", "23:54: 'per_cell' must be a whole number of at least 1"),
    ("codes: tea", "23:12: 'framework' lacks the key 'case'"),
  ])
  func `what is wrong in the pipeline is told with its place`(
    _ keys: String, _ expected: String
  ) throws {
    let outcome = try workspace(keys).runs("check", "club")
    #expect(outcome.exitCode == 78)
    #expect(
      outcome.errors.hasPrefix("error: pipelines/club/pipeline.yaml:\(expected)"),
      "\(outcome.errors)")
  }
}
