package import EvaluationData

/// Responses that people have coded, to learn tagging rules from.
package struct CodedByPeople: Sendable {
  package let table: Table
  package let text: String
  /// The codes that people gave, row by row as in the table.
  package let codes: ChoiceColumn
  /// Which rows belong together, such as those of one person; by row of the table.
  package let groups: [String]
  /// Category columns by which rules may be limited.
  package let attributes: [String]

  package init(
    table: Table, text: String, codes: ChoiceColumn, groups: [String], attributes: [String]
  ) {
    self.table = table
    self.text = text
    self.codes = codes
    self.groups = groups
    self.attributes = attributes
  }

  /// The rows with a text of which people have said which codes they carry, also where none.
  package var rows: [Int] {
    guard let cells = table.text(text) else { return [] }
    return (0..<table.rowCount).filter { row in
      guard !cells.reasons.isMissing(row) else { return false }
      return codes.missingReason(row).map { $0 == .skipped } ?? true
    }
  }

  /// The rows to learn from, and those that are kept back: whole groups, by a seeded draw.
  package func split(keepingBack share: Double, seed: UInt64) -> (learn: [Int], keep: [Int]) {
    let rows = rows
    let isKept = rows.map { seededUniform(groups[$0], seed: seed) < share }
    return (
      zip(rows, isKept).filter { !$0.1 }.map(\.0), zip(rows, isKept).filter { $0.1 }.map(\.0)
    )
  }
}

/// A term of a suggested rule with what it is worth on the responses that it was learned from.
package struct SuggestedTerm: Sendable, Hashable {
  package let pattern: String
  /// Responses with the term that carry the code, and all responses with it.
  package let coded: Int
  package let found: Int
  package let g2: Double
}

/// A suggested rule: terms that share their conditions.
package struct SuggestedRule: Sendable, Hashable {
  package let terms: [SuggestedTerm]
  package let unless: [String]
  package let conditions: [TaggingRule.Condition]
}

/// The rules suggested for one code.
package struct SuggestedCode: Sendable, Hashable {
  package let name: Named
  /// How many of the responses learned from carry it.
  package let uses: Int
  package let rules: [SuggestedRule]
}

/// Learns rules for every code that people gave at least `leastUses` times in `rows`.
///
/// Terms are words, stems with a star, phrases, two words near each other, and short comments. How
/// much evidence a term needs is chosen for each code on parts of `rows` that were not learned
/// from. The result depends neither on `width` nor on the order of work.
package func suggestRules(
  from coded: CodedByPeople, rows: [Int], leastUses: Int, seed: UInt64, width: Int
) async -> [SuggestedCode] {
  guard let cells = coded.table.text(coded.text) else { return [] }
  let lesson = Lesson(coded, cells, rows: rows, seed: seed)
  let codes = coded.codes.choices.indices.filter { code in
    rows.count { coded.codes.contains(code, row: $0) } >= leastUses
  }
  return await concurrentMap(codes.count, width: width) { place in
    lesson.suggestion(for: codes[place], named: coded.codes.choices[codes[place]])
  }
}

/// What is learned from, the same for all codes.
private struct Lesson: Sendable {
  private static let innerParts = 3

  private let codes: ChoiceColumn
  private let rows: [Int]
  private let terms: CandidateTerms
  private let attributes: [AttributeLevels]
  /// By response, the part in which it is set aside when strictness is chosen.
  private let innerPart: [Int]

  init(_ coded: CodedByPeople, _ cells: TextCells, rows: [Int], seed: UInt64) {
    codes = coded.codes
    self.rows = rows
    terms = CandidateTerms(ResponseWords(cells, rows: rows))
    attributes = coded.attributes.compactMap { name in
      coded.table.category(name).map { AttributeLevels($0, named: name, rows: rows) }
    }
    innerPart = rows.map { row in
      Int(seededUniform(coded.groups[row], seed: seed &+ 1) * Double(Lesson.innerParts))
    }
  }

  func suggestion(for code: Int, named name: Named) -> SuggestedCode {
    let isCoded = rows.map { codes.contains(code, row: $0) }
    let strictness = strictness(isCoded)
    let learner = RuleLearner(
      terms, isCoded: isCoded, rows: Array(rows.indices), attributes: attributes)
    let learned = learner.learn(strictness)
    let exceptions = Exceptions(terms, learned, isCoded).patterns
    var rules: [SuggestedRule] = []
    var conditions: [LevelCondition?] = []
    for candidate in learned.chosen where !conditions.contains(candidate.condition) {
      conditions.append(candidate.condition)
    }
    for condition in conditions {
      let chosen = learned.chosen.filter { $0.condition == condition }
      rules.append(
        SuggestedRule(
          terms: chosen.map { term($0, isCoded) },
          unless: chosen.flatMap { exceptions[$0.term] ?? [] }.uniqued,
          conditions: condition.map { [named($0)] } ?? []))
    }
    return SuggestedCode(name: name, uses: isCoded.count { $0 }, rules: rules)
  }

  private func named(_ condition: LevelCondition) -> TaggingRule.Condition {
    let names = attributes.first { $0.column == condition.column }?.names ?? []
    return TaggingRule.Condition(
      column: condition.column, levels: Set(condition.levels.map { names[$0] }))
  }

  private func term(_ candidate: RuleLearner.Candidate, _ isCoded: [Bool]) -> SuggestedTerm {
    let coded = candidate.rows.count { isCoded[Int($0)] }
    let codedCount = isCoded.count { $0 }
    let keyness = Keyness(
      count: coded, of: codedCount, otherCount: candidate.rows.count - coded,
      of: isCoded.count - codedCount)
    return SuggestedTerm(
      pattern: terms.terms[candidate.term].pattern, coded: coded, found: candidate.rows.count,
      g2: keyness.g2)
  }

  /// The strictness that does best on responses that were set aside, a part at a time.
  private func strictness(_ isCoded: [Bool]) -> RuleLearner.Strictness {
    var counts = [Counts](repeating: Counts(), count: RuleLearner.Strictness.all.count)
    for part in 0..<Lesson.innerParts {
      let inside = rows.indices.filter { innerPart[$0] != part }
      let learner = RuleLearner(terms, isCoded: isCoded, rows: inside, attributes: attributes)
      for (place, strictness) in RuleLearner.Strictness.all.enumerated() {
        var isFound = [Bool](repeating: false, count: rows.count)
        for candidate in learner.learn(strictness).chosen {
          for row in terms.terms[candidate.term].rows where isMet(candidate.condition, Int(row)) {
            isFound[Int(row)] = true
          }
        }
        for row in rows.indices where innerPart[row] == part {
          counts[place].add(given: isFound[row], expected: isCoded[row])
        }
      }
    }
    let best = counts.indices.max { counts[$0].f1 < counts[$1].f1 && $0 < $1 } ?? 0
    return RuleLearner.Strictness.all[best]
  }

  private func isMet(_ condition: LevelCondition?, _ row: Int) -> Bool {
    guard let condition else { return true }
    return attributes.first { $0.column == condition.column }?.isIn(condition.levels, row) ?? false
  }
}

/// How often a code was given, expected, and both.
private struct Counts {
  private var given = 0
  private var expected = 0
  private var both = 0

  mutating func add(given isGiven: Bool, expected isExpected: Bool) {
    if isGiven { given += 1 }
    if isExpected { expected += 1 }
    if isGiven, isExpected { both += 1 }
  }

  var f1: Double { given + expected == 0 ? 0 : 2 * Double(both) / Double(given + expected) }
}

extension [String] {
  /// Each once, in the order in which it comes first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
