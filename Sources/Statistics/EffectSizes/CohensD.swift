/// Estimates how far apart two independent means are, in standard deviations.
///
/// First minus second, divided by the pooled standard deviation. The interval inverts the
/// noncentral t distribution, so it excludes zero exactly when Student's t-test rejects.
/// `hedgesG` is the same without the bias of small samples. Throws when a group is empty,
/// when there are fewer than four values in all, when a value is not finite, when neither
/// group varies, or when the t statistic exceeds 1000 in size. Assumes independent values,
/// near normal, with one variance.
///
/// - Reference: Cohen (1988), ISBN 978-0-8058-0283-2; correction by Hedges (1981),
///   doi:10.3102/10769986006002107; interval by Steiger & Fouladi (1997), ISBN 978-0-8058-2093-5.
public struct CohensD: Sendable, Hashable, Codable {
  public static let convention = "difference of the means divided by the pooled standard deviation"

  public let interval: Interval
  /// The factor that takes the bias off: Hedges' J.
  public let correction: Double

  /// The difference of the means over the root of the mean of both variances, for groups that
  /// spread differently; nil with a group of one.
  ///
  /// - Reference: Bonett (2008), doi:10.1037/1082-989X.13.2.99.
  public let byMeanVariance: Double?

  /// Hedges' g: the estimate and its limits times the correction.
  public var hedgesG: Interval {
    Interval(
      estimate: correction * interval.estimate, lower: correction * interval.lower,
      upper: correction * interval.upper, level: interval.level)
  }

  /// The probability that a value of the first group exceeds one of the second, if both are
  /// normal with one variance.
  ///
  /// - Reference: McGraw & Wong (1992), doi:10.1037/0033-2909.111.2.361.
  public var probabilityOfSuperiority: Interval {
    func probability(_ d: Double) -> Double { Normal.upperTail(-d / 2.0.squareRoot()) }
    return Interval(
      estimate: probability(interval.estimate), lower: probability(interval.lower),
      upper: probability(interval.upper), level: interval.level)
  }

  /// The share of the second group that lies below the mean of the first, if both are normal
  /// with one variance: Cohen's U3.
  public var nonoverlap: Double { Normal.upperTail(-interval.estimate) }

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let pair = try PooledPair(first, second)
    // With one degree of freedom the correction is zero over zero.
    guard pair.degreesOfFreedom >= 2 else {
      throw .tooFewObservations(required: 4, found: first.count + second.count)
    }
    let scale = pair.standardError / pair.standardDeviation
    guard
      let limits = try NoncentralT.noncentralityLimits(
        of: pair.difference / pair.standardError, degreesOfFreedom: pair.degreesOfFreedom,
        level: ConfidenceLevel(level))
    else { throw .didNotConverge }
    interval = Interval(
      estimate: pair.difference / pair.standardDeviation, lower: limits.lower * scale,
      upper: limits.upper * scale, level: level)
    correction = hedgesCorrection(degreesOfFreedom: pair.degreesOfFreedom)
    byMeanVariance =
      first.count > 1 && second.count > 1
      ? pair.difference
        / ((try Moments(first).variance + Moments(second).variance) / 2).squareRoot() : nil
  }
}
