/// Estimates anything that is computed from units, by leaving out one unit at a time.
///
/// The spread of the estimates without each unit gives the standard error, whatever the
/// estimate is made of; units may hold several observations that hang together. The
/// interval is that of Student's t with one degree of freedom less than there are units.
/// Throws when there are fewer than two units, when an estimate is not finite, when the
/// estimates do not vary, or when the level is out of range. Assumes that units are
/// independent and that the estimate changes smoothly with them: it does not hold for
/// medians.
///
/// - Reference: Efron & Stein (1981), doi:10.1214/aos/1176345462; the interval by
///   Tukey (1958), doi:10.1214/aoms/1177706647.
public struct JackknifeInterval: Sendable, Hashable, Codable {
  public let count: Int
  public let standardError: Double
  public let interval: Interval

  /// The estimate from all units, and for each unit that from all others.
  public init(
    estimate: Double, leavingOut: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    guard estimate.isFinite else { throw .nonFiniteValue(index: 0) }
    let moments = try Moments(leavingOut)
    // The estimates differ by one unit in so many, and their spread shrinks with that.
    let error = moments.standardError * Double(moments.count - 1)
    guard variesBeyondRounding(moments.standardError, near: moments.mean, estimate) else {
      throw .zeroVariance
    }
    let reference = StudentT(degreesOfFreedom: Double(moments.count - 1))
    count = moments.count
    standardError = error
    interval = Interval(
      estimate: estimate, margin: error * reference.upperQuantile(tail), level: level)
  }
}
