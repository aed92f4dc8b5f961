import EvaluationData
import TextCoding

/// Reads a tagging-rules file.
struct RulesReader {
  let document: SpecDocument
  private var errors: [SpecError] = []
  private var names: [String] = []
  private var places: [String: Int] = [:]
  private var spellings = Spellings()
  /// The regular expressions read so far, with their places.
  private var expressions: [(expression: Expression, node: SpecNode)] = []

  init(document: SpecDocument) { self.document = document }

  mutating func read() throws(InvalidSpec) -> CodeFrame {
    let root = document.root
    let codes = root["codes"]?.entries ?? []
    names = codes.map(\.key.text)
    for (place, name) in names.enumerated() { places[name] = place }
    readSpellings(root["spellings"])
    var frame = CodeFrame(codes: [])
    frame.spellings = spellings
    readSettings(of: &frame)
    let further = root["rules"]?.items ?? []
    var rulesOfCode = codes.map { $0.value["rules"]?.items ?? [] }
    for rule in further {
      if let code = rule["code"].flatMap({ place(of: $0) }) { rulesOfCode[code].append(rule) }
    }
    /// By code: its own rules, then those that others give it when denied.
    var given: [[TaggingRule]] = Array(repeating: [], count: codes.count)
    for (place, (key, node)) in codes.enumerated() {
      frame.codes.append(code(key, node))
      for node in rulesOfCode[place] { frame.codes[place].rules.append(rule(node, given: &given)) }
    }
    for place in codes.indices { frame.codes[place].rules += given[place] }
    let parents = codes.map { _, node in node["parent"].flatMap { place(of: $0) } }
    refuseCycles(parents, codes.map(\.value))
    checkExpressions()
    guard errors.isEmpty else { throw InvalidSpec(errors: errors) }
    for (code, parent) in parents.enumerated() { frame.codes[code].parent = parent }
    return frame
  }

  // MARK: What holds for all codes

  private mutating func readSettings(of frame: inout CodeFrame) {
    let root = document.root
    frame.language = root.text("language")
    if let column = root["language_column"], frame.language == nil {
      errors.append(
        document.error(
          "'language_column' needs 'language', for the rules that name none", at: column))
    }
    frame.negation.negators = patterns(root["negators"])
    frame.negation.ends = patterns(root["negation_ends"])
    frame.negation.window = root.integer("negation_window") ?? frame.negation.window
    for key in ["negation_window", "negation_ends"] where root["negators"] == nil {
      if let node = root[key] {
        errors.append(document.error("'\(key)' needs 'negators'", at: node))
      }
    }
    frame.overlap = root.text("overlap").flatMap(CodeFrame.Overlap.init(rawValue:)) ?? .all
  }

  private mutating func readSpellings(_ node: SpecNode?) {
    for group in node?.items ?? [] {
      do throws(SpellingError) {
        try spellings.add(group.items.map(\.text))
      } catch {
        let node = group.items.indices.contains(error.index) ? group.items[error.index] : group
        errors.append(document.error(error.description, at: node))
      }
    }
  }

  /// The place of a code in the frame; nil, and an error, when there is none of that name.
  private mutating func place(of node: SpecNode) -> Int? { place(of: node.text, in: node) }

  private mutating func place(of name: String, in node: SpecNode, offset: Int = 0) -> Int? {
    if let place = places[name] { return place }
    let hint =
      nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "known: \(names.joined(separator: ", "))"
    errors.append(
      document.error("there is no code '\(name)'; \(hint)", at: node, offset: offset))
    return nil
  }

  /// A code that is a part of itself: each ring is told once, at its first code.
  private mutating func refuseCycles(_ parents: [Int?], _ nodes: [SpecNode]) {
    var told: Set<Int> = []
    for code in parents.indices where !told.contains(code) {
      var chain = [code]
      while let parent = parents[chain[chain.count - 1]], !chain.contains(parent) {
        chain.append(parent)
      }
      guard parents[chain[chain.count - 1]] == code, let node = nodes[code]["parent"] else {
        continue
      }
      told.formUnion(chain)
      let ring = (chain + [code]).map { names[$0] }.joined(separator: " → ")
      errors.append(
        document.error("a code cannot be a part of itself: \(ring)", at: node))
    }
  }

  // MARK: Codes

  /// A code without its rules.
  private mutating func code(_ key: SpecNode, _ node: SpecNode) -> Code {
    var code = Code(
      name: Named(key.text, label: node.text("label") ?? key.text),
      definition: node.text("definition") ?? "", rules: [])
    code.guidance.include = node.texts("include")
    code.guidance.exclude = node.texts("exclude")
    code.colour = colour(node["colour"])
    code.links.outcomes = node["links"]?.texts("outcomes") ?? []
    code.links.themes = node["links"]?.texts("themes") ?? []
    code.examples.match = node["examples"]?.texts("match") ?? []
    code.examples.noMatch = node["examples"]?.texts("no_match") ?? []
    return code
  }

