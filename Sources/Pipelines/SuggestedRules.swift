package import EvaluationData
package import Statistics
package import TextCoding

/// What is asked of `suggest`.
package struct SuggestionSettings: Sendable {
  package var seed: UInt64
  /// The share of the people whose responses are kept back.
  package var keepBack: Double
  /// Codes that people gave less often to the responses learned from get no rules.
  package var leastUses: Int
  /// How many responses stand beside each code as examples.
  package var examples: Int
  package var width: Int

  package init(seed: UInt64, keepBack: Double, leastUses: Int, examples: Int, width: Int) {
    self.seed = seed
    self.keepBack = keepBack
    self.leastUses = leastUses
    self.examples = examples
    self.width = width
  }
}

/// Rules learned from people's codes, with how well they do.
package struct SuggestedRules: Sendable {
  /// How rules agree with people for one code.
  package struct Agreement: Sendable {
    package let code: Named
    /// Uses by people in all responses, in those learned from and in those kept back.
    package let uses: Int
    package let learnedUses: Int
    package let keptUses: Int
    /// Nil where neither the rules nor people gave the code.
    package let learned: BinaryAgreement?
    package let kept: BinaryAgreement?
    package let hasRules: Bool
  }

  package let codes: [SuggestedCode]
  package let frame: CodeFrame
  package let learn: [Int]
  package let keep: [Int]
  package let agreement: [Agreement]
  package let examples: [[String]]
  package let coded: CodedText
  /// Nil where people gave several codes to a response, or none.
  package let singleCode: SingleCode?
  package let settings: SuggestionSettings

  package init(from people: CodedByPeople, _ settings: SuggestionSettings) async throws {
    self.settings = settings
    (learn, keep) = people.split(keepingBack: settings.keepBack, seed: settings.seed)
    codes = await suggestRules(
      from: people, rows: learn, leastUses: settings.leastUses, seed: settings.seed,
      width: settings.width)
    frame = CodeFrame(codes: try codes.map { try $0.asCode })
    coded = try await code(
      people.table, column: people.text, by: frame, width: settings.width)
    let agreementOf = HumanAgreement(people: people.codes, rules: coded.codes)
    let (learn, keep) = (learn, keep)
    agreement = people.codes.choices.indices.map { place in
      agreementOf.agreement(place, learn: learn, keep: keep)
    }
    let texts = people.table.text(people.text)
    let chosen = Examples(people.codes, coded.codes, texts, rows: learn, most: settings.examples)
    examples = frame.codes.indices.map { chosen.examples(of: $0) }
    singleCode = try await SingleCode(
      of: frame, from: people, learn: learn, keep: keep, width: settings.width)
  }

  /// The mean F1 over the codes that people gave at least so often to all responses.
  ///
  /// A code that nobody gave to the share at hand has no F1 there and is left out.
  package func meanF1(leastUses: Int, kept: Bool) -> (mean: Double, codes: Int) {
    let values = agreement.filter {
      $0.uses >= leastUses && (kept ? $0.keptUses : $0.learnedUses) > 0
    }
    .map { (kept ? $0.kept : $0.learned)?.f1?.estimate ?? 0 }
    guard !values.isEmpty else { return (0, 0) }
    return (values.reduce(0, +) / Double(values.count), values.count)
  }
}

extension SuggestedCode {
  fileprivate var asCode: Code {
    get throws {
      Code(
        name: name, definition: "",
        rules: try rules.map { rule in
          TaggingRule(
            match: try rule.terms.map { try Pattern($0.pattern) },
            unless: try rule.unless.map { try Pattern($0) }, conditions: rule.conditions)
        })
    }
  }
}

/// Holds rules against people on some of the rows.
private struct HumanAgreement {
  let people: ChoiceColumn
  let rules: ChoiceColumn

  func agreement(_ place: Int, learn: [Int], keep: [Int]) -> SuggestedRules.Agreement {
    let own = rules.index(of: people.choices[place].name)
    let (learnUses, learned) = counted(place, own, learn)
    let (keptUses, kept) = counted(place, own, keep)
    return SuggestedRules.Agreement(
      code: people.choices[place], uses: learnUses + keptUses, learnedUses: learnUses,
      keptUses: keptUses, learned: learned, kept: kept, hasRules: own != nil)
  }

  private func counted(
    _ place: Int, _ own: Int?, _ rows: [Int]
  ) -> (uses: Int, agreement: BinaryAgreement?) {
    var table = [[0, 0], [0, 0]]
    for row in rows {
      let isGiven = own.map { rules.contains($0, row: row) } ?? false
      table[people.contains(place, row: row) ? 1 : 0][isGiven ? 1 : 0] += 1
    }
    let uses = table[1][0] + table[1][1]
    return (
      uses,
      try? BinaryAgreement(
        truePositives: table[1][1], falsePositives: table[0][1], falseNegatives: table[1][0],
        trueNegatives: table[0][0])
    )
  }
}

/// Short responses that people and rules give the same code.
private struct Examples {
  let people: ChoiceColumn
  let rules: ChoiceColumn
  let texts: TextCells?
  let rows: [Int]
  let most: Int

  init(
    _ people: ChoiceColumn, _ rules: ChoiceColumn, _ texts: TextCells?, rows: [Int], most: Int
  ) {
    (self.people, self.rules, self.texts, self.rows) = (people, rules, texts, rows)
    self.most = most
  }

  func examples(of code: Int) -> [String] {
    guard most > 0, let own = people.index(of: rules.choices[code].name) else { return [] }
    var found: Set<String> = []
    for row in rows where people.contains(own, row: row) && rules.contains(code, row: row) {
      guard let text = texts?[row].value, !text.contains("\n") else { continue }
      if (4...15).contains(text.split(separator: " ").count) { found.insert(text) }
    }
    return Array(found.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(most))
  }
}
