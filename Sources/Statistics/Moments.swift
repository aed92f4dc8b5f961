/// How many values there are, where they lie and how much they spread.
public struct Moments: Sendable, Hashable, Codable {
  public let count: Int
  public let mean: Double
  /// The sample variance, with the count less one as divisor.
  public let variance: Double

  /// The sample standard deviation.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean.
  public var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Throws when there are fewer than two values, or when one is not finite.
  public init(_ values: Span<Double>) throws(SampleError) {
    guard values.count >= 2 else {
      throw .tooFewObservations(required: 2, found: values.count)
    }
    self = try MomentsTally(values).moments()
  }

  init(count: Int, mean: Double, variance: Double) {
    self.count = count
    self.mean = mean
    self.variance = variance
  }
}

/// The arithmetic mean.
///
/// Throws when there is no value, or when one is not finite.
public func mean(_ values: Span<Double>) throws(SampleError) -> Double {
  guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  return try MomentsTally(values).mean
}