  private mutating func colour(_ node: SpecNode?) -> String? {
    guard let node else { return nil }
    let digits = node.text.dropFirst()
    guard node.text.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ $0.isHexDigit }),
      digits.allSatisfy(\.isASCII)
    else {
      errors.append(
        document.error("a colour is written as \"#1f77b4\", in quotation marks", at: node))
      return nil
    }
    return node.text.lowercased()
  }

  // MARK: Rules

  /// A rule of a code; what it gives another code when denied is added to `given`.
  private mutating func rule(_ node: SpecNode, given: inout [[TaggingRule]]) -> TaggingRule {
    var rule = TaggingRule(
      match: patterns(node["match"]), unless: patterns(node["unless"]),
      conditions: (node["when"]?.entries ?? []).map { column, levels in
        TaggingRule.Condition(column: column.text, levels: Set(levels.items.map(\.text)))
      })
    rule.expressions = expressions(node["regex"])
    if node["match"] == nil, node["regex"] == nil {
      errors.append(document.error("a rule needs 'match' or 'regex'", at: node))
    }
    rule.language = node.text("language")
    if let column = document.root.text("language_column"),
      let language = rule.language ?? document.root.text("language")
    {
      rule.conditions.append(
        TaggingRule.Condition(column: column, levels: [language], allowsMissing: true))
    }
    if let node = node["negated"] { readNegated(node, of: &rule, given: &given) }
    rule.tone = RuleTone(
      severity: node.text("severity").flatMap(Severity.init(rawValue:)),
      sentiment: node.text("sentiment").flatMap(Sentiment.init(rawValue:)))
    return rule
  }

  private mutating func readNegated(
    _ node: SpecNode, of rule: inout TaggingRule, given: inout [[TaggingRule]]
  ) {
    let words = node.text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("ignore", 1): return
    case ("drop", 1): rule.negated = .drop
    case ("only", 1): rule.negated = .only
    case ("as", 2):
      if let code = place(of: words[1], in: node, offset: node.text.count - words[1].count) {
        var other = rule
        other.negated = .only
        given[code].append(other)
      }
      rule.negated = .drop
    default:
      errors.append(
        document.error(
          "'negated' must be ignore, drop, only, or as and the name of a code", at: node))
      return
    }
    if document.root["negators"] == nil {
      errors.append(
        document.error(
          "the file has no 'negators': list the words that deny, such as [not, never]", at: node))
    }
  }

  private mutating func expressions(_ node: SpecNode?) -> [Expression] {
    var found: [Expression] = []
    for item in node?.items ?? [] {
      do throws(ExpressionError) {
        found.append(try Expression(item.text))
        expressions.append((found[found.count - 1], item))
      } catch {
        errors.append(
          document.error(
            "in the expression '\(item.text)': \(error)", at: item, offset: error.offset))
      }
    }
    return found
  }

  private mutating func checkExpressions() {
    do throws(RefusedExpression) {
      try check(expressions.map(\.expression))
    } catch {
      let (expression, node) = expressions[error.index]
      errors.append(
        document.error("in the expression '\(expression.text)': \(error.kind)", at: node))
    }
  }

  private mutating func patterns(_ node: SpecNode?) -> [Pattern] {
    var patterns: [Pattern] = []
    for item in node?.items ?? [] {
      do throws(PatternError) {
        patterns.append(try Pattern(item.text).spelled(by: spellings))
      } catch {
        errors.append(
          document.error(
            "in the pattern '\(item.text)': \(error)", at: item, offset: error.offset))
      }
    }
    return patterns
  }
}

extension SpecNode {
  fileprivate func texts(_ key: String) -> [String] { self[key]?.items.map(\.text) ?? [] }
}

extension SpecDocument {
  /// Every place of a tagging-rules file that names a column and levels of it.
  var conditions: [(column: SpecNode, levels: SpecNode)] {
    let own = root["codes"]?.entries.flatMap { $0.value["rules"]?.items ?? [] } ?? []
    let rules = own + (root["rules"]?.items ?? [])
    var conditions = rules.flatMap { rule in
      (rule["when"]?.entries ?? []).map { ($0.key, $0.value) }
    }
    if let column = root["language_column"] {
      let languages = [root["language"]] + rules.map { $0["language"] }
      conditions += languages.compactMap { $0 }.map { (column, $0) }
    }
    return conditions
  }
}
