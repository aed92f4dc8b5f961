/// Shows small lasting shifts of single values over time, by summing their deviations.
///
/// Deviations are from the target, or the mean, and count in standard deviations, as given
/// or as estimated from the mean moving range. Each sum starts at zero, takes off `allowance`
/// with every value, and never crosses zero; it signals beyond `decisionInterval`. Throws when there are fewer than two values,
/// when one is not finite, when they do not vary, or when a parameter is not positive.
/// Assumes values in the order of time.
///
/// - Reference: Page (1954), doi:10.1093/biomet/41.1-2.100; Montgomery (2013), Introduction
///   to Statistical Quality Control, 7th edition.
public struct CUSUMChart: Sendable, Hashable, Codable {
  public struct Point: Sendable, Hashable, Codable {
    public let value: Double
    /// The sum of deviations upwards, zero or more.
    public let upperSum: Double
    /// The sum of deviations downwards, zero or less.
    public let lowerSum: Double
    public let isAbove: Bool
    public let isBelow: Bool
  }

  /// The mean range of two normal values in standard deviations, rounded as in the tables
  /// that control charts are made with.
  public static let meanRangeOfTwo = 1.128

  public let count: Int
  public let center: Double
  /// As given, or from the mean moving range.
  public let standardDeviation: Double
  public let allowance: Double
  public let decisionInterval: Double
  public let points: [Point]

  /// `shift` is what the chart is to find, in standard deviations; half of it is allowed.
  public init(
    _ values: Span<Double>, target: Double? = nil, standardDeviation: Double? = nil,
    shift: Double = 1, decisionInterval: Double = 5
  ) throws(SampleError) {
    for (index, parameter) in [
      shift, decisionInterval, standardDeviation ?? 1,
    ].enumerated() {
      guard parameter.isFinite else { throw .nonFiniteValue(index: index) }
      guard parameter > 0 else { throw .negativeValue(index: index) }
    }
    let chart = try XmRChart(values)
    let spread = standardDeviation ?? chart.meanMovingRange / Self.meanRangeOfTwo
    let center = target ?? chart.mean
    guard spread > 1e-14 * abs(chart.mean), spread > 0 else { throw .zeroVariance }
    let allowance = shift / 2
    var (up, down) = (0.0, 0.0)
    count = chart.count
    self.center = center
    self.standardDeviation = spread
    self.allowance = allowance
    self.decisionInterval = decisionInterval
    points = chart.points.map { point in
      let deviation = (point.value - center) / spread
      up = max(0, up + deviation - allowance)
      down = min(0, down + deviation + allowance)
      return Point(
        value: point.value, upperSum: up, lowerSum: down, isAbove: up > decisionInterval,
        isBelow: down < -decisionInterval)
    }
  }
}
