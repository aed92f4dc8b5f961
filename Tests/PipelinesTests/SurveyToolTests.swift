import EvaluationData
import Foundation
import Pipelines
import Testing

/// One multi-select of a fixture in `LoadingTests/Fixtures/surveys`, as whoever wrote it says.
private struct Expected: Decodable {
  struct Question: Decodable {
    let question: String
    let choices: [String]
    /// For each row what was chosen; null where nothing was recorded.
    let chosen: [[String]?]
    let other: [String?]?
  }

  /// A row, counted from 1, that is no answer of a participant, and whether it is left out.
  struct Drop: Decodable {
    let row: Int
    let reason: String

    var isLeftOut: Bool { !reason.hasSuffix("(reported, not dropped)") }
  }

  let multi_select: [Question]
  let drop: [Drop]
}

/// What a pipeline says about the multi-select of one tool's export.
private struct Tool: CustomTestStringConvertible {
  let file: String
  /// The keys of the column, but for its choices.
  let keys: String
  /// Where the tool writes the answers in people's own words, if it asks for them.
  var others: String? = ""
  /// A column that would otherwise look like one of the question.
  var further = ""

  var testDescription: String { file }

  static let question = "header: \"Which of these have you taken part in? (tick all that apply)\""

  static let all = [
    Tool(file: "google-forms-responses", keys: question),
    Tool(file: "google-forms-sheet", keys: question),
    Tool(file: "microsoft-forms-survey", keys: question),
    Tool(file: "microsoft-forms-quiz", keys: "header: \"What are your rights…\""),
    Tool(file: "surveymonkey-expanded", keys: question),
    Tool(file: "surveymonkey-condensed", keys: question),
    Tool(file: "qualtrics-text", keys: question),
    Tool(file: "qualtrics-numeric", keys: question),
    Tool(file: "qualtrics-split", keys: question),
    Tool(file: "qualtrics-two-rows", keys: question),
    Tool(file: "qualtrics-legacy", keys: question),
    Tool(
      file: "jisc-v2-text", keys: question,
      others: "header: \"If you selected Other, please specify:\""),
    Tool(file: "jisc-v2-coded", keys: "header: Q2", others: "header: Q2_a"),
    Tool(
      file: "jisc-v3", keys: question, others: "header: \"If you selected Other, please specify\""),
    Tool(file: "smartsurvey-text", keys: "header: Q2"),
    Tool(file: "smartsurvey-single-column", keys: question),
    Tool(
      file: "kobo-labels", keys: "header: \"Taking part.Which of these have you taken part in?\"",
      others: nil),
    Tool(file: "kobo-legacy", keys: "header: part/activities", others: nil),
    Tool(
      file: "kobo-xml", keys: "header: part/activities", others: nil,
      further: "note: {type: text, header: part/activities_other}"),
    Tool(file: "odk-central", keys: "header: part-activities", others: nil),
  ]
}

@Suite struct SurveyToolTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "LoadingTests/Fixtures/surveys")

  private func expected(_ tool: Tool) throws -> Expected {
    let json = try Data(
      contentsOf: SurveyToolTests.folder.appending(path: "\(tool.file).expected.json"))
    return try JSONDecoder().decode(Expected.self, from: json)
  }

  private func pipeline(_ tool: Tool, _ question: Expected.Question) -> String {
    let isOther = { (choice: String) in choice.hasPrefix("Other") || choice == "7" }
    let choices = question.choices.filter { !isOther($0) }
      .map { "\"\(Named.slug($0))\": \"\($0)\"" }.joined(separator: ", ")
    let activities = """
      activities:
              type: multi-select
              \(tool.keys)
              choices: {\(choices)}
      """
    let others = tool.others.map { keys in
      """

              other: ["Other (please specify)", Other, "7"]
              other_text: activities_other
            activities_other: {type: text\(keys.isEmpty ? "" : ", " + keys)}
      """
    }
    return """
      title: T
      period: {start: 2026-01-01, end: 2026-12-31}
      sources: {s: {title: S, files: \(tool.file).csv}}
      schema:
        s:
          columns:
            \(tool.further)
            \(activities)\(others ?? "")
      measures: {}
      """
  }

  private func table(_ tool: Tool, _ question: Expected.Question) async throws -> Evaluation {
    let workspace = try TemporaryWorkspace()
    try workspace.write(pipeline(tool, question), to: "pipelines/p/pipeline.yaml")
    return try await workspace.evaluated(dataFolder: SurveyToolTests.folder.path)
  }

  @Test(arguments: Tool.all)
  fileprivate func `every tool's export gives what people chose`(tool: Tool) async throws {
    let expected = try expected(tool)
    let question = try #require(expected.multi_select.first)
    let evaluation = try await table(tool, question)
    let column = try #require(evaluation.tables.first?.choices("activities"))
    let words = evaluation.tables.first?.text("activities_other")
    let leftOut = expected.drop.filter(\.isLeftOut).map(\.row)
    let kept = question.chosen.indices.filter { !leftOut.contains($0 + 1) }
    try #require(column.count == kept.count)
    for (row, place) in kept.enumerated() {
      let other = question.other?[place] ?? nil
      var wanted = question.chosen[place].map { chosen in
        Set(chosen.map { $0.hasPrefix("Other") || $0 == "7" ? "other" : Named.slug($0) })
      }
      if other != nil { wanted = (wanted ?? []).union(["other"]) }
      let chosen = column.isMissing(row) ? nil : column.names(row)
      #expect(chosen == wanted, "row \(row)")
      #expect(words?[row].value == other, "row \(row)")
    }
    let ofTools: Set<ProblemKind> = [
      .testResponse, .spamResponse, .unfinishedResponse, .rejectedResponse,
    ]
    #expect(evaluation.problems.filter { !ofTools.contains($0.kind) }.map(\.description) == [])
  }
}

extension ChoiceColumn {
  fileprivate func names(_ row: Int) -> Set<String> {
    Set(choices.indices.filter { contains($0, row: row) }.map { choices[$0].name })
  }
}
