import EvaluationData
import Statistics

/// How well rules find what people found: what all coders say, or what was settled.
struct AgreementWithRules {
  /// One response and code: what rules and people say.
  enum Outcome: Int, CaseIterable {
    case both, rulesAlone, peopleAlone, neither

    init(rules: Bool, people: Bool) {
      self = rules ? (people ? .both : .rulesAlone) : people ? .peopleAlone : .neither
    }
  }

  private let codes: PeoplesCodes
  private let minimumUses: Int
  private let scope: Scope
  private let comparison: Named
  /// By pattern of outcomes and code; nil where people differ and nothing was settled.
  ///
  /// Most responses of a large text have one of few patterns.
  private let outcomes: [[Outcome?]]
  /// How many responses have each pattern.
  private let weights: [Int]
  /// By response its pattern.
  private let patterns: [Int]
  private let undecided: [Int]

  /// What makes the outcomes of a response, where one person coded it.
  private struct Pattern: Hashable {
    let rules: ArraySlice<UInt64>
    let people: PeoplesCodes.Given?
  }

  init(_ codes: PeoplesCodes, _ coded: CodedText, minimumUses: Int) {
    self.codes = codes
    self.minimumUses = minimumUses
    scope = Scope(.agreement, codes.source, Thresholds())
    comparison = codes.comparisonWithRules
    let given = coded.codesWithParents
    let places = codes.codes.map { given.index(of: $0.name) }
    var undecided = [Int](repeating: 0, count: codes.codes.count)
    var outcomes: [[Outcome?]] = []
    var weights: [Int] = []
    var patterns: [Int] = []
    var known: [Pattern: Int] = [:]
    let isOnePersons = codes.coders.count == 1
    for response in codes.responses.indices {
      guard let row = codes.responses.row(of: response), !given.isMissing(row),
        codes.isCoded(response)
      else { continue }
      let words = given.words[(row * given.wordsPerRow)...].prefix(given.wordsPerRow)
      let pattern = isOnePersons ? Pattern(rules: words, people: codes.given[0][response]) : nil
      if let pattern, let place = known[pattern] {
        weights[place] += 1
        patterns.append(place)
        continue
      }
      if let pattern { known[pattern] = outcomes.count }
      patterns.append(outcomes.count)
      weights.append(1)
      outcomes.append(
        zip(codes.standardWithParts(response), places).map { people, place in
          guard let place, let people else { return nil }
          return Outcome(rules: given.contains(place, row: row), people: people)
        })
    }
    for (outcome, count) in zip(outcomes, weights) {
      for (code, place) in places.enumerated() where place != nil && outcome[code] == nil {
        undecided[code] += count
      }
    }
    self.outcomes = outcomes
    self.weights = weights
    self.patterns = patterns
    self.undecided = undecided
  }

  var findings: [Finding] {
    let counts = codes.codes.indices.map { code in
      OutcomeCounts(zip(outcomes, weights).map { ($0[code], $1) })
    }
    var findings = codes.codes.indices.flatMap { ofCode($0, counts[$0]) }
    let leaves = codes.leafCodes
    findings += overDecisions(leaves)
    let used = leaves.filter { counts[$0].uses >= minimumUses && counts[$0].uses > 0 }
    findings += meanOfCodes(used, counts)
    return findings
  }

  private func ofCode(_ code: Int, _ counts: OutcomeCounts) -> [Finding] {
    let agreement = counts.agreement
    let kappa = agreement?.kappa
    let rows: [(Statistic, Method, Interval?, Int, String)] = [
      (
        .precision, .wilson, agreement?.precision, counts.given, "the rules never gave this code"
      ),
      (.recall, .wilson, agreement?.recall, counts.uses, "people never gave this code"),
      (.f1, .f1Interval, agreement?.f1, counts.uses, "neither gave this code together"),
      (
        .kappa, .fleissCohenEveritt, kappa?.cut(to: -1...1), counts.all, "nobody gave this code"
      ),
    ]
    return rows.map { statistic, method, interval, base, reason in
      scope.finding(
        statistic, method, value: interval?.estimate, level: codes.codes[code],
        interval: statistic == .kappa ? interval?.told : interval, n: base, base: base,
        note: interval == nil ? reason : openNote(undecided[code]))
    }
  }

