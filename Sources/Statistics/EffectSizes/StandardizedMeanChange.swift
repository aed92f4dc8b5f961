/// Estimates how large a mean change is, in standard deviations.
///
/// The change from first to second, divided by the mean of the two standard
/// deviations (d_av), times Hedges' exact correction for n - 1 degrees of freedom.
/// The interval inverts the noncentral t distribution of the paired t statistic and
/// is rescaled to the same divisor; it excludes zero exactly when the paired
/// t-test rejects. Throws when the samples differ in length, when there are fewer
/// than three pairs, when a value is not finite, when all pairs change by the same
/// amount, or when the paired t statistic exceeds 1000 in size: its limits
/// could not be computed accurately. Assumes independent pairs, near normal.
///
/// - Reference: Algina & Keselman (2003), doi:10.1177/0013164403256358; correction by
///   Hedges (1981), doi:10.3102/10769986006002107.
public struct StandardizedMeanChange: Sendable, Hashable, Codable {
  public static let convention = """
    change divided by the mean of the two standard deviations (d_av), \
    with Hedges' exact correction
    """

  public let count: Int
  /// The change in standard deviations, before the correction.
  public let uncorrected: Double
  public let interval: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    guard first.count != second.count || first.count >= 3 else {
      throw .tooFewObservations(required: 3, found: first.count)
    }
    let test = try PairedTTest(first, second, level: level)
    let spread = try (Moments(first).standardDeviation + Moments(second).standardDeviation) / 2
    let degreesOfFreedom = test.degreesOfFreedom
    let correction = hedgesCorrection(degreesOfFreedom: degreesOfFreedom)
    guard
      let limits = try NoncentralT.noncentralityLimits(
        of: test.statistic, degreesOfFreedom: degreesOfFreedom, level: ConfidenceLevel(level))
    else { throw .didNotConverge }
    let scale = test.standardError / spread
    count = first.count
    uncorrected = test.effect.estimate / spread
    interval = Interval(
      estimate: correction * uncorrected, lower: limits.lower * scale, upper: limits.upper * scale,
      level: level)
  }
}
