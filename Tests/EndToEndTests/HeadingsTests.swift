import Foundation
import Testing

/// Questions that are long, asked in other words, spread over columns or told by file names.
@Suite struct HeadingsTests {
  private func text(_ workspace: SmallWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.outputs.appending(path: path), encoding: .utf8)
  }

  /// A survey of two quarters.
  private func survey(
    _ column: String = "{header: What should we do differently?, type: text}",
    first: String = "Id,1. What should we do differently?*\n1,more books\n2,tea\n",
    second: String
  ) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(
      """
      title: Reading club
      period: {start: 2024-01-01, end: 2024-12-31}
      sources:
        survey: {title: Survey, files: survey-*.csv}
      schema:
        survey:
          free_text: differently
          columns:
            id: {header: Id, type: id}
            differently: \(column)
      coding:
        - {source: survey, rules: tags.yaml}
      measures:
        coding:
          - {source: survey}
      """, to: "pipelines/club/pipeline.yaml")
    try workspace.write(first, to: "data/club/survey-1.csv")
    try workspace.write(second, to: "data/club/survey-2.csv")
    return workspace
  }

  @Test func `a wording that changed stops the run, and is read once somebody accepted it`()
    throws
  {
    let workspace = try survey(second: "Id,What could we do differently next time?\n3,tea\n")
    let stopped = try workspace.runs("run", "club")
    #expect(
      stopped.errors == """
        error: survey-2.csv:1: column-missing: expected a column 'What should we do differently?'; \
        the nearest heading is 'What could we do differently next time?'; the meaning may have \
        changed: 'next' in one of them only
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        survey,differently,What could we do differently next time?,,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.

        """)
    #expect(stopped.exitCode == 65)
    // The very lines of the message, with a name.
    let lines = stopped.errors.split(separator: "\n")
      .filter { $0.hasPrefix("source,") || $0.hasPrefix("survey,") }
    let decision = lines.joined(separator: "\n").replacing("?,,", with: "?,Ada,2024-12-01") + "\n"
    try workspace.write(decision, to: "data/club/decisions/headings.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors == "")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("no problems found in the data"))
    #expect(try text(workspace, "internal/findings.csv").contains(",Tea,,,,count,2,"))
    #expect(try text(workspace, "publish/manifest.json").contains("decisions/headings.csv"))
  }

  @Test func `where the column may be absent the changed wording is a problem`() throws {
    let workspace = try survey(
      "{header: What should we do differently?, type: text, optional: true}",
      second: "Id,What could we do differently next time?\n3,tea\n")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains(
        "1 × changed-heading: A question that may have been asked in other words; first at "
          + "survey-2.csv:1"))
    #expect(try text(workspace, "internal/findings.csv").contains(",Tea,,,,count,1,"))
    #expect(
      try text(workspace, "internal/problems.csv").contains(
        "changed-heading,survey-2.csv,1,What should we do differently?,"))
  }

  // MARK: Several choices

  private static let choices = """
    {header: "Why did you come? (tick all that apply)", type: multi-select,
          choices: {books: Books, people: "People, tea and talk"},
          other: [Other, Other (please specify)], other_text: differently}
    """

  @Test func `files of two tools are read as one question, own answers as its free text`() throws {
    let workspace = try survey(
      "{type: text}\n      why: " + HeadingsTests.choices,
      first: "Id,Why did you come? (tick all that apply)\n1,\"Books, People, tea and talk\"\n"
        + "2,\"People, tea and talk, more tea\"\n3,\n4,reading aloud\n",
      second: """
        Survey,,,
        Id,Why did you come? (tick all that apply) - Books,\
        "Why did you come? (tick all that apply) - People, tea and talk",\
        Why did you come? (tick all that apply) - Other (please specify)
        5,Books,,tea
        6,,"People, tea and talk",
        7,,,

        """)
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors == "")
    #expect(outcome.exitCode == 0)
    let findings = try text(workspace, "internal/findings.csv")
    #expect(findings.contains(",Books,,,,count,1,"))
    #expect(findings.contains(",Tea,,,,count,2,"))
    // Two of the seven chose nothing.
    #expect(findings.contains("data-quality/survey/why/skipped/count"))
    #expect(
      findings.split(separator: "\n").first { $0.hasPrefix("data-quality/survey/why/skipped/") }?
        .contains(",count,2,") == true)
  }

  @Test func `choices that cannot be told apart when joined are refused`() throws {
    let workspace = try survey(
      "{type: text}\n      why: {type: multi-select, choices: {a: Group, b: \"Group, online\", c: Online}}",
      second: "Id\n1\n")
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.errors == """
        error: pipelines/club/pipeline.yaml:11:56: 'Group' and 'Online' joined by ',' cannot be \
        told from 'Group, online'; state a 'separator' that stands in no choice
          11 |       why: {type: multi-select, choices: {a: Group, b: "Group, online", c: Online}}
             |                                                        ^

        """)
    #expect(outcome.exitCode == 78)
  }

  // MARK: File names

  @Test func `parts of file names are columns`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("files: members.csv", to: "files: \"{gender}s.csv\"")
    let pipeline = try String(
      contentsOf: workspace.url.appending(path: "pipelines/club/pipeline.yaml"), encoding: .utf8)
    try workspace.write(
      pipeline.replacing("gender: {header: Gender, ", with: "gender: {"),
      to: "pipelines/club/pipeline.yaml")
    try workspace.remove("data/club/members.csv")
    for (file, rows) in [("Females", 3), ("males", 2)] {
      try workspace.write(
        "ID,Joined,Remark\n"
          + (0..<rows).map { "\(file)\($0),1/3/2024,the books\n" }.joined(),
        to: "data/club/\(file).csv")
    }
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.errors == "")
    let findings = try text(workspace, "internal/findings.csv")
    #expect(findings.contains("coding/members/remark/books/gender=female/count,"))
    #expect(
      findings.split(separator: "\n").first {
        $0.hasPrefix("coding/members/remark/books/gender=male/count,")
      }?.contains(",count,2,") == true)
  }

  @Test func `a name in braces that is no column is refused where it stands`() throws {
    let workspace = try SmallWorkspace()
    try workspace.changePipeline("files: members.csv", to: "files: \"members-{gendr}.csv\"")
    let outcome = try workspace.runs("check", "club")
    #expect(
      outcome.errors == """
        error: pipelines/club/pipeline.yaml:6:21: there is no column 'gendr'; did you mean \
        '{gender}'?
          6 |     files: "members-{gendr}.csv"
            |                     ^

        """)
    #expect(outcome.exitCode == 78)
  }
}
