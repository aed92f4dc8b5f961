/// Tests whether a series tends to rise or fall over time, from the order of its values.
///
/// By the normal distribution with the variance corrected for ties and with correction for
/// continuity. Throws when there are fewer than three values, when one is not finite, or when
/// all are the same. Assumes values that are unrelated but for the trend.
///
/// - Reference: Mann (1945), doi:10.2307/1907187; Kendall (1975), Rank Correlation Methods.
public struct MannKendallTest: HypothesisTest {
  public static let name = "Mann-Kendall test"

  public let count: Int
  public let alternative: Alternative
  /// Z, with correction for continuity.
  public let statistic: Double
  public let pValue: Double
  /// Z without correction for continuity.
  public let uncorrectedStatistic: Double
  public let uncorrectedPValue: Double
  /// S: pairs that rise less pairs that fall, with its variance.
  public let score: KendallScore
  /// τ-b of the values with time.
  public let kendallsTau: Double
  /// Sen's slope, for values that are one step of time apart.
  public let effect: Interval

  public init(
    _ values: Span<Double>, alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    guard values.count >= 3 else {
      throw .tooFewObservations(required: 3, found: values.count)
    }
    let times = (0..<values.count).map { Double($0) }
    let correlation = try KendallCorrelation(times.span, values)
    statistic = try correlation.standardized(continuity: true)
    uncorrectedStatistic = try correlation.standardized()
    pValue = Normal.pValue(statistic, alternative)
    uncorrectedPValue = Normal.pValue(uncorrectedStatistic, alternative)
    count = values.count
    self.alternative = alternative
    score = correlation.score
    kendallsTau = correlation.coefficient
    effect = try SenSlope(values, times: times.span, level: level).interval
  }
}
