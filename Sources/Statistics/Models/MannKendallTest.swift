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

/// Estimates how fast a series rises, as the median of the slopes of all pairs of points.
///
/// The limits are slopes too: those so many places from the middle as the standard deviation
/// of Kendall's score says. Too few points cannot reach the level: the limits are then the
/// outermost slopes, and the `level` that of the normal distribution there. All slopes are
/// held at once, eight bytes for each pair of values. Throws when values and times differ in
/// length, when there are fewer than three values or fewer than two times, when a value is
/// not finite, or when the level is not between 0 and 1. Assumes values that are unrelated
/// but for the trend.
///
/// - Reference: Sen (1968), doi:10.1080/01621459.1968.10480934.
public struct SenSlope: Sendable, Hashable, Codable {
  public let count: Int
  public let interval: Interval

  public init(
    _ values: Span<Double>, times: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let score = try KendallScore(times, values)
    guard let variance = score.variance else {
      throw .tooFewObservations(required: 3, found: values.count)
    }
    var slopes: [Double] = []
    for later in values.indices {
      for earlier in 0..<later where times[later] != times[earlier] {
        slopes.append((values[later] - values[earlier]) / (times[later] - times[earlier]))
      }
    }
    guard !slopes.isEmpty else { throw .tooFewCategories(required: 2, found: 1) }
    slopes.sort()
    let spread = variance.squareRoot()
    let margin = confidence.normalQuantile * spread
    // The places count from one, and a half goes to the even neighbour, as in R's trend.
    let lower = Int(((Double(slopes.count) - margin) / 2).rounded(.toNearestOrEven))
    let upper = Int(((Double(slopes.count) + margin) / 2 + 1).rounded(.toNearestOrEven))
    let isReached = lower >= 1 && upper <= slopes.count
    let reached =
      isReached ? level : 1 - 2 * Normal.upperTail(Double(slopes.count - 2) / spread)
    count = values.count
    interval = Interval(
      estimate: try SortedSample(slopes.span).median,
      lower: isReached ? slopes[lower - 1] : slopes[0],
      upper: isReached ? slopes[upper - 1] : slopes[slopes.count - 1],
      level: min(level, max(0, reached)))
  }
}
