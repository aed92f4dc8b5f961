import EvaluationData

/// The rules of a code frame made ready for one table: immutable, shared by all tasks.
final class CompiledRules: Sendable {
  /// The rule that a pattern belongs to.
  struct Place {
    let code: Int32
    let rule: Int32
    /// The place of the rule among all rules.
    let index: Int32
    /// Whether a negator among the words of a match denies it.
    let isDeniedInside: Bool
  }

  /// First the patterns that give codes, then those that undo a match, then those of negation.
  let patterns: CompiledPatterns
  /// By pattern, for those that give codes.
  let places: FlatList<Place>
  /// By rule: the patterns that undo its matches.
  let unless: FlatList<Range<Int>>
  /// By rule: what becomes of matches that are denied.
  let negated: FlatList<Negated>
  let negators: Range<Int>
  /// The patterns behind which a negator no longer counts.
  let negationEnds: Range<Int>
  let negationWindow: Int
  let overlap: CodeFrame.Overlap
  let conditions: RuleConditions
  let engine: LiteralEngine
  let expressions: ExpressionEngine
  let programs: ExpressionPrograms
  /// By expression.
  let expressionPlaces: FlatList<Place>
  /// By literal: its part of `owners`.
  let ownersOfLiteral: FlatList<Range<Int>>
  /// The patterns that require a literal.
  let owners: FlatList<Int32>
  let wordsPerRow: Int

  init(_ frame: CodeFrame, for cells: TextCells, of table: Table) throws(TextCodingError) {
    let rules = frame.codes.flatMap(\.rules)
    var patterns = rules.flatMap(\.match).flatMap(\.orders)
    func append(_ further: [Pattern]) -> Range<Int> {
      let first = patterns.count
      patterns += further.flatMap(\.orders)
      return first..<patterns.count
    }
    unless = FlatList(rules.map { append($0.unless) })
    // Negators are looked for only where a rule asks for them.
    let isNegationUsed = rules.contains { $0.negated != .ignore }
    negators = append(isNegationUsed ? frame.negation.negators : [])
    negationEnds = append(isNegationUsed ? frame.negation.ends : [])
    negationWindow = frame.negation.window
    negated = FlatList(rules.map(\.negated))
    overlap = frame.overlap
    var sample = WordSample(of: cells)
    let required = patterns.map { $0.requiredLiterals(in: &sample) }
    self.patterns = CompiledPatterns(patterns, required)
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
    expressionPlaces = FlatList(CompiledRules.expressionPlaces(frame))
    let all = rules.flatMap(\.expressions)
    do throws(RefusedExpression) {
      expressions = try ExpressionEngine(all)
    } catch {
      throw .engine(reason: error.kind.description)
    }
    programs = ExpressionPrograms(all, in: expressions.alphabet)
  }

  private static func expressionPlaces(_ frame: CodeFrame) -> [Place] {
    var places: [Place] = []
    var index: Int32 = 0
    for (code, item) in frame.codes.enumerated() {
      for (rule, tagging) in item.rules.enumerated() {
        let place = Place(
          code: Int32(code), rule: Int32(rule), index: index, isDeniedInside: false)
        places += Array(repeating: place, count: tagging.expressions.count)
        index += 1
      }
    }
    return places
  }

  private static func places(_ frame: CodeFrame) -> [Place] {
    var places: [Place] = []
    var index: Int32 = 0
    for (code, item) in frame.codes.enumerated() {
      for (rule, tagging) in item.rules.enumerated() {
        for pattern in tagging.match {
          let holdsNegator =
            tagging.negated != .ignore && frame.negation.negators.contains { pattern.holds($0) }
          let place = Place(
            code: Int32(code), rule: Int32(rule), index: index, isDeniedInside: !holdsNegator)
          places += Array(repeating: place, count: pattern.orders.count)
        }
        index += 1
      }
    }
    return places
  }
}
