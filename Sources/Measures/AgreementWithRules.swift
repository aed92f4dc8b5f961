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
  /// By response and code; nil where people differ and nothing was settled.
  private let outcomes: [[Outcome?]]
  private let undecided: [Int]

  init(_ codes: PeoplesCodes, _ coded: CodedText, minimumUses: Int) {
    self.codes = codes
    self.minimumUses = minimumUses
    scope = Scope(.agreement, codes.source, Thresholds())
    comparison = codes.comparisonWithRules
    let given = coded.codesWithParents
    let places = codes.codes.map { given.index(of: $0.name) }
    var undecided = [Int](repeating: 0, count: codes.codes.count)
    outcomes = codes.responses.indices.compactMap { response in
      guard let row = codes.responses[response].row, !given.isMissing(row),
        codes.given.contains(where: { $0[response] != nil })
      else { return nil }
      return zip(codes.standardWithParts(response), places).enumerated().map { code, pair in
        guard let place = pair.1 else { return nil }
        guard let people = pair.0 else {
          undecided[code] += 1
          return nil
        }
        return Outcome(rules: given.contains(place, row: row), people: people)
      }
    }
    self.undecided = undecided
  }

  var findings: [Finding] {
    let counts = codes.codes.indices.map { code in OutcomeCounts(outcomes.map { $0[code] }) }
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
    let pooled = OutcomeCounts(outcomes.flatMap { row in leaves.map { row[$0] } })
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
        Pooling.codes, base: outcomes.count, note: note)
    }
  }

  private func finding(
    _ statistic: Statistic, _ estimate: Double, _ without: [Double?], _ indicator: Named,
    _ pooling: Named, base: Int, note: String
  ) -> Finding {
    let interval = jackknife(estimate, without: without, cutTo: 0...1)
    return scope.finding(
      statistic, interval == nil ? .arithmetic : .jackknife, value: estimate,
      indicator: indicator, variable: pooling, interval: interval, n: outcomes.count, base: base,
      note: note)
  }
}

/// How often each outcome came about.
private struct OutcomeCounts {
  private var counts = [Int](repeating: 0, count: AgreementWithRules.Outcome.allCases.count)

  init(_ outcomes: [AgreementWithRules.Outcome?]) {
    for case .some(let outcome) in outcomes { counts[outcome.rawValue] += 1 }
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
