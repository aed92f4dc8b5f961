/// Estimates a proportion with an interval that never falls below its level.
///
/// Called exact: it inverts two one-sided binomial tests, and is therefore wider
/// than need be on average. Throws when there are no trials, when the successes
/// are not among them, or when the level is not between 0 and 1. Assumes
/// independent trials.
///
/// - Reference: Clopper & Pearson (1934), doi:10.1093/biomet/26.4.404.
public struct ClopperPearsonInterval: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int
  public let interval: Interval

  public init(successes: Int, trials: Int, level: Double = 0.95) throws(SampleError) {
    try checkProportion(successes, of: trials)
    let tail = try ConfidenceLevel(level).tail
    let (count, rest) = (Double(successes), Double(trials - successes))
    self.successes = successes
    self.trials = trials
    interval = Interval(
      estimate: count / Double(trials),
      lower: successes == 0 ? 0 : Beta(alpha: count, beta: rest + 1).lowerQuantile(tail),
      upper: rest == 0 ? 1 : Beta(alpha: count + 1, beta: rest).upperQuantile(tail),
      level: level)
  }
}
