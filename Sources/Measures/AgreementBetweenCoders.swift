import EvaluationData
import Statistics

/// How well people agree with each other, and rules with them.
func agreement(_ input: MeasureInput, _ spec: AgreementSpec, _ codes: PeoplesCodes) -> [Finding] {
  var findings: [Finding] = []
  if codes.coders.count > 1 { findings += AgreementOfCoders(codes).findings }
  if codes.coders.count > 2 {
    // Who codes otherwise than the rest shows pair by pair.
    for first in codes.coders.indices {
      for second in codes.coders.indices.dropFirst(first + 1) {
        findings += AgreementOfCoders(codes.only([first, second]))
          .overDecisions(Pooling.decisionsOfPair)
      }
    }
  }
  if let rules = spec.rules, let coded = input.codedText(rules) {
    findings += AgreementWithRules(codes, coded, minimumUses: spec.minimumUses).findings
  }
  return findings
}

extension PeoplesCodes {
  /// The comparison of the coders with each other.
  var comparison: Named {
    coders.count == 2
      ? Named(
        "\(coders[0].name)-\(coders[1].name)",
        label: "\(coders[0].label) and \(coders[1].label)")
      : Named("\(coders.count)-coders", label: "\(coders.count) coders")
  }

  /// The comparison of rules with what people gave.
  var comparisonWithRules: Named {
    coders.count == 1
      ? Named("rules-\(coders[0].name)", label: "Tagging rules and \(coders[0].label)")
      : Named("rules-people", label: "Tagging rules and \(coders.count) coders")
  }
}

extension PeoplesCodes {
  /// How many responses nobody coded, where there are some.
  var coverage: String {
    let coded = responses.indices.count(where: isCoded)
    guard coded < responses.count else { return "" }
    return "people coded \(coded) of \(responses.count) responses with a text"
  }
}

/// What figures about several codes are taken over.
enum Pooling {
  static let decisions = Named("all-decisions", label: "All code decisions")
  /// The same of two coders out of more.
  static let decisionsOfPair = Named("pair", label: "All code decisions")
  static let codes = Named("mean-of-codes", label: "Mean of the codes")

  static func indicator(_ comparison: Named, _ pooling: Named) -> Named {
    Named("\(comparison.name)-\(pooling.name)", label: comparison.label)
  }
}

/// Agreement of any number of coders, code by code and overall.
struct AgreementOfCoders {
  private let codes: PeoplesCodes
  private let scope: Scope
  private let comparison: Named
  /// By response and code; nil where fewer than two coders decided.
  private let decisions: [[CoderTally.Decision?]]

  init(_ codes: PeoplesCodes) {
    self.codes = codes
    scope = Scope(.agreement, codes.source, Thresholds())
    comparison = codes.comparison
    let all = codes.withParents
    let empty = [CoderTally.Decision?](repeating: nil, count: codes.codes.count)
    decisions = codes.responses.indices.compactMap { response in
      var row = empty
      for code in codes.codes.indices {
        var decision = CoderTally.Decision()
        for coder in codes.coders.indices {
          guard let gave = all.gave(coder, response, code) else { continue }
          if gave { decision.yes += 1 } else { decision.no += 1 }
          if codes.coders.count == 2, coder == 0 { decision.isFirst = gave }
        }
        if decision.ratings > 1 { row[code] = decision }
      }
      return row.contains { $0 != nil } ? row : nil
    }
  }

  var findings: [Finding] {
    let tallies = codes.codes.indices.map { tally(of: $0) }
    var findings = zip(codes.codes, tallies).flatMap { ofCode($0, $1) }
    findings += overDecisions(Pooling.decisions)
    findings += meanOfCodes(
      codes.leafCodes.filter { tallies[$0].spread.given > 1 && tallies[$0].spread.notGiven > 1 },
      tallies)
    return findings
  }

  private func tally(of code: Int) -> CoderTally {
    var tally = CoderTally(coderCount: codes.coders.count)
    for row in decisions { if let decision = row[code] { tally.add(decision) } }
    return tally
  }

  // MARK: One code

