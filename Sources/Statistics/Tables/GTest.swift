/// Tests by the likelihood ratio whether two classifications of the same people are
/// independent.
///
/// Close to `ChiSquaredIndependenceTest` in large tables and approximate as it is; Williams's
/// correction brings it closer to its level in small ones. The effect is Cramér's V. Throws
/// when the level is not between 0 and 1. Assumes independent people, each in one cell.
///
/// - Reference: Sokal & Rohlf (1995), ISBN 978-0-7167-2411-7; correction by Williams (1976),
///   doi:10.1093/biomet/63.1.33.
public struct GTest: HypothesisTest {
  public static let name = "G-test of independence"

  public let count: Int
  public let isCorrected: Bool
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    _ table: ContingencyTable, isCorrected: Bool = false, level: Double = 0.95
  ) throws(SampleError) {
    var ratio = CompensatedSum()
    for (row, expected) in zip(table.counts, table.expectedCounts) {
      for (count, expected) in zip(row, expected) {
        ratio += likelihoodTerm(observed: Double(count), expected: expected)
      }
    }
    let size = Double(table.count)
    func reciprocals(_ totals: [Int]) -> Double {
      totals.reduce(-1) { $0 + size / Double($1) }
    }
    degreesOfFreedom = table.degreesOfFreedom
    let divisor =
      1 + reciprocals(table.rowTotals) * reciprocals(table.columnTotals)
      / (6 * size * degreesOfFreedom)
    count = table.count
    self.isCorrected = isCorrected
    statistic = max(0, isCorrected ? ratio.value / divisor : ratio.value)
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    effect = try CramersV(table, level: level).interval
    alternative = .twoSided
  }
}

/// Tests by the likelihood ratio whether counts have the shares that are expected of them.
///
/// Approximate, as `ChiSquaredGoodnessOfFitTest` is, and throws as it does. The effect is
/// Cohen's w. Assumes independent people, each in one category.
///
/// - Reference: Sokal & Rohlf (1995), ISBN 978-0-7167-2411-7.
public struct GGoodnessOfFitTest: HypothesisTest {
  public static let name = "G-test of goodness of fit"

  public let count: Int
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    counts: [Int], probabilities: [Double], level: Double = 0.95
  ) throws(SampleError) {
    let expected = try ExpectedShares(counts: counts, probabilities: probabilities)
    var ratio = CompensatedSum()
    for (count, probability) in zip(counts, probabilities) where probability > 0 {
      ratio += likelihoodTerm(
        observed: Double(count), expected: Double(expected.count) * probability)
    }
    count = expected.count
    statistic = max(0, ratio.value)
    degreesOfFreedom = expected.degreesOfFreedom
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    effect = try CohensW(expected, level: level).interval
    alternative = .twoSided
  }
}

/// What a cell adds to the likelihood ratio.
///
/// Each cell also adds what its distance from the expected count is; these add up to zero,
/// and without them near terms would cancel.
private func likelihoodTerm(observed: Double, expected: Double) -> Double {
  let distance = observed - expected
  guard observed > 0 else { return -2 * distance }
  return 2 * (observed * log1p(distance / expected) - distance)
}
