/// Estimates a mean with Student's t interval.
///
/// Throws when there are fewer than two values, when one is not finite, when
/// they do not vary, or when the level is not between 0 and 1. Assumes
/// independent values whose mean is near normal.
///
/// - Reference: Student (1908), doi:10.1093/biomet/6.1.1.
public struct MeanInterval: Sendable, Hashable, Codable {
  public let count: Int
  public let standardDeviation: Double
  public let interval: Interval

  public init(_ values: Span<Double>, level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let moments = try Moments(values)
    let error = moments.standardError
    guard variesBeyondRounding(error, near: moments.mean) else { throw .zeroVariance }
    let reference = StudentT(degreesOfFreedom: Double(moments.count - 1))
    count = moments.count
    standardDeviation = moments.standardDeviation
    interval = Interval(
      estimate: moments.mean, margin: error * reference.upperQuantile(tail), level: level)
  }
}

/// Whether a standard error is more than what rounding leaves of equal values.
///
/// R's rule for "essentially constant" data.
func variesBeyondRounding(_ standardError: Double, near means: Double...) -> Bool {
  let largest = means.reduce(0) { max($0, abs($1)) }
  return standardError > 10 * Double.ulpOfOne * largest && standardError > 0
}
