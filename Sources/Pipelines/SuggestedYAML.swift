import EvaluationData
import Statistics
import TextCoding

extension SuggestedRules {
  /// A draft of a tagging-rules file.
  package func yaml(title: String) -> String {
    let percent = Int((100 * settings.keepBack).rounded())
    var lines = [
      "# A draft, learned from the codes that people gave to \(learn.count) responses; the responses",
      "# of \(percent) in 100 people, \(keep.count), were kept back to try it on. Seed: \(settings.seed).",
      "# Read every line before you use it: words may be there by chance, or be somebody's name.",
      "# Behind each word: how many responses with it carry the code, of how many that have it.",
    ]
    if examples.contains(where: { !$0.isEmpty }) {
      lines.append("# The examples are what people wrote. Take them out before you share the file.")
    }
    lines += ["title: \(yamlText(title))", "codes:"]
    for (place, code) in codes.enumerated() where !code.rules.isEmpty {
      lines += yaml(code, examples: examples[place])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func yaml(_ code: SuggestedCode, examples: [String]) -> [String] {
    var lines = [
      "  \(yamlText(code.name.name)):", "    label: \(yamlText(code.name.label))",
      "    # \(code.uses) uses by people; F1 on the responses kept back: \(f1(of: code))",
    ]
    for example in examples { lines.append("    # Example: \(yamlText(example))") }
    lines.append("    rules:")
    for rule in code.rules {
      lines.append("      - match:")
      for term in rule.terms {
        let pattern = "          - \(quoted(term.pattern))"
        let padding = String(repeating: " ", count: max(1, 40 - pattern.count))
        lines.append("\(pattern)\(padding)# \(term.coded) of \(term.found)")
      }
      if !rule.unless.isEmpty {
        lines.append("        unless:")
        for pattern in rule.unless { lines.append("          - \(quoted(pattern))") }
      }
      for condition in rule.conditions {
        let levels = condition.levels.sorted().map { quoted($0) }.joined(separator: ", ")
        lines.append("        when: {\(yamlText(condition.column)): [\(levels)]}")
      }
    }
    return lines
  }

  private func f1(of code: SuggestedCode) -> String {
    let kept = agreement.first { $0.code.name == code.name.name }?.kept
    return kept?.f1.map { twoDecimals($0.estimate) } ?? "none"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// A number from 0 to 1 with two decimals.
package func twoDecimals(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
