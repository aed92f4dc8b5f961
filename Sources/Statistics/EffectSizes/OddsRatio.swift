/// Estimates how many times as high the odds of an outcome are in one group as in another.
///
/// The interval is Woolf's, normal on the logarithmic scale. Throws when a group is empty,
/// when successes are not among the trials, or when a cell of the table is empty: take
/// `ConditionalOddsRatio` then, or ask for half a person more in every cell. Assumes
/// independent groups of independent people.
///
/// - Reference: Woolf (1955), doi:10.1111/j.1469-1809.1955.tb01348.x; the halves by
///   Haldane (1956), doi:10.1111/j.1469-1809.1956.tb01285.x.
public struct OddsRatio: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int,
    addingHalf: Bool = false, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(successes, of: trials)
    try checkProportion(otherSuccesses, of: otherTrials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let counts = [successes, trials - successes, otherSuccesses, otherTrials - otherSuccesses]
    guard addingHalf || !counts.contains(0) else { throw .emptyCell }
    let cells = counts.map { Double($0) + (addingHalf ? 0.5 : 0) }
    let ratio = (cells[0] / cells[1]) / (cells[2] / cells[3])
    let variance = cells.reduce(0) { $0 + 1 / $1 }
    let factor = exp(quantile * variance.squareRoot())
    interval = Interval(estimate: ratio, lower: ratio / factor, upper: ratio * factor, level: level)
  }
}

/// Estimates an odds ratio from a 2×2 table however small, given its margins.
///
/// The estimate is the likeliest odds ratio when the margins are taken as fixed; it is not
/// the cross product of the table. The limits invert the two one-sided exact tests. An empty
/// cell puts the estimate and one limit at zero or infinity; when the margins leave only
/// one table there is no estimate, and every odds ratio is within the limits. Throws when a
/// group is empty, when successes are not among the trials, or when the level is not
/// between 0 and 1. Assumes independent people.
///
/// - Reference: Cornfield (1956), https://projecteuclid.org/euclid.bsmsp/1200502552.
public struct ConditionalOddsRatio: Sendable, Hashable, Codable {
  public let estimate: Double?
  public let lower: Double
  public let upper: Double
  public let level: Double

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(successes, of: trials)
    try checkProportion(otherSuccesses, of: otherTrials)
    let tail = try ConfidenceLevel(level).tail
    func distribution(_ logOdds: Double) -> Hypergeometric {
      Hypergeometric(
        marked: trials, unmarked: otherTrials, drawn: successes + otherSuccesses,
        odds: exp(logOdds))
    }
    let support = distribution(0).support
    // The odds ratios of all tables that a number can hold lie within e to this power.
    let reach = 80.0
    func odds(where neverFalling: (Hypergeometric) -> Double) throws(SampleError) -> Double {
      guard let found = root(from: -reach, to: reach, of: { neverFalling(distribution($0)) })
      else { throw .didNotConverge }
      return exp(found)
    }
    self.level = level
    lower =
      successes == support.lowerBound
      ? 0 : try odds { $0.upperTail(atLeast: successes) - tail }
    upper =
      successes == support.upperBound
      ? .infinity : try odds { tail - $0.lowerTail(successes) }
    estimate =
      if support.count == 1 {
        nil
      } else if successes == support.lowerBound {
        0
      } else if successes == support.upperBound {
        .infinity
      } else {
        try odds { $0.mean - Double(successes) }
      }
  }
}
