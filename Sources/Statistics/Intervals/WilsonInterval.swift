/// Estimates a proportion with an interval that holds its level in small samples
/// and at 0 and 100 %.
///
/// The score interval, without continuity correction unless it is asked for. Approximate.
/// Throws when there are no trials, when the successes are not among them, or when the level
/// is not between 0 and 1. Assumes independent trials.
///
/// - Reference: Wilson (1927), doi:10.1080/01621459.1927.10502953; correction by Newcombe
///   (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.
public struct WilsonInterval: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int
  public let interval: Interval

  public init(
    successes: Int, trials: Int, isCorrected: Bool = false, level: Double = 0.95
  ) throws(SampleError) {
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
    guard !isCorrected else {
      let square = quantile * quantile
      let below = square - 2 - 1 / size + 4 * share * (size * rest + 1)
      let above = square + 2 - 1 / size + 4 * share * (size * rest - 1)
      interval = Interval(
        estimate: share,
        lower: successes == 0
          ? 0
          : max(
            0, (2 * count + square - 1 - quantile * below.squareRoot()) / (2 * (size + square))),
        upper: successes == trials
          ? 1
          : min(
            1, (2 * count + square + 1 + quantile * above.squareRoot()) / (2 * (size + square))),
        level: level)
      return
    }
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
