/// Estimates how far apart two means are, in standard deviations of the second group alone.
///
/// Glass's delta: the second group is the one untouched, whose spread is the yardstick. The
/// interval inverts the noncentral t distribution with the variance that unequal spreads
/// give. Throws when a group has fewer than two values, when a value is not finite, when the
/// second group does not vary, or when the statistic exceeds 1000 in size. Assumes
/// independent values, near normal.
///
/// - Reference: Glass (1976), doi:10.3102/0013189X005010003; interval by Algina, Keselman &
///   Penfield (2006), doi:10.1177/0013164406288161.
public struct GlassDelta: Sendable, Hashable, Codable {
  public static let convention =
    "difference of the means divided by the standard deviation of the second group"

  public let interval: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let (group, control) = (try Moments(first), try Moments(second))
    guard variesBeyondRounding(control.standardError, near: control.mean) else {
      throw .zeroVariance
    }
    let delta = (group.mean - control.mean) / control.standardDeviation
    let scale =
      (1 / Double(control.count) + group.variance / (control.variance * Double(group.count)))
      .squareRoot()
    guard
      let limits = try NoncentralT.noncentralityLimits(
        of: delta / scale, degreesOfFreedom: Double(control.count - 1),
        level: ConfidenceLevel(level))
    else { throw .didNotConverge }
    interval = Interval(
      estimate: delta, lower: limits.lower * scale, upper: limits.upper * scale, level: level)
  }
}
