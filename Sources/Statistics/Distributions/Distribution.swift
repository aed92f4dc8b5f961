/// A distribution over an interval of numbers, with tails that keep their digits.
///
/// How likely is a value, or a more extreme one, and which value has so much beyond it?
/// Neither tail is one less the other: each is computed on its own, down to 1e-300, and its
/// logarithm goes on beyond. Quantiles take the tail on either side, so that one of 1e-20
/// above is no harder than one below. A point that is not a number has no answer but NaN.
/// Making a distribution throws when a parameter is out of its range.
///
/// - Reference: the functions are those of Boost.Math 1.74, checked and completed where they
///   lose digits; tails below 1e-290 by continued fractions, Thompson & Barnett (1986),
///   doi:10.1016/0021-9991(86)90046-X.
public struct Distribution: Sendable {
  private let core: any ContinuousDistribution

  /// Where values can lie.
  public var support: ClosedRange<Double> { core.support }

  /// How densely values lie at a point.
  public func density(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    return x.isFinite && support.contains(x) ? core.density(x) : 0
  }

  /// The probability of a value of `x` or below.
  public func lowerTail(_ x: Double) -> Double {
    beyond(x, below: 0, above: 1, within: core.lowerTail)
  }

  /// The probability of a value above `x`.
  public func upperTail(_ x: Double) -> Double {
    beyond(x, below: 1, above: 0, within: core.upperTail)
  }

  /// The natural logarithm of the probability of a value of `x` or below.
  public func logLowerTail(_ x: Double) -> Double {
    beyond(x, below: -.infinity, above: 0, within: core.logLowerTail)
  }

  /// The natural logarithm of the probability of a value above `x`.
  public func logUpperTail(_ x: Double) -> Double {
    beyond(x, below: 0, above: -.infinity, within: core.logUpperTail)
  }

  /// The value that has probability `tail` below it.
  ///
  /// Throws when the tail does not lie between 0 and 1. With 0 and 1 it is the end of the
  /// support, which may be infinite.
  public func lowerQuantile(_ tail: Double) throws(SampleError) -> Double {
    try checkProbability(tail)
    if tail == 0 { return support.lowerBound }
    return tail == 1 ? support.upperBound : core.lowerQuantile(tail)
  }

  /// The value that has probability `tail` above it.
  ///
  /// Throws when the tail does not lie between 0 and 1.
  public func upperQuantile(_ tail: Double) throws(SampleError) -> Double {
    try checkProbability(tail)
    if tail == 0 { return support.upperBound }
    return tail == 1 ? support.lowerBound : core.upperQuantile(tail)
  }

  private func beyond(
    _ x: Double, below: Double, above: Double, within: (Double) -> Double
  ) -> Double {
    if x.isNaN { return x }
    if x <= support.lowerBound { return below }
    return x >= support.upperBound ? above : within(x)
  }
}

extension Distribution {
  /// The normal distribution.
  public static func normal(
    mean: Double = 0, standardDeviation: Double = 1
  ) throws(SampleError) -> Distribution {
    guard mean.isFinite else { throw .parameterOutOfRange("the mean", mean) }
    try checkPositive(standardDeviation, "the standard deviation")
    return Distribution(core: Normal(mean: mean, standardDeviation: standardDeviation))
  }

  /// Student's t distribution.
  public static func studentT(
    degreesOfFreedom: Double
  ) throws(SampleError) -> Distribution {
    try checkPositive(degreesOfFreedom, "the number of degrees of freedom")
    return Distribution(core: StudentT(degreesOfFreedom: degreesOfFreedom))
  }

  /// The chi-squared distribution.
  public static func chiSquared(
    degreesOfFreedom: Double
  ) throws(SampleError) -> Distribution {
    try checkPositive(degreesOfFreedom, "the number of degrees of freedom")
    return Distribution(core: ChiSquared(degreesOfFreedom: degreesOfFreedom))
  }

  /// Fisher's F distribution.
  public static func fisherF(
    numeratorDegrees: Double, denominatorDegrees: Double
  ) throws(SampleError) -> Distribution {
    try checkPositive(numeratorDegrees, "the number of degrees of freedom of the numerator")
    try checkPositive(denominatorDegrees, "the number of degrees of freedom of the denominator")
    return Distribution(
      core: FisherF(numeratorDegrees: numeratorDegrees, denominatorDegrees: denominatorDegrees))
  }

  /// The gamma distribution; its mean is the shape times the scale.
  public static func gamma(shape: Double, scale: Double = 1) throws(SampleError) -> Distribution {
    try checkPositive(shape, "the shape")
    try checkPositive(scale, "the scale")
    return Distribution(core: Gamma(shape: shape, scale: scale))
  }

  /// The beta distribution; its mean is alpha over the sum of alpha and beta.
  public static func beta(alpha: Double, beta: Double) throws(SampleError) -> Distribution {
    try checkPositive(alpha, "alpha")
    try checkPositive(beta, "beta")
    return Distribution(core: Beta(alpha: alpha, beta: beta))
  }
}

private func checkPositive(_ value: Double, _ name: String) throws(SampleError) {
  guard value.isFinite, value > 0 else { throw .parameterOutOfRange(name, value) }
}

/// Throws when a probability does not lie between 0 and 1.
func checkProbability(_ probability: Double) throws(SampleError) {
  guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
}
