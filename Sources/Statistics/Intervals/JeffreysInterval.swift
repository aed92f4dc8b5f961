/// Estimates a proportion by the Bayesian interval of Jeffreys' prior.
///
/// Leaves the same probability on either side. At 0 and 100 % the plain form would leave
/// the estimate out: `interval` ends at it there, `equalTailed` does not. Throws as
/// `WilsonInterval` does. Assumes independent trials.
///
/// - Reference: Brown, Cai & DasGupta (2001), doi:10.1214/ss/1009213286.
public struct JeffreysInterval: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int
  public let interval: Interval
  public let equalTailed: Interval

  public init(successes: Int, trials: Int, level: Double = 0.95) throws(SampleError) {
    try checkProportion(successes, of: trials)
    let tail = try ConfidenceLevel(level).tail
    let posterior = Beta(
      alpha: Double(successes) + 0.5, beta: Double(trials - successes) + 0.5)
    let share = Double(successes) / Double(trials)
    let plain = Interval(
      estimate: share, lower: posterior.lowerQuantile(tail),
      upper: posterior.upperQuantile(tail), level: level)
    self.successes = successes
    self.trials = trials
    equalTailed = plain
    interval = Interval(
      estimate: share, lower: successes == 0 ? 0 : plain.lower,
      upper: successes == trials ? 1 : plain.upper, level: level)
  }
}
