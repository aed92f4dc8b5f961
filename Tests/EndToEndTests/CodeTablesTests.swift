import Foundation
import Testing

/// Codes by group, in pairs, by severity and over time, in the binary itself.
@Suite struct CodeTablesTests {
  private static let tags = """
    codes:
      books:
        label: Books
        rules:
          - {match: "book*", severity: high}
      tea:
        label: Tea
        rules:
          - {match: "(tea|coffee)", severity: low}
      cake: {label: Cake, parent: tea, rules: [{match: cake}]}
    """

  /// 40 members: all women speak of books, ten of them and half of the men of tea, two of cake.
  private static func members() -> String {
    var text = "ID,Gender,Joined,Remark\n"
    for row in 0..<40 {
      let isWoman = row % 2 == 0
      let words = [
        isWoman ? "book" : "", row < 20 ? "tea" : "", row < 4 && isWoman ? "cake" : "", "thanks",
      ]
      text += "M\(row),\(isWoman ? "Female" : "Male"),5/\(row % 4 < 2 ? 3 : 7)/2024,"
      text += words.filter { !$0.isEmpty }.joined(separator: " and ") + "\n"
    }
    return text
  }

  private func workspace(_ keys: String) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      SmallWorkspace.pipeline.replacing("by: gender}", with: "\(keys)}"),
      to: "pipelines/club/pipeline.yaml")
    try workspace.write(Self.tags, to: "pipelines/club/tags.yaml")
    try workspace.write(Self.members(), to: "data/club/members.csv")
    return workspace
  }

  private func table(_ workspace: SmallWorkspace, _ name: String) throws -> String {
    try String(
      contentsOf: workspace.outputs.appending(path: "publish/tables/\(name).csv"), encoding: .utf8)
  }

  @Test
  func `codes by group, in pairs, by severity and over time are published without small numbers`()
    throws
  {
    let workspace = try workspace(
      "by: gender, co_occurrence: true, trend: {date: joined, every: quarter}")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    #expect(
      try table(workspace, "coding-members-remark-by-gender-table") == """
        Code,All (0 to 1),Female (0 to 1),Male (0 to 1),All: number,Female: number,\
        Male: number,Where it differs from the rest
        Base: responses with a text,n = 40,n = 20,n = 20,40,20,20,[z]
        Books,0.5,1,0,20,20,0,Clearly more: Female. Clearly less: Male.
        Tea,0.5,0.5,0.5,20,10,10,No difference seen
        Cake,[c],[c],0,[c],[c],0,[c]

        """)
    #expect(
      try table(workspace, "coding-members-remark-together-matrix") == """
        Code,Books,Tea,Cake
        Books,20,10,[c]
        Tea,10,20,[z]
        Cake,[c],[z],[c]

        """)
    #expect(
      try table(workspace, "trend-members-remark-codes-table") == """
        Period,Responses,Books (0 to 1),Tea (0 to 1),Cake (0 to 1)
        "2024, quarter 1",20,0.5,0.5,[c]
        "2024, quarter 2",0,[x],[x],[x]
        "2024, quarter 3",20,0.5,0.5,[c]

        """)
    let severity = try table(workspace, "coding-members-severity")
    #expect(severity.contains("\nHigh,20,0.5,") && severity.contains("\nLow,10,0.25,"))
    #expect(try workspace.runs("verify", "club").exitCode == 0)
  }

  @Test func `nothing is added unless it is asked for`() throws {
    let workspace = try workspace("by: gender")
    try workspace.write(SmallWorkspace.tags, to: "pipelines/club/tags.yaml")
    #expect(try workspace.runs("run", "club").exitCode == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: workspace.outputs.appending(path: "publish/tables").path)
    #expect(
      names.filter { $0.hasPrefix("coding") || $0.hasPrefix("trend") }.sorted() == [
        "coding-coverage.csv", "coding-members-remark-by-gender-table.csv",
        "coding-members-remark-by-gender.csv", "coding-members-remark.csv",
      ])
  }

  @Test func `a trend of what is no date stops the run with its place`() throws {
    let workspace = try workspace("trend: {date: gender}")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 78)
    #expect(
      outcome.errors.hasPrefix(
        """
        error: pipelines/club/pipeline.yaml:22:39: 'gender' must be a date column here
          22 |     - {source: members, trend: {date: gender}}
             |                                       ^

        """))
  }
}
