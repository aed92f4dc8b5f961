package import TextCoding
import Yams

/// Where the rules of a frame stand in their file.
package struct RulePlaces: Sendable {
  /// As messages show it.
  package let file: String
  /// By code and rule.
  private let lines: [[RuleLines]]

  private struct RuleLines: Sendable {
    let rule: Int
    let match: [Int]
  }

  init(file: String, of pipeline: Pipeline) throws(InvalidSpec) {
    let folder = pipeline.workspace.pipelineFolder
    let shown = "\(pipeline.workspace.shown(folder))/\(file)"
    let text = try readSpecFile("\(folder)/\(file)", shown: shown)
    self.init(try SpecDocument(file: shown, text: text, grammar: taggingRulesGrammar))
  }

  init(_ document: SpecDocument) {
    file = document.file
    let further = document.root["rules"]?.items ?? []
    let codes = document.root["codes"]?.entries ?? []
    let rules = codes.map { key, node in
      (node["rules"]?.items ?? []) + further.filter { $0.text("code") == key.text }
    }
    // Behind its own rules a code has those that are its when they are denied.
    let denied = rules.joined().filter { $0.text("negated")?.hasPrefix("as ") ?? false }
    lines = zip(codes, rules).map { code, own in
      let given = denied.filter { rule in
        rule.text("negated")?.split(separator: " ").last.map(String.init) == code.key.text
      }
      return (own + given).map { rule in
        RuleLines(
          rule: rule.line, match: ["match", "regex"].flatMap { rule[$0]?.items ?? [] }.map(\.line))
      }
    }
  }

  /// The file and line of a rule.
  package func place(code: Int, rule: Int) -> String { "\(file):\(lines[code][rule].rule)" }

  /// The file and line of a pattern.
  package func place(of pattern: PatternPlace) -> String {
    let rule = lines[pattern.code][pattern.rule]
    let line =
      rule.match.indices.contains(pattern.pattern) ? rule.match[pattern.pattern] : rule.rule
    return "\(file):\(line)"
  }
}

extension SpecNode {
  fileprivate var line: Int { node.mark?.line ?? 0 }
}