  private func ofCode(_ code: Named, _ tally: CoderTally) -> [Finding] {
    let base = tally.decisionCount
    func finding(
      _ statistic: Statistic, _ method: Method, _ interval: Interval?, estimate: Double? = nil,
      base: Int = base, _ reason: String = ""
    ) -> Finding {
      let value = estimate ?? interval?.estimate
      let note = value == nil ? reason : [note(base), unanimity(value, interval)].joinedNotes
      return scope.finding(
        statistic, method, value: value, indicator: comparison, level: code,
        interval: interval, n: base, base: base, note: note)
    }
    let isPair = codes.coders.count == 2
    let limits = -1.0...1.0
    let gwet = tally.gwet
    let alpha = tally.alpha
    let isUniform = base > 0
    let same =
      isPair
      ? "both gave the same answer throughout: kappa is 0/0"
      : "all gave the same answer throughout: it is 0/0"
    let none = "no response was coded by two people"
    var findings = [
      finding(
        .prevalence, isSharp(tally.prevalence) ? .wilson : .tInterval, tally.prevalence, none),
      finding(
        .percentAgreement,
        isPair || isSharp(tally.percentAgreement) ? .wilson : .tInterval, tally.percentAgreement,
        none),
    ]
    if isPair {
      findings.append(
        finding(
          .kappa, .fleissCohenEveritt, tally.cohen?.kappa.told?.cut(to: limits),
          estimate: tally.cohen?.kappa.estimate, isUniform ? same : none))
    } else {
      let fleiss = tally.fleiss
      findings.append(
        finding(
          .fleissKappa, .linearised, fleiss?.interval?.told?.cut(to: limits),
          estimate: fleiss?.estimate, base: tally.decisionsOfAll,
          tally.decisionsOfAll > 0 ? same : "no response was coded by all"))
    }
    findings.append(
      finding(
        .krippendorffsAlpha, .linearised, alpha?.interval?.told?.cut(to: limits),
        estimate: alpha?.estimate, isUniform ? same : none))
    findings.append(
      finding(
        .gwetsAC1, .linearised, gwet?.interval?.told?.cut(to: limits), estimate: gwet?.estimate,
        none))
    return findings
  }

  /// Whether a share was 0 or 1 throughout, so that its interval is that of a proportion.
  private func isSharp(_ interval: Interval?) -> Bool {
    interval.map { $0.estimate == 0 || $0.estimate == 1 } ?? false
  }

  /// Where everybody agrees, nothing tells how far a coefficient may be off.
  private func unanimity(_ value: Double?, _ interval: Interval?) -> String {
    value == 1 && interval == nil ? "all agree, which leaves no interval" : ""
  }

  /// Where some responses were coded by one person alone, which ones count.
  private func note(_ base: Int) -> String {
    let coded = codes.responses.indices.count(where: codes.isCoded)
    guard base < coded else { return "" }
    return "of the \(coded) responses that somebody coded, those that two or more coded"
  }

  // MARK: All codes

  func overDecisions(_ pooling: Named) -> [Finding] {
    let leaves = codes.leafCodes
    var pooled = CoderTally(coderCount: codes.coders.count)
    for row in decisions { for code in leaves { if let one = row[code] { pooled.add(one) } } }
    let estimates = pooled.estimates
    let without = leavingOut { row in
      var rest = pooled
      for code in leaves { if let one = row[code] { rest.add(one, times: -1) } }
      return rest.estimates
    }
    return overall(
      estimates, without, pooling, base: pooled.decisionCount,
      note: ["every code of every response counts once", codes.coverage].joinedNotes)
  }

  private func meanOfCodes(_ used: [Int], _ tallies: [CoderTally]) -> [Finding] {
    guard !used.isEmpty else { return [] }
    let all = used.map { tallies[$0].estimates }
    // Leaving out one of several responses that are alike comes to the same.
    let reduced = used.map { code in
      tallies[code].counts.keys.reduce(into: [CoderTally.Decision: [Statistic: Double]]()) {
        var rest = tallies[code]
        rest.add($1, times: -1)
        $0[$1] = rest.estimates
      }
    }
    let without = leavingOut { row in
      mean(
        used.indices.map { place in
          row[used[place]].flatMap { reduced[place][$0] } ?? all[place]
        })
    }
    return overall(
      mean(all), without, Pooling.codes, base: decisions.count,
      note: "of \(used.count) of \(codes.leafCodes.count) codes: those given to two responses or "
        + "more, and not to all")
  }

  /// What comes out without each response; those that are alike are computed once.
  private func leavingOut(
    _ estimate: (_ response: [CoderTally.Decision?]) -> [Statistic: Double]
  ) -> [[Statistic: Double]] {
    var known: [[CoderTally.Decision?]: [Statistic: Double]] = [:]
    return decisions.map { row in
      if let estimates = known[row] { return estimates }
      let estimates = estimate(row)
      known[row] = estimates
      return estimates
    }
  }

  /// The means of what all have.
  private func mean(_ values: [[Statistic: Double]]) -> [Statistic: Double] {
    var means: [Statistic: Double] = [:]
    for statistic in Statistic.allCases {
      let own = values.compactMap { $0[statistic] }
      if own.count == values.count, !own.isEmpty {
        means[statistic] = own.reduce(0, +) / Double(own.count)
      }
    }
    return means
  }

  private func overall(
    _ estimates: [Statistic: Double], _ without: [[Statistic: Double]], _ pooling: Named,
    base: Int, note: String
  ) -> [Finding] {
    Statistic.allCases.compactMap { statistic in
      guard let estimate = estimates[statistic] else { return nil }
      let limits: ClosedRange<Double> = statistic == .percentAgreement ? 0...1 : -1...1
      let interval = jackknife(estimate, without: without.map { $0[statistic] }, cutTo: limits)
      return scope.finding(
        statistic, interval == nil ? .arithmetic : .jackknife, value: estimate,
        indicator: Pooling.indicator(comparison, pooling), variable: pooling, interval: interval,
        n: decisions.count, base: base, note: note)
    }
  }
}
