/// Tests whether the mean change from the first to the second of two paired
/// measurements is zero.
///
/// Throws when the samples differ in length, when there are fewer than two pairs,
/// when a value is not finite, or when all pairs change by the same amount.
/// Assumes independent pairs whose mean change is near normal.
///
/// - Reference: Student (1908), doi:10.1093/biomet/6.1.1.
public struct PairedTTest: HypothesisTest {
  public static let name = "Paired t-test"

  public let count: Int
  public let alternative: Alternative
  public let statistic: Double
  public let degreesOfFreedom: Double
  /// The standard error of the mean change.
  public let standardError: Double
  public let pValue: Double
  /// Mean of second minus first.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let differences = try pairedDifferences(first, second)
    let changes = try Moments(differences.span)
    let error = changes.standardError
    // The rounding of a difference is that of the values it came from.
    guard
      variesBeyondRounding(error, near: changes.mean, try mean(first), try mean(second))
    else { throw .zeroVariance }
    let reference = StudentT(degreesOfFreedom: Double(changes.count - 1))

    count = changes.count
    self.alternative = alternative
    statistic = changes.mean / error
    degreesOfFreedom = reference.degreesOfFreedom
    standardError = error
    pValue = reference.pValue(statistic, alternative)
    effect = Interval(
      estimate: changes.mean, margin: error * reference.upperQuantile(tail), level: level)
  }
}

/// Second minus first, pair by pair.
func pairedDifferences(
  _ first: Span<Double>, _ second: Span<Double>
) throws(SampleError) -> [Double] {
  guard first.count == second.count else {
    throw .unequalLengths(first: first.count, second: second.count)
  }
  var differences: [Double] = []
  differences.reserveCapacity(first.count)
  for index in first.indices {
    guard first[index].isFinite, second[index].isFinite else {
      throw .nonFiniteValue(index: index)
    }
    let difference = second[index] - first[index]
    guard difference.isFinite else { throw .overflow }
    differences.append(difference)
  }
  return differences
}
