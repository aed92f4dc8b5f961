/// Estimates a proportion by Wald's formula after adding as many successes and failures as
/// the level asks for, about two of each at 95 %.
///
/// Easy to explain, and wider than Wilson's. Its limits may lie below 0 or above 1. Throws
/// as `WilsonInterval` does. Assumes independent trials.
///
/// - Reference: Agresti & Coull (1998), doi:10.1080/00031305.1998.10480550.
public struct AgrestiCoullInterval: Sendable, Hashable, Codable {
  public let successes: Int
  public let trials: Int
  public let interval: Interval

  public init(successes: Int, trials: Int, level: Double = 0.95) throws(SampleError) {
    try checkProportion(successes, of: trials)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let size = Double(trials) + quantile * quantile
    let share = (Double(successes) + quantile * quantile / 2) / size
    let margin = quantile * (share * (1 - share) / size).squareRoot()
    self.successes = successes
    self.trials = trials
    interval = Interval(
      estimate: Double(successes) / Double(trials), lower: share - margin, upper: share + margin,
      level: level)
  }
}
