/// Shows whether single values over time vary by chance alone: the chart of individuals.
///
/// The limits are the mean and 2.66 times the mean moving range to either side; signals
/// follow the rules of the NHS. With `screening`, moving ranges beyond their own limit, 3.267
/// times their mean, are left out once before the limits are set. Values that are all the
/// same have limits on their mean and no signals. Throws when there are fewer than two
/// values, or when one is not finite. Assumes values in the order of time.
///
/// - Reference: Wheeler & Chambers (1992), Understanding Statistical Process Control, 2nd
///   edition; screening by Provost & Murray (2011), The Health Care Data Guide.
public struct XmRChart: Sendable, Hashable, Codable {
  /// One value, and what the chart says about it.
  public struct Point: Sendable, Hashable, Codable {
    public let value: Double
    /// Above, on or below the mean: 1, 0 or -1.
    public let side: Int
    public let isOutsideLimits: Bool
    /// Beyond two thirds of the way to a limit, but within it.
    public let isNearLimit: Bool
    public let isPartOfShift: Bool
    public let isPartOfTrend: Bool
    public let isPartOfTwoOfThree: Bool
    /// The most telling of these; nil when the point varies by chance.
    public let signal: ControlSignal?
  }

  /// How many mean moving ranges lie between the mean and a limit.
  public static let limitFactor = 2.66
  /// How many mean moving ranges a moving range may have.
  public static let movingRangeFactor = 3.267

  public let count: Int
  public let mean: Double
  /// Of all moving ranges, whether or not some were screened.
  public let meanMovingRange: Double
  public let lowerLimit: Double
  public let upperLimit: Double
  /// The limit of the moving ranges.
  public let movingRangeLimit: Double
  /// How many moving ranges the screening left out.
  public let screenedCount: Int
  public let points: [Point]

  public init(_ values: Span<Double>, screening: Bool = false) throws(SampleError) {
    guard values.count >= 2 else {
      throw .tooFewObservations(required: 2, found: values.count)
    }
    let values = try finiteValues(values)
    let middle = try Statistics.mean(values.span)
    let ranges = (1..<values.count).map { abs(values[$0] - values[$0 - 1]) }
    let meanRange = try Statistics.mean(ranges.span)
    let rangeLimit = Self.movingRangeFactor * meanRange
    let kept = screening ? ranges.filter { $0 <= rangeLimit } : ranges
    let reach = try Self.limitFactor * Statistics.mean(kept.span)
    let rules = RunRules(
      values, mean: middle, lower: middle - reach, upper: middle + reach)
    count = values.count
    mean = middle
    meanMovingRange = meanRange
    lowerLimit = middle - reach
    upperLimit = middle + reach
    movingRangeLimit = rangeLimit
    screenedCount = ranges.count - kept.count
    points = values.indices.map { index in
      Point(
        value: values[index], side: rules.sides[index],
        isOutsideLimits: rules.outside[index], isNearLimit: rules.nearLimit[index],
        isPartOfShift: rules.shift[index], isPartOfTrend: rules.trend[index] != 0,
        isPartOfTwoOfThree: rules.twoOfThree[index], signal: rules.signal(at: index))
    }
  }
}
