/// Estimates how far apart two independent proportions are, as first minus other.
///
/// Joins the two Wilson intervals by squaring and adding, without continuity correction
/// (Newcombe's method 10) unless it is asked for (method 11). Approximate. Throws when one of
/// the samples has no trials, when successes are not among the trials, or when the level is
/// not between 0 and 1. Assumes independent samples of independent trials.
///
/// - Reference: Newcombe (1998),
///   doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
public struct NewcombeInterval: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, isCorrected: Bool = false,
    level: Double = 0.95
  ) throws(SampleError) {
    let first = try WilsonInterval(
      successes: successes, trials: trials, isCorrected: isCorrected, level: level
    ).interval
    let other = try WilsonInterval(
      successes: otherSuccesses, trials: otherTrials, isCorrected: isCorrected, level: level
    ).interval
    let difference = first.estimate - other.estimate
    let below = root(first.estimate - first.lower, other.upper - other.estimate)
    let above = root(first.upper - first.estimate, other.estimate - other.lower)
    interval = Interval(
      estimate: difference, lower: max(-1, difference - below), upper: min(1, difference + above),
      level: level)
  }
}

private func root(_ a: Double, _ b: Double) -> Double {
  (a * a + b * b).squareRoot()
}
