/// Estimates how far apart two independent proportions are, as first minus other, by the
/// differences that a score test would not reject.
///
/// The variance is that under each difference tried, times N / (N - 1). Throws as
/// `NewcombeInterval` does, and assumes the same.
///
/// - Reference: Miettinen & Nurminen (1985), doi:10.1002/sim.4780040211.
public struct MiettinenNurminenInterval: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(successes, of: trials)
    try checkProportion(otherSuccesses, of: otherTrials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let pair = ProportionPair(
      successes: Double(successes), trials: Double(trials),
      otherSuccesses: Double(otherSuccesses), otherTrials: Double(otherTrials))
    let observed = Double(successes) / Double(trials) - Double(otherSuccesses) / Double(otherTrials)
    let lower = root(from: -1, to: observed) {
      $0 - observed + quantile * pair.scoreVariance(under: $0).squareRoot()
    }
    let upper = root(from: observed, to: 1) {
      $0 - observed - quantile * pair.scoreVariance(under: $0).squareRoot()
    }
    guard let lower, let upper else { throw .didNotConverge }
    interval = Interval(
      estimate: observed, lower: min(lower, observed), upper: max(upper, observed), level: level)
  }
}

/// Two samples whose proportions are taken to differ by a given amount.
private struct ProportionPair {
  let successes: Double
  let trials: Double
  let otherSuccesses: Double
  let otherTrials: Double

  func scoreVariance(under difference: Double) -> Double {
    let other = likeliestOther(under: difference)
    let share = min(1, max(0, other + difference))
    let size = trials + otherTrials
    return (share * (1 - share) / trials + other * (1 - other) / otherTrials) * size / (size - 1)
  }

  /// The other proportion that makes both samples likeliest.
  private func likeliestOther(under difference: Double) -> Double {
    let (start, end) = (max(0, -difference), min(1, 1 - difference))
    func term(_ count: Double, _ share: Double) -> Double {
      // Not a division by zero, which has a sign.
      if count == 0 { 0 } else if share > 0 { count / share } else { .infinity }
    }
    func fall(_ other: Double) -> Double {
      term(trials - successes, 1 - other - difference)
        + term(otherTrials - otherSuccesses, 1 - other)
        - term(successes, other + difference) - term(otherSuccesses, other)
    }
    if fall(start) >= 0 { return start }
    return root(from: start, to: end, of: fall) ?? end
  }
}
