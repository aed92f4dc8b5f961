/// Estimates what share goes on without the event for how long, when some were not
/// observed until it happened.
///
/// `events` tells for each time whether the event happened then, or observation
/// ended without it (censored). Intervals are log–log with Greenwood's variance, unless
/// another transformation is asked for. No transformation has limits while nobody has
/// had the event, or once everybody has: the first takes the Clopper–Pearson limit for
/// those still at risk, the last goes from zero to the upper limit before it. Throws
/// when there is no time, when a time is negative or not finite, or when times and
/// events differ in number. Assumes that censoring has nothing to do with the event.
///
/// - Reference: Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452; interval by
///   Kalbfleisch & Prentice (2002), doi:10.1002/9781118032985.
public struct KaplanMeier: Sendable, Hashable, Codable {
  /// On which scale the limits lie as far below the estimate as above it.
  public enum Transformation: String, Sendable, Hashable, Codable, CaseIterable {
    /// The logarithm of the cumulative hazard: limits stay between 0 and 1.
    case logLog
    /// The logarithm of the share, the default of R; cut off at 1.
    case log
    /// The share itself; cut off at 0 and 1.
    case plain
  }

  /// Where the limits of a step come from.
  public enum Limits: String, Sendable, Hashable, Codable {
    /// From the transformation.
    case transformed
    /// From Clopper and Pearson: nobody has had the event yet.
    case exact
    /// From zero to the upper limit before: everybody has had the event.
    case carriedForward
  }

  /// One time at which something happened.
  public struct Step: Sendable, Hashable, Codable {
    public let time: Double
    /// How many were under observation just before.
    public let atRisk: Int
    public let events: Int
    public let censored: Int
    /// The share that goes on beyond this time.
    public let survival: Interval
    public let limits: Limits
    /// Greenwood's standard error of the share; nil once everybody has had the event.
    public let standardError: Double?
  }

  public let count: Int
  public let eventCount: Int
  public let level: Double
  public let transformation: Transformation
  public let steps: [Step]
  /// The time by which half have had the event; nil if fewer have.
  ///
  /// When the share is exactly one half for a while, the middle of that while, as
  /// R has it.
  public let median: Double?
  private let start: Interval

  public init(
    times: Span<Double>, events: [Bool], transformation: Transformation = .logLog,
    level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let moments = try eventTimes(times, events)
    var curve = Curve(
      atRisk: times.count, level: level, transformation: transformation, quantile: quantile)
    var steps: [Step] = []
    for moment in moments { steps.append(try curve.advance(moment)) }
    count = times.count
    eventCount = moments.reduce(0) { $0 + $1.events }
    self.level = level
    self.transformation = transformation
    self.steps = steps
    median = steps.time(ofShare: 0.5) { $0.survival.estimate }
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

  /// The state of the estimate while time goes on.
  private struct Curve {
    var atRisk: Int
    let level: Double
    let transformation: Transformation
    let quantile: Double
    var survival = 1.0
    var greenwood = 0.0
    var upper = 1.0

    init(atRisk: Int, level: Double, transformation: Transformation, quantile: Double) {
      self.atRisk = atRisk
      self.level = level
      self.transformation = transformation
      self.quantile = quantile
    }

    mutating func advance(_ moment: EventTime) throws(SampleError) -> Step {
      let (risk, after) = (Double(atRisk), Double(atRisk - moment.events))
      survival *= after / risk
      greenwood += Double(moment.events) / (risk * after)
      let before = atRisk
      atRisk -= moment.events + moment.censored
      let (interval, limits) = try limits(atRisk: before)
      upper = interval.upper
      return Step(
        time: moment.time, atRisk: before, events: moment.events, censored: moment.censored,
        survival: interval, limits: limits,
        standardError: survival > 0 ? survival * greenwood.squareRoot() : nil)
    }

    private func limits(atRisk: Int) throws(SampleError) -> (Interval, Limits) {
      guard survival > 0 else {
        return (
          Interval(estimate: 0, lower: 0, upper: upper, level: level), .carriedForward
        )
      }
      guard survival < 1 else {
        let exact = try ClopperPearsonInterval(successes: atRisk, trials: atRisk, level: level)
        return (exact.interval, .exact)
      }
      let (lower, upper) = transformed()
      return (
        Interval(estimate: survival, lower: lower, upper: upper, level: level), .transformed
      )
    }

    private func transformed() -> (lower: Double, upper: Double) {
      let reach = quantile * greenwood.squareRoot()
      switch transformation {
      case .logLog:
        let logarithm = Statistics.log(survival)
        let margin = reach / logarithm
        return (exp(logarithm * exp(-margin)), exp(logarithm * exp(margin)))
      case .log: return (survival * exp(-reach), min(1, survival * exp(reach)))
      case .plain: return (max(0, survival * (1 - reach)), min(1, survival * (1 + reach)))
      }
    }
  }
}

/// A time that may lie beyond what was observed, with limits that may, too.
public struct SurvivalQuantile: Sendable, Hashable, Codable {
  /// The share that has had the event by the time.
  public let probability: Double
  public let estimate: Double?
  public let lower: Double?
  public let upper: Double?
  public let level: Double
}

extension KaplanMeier {
  /// The time by which a share has had the event; each part nil where too few have.
  ///
  /// The limits are the times at which the limits of the curve pass the share. A share
  /// that is met exactly for a while gives the middle of that while. Throws when the
  /// share does not lie between 0 and 1.
  ///
  /// - Reference: Brookmeyer & Crowley (1982), doi:10.2307/2530286.
  public func quantile(_ probability: Double) throws(SampleError) -> SurvivalQuantile {
    guard probability > 0, probability < 1 else { throw .probabilityOutOfRange(probability) }
    let transformed = steps.filter { $0.limits == .transformed }
    let share = 1 - probability
    return SurvivalQuantile(
      probability: probability,
      estimate: steps.time(ofShare: share) { $0.survival.estimate },
      lower: transformed.time(ofShare: share) { $0.survival.lower },
      upper: transformed.time(ofShare: share) { $0.survival.upper },
      level: level)
  }
}

extension [KaplanMeier.Step] {
  /// When a curve passes a share; the middle of the while for which it equals the share.
  fileprivate func time(
    ofShare share: Double, _ curve: (KaplanMeier.Step) -> Double
  ) -> Double? {
    // Shares are products of fractions: they may be off by rounding.
    let tolerance = 1e-8
    guard let first = firstIndex(where: { curve($0) <= share + tolerance }) else { return nil }
    guard curve(self[first]) >= share - tolerance else { return self[first].time }
    let end = self[first...].first { curve($0) < share - tolerance } ?? last
    return end.map { self[first].time / 2 + $0.time / 2 }
  }
}
