/// Tests whether counts have the shares that are expected of them.
///
/// Approximate: look at `smallestExpected`, and take `ExactMultinomialTest` when it
/// is below five. A category that cannot occur and did not is left out. The effect
/// is Cohen's w. Throws when the two lists differ in length, when a count is
/// negative or all are zero, when the expected shares are no shares of one, when a
/// category occurred whose share is zero, or when fewer than two can occur.
/// Assumes independent observations, and shares that were not estimated from them.
///
/// - Reference: Pearson (1900), doi:10.1080/14786440009463897.
public struct ChiSquaredGoodnessOfFitTest: HypothesisTest {
  public static let name = "Chi-squared goodness-of-fit test"

  public let count: Int
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The smallest count expected of a category that can occur.
  public let smallestExpected: Double
  /// Observed less expected in standard errors, by category; 0 where nothing can occur.
  public let standardizedResiduals: [Double]
  /// Observed less expected in roots of the expected, by category; 0 where nothing can occur.
  public let pearsonResiduals: [Double]
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    counts: [Int], probabilities: [Double], level: Double = 0.95
  ) throws(SampleError) {
    let expected = try ExpectedShares(counts: counts, probabilities: probabilities)
    let size = Double(expected.count)
    count = expected.count
    statistic = expected.chiSquared
    degreesOfFreedom = expected.degreesOfFreedom
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    smallestExpected = size * expected.smallestProbability
    standardizedResiduals = zip(counts, probabilities).map { count, probability in
      guard probability > 0 else { return 0 }
      return (Double(count) - size * probability)
        / (size * probability * (1 - probability)).squareRoot()
    }
    pearsonResiduals = zip(counts, probabilities).map { count, probability in
      guard probability > 0 else { return 0 }
      return (Double(count) - size * probability) / (size * probability).squareRoot()
    }
    effect = try CohensW(expected, level: level).interval
    alternative = .twoSided
  }
}
