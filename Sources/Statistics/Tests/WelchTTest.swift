/// Tests whether two independent groups have the same mean, without assuming equal
/// variances.
///
/// Throws when a group has fewer than two values, when a value is not finite, or
/// when neither group varies: the statistic would be 0/0. Assumes independent
/// values whose means are near normal.
///
/// - Reference: Welch (1947), doi:10.1093/biomet/34.1-2.28.
public struct WelchTTest: HypothesisTest {
  public static let name = "Welch's t-test"

  public let alternative: Alternative
  public let statistic: Double
  public let degreesOfFreedom: Double
  /// The standard error of the difference.
  public let standardError: Double
  public let pValue: Double
  /// Mean of the first group minus mean of the second.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let first = try Moments(first)
    let second = try Moments(second)
    let variances = (
      first.variance / Double(first.count), second.variance / Double(second.count)
    )
    let error = (variances.0 + variances.1).squareRoot()
    guard error.isFinite else { throw .overflow }
    guard variesBeyondRounding(error, near: first.mean, second.mean) else {
      throw .zeroVariance
    }
    // Shares of the variance rather than the variances themselves: their
    // squares would leave the range of a number for tiny or huge values.
    let share = variances.0 / (variances.0 + variances.1)
    let reference = StudentT(
      degreesOfFreedom: 1
        / (share * share / Double(first.count - 1)
          + (1 - share) * (1 - share) / Double(second.count - 1)))
    let difference = first.mean - second.mean

    self.alternative = alternative
    standardError = error
    statistic = difference / error
    degreesOfFreedom = reference.degreesOfFreedom
    pValue = reference.pValue(statistic, alternative)
    effect = Interval(
      estimate: difference, margin: error * reference.upperQuantile(tail), level: level)
  }
}
