/// Estimates a proportion with an interval that holds its level in small samples
/// and at 0 and 100 %.
///
/// The score interval without continuity correction. Throws when there are no
/// trials, when the successes are not among them, or when the level is not
/// between 0 and 1. Assumes independent trials.
///
/// - Reference: Wilson (1927), doi:10.1080/01621459.1927.10502953.
public struct WilsonInterval: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int
  public let interval: Interval

  public init(successes: Int, trials: Int, level: Double = 0.95) throws(SampleError) {
    try checkProportion(successes, of: trials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let (count, size) = (Double(successes), Double(trials))
    let (share, rest) = (count / size, Double(trials - successes) / size)
    // The limits are the roots of (1 + c) p² - (2 share + c) p + share² = 0.
    // Their product gives the smaller root without cancellation.
    let c = quantile * quantile / size
    let root = (c * (c + 4 * share * rest)).squareRoot()
    let upper = (2 * share + c + root) / (2 * (1 + c))
    let lower = share * share / ((1 + c) * upper)
    self.successes = successes
    self.trials = trials
    interval = Interval(
      estimate: share, lower: lower, upper: successes == trials ? 1 : min(1, upper), level: level)
  }
}

func checkProportion(_ successes: Int, of trials: Int) throws(SampleError) {
  guard trials > 0 else { throw .tooFewObservations(required: 1, found: trials) }
  guard (0...trials).contains(successes) else {
    throw .countOutOfRange(count: successes, total: trials)
  }
}
