/// Tests whether two independent groups with equal variances have the same mean.
///
/// Take `WelchTTest` unless the variances are known to be equal; this one also works when
/// one of the groups is a single value. Throws when a group is empty, when there are fewer
/// than three values in all, when a value is not finite, or when neither group varies.
/// Assumes independent values, near normal, with one variance.
///
/// - Reference: Student (1908), doi:10.1093/biomet/6.1.1.
public struct StudentTTest: HypothesisTest {
  public static let name = "Student's t-test"

  public let count: Int
  public let alternative: Alternative
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let standardError: Double
  public let pValue: Double
  /// Mean of the first group minus mean of the second.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let pair = try PooledPair(first, second)
    let reference = StudentT(degreesOfFreedom: pair.degreesOfFreedom)
    count = first.count + second.count
    self.alternative = alternative
    standardError = pair.standardError
    statistic = pair.difference / pair.standardError
    degreesOfFreedom = pair.degreesOfFreedom
    pValue = reference.pValue(statistic, alternative)
    effect = Interval(
      estimate: pair.difference, margin: pair.standardError * reference.upperQuantile(tail),
      level: level)
  }
}

/// Two groups and the spread that they share.
struct PooledPair {
  let difference: Double
  let standardDeviation: Double
  let degreesOfFreedom: Double
  let standardError: Double

  init(_ first: Span<Double>, _ second: Span<Double>) throws(SampleError) {
    guard !first.isEmpty, !second.isEmpty else {
      throw .tooFewObservations(required: 1, found: 0)
    }
    guard first.count + second.count >= 3 else {
      throw .tooFewObservations(required: 3, found: first.count + second.count)
    }
    let means = (try mean(first), try mean(second))
    func squares(_ values: Span<Double>) throws(SampleError) -> Double {
      values.count < 2 ? 0 : try Moments(values).variance * Double(values.count - 1)
    }
    degreesOfFreedom = Double(first.count + second.count - 2)
    let variance = (try squares(first) + squares(second)) / degreesOfFreedom
    standardDeviation = variance.squareRoot()
    standardError =
      standardDeviation * (1 / Double(first.count) + 1 / Double(second.count)).squareRoot()
    guard standardError.isFinite else { throw .overflow }
    guard variesBeyondRounding(standardError, near: means.0, means.1) else {
      throw .zeroVariance
    }
    difference = means.0 - means.1
  }
}
