/// Measures how closely two measures follow a straight line.
///
/// The interval is Fisher's and needs four pairs, the test needs three; with two pairs the
/// coefficient is 1 or -1 whatever the truth. A yes-or-no measure coded as 0 and 1 makes it
/// the point-biserial correlation. Throws when the samples differ in length, when there are
/// fewer than two pairs, when a value is not finite, or when a measure does not vary.
/// Assumes independent pairs; interval and test also that both measures are near normal
/// together.
///
/// - Reference: Fisher (1915), doi:10.1093/biomet/10.4.507; interval by Fisher (1921),
///   Metron 1, 3-32.
public struct PearsonCorrelation: Sendable, Hashable, Codable {
  public let count: Int
  /// r, from -1 to 1.
  public let coefficient: Double

  public init(_ first: Span<Double>, _ second: Span<Double>) throws(SampleError) {
    guard first.count == second.count else {
      throw .unequalLengths(first: first.count, second: second.count)
    }
    coefficient = try Self.coefficient(Deviations(first), Deviations(second))
    count = first.count
  }

  /// The point-biserial correlation of a yes-or-no measure with another.
  public init(_ holds: [Bool], _ values: Span<Double>) throws(SampleError) {
    let coded = holds.map { $0 ? 1.0 : 0.0 }
    try self.init(coded.span, values)
  }

  static func coefficient(_ first: Deviations, _ second: Deviations) -> Double {
    var products = CompensatedSum()
    for (one, other) in zip(first.values, second.values) { products += one * other }
    let coefficient = products.value / (first.length * second.length)
    // On a line but for rounding: the test would otherwise rest on that rounding.
    return 1 - abs(coefficient) < 1e-15 ? (coefficient < 0 ? -1 : 1) : coefficient
  }

  /// Throws when there are fewer than four pairs, or when the level is not between 0 and 1.
  public func interval(level: Double = 0.95) throws(SampleError) -> Interval {
    try FisherInterval(coefficient: coefficient, count: count, level: level).interval
  }

  /// Throws when there are fewer than three pairs.
  public func test(alternative: Alternative = .twoSided) throws(SampleError) -> CorrelationTest {
    guard count >= 3 else { throw .tooFewObservations(required: 3, found: count) }
    return CorrelationTest(
      coefficient: coefficient, degreesOfFreedom: Double(count - 2), alternative: alternative)
  }
}

/// Tests whether a correlation is zero, by Student's t.
///
/// A perfect correlation has an infinite statistic and a p-value of 0.
///
/// - Reference: Fisher (1915), doi:10.1093/biomet/10.4.507.
public struct CorrelationTest: Sendable, Hashable, Codable {
  public let alternative: Alternative
  public let method: TestMethod
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The decimal logarithm of the two-sided p-value, which may be too small for a number.
  public let logPValue: Double

  init(coefficient: Double, degreesOfFreedom: Double, alternative: Alternative) {
    let reference = StudentT(degreesOfFreedom: degreesOfFreedom)
    statistic =
      coefficient
      * (degreesOfFreedom / ((1 - coefficient) * (1 + coefficient))).squareRoot()
    self.alternative = alternative
    method = .approximate
    self.degreesOfFreedom = degreesOfFreedom
    if statistic.isInfinite {
      let isExtreme = alternative == .twoSided || (alternative == .greater) == (statistic > 0)
      pValue = isExtreme ? 0 : 1
      logPValue = -.infinity
    } else {
      pValue = reference.pValue(statistic, alternative)
      logPValue = reference.logTwoSidedPValue(statistic) / log(10)
    }
  }
}

/// Values less their mean.
struct Deviations {
  let values: [Double]
  /// The square root of the sum of their squares.
  let length: Double

  /// Throws when there are fewer than two values, when one is not finite, or when they do
  /// not vary.
  init(_ values: Span<Double>) throws(SampleError) {
    let moments = try Moments(values)
    guard variesBeyondRounding(moments.standardError, near: moments.mean) else {
      throw .zeroVariance
    }
    self.values = values.indices.map { values[$0] - moments.mean }
    length = (moments.variance * Double(values.count - 1)).squareRoot()
  }
}
