/// How long people go on without the event on average, up to a given time.
///
/// The area under the Kaplan–Meier curve. It exists where the median does not, and asks
/// for no model. Approximate: the interval is normal, with Greenwood's variance; nil when
/// that is zero, as it is when no event happened before the last at risk. Throws when the
/// time is not positive, or lies beyond what was observed. Assumes that censoring has nothing to
/// do with the event.
///
/// - Reference: Royston & Parmar (2013), doi:10.1186/1471-2288-13-152.
public struct RestrictedMeanSurvival: Sendable, Hashable, Codable {
  public let count: Int
  public let eventCount: Int
  /// The time up to which the curve is looked at.
  public let horizon: Double
  public let estimate: Double
  public let standardError: Double
  public let interval: Interval?

  public init(
    _ curve: KaplanMeier, until horizon: Double, level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    guard horizon.isFinite else { throw .nonFiniteValue(index: 0) }
    guard horizon > 0 else { throw .negativeValue(index: 0) }
    if let last = curve.steps.last, last.time < horizon, last.survival.estimate > 0 {
      throw .beyondObservation(last: last.time)
    }
    let steps = curve.steps.prefix { $0.time <= horizon }
    var (area, variance) = (CompensatedSum(), CompensatedSum())
    var end = horizon
    for step in steps.reversed() {
      area += step.survival.estimate * (end - step.time)
      end = step.time
      let after = Double(step.atRisk - step.events)
      guard after > 0 else { continue }
      variance += area.value * area.value * Double(step.events) / (Double(step.atRisk) * after)
    }
    area += end
    let standardError = variance.value.squareRoot()
    count = curve.count
    eventCount = curve.eventCount
    self.horizon = horizon
    estimate = area.value
    self.standardError = standardError
    interval =
      standardError > 0
      ? Interval(estimate: area.value, margin: quantile * standardError, level: level) : nil
  }
}

/// Tests whether two groups differ in how long they go on up to a given time.
///
/// Approximate, and valid also when the curves of the groups cross. The effect is the
/// first group's restricted mean less the second's. Throws when the curves stop before
/// the time, or when neither group had an event before it. Assumes independent groups, and
/// that censoring has nothing to do with the event.
///
/// - Reference: Uno et al. (2014), doi:10.1200/JCO.2014.55.2208.
public struct RestrictedMeanDifference: HypothesisTest {
  public static let name = "Difference in restricted mean survival time"

  public let first: RestrictedMeanSurvival
  public let second: RestrictedMeanSurvival
  public let alternative: Alternative
  public let statistic: Double
  public let pValue: Double
  public let effect: Interval

  public init(
    _ first: KaplanMeier, _ second: KaplanMeier, until horizon: Double,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    self.first = try RestrictedMeanSurvival(first, until: horizon, level: level)
    self.second = try RestrictedMeanSurvival(second, until: horizon, level: level)
    let difference = self.first.estimate - self.second.estimate
    let error =
      (self.first.standardError * self.first.standardError
      + self.second.standardError * self.second.standardError).squareRoot()
    guard error > 0 else { throw .noEvents }
    self.alternative = alternative
    statistic = difference / error
    pValue =
      switch alternative {
      case .twoSided: 2 * Normal.upperTail(abs(statistic))
      case .less: Normal.upperTail(-statistic)
      case .greater: Normal.upperTail(statistic)
      }
    effect = Interval(estimate: difference, margin: quantile * error, level: level)
  }
}
