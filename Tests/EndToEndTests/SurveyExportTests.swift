import Foundation
import Testing

/// Exports of survey tools, through a whole run.
@Suite struct SurveyExportTests {
  private static func pipeline(_ columns: String, preset: String = "") -> String {
    """
    title: Panel survey
    period: {start: 2026-01-01, end: 2026-12-31}
    sources:
      answers:
        title: Answers
        files: answers.csv
    \(preset)
    schema:
      answers:
        free_text: different
        columns:
    \(columns)
    coding:
      - {source: answers, rules: tags.yaml}
    measures:
      coding:
        - {source: answers, by: age}
      frequencies:
        - {source: answers, variables: [age, heard]}
      trend:
        - {source: answers, date: began, variable: heard, levels: [sa, a]}
    """
  }

  private static let levels = """
          age:
            header: What is your age group?
            type: category
            levels: {young: 16-24, adult: 25-44, middle: 45-64, old: 65+}
            missing: {Prefer not to say: prefer-not-to-say}
    """

  private static let qualtrics = """
          began: {header: StartDate, type: date}
    \(levels)
          heard:
            header: How far do you agree? - I was listened to
            type: category
            levels: {sa: Strongly agree, a: Agree, d: Disagree, sd: Strongly disagree}
          different: {header: Q5, type: text}
    """

  private static let microsoft = """
          began: {header: Start time, type: date}
    \(levels)
          heard:
            header: I was listened to
            type: category
            levels: {sa: Strongly agree, a: Agree, d: Disagree, sd: Strongly disagree}
          different: {header: What should we do differently?, type: text}
    """

  private func workspace(
    _ fixture: String, _ columns: String, preset: String = ""
  ) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let file = packageFolder.appending(path: "Tests/LoadingTests/Fixtures/surveys/\(fixture).csv")
    try workspace.write(try Data(contentsOf: file), to: "data/club/answers.csv")
    try workspace.write(
      SurveyExportTests.pipeline(columns, preset: preset), to: "pipelines/club/pipeline.yaml")
    return workspace
  }

  @Test func `an export of Qualtrics counts the answers of participants`() throws {
    let workspace = try workspace("qualtrics-text", SurveyExportTests.qualtrics)
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let counts = try workspace.counts()
    #expect(counts["process-quality/answers/age/young/count"] == 1)
    #expect(counts["process-quality/answers/age/adult/count"] == 2)
    #expect(counts["process-quality/answers/heard/sa/count"] == 1)
    let problems = try workspace.output("internal/problems.csv")
    #expect(problems.contains("test-response,answers.csv,6,,answers of participants,"))
    #expect(problems.contains("spam-response,answers.csv,11,,answers of participants,"))
    #expect(problems.contains("unfinished-response,answers.csv,"))
    #expect(try workspace.output("publish/manifest.json").contains("\"tool\": \"qualtrics\""))
  }

  @Test func `an export of Microsoft Forms is read month first where it says no other`() throws {
    let workspace = try workspace("microsoft-forms-survey", SurveyExportTests.microsoft)
    // Without the days above twelve nothing but the tool tells the order.
    let export = try String(
      contentsOf: workspace.url.appending(path: "data/club/answers.csv"), encoding: .utf8)
    try workspace.write(export.replacing("3/20/26", with: "3/10/26"), to: "data/club/answers.csv")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let findings = try workspace.output("internal/findings.csv")
    #expect(findings.contains("2026-03"))
    #expect(findings.contains("2026-04"))
    #expect(!findings.contains("2026-02"))
    let counts = try workspace.counts()
    #expect(counts["process-quality/answers/heard/a/count"] == 4)
    #expect(try workspace.output("publish/manifest.json").contains("\"tool\": \"microsoft-forms\""))
  }

  @Test func `a stated tool that the file does not come from is told`() throws {
    let workspace = try workspace(
      "microsoft-forms-survey", SurveyExportTests.microsoft, preset: "    preset: qualtrics")
    let outcome = try workspace.runs("check", "club")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      outcome.output.contains(
        "answers.csv: wrong-preset: expected an export of Qualtrics, found one of Microsoft Forms"))
  }

  @Test func `with preset none all rows count`() throws {
    let workspace = try workspace("qualtrics-two-rows", SurveyExportTests.qualtrics)
    let plain = try workspace.runs("inspect", "data/club/answers.csv")
    #expect(plain.output.contains("  survey tool  Qualtrics: its columns are called as Qualtrics"))
    let changed = SurveyExportTests.pipeline(
      """
            began: {header: StartDate, type: date}
      \(SurveyExportTests.levels.replacing("What is your age group?", with: "Q1"))
            heard:
              header: Q3_1
              type: category
              levels: {sa: Strongly agree, a: Agree, d: Disagree, sd: Strongly disagree}
            different: {header: Q5, type: text}
      """, preset: "    preset: none")
    try workspace.write(changed, to: "pipelines/club/pipeline.yaml")
    let outcome = try workspace.runs("run", "club")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try workspace.counts()["process-quality/answers/age/young/count"] == 2)
    #expect(!(try workspace.output("publish/manifest.json").contains("\"tool\"")))
  }

  @Test func `a tool that nobody knows is refused with the known ones`() throws {
    let workspace = try workspace(
      "qualtrics-text", SurveyExportTests.qualtrics, preset: "    preset: surveymonky")
    let outcome = try workspace.runs("check", "club")
    #expect(outcome.exitCode == 78)
    #expect(outcome.errors.contains("did you mean 'surveymonkey'?"))
  }
}
