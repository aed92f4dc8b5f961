import EvaluationData
import Statistics

/// How often coders said the same of responses and codes.
///
/// A decision is what the coders of a response said of one code.
struct CoderTally {
  /// Decisions that are alike.
  struct Decision: Hashable {
    var yes = 0
    var no = 0
    /// Of two coders, whether the first gave the code.
    var isFirst = false

    var ratings: Int { yes + no }

    /// How many of the pairs of coders agree, as a share.
    var agreement: Double {
      Double(yes * (yes - 1) + no * (no - 1)) / Double(ratings * (ratings - 1))
    }
  }

  let coderCount: Int
  private(set) var counts: [Decision: Int] = [:]

  init(coderCount: Int) { self.coderCount = coderCount }

  mutating func add(_ decision: Decision, times: Int = 1) {
    counts[decision, default: 0] += times
    if counts[decision] == 0 { counts[decision] = nil }
  }

  /// In a fixed order, so that sums are the same each time.
  private var sorted: [(decision: Decision, count: Int)] {
    counts.map { (decision: $0.key, count: $0.value) }.sorted {
      ($0.decision.yes, $0.decision.no, $0.decision.isFirst ? 1 : 0)
        < ($1.decision.yes, $1.decision.no, $1.decision.isFirst ? 1 : 0)
    }
  }

  var decisionCount: Int { counts.values.reduce(0, +) }

  /// How many responses have somebody who gave the code, and somebody who did not.
  var spread: (given: Int, notGiven: Int) {
    counts.reduce((0, 0)) { sums, entry in
      (
        sums.0 + (entry.key.yes > 0 ? entry.value : 0),
        sums.1 + (entry.key.no > 0 ? entry.value : 0)
      )
    }
  }

  /// Of two coders: both, the first alone; the second alone, neither.
  private var table: [[Int]] {
    func count(_ yes: Int, _ isFirst: Bool) -> Int {
      counts[Decision(yes: yes, no: 2 - yes, isFirst: isFirst)] ?? 0
    }
    return [[count(2, true), count(1, true)], [count(1, false), count(0, false)]]
  }

  private func ratings(_ isIn: (Decision) -> Bool = { _ in true }) -> RatingTable? {
    let used = sorted.filter { isIn($0.decision) }
    return try? RatingTable(
      counts: used.map { [$0.decision.no, $0.decision.yes] }, units: used.map(\.count))
  }

  // MARK: Coefficients

  var cohen: CohensKappa? { coderCount == 2 ? try? CohensKappa(table: table) : nil }

  /// Of the decisions of all coders.
  var fleiss: FleissKappa? {
    ratings { $0.ratings == coderCount }.flatMap { try? FleissKappa($0) }
  }

  var alpha: KrippendorffsAlpha? { ratings().flatMap { try? KrippendorffsAlpha($0) } }

  var gwet: GwetsCoefficient? { ratings().flatMap { try? GwetsCoefficient($0) } }

  var decisionsOfAll: Int {
    counts.reduce(0) { $0 + ($1.key.ratings == coderCount ? $1.value : 0) }
  }

  /// How many pairs of coders agree, as a mean over decisions.
  var percentAgreement: Interval? {
    if coderCount == 2 {
      let same = table[0][0] + table[1][1]
      return try? WilsonInterval(successes: same, trials: decisionCount).interval
    }
    return meanShare(\.agreement)
  }

  /// How many coders gave the code, as a mean over decisions.
  var prevalence: Interval? { meanShare { Double($0.yes) / Double($0.ratings) } }

  /// A mean of shares, cut at 0 and 1; where all are 0 or all are 1, that of so many trials.
  private func meanShare(_ share: (Decision) -> Double) -> Interval? {
    let shares = sorted.flatMap { [Double](repeating: share($0.decision), count: $0.count) }
    if let interval = try? MeanInterval(shares.span).interval { return interval.cut(to: 0...1) }
    guard let first = shares.first, first == 0 || first == 1 else { return nil }
    return try? WilsonInterval(
      successes: first == 0 ? 0 : shares.count, trials: shares.count
    ).interval
  }

  /// The coefficients alone, to be computed again and again.
  var estimates: [Statistic: Double] {
    guard !counts.isEmpty else { return [:] }
    var estimates: [Statistic: Double] = [:]
    let gwet = gwet
    estimates[.percentAgreement] = gwet?.percentAgreement
    estimates[.gwetsAC1] = gwet?.estimate
    estimates[.krippendorffsAlpha] = alpha?.estimate
    if coderCount == 2 {
      estimates[.kappa] = cohen?.kappa.estimate
    } else {
      estimates[.fleissKappa] = fleiss?.estimate
    }
    return estimates
  }
}

extension [String] {
  /// Those that say something, as one note.
  var joinedNotes: String { filter { !$0.isEmpty }.joined(separator: "; ") }
}

extension Interval {
  /// Nil where there was no spread to tell how wide it is.
  var told: Interval? { lower < upper ? self : nil }

  /// A large-sample interval may reach where no value can be: it is cut there.
  func cut(to range: ClosedRange<Double>) -> Interval {
    Interval(
      estimate: estimate, lower: max(range.lowerBound, lower), upper: min(range.upperBound, upper),
      level: level)
  }
}

/// The interval of an estimate that was computed again without each response.
func jackknife(
  _ estimate: Double, without: [Double?], cutTo range: ClosedRange<Double>
) -> Interval? {
  let values = without.compactMap(\.self)
  guard values.count == without.count else { return nil }
  return try? JackknifeInterval(estimate: estimate, leavingOut: values.span).interval
    .cut(to: range)
}