  /// How many responses are left out because people differ.
  private func openNote(_ open: Int) -> String {
    guard open > 0 else { return "" }
    return open == 1
      ? "without 1 response on which coders differ and nobody has decided"
      : "without \(open) responses on which coders differ and nobody has decided"
  }

  private static let statistics: [Statistic] = [.precision, .recall, .f1]

  private func overDecisions(_ leaves: [Int]) -> [Finding] {
    let pooled = OutcomeCounts(
      zip(outcomes, weights).flatMap { row, count in leaves.map { (row[$0], count) } })
    let without = outcomes.map { row in pooled.without(leaves.map { row[$0] }) }
    return Self.statistics.compactMap { statistic in
      guard let estimate = pooled.value(statistic) else { return nil }
      return finding(
        statistic, estimate, without.map { $0.value(statistic) },
        Pooling.indicator(comparison, Pooling.decisions), Pooling.decisions,
        base: pooled.base(statistic),
        note: ["every code of every response counts once", codes.coverage].joinedNotes)
    }
  }

  private func meanOfCodes(_ used: [Int], _ counts: [OutcomeCounts]) -> [Finding] {
    guard !used.isEmpty else { return [] }
    let note = "\(used.count) codes with at least \(minimumUses) human uses"
    return Self.statistics.map { statistic in
      // A code that was never found counts as 0.
      let values = used.map { counts[$0].value(statistic) ?? 0 }
      let changed = used.map { code in
        Outcome.allCases.map { counts[code].without([$0]).value(statistic) ?? 0 }
      }
      let without = outcomes.map { row -> Double? in
        let rest = used.indices.reduce(0) { sum, place in
          sum + (row[used[place]].map { changed[place][$0.rawValue] } ?? values[place])
        }
        return rest / Double(used.count)
      }
      let isF1 = statistic == .f1
      return finding(
        isF1 ? .meanF1 : statistic, values.reduce(0, +) / Double(used.count), without,
        isF1 ? comparison : Pooling.indicator(comparison, Pooling.codes),
        Pooling.codes, base: patterns.count, note: note)
    }
  }

  /// `without` tells by pattern what the estimate is without one of its responses.
  private func finding(
    _ statistic: Statistic, _ estimate: Double, _ without: [Double?], _ indicator: Named,
    _ pooling: Named, base: Int, note: String
  ) -> Finding {
    let interval = jackknife(estimate, without: patterns.map { without[$0] }, cutTo: 0...1)
    return scope.finding(
      statistic, interval == nil ? .arithmetic : .jackknife, value: estimate,
      indicator: indicator, variable: pooling, interval: interval, n: patterns.count, base: base,
      note: note)
  }
}

/// How often each outcome came about.
private struct OutcomeCounts {
  private var counts = [Int](repeating: 0, count: AgreementWithRules.Outcome.allCases.count)

  init(_ outcomes: [(outcome: AgreementWithRules.Outcome?, count: Int)]) {
    for case (let outcome?, let count) in outcomes { counts[outcome.rawValue] += count }
  }

  /// The counts without some of the outcomes.
  func without(_ outcomes: [AgreementWithRules.Outcome?]) -> OutcomeCounts {
    var rest = self
    for case .some(let outcome) in outcomes { rest.counts[outcome.rawValue] -= 1 }
    return rest
  }

  private subscript(_ outcome: AgreementWithRules.Outcome) -> Int { counts[outcome.rawValue] }

  var given: Int { self[.both] + self[.rulesAlone] }
  var uses: Int { self[.both] + self[.peopleAlone] }
  var all: Int { counts.reduce(0, +) }

  var agreement: BinaryAgreement? {
    try? BinaryAgreement(
      truePositives: self[.both], falsePositives: self[.rulesAlone],
      falseNegatives: self[.peopleAlone], trueNegatives: self[.neither])
  }

  func base(_ statistic: Statistic) -> Int {
    switch statistic {
    case .precision: given
    case .recall: uses
    default: given + uses - self[.both]
    }
  }

  func value(_ statistic: Statistic) -> Double? {
    let (part, base) =
      statistic == .f1
      ? (2 * self[.both], given + uses) : (self[.both], base(statistic))
    return base > 0 ? Double(part) / Double(base) : nil
  }
}
