/// Estimates how large a mean change is, in standard deviations that are named.
///
/// The change from first to second divided by the standardizer asked for. The interval
/// inverts the noncentral t distribution of the paired t statistic, rescaled to the same
/// standardizer: it excludes zero exactly when the paired t-test rejects. Throws when the
/// samples differ in length, when there are fewer than three pairs, when a value is not
/// finite, when all pairs change by the same amount, when the standardizer is zero, or when
/// the t statistic exceeds 1000 in size. Assumes independent pairs, near normal.
///
/// - Reference: Lakens (2013), doi:10.3389/fpsyg.2013.00863; interval by Algina & Keselman
///   (2003), doi:10.1177/0013164403256358.
public struct PairedEffectSize: Sendable, Hashable, Codable {
  /// What a mean change is divided by.
  public enum Standardizer: String, Sendable, Hashable, Codable, CaseIterable {
    /// The standard deviation of the changes: d_z, the standardised response mean.
    case changes
    /// The mean of the standard deviations before and after: d_av of Cumming and Lakens.
    case average
    /// The root of the mean variance before and after: d_av of other programs.
    case rootMeanSquare
    /// The standard deviation of the changes had the measurements not been related: d_rm.
    case repeatedMeasures
    /// The standard deviation before.
    case before
  }

  public let count: Int
  public let standardizer: Standardizer
  /// The correlation of the two measurements; nil when one of them does not vary.
  public let correlation: Double?
  public let interval: Interval
  /// The factor that takes the bias of small samples off: Hedges' J for n - 1.
  public let correction: Double

  /// The estimate and its limits times Hedges' correction.
  public var corrected: Interval {
    Interval(
      estimate: correction * interval.estimate, lower: correction * interval.lower,
      upper: correction * interval.upper, level: interval.level)
  }

  public init(
    _ first: Span<Double>, _ second: Span<Double>, standardizer: Standardizer,
    level: Double = 0.95
  ) throws(SampleError) {
    guard first.count != second.count || first.count >= 3 else {
      throw .tooFewObservations(required: 3, found: first.count)
    }
    let test = try PairedTTest(first, second, level: level)
    let (before, after) = (try Moments(first), try Moments(second))
    let changes = test.standardError * Double(test.count).squareRoot()
    let product = before.standardDeviation * after.standardDeviation
    let related =
      product > 0
      ? (before.variance + after.variance - changes * changes) / (2 * product) : nil
    let yardstick: Double? =
      switch standardizer {
      case .changes: changes
      case .average: (before.standardDeviation + after.standardDeviation) / 2
      case .rootMeanSquare: ((before.variance + after.variance) / 2).squareRoot()
      case .repeatedMeasures: related.map { changes / (2 * (1 - $0)).squareRoot() }
      case .before: before.standardDeviation
      }
    guard let yardstick, yardstick > 0, yardstick.isFinite else { throw .zeroVariance }
    guard
      let limits = try NoncentralT.noncentralityLimits(
        of: test.statistic, degreesOfFreedom: test.degreesOfFreedom, level: ConfidenceLevel(level))
    else { throw .didNotConverge }
    let scale = test.standardError / yardstick
    count = test.count
    self.standardizer = standardizer
    correlation = related.map { max(-1, min(1, $0)) }
    interval = Interval(
      estimate: test.effect.estimate / yardstick, lower: limits.lower * scale,
      upper: limits.upper * scale, level: level)
    correction = hedgesCorrection(degreesOfFreedom: test.degreesOfFreedom)
  }
}
