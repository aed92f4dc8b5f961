import ArgumentParser
import EvaluationData
import Pipelines
import TextCoding

struct RulesExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show which codes a text gets, by which rules and words, and what nearly gave one.",
    discussion: """
      Give the text in quotation marks, or none, and type it or pipe it in: each line is then a \
      text. No data are read. Conditions on columns (`when`) are shown, not tested.
      """)

  @Argument(help: "The pipeline: its name, its folder or its pipeline.yaml.")
  var pipeline: String

  @Argument(help: "The text, in quotation marks; read from standard input when absent.")
  var text: String?

  @Option(help: "The source whose rules are meant, where the pipeline codes several.")
  var source: String?

  func run() async throws {
    try await reporting {
      let pipeline = try await Pipeline(
        Workspace(argument: pipeline, currentFolder: currentFolder()))
      let rules = try pipeline.rules(source: source)
      if let text {
        try await show(text, rules)
      } else {
        while let line = readLine() {
          if line.isEmpty { continue }
          print("> \(oneLine(line))")
          try await show(line, rules)
        }
      }
      leave()
    }
  }

  private func show(_ text: String, _ rules: [RulesOfSource]) async throws {
    for rules in rules {
      let evidence = try await explain(text, by: rules.frame)
      let given = evidence.filter { $0.outcome == .given }
      if given.isEmpty { print("no code") }
      for line in lines(given, rules) { print(line) }
      let nearly = evidence.filter { $0.outcome != .given }
      guard !nearly.isEmpty else { continue }
      print("nearly:")
      for line in lines(nearly, rules) { print(line) }
    }
  }

  private func lines(_ evidence: [Evidence], _ rules: RulesOfSource) -> [String] {
    var lines: [String] = []
    var code = -1
    for item in evidence {
      if item.place.code != code {
        code = item.place.code
        let name = rules.frame.codes[code].name
        lines.append(
          name.label == name.name ? "  \(name.name)" : "  \(name.name): \(name.label)")
      }
      lines.append(
        "    '\(oneLine(item.words))' by \"\(item.pattern)\" (\(rules.places.place(of: item.place)))"
      )
      for condition in item.conditions {
        lines.append(
          "      only when \(condition.column) is "
            + condition.levels.sorted().joined(separator: " or "))
      }
      switch item.outcome {
      case .given: break
      case .excluded(let pattern, let words):
        lines.append("      not counted: '\(oneLine(words))' is excluded by \"\(pattern)\"")
      case .dropped: lines.append("      not counted: denied, or overlapped by a longer match")
      }
    }
    return lines
  }
}
