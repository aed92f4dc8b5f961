/// Estimates how many times as likely an outcome is in one group as in another.
///
/// The interval is Katz's, normal on the logarithmic scale. Throws when a group is empty,
/// when successes are not among the trials, or when nobody succeeded in one of the groups:
/// the ratio would be zero, infinite or 0/0. Assumes independent groups of independent
/// people.
///
/// - Reference: Katz et al. (1978), doi:10.2307/2530610.
public struct RiskRatio: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(successes, of: trials)
    try checkProportion(otherSuccesses, of: otherTrials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    guard successes > 0, otherSuccesses > 0 else { throw .emptyCell }
    let (count, size) = (Double(successes), Double(trials))
    let (otherCount, otherSize) = (Double(otherSuccesses), Double(otherTrials))
    // Of either proportion the share of failures among the successes' odds.
    let variance =
      (size - count) / (size * count) + (otherSize - otherCount) / (otherSize * otherCount)
    let ratio = (count / size) / (otherCount / otherSize)
    let factor = exp(quantile * variance.squareRoot())
    interval = Interval(estimate: ratio, lower: ratio / factor, upper: ratio * factor, level: level)
  }
}
