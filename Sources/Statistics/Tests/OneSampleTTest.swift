/// Tests whether a mean differs from a given one.
///
/// Throws when there are fewer than two values, when one is not finite, or when the values
/// do not vary. Assumes independent values whose mean is near normal.
///
/// - Reference: Student (1908), doi:10.1093/biomet/6.1.1.
public struct OneSampleTTest: HypothesisTest {
  public static let name = "One-sample t-test"

  public let count: Int
  /// The mean under the null hypothesis.
  public let nullMean: Double
  public let alternative: Alternative
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The mean itself, not its distance from the one tested.
  public let effect: Interval

  public init(
    _ values: Span<Double>, nullMean: Double, alternative: Alternative = .twoSided,
    level: Double = 0.95
  ) throws(SampleError) {
    let moments = try Moments(values)
    effect = try MeanInterval(values, level: level).interval
    let reference = StudentT(degreesOfFreedom: Double(moments.count - 1))
    count = moments.count
    self.nullMean = nullMean
    self.alternative = alternative
    statistic = (moments.mean - nullMean) / moments.standardError
    degreesOfFreedom = reference.degreesOfFreedom
    pValue = reference.pValue(statistic, alternative)
  }
}
