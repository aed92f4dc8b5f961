import EvaluationData

/// The rules of a code frame made ready for one table: immutable, shared by all tasks.
final class CompiledRules: Sendable {
  /// The rule that a pattern belongs to.
  struct Place {
    let code: Int32
    let rule: Int32
    /// The place of the rule among all rules.
    let index: Int32
  }

  /// First the patterns that give codes, then those that undo a match.
  let patterns: CompiledPatterns
  /// By pattern, for those that give codes.
  let places: FlatList<Place>
  /// By rule: the patterns that undo its matches.
  let unless: FlatList<Range<Int>>
  let conditions: RuleConditions
  let engine: LiteralEngine
  /// By literal: its part of `owners`.
  let ownersOfLiteral: FlatList<Range<Int>>
  /// The patterns that require a literal.
  let owners: FlatList<Int32>
  let wordsPerRow: Int

  init(_ frame: CodeFrame, for cells: TextCells, of table: Table) throws(TextCodingError) {
    let rules = frame.codes.flatMap(\.rules)
    var patterns = rules.flatMap(\.match)
    var unless: [Range<Int>] = []
    for rule in rules {
      unless.append(patterns.count..<(patterns.count + rule.unless.count))
      patterns += rule.unless
    }
    var sample = WordSample(of: cells)
    let required = patterns.map { $0.requiredLiterals(in: &sample) }
    self.patterns = CompiledPatterns(patterns, required)
    self.unless = FlatList(unless)
    places = FlatList(CompiledRules.places(frame))
    conditions = RuleConditions(rules, table: table)
    wordsPerRow = ChoiceColumn.wordsPerRow(frame.codes.count)

    // A literal that many patterns require is looked for once.
    var ownersByLiteral: [[UInt8]: [Int32]] = [:]
    for (pattern, required) in required.enumerated() {
      for text in Set(required.texts) { ownersByLiteral[text, default: []].append(Int32(pattern)) }
    }
    let literals = ownersByLiteral.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var first = 0
    ownersOfLiteral = FlatList(
      literals.map { literal in
        defer { first += literal.value.count }
        return first..<(first + literal.value.count)
      })
    owners = FlatList(literals.flatMap(\.value))
    engine = try LiteralEngine(literals.map(\.key))
  }

  private static func places(_ frame: CodeFrame) -> [Place] {
    var places: [Place] = []
    var index: Int32 = 0
    for (code, item) in frame.codes.enumerated() {
      for (rule, tagging) in item.rules.enumerated() {
        let place = Place(code: Int32(code), rule: Int32(rule), index: index)
        places += Array(repeating: place, count: tagging.match.count)
        index += 1
      }
    }
    return places
  }
}
