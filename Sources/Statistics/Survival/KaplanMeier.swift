/// Estimates what share goes on without the event for how long, when some were not
/// observed until it happened.
///
/// `events` tells for each time whether the event happened then, or observation
/// ended without it (censored). Intervals are log–log with Greenwood's variance.
/// That form has no limits while nobody has had the event, or once everybody has:
/// the first takes the Clopper–Pearson limit for those still at risk, the last goes
/// from zero to the upper limit before it. Throws when there is no time, when a time
/// is negative or not finite, or when times and events differ in number. Assumes
/// that censoring has nothing to do with the event.
///
/// - Reference: Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452; interval by
///   Kalbfleisch & Prentice (2002), doi:10.1002/9781118032985.
public struct KaplanMeier: Sendable, Hashable, Codable {
  /// One time at which something happened.
  public struct Step: Sendable, Hashable, Codable {
    public let time: Double
    /// How many were under observation just before.
    public let atRisk: Int
    public let events: Int
    public let censored: Int
    /// The share that goes on beyond this time.
    public let survival: Interval
  }

  public let count: Int
  public let eventCount: Int
  public let level: Double
  public let steps: [Step]
  /// The time by which half have had the event; nil if fewer have.
  ///
  /// When the share is exactly one half for a while, the middle of that while, as
  /// R has it.
  public let median: Double?
  private let start: Interval

  public init(
    times: Span<Double>, events: [Bool], level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let moments = try eventTimes(times, events)
    var curve = Curve(atRisk: times.count, level: level, quantile: quantile)
    var steps: [Step] = []
    for moment in moments {
      let atRisk = curve.atRisk
      let survival = try curve.advance(events: moment.events, censored: moment.censored)
      steps.append(
        Step(
          time: moment.time, atRisk: atRisk, events: moment.events, censored: moment.censored,
          survival: survival))
    }
    count = times.count
    eventCount = moments.reduce(0) { $0 + $1.events }
    self.level = level
    self.steps = steps
    median = Self.median(of: steps)
    start = try ClopperPearsonInterval(
      successes: times.count, trials: times.count, level: level
    ).interval
  }

  /// The share that goes on beyond a time.
  ///
  /// After the last time observed this is the share at that time, although the
  /// data know nothing of what came later: compare with `steps.last`.
  public func survival(at time: Double) -> Interval {
    steps.last { $0.time <= time }?.survival ?? start
  }

  private static func median(of steps: [Step]) -> Double? {
    // Shares are products of fractions: one half may be off by rounding.
    let tolerance = 1e-8
    guard
      let first = steps.firstIndex(where: { $0.survival.estimate <= 0.5 + tolerance })
    else { return nil }
    let share = steps[first].survival.estimate
    guard share >= 0.5 - tolerance else { return steps[first].time }
    let end = steps[first...].first { $0.survival.estimate < 0.5 - tolerance } ?? steps.last
    return end.map { steps[first].time / 2 + $0.time / 2 }
  }

  /// The state of the estimate while time goes on.
  private struct Curve {
    var atRisk: Int
    let level: Double
    let quantile: Double
    var survival = 1.0
    var greenwood = 0.0
    var upper = 1.0

    init(atRisk: Int, level: Double, quantile: Double) {
      self.atRisk = atRisk
      self.level = level
      self.quantile = quantile
    }

    mutating func advance(events: Int, censored: Int) throws(SampleError) -> Interval {
      let (risk, after) = (Double(atRisk), Double(atRisk - events))
      survival *= after / risk
      greenwood += Double(events) / (risk * after)
      defer { atRisk -= events + censored }
      guard survival > 0 else {
        return Interval(estimate: 0, lower: 0, upper: upper, level: level)
      }
      guard survival < 1 else {
        return try ClopperPearsonInterval(
          successes: atRisk, trials: atRisk, level: level
        ).interval
      }
      let logarithm = log(survival)
      let margin = quantile * greenwood.squareRoot() / logarithm
      upper = exp(logarithm * exp(margin))
      return Interval(
        estimate: survival, lower: exp(logarithm * exp(-margin)), upper: upper, level: level)
    }
  }
}
