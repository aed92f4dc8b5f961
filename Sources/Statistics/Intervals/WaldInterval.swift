/// The textbook interval of a proportion or of a difference of two, for comparison only.
///
/// It holds its level in large samples alone, has no width at 0 and 100 %, and the limits of
/// one proportion may lie outside its range: take `WilsonInterval` and `NewcombeInterval`
/// instead. Throws as they do, and assumes the same.
///
/// - Reference: Brown, Cai & DasGupta (2001), doi:10.1214/ss/1009213286.
public struct WaldInterval: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(successes: Int, trials: Int, level: Double = 0.95) throws(SampleError) {
    try checkProportion(successes, of: trials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let share = Double(successes) / Double(trials)
    interval = Interval(
      estimate: share, margin: quantile * (share * (1 - share) / Double(trials)).squareRoot(),
      level: level)
  }

  /// The difference of two independent proportions, first minus other, with limits cut at -1
  /// and 1.
  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(successes, of: trials)
    try checkProportion(otherSuccesses, of: otherTrials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let share = Double(successes) / Double(trials)
    let other = Double(otherSuccesses) / Double(otherTrials)
    let variance =
      share * (1 - share) / Double(trials) + other * (1 - other) / Double(otherTrials)
    let margin = quantile * variance.squareRoot()
    interval = Interval(
      estimate: share - other, lower: max(-1, share - other - margin),
      upper: min(1, share - other + margin), level: level)
  }
}
