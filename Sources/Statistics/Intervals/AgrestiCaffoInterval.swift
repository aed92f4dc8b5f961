/// Estimates how far apart two independent proportions are, by Wald's formula after adding
/// one success and one failure to each.
///
/// Easy to explain, and close to its level also in small samples. The limits stop at -1 and
/// 1. Throws as `NewcombeInterval` does, and assumes the same.
///
/// - Reference: Agresti & Caffo (2000), doi:10.1080/00031305.2000.10474560.
public struct AgrestiCaffoInterval: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, level: Double = 0.95
  ) throws(SampleError) {
    let plain = try WaldInterval(
      successes: successes, trials: trials, otherSuccesses: otherSuccesses,
      otherTrials: otherTrials, level: level
    ).interval
    let widened = try WaldInterval(
      successes: successes + 1, trials: trials + 2, otherSuccesses: otherSuccesses + 1,
      otherTrials: otherTrials + 2, level: level
    ).interval
    interval = Interval(
      estimate: plain.estimate, lower: max(-1, widened.lower), upper: min(1, widened.upper),
      level: level)
  }
}
