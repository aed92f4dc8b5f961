import EvaluationData
import TextCoding

/// Reads a tagging-rules file.
struct RulesReader {
  let document: SpecDocument
  private var errors: [SpecError] = []

  init(document: SpecDocument) { self.document = document }

  mutating func read() throws(InvalidSpec) -> CodeFrame {
    let codes = document.root["codes"]?.entries ?? []
    let names = codes.map(\.key.text)
    let further = document.root["rules"]?.items ?? []
    for rule in further {
      guard let code = rule["code"], !names.contains(code.text) else { continue }
      let hint =
        nearestName(to: code.text, among: names).map { "did you mean '\($0)'?" }
        ?? "known: \(names.joined(separator: ", "))"
      errors.append(document.error("there is no code '\(code.text)'; \(hint)", at: code))
    }
    var frame: [Code] = []
    for (key, node) in codes {
      let own = node["rules"]?.items ?? []
      let rules = (own + further.filter { $0.text("code") == key.text }).map { rule($0) }
      frame.append(
        Code(
          name: Named(key.text, label: node.text("label") ?? key.text),
          definition: node.text("definition") ?? "", rules: rules))
    }
    guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
    return CodeFrame(codes: frame)
  }

  private mutating func rule(_ node: SpecNode) -> TaggingRule {
    TaggingRule(
      match: patterns(node["match"]), unless: patterns(node["unless"]),
      conditions: (node["when"]?.entries ?? []).map { column, levels in
        TaggingRule.Condition(column: column.text, levels: Set(levels.items.map(\.text)))
      })
  }

  private mutating func patterns(_ node: SpecNode?) -> [Pattern] {
    var patterns: [Pattern] = []
    for item in node?.items ?? [] {
      do throws(PatternError) {
        patterns.append(try Pattern(item.text))
      } catch {
        errors.append(document.error("in the pattern '\(item.text)': \(error)", at: item))
      }
    }
    return patterns
  }
}

extension SpecDocument {
  /// Every block of a tagging-rules file that says under which levels a rule applies.
  var conditions: [(column: SpecNode, levels: SpecNode)] {
    let own = root["codes"]?.entries.flatMap { $0.value["rules"]?.items ?? [] } ?? []
    let further = root["rules"]?.items ?? []
    return (own + further).flatMap { rule in
      (rule["when"]?.entries ?? []).map { ($0.key, $0.value) }
    }
  }
}
