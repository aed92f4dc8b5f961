/// Tests whether two classifications of the same people are independent.
///
/// Approximate: look at `smallestExpected`, and take `FisherExactTest` or
/// `FreemanHaltonTest` when it is below five. Yates's correction, when it is asked for, is
/// made in 2×2 tables only. The effect is Cramér's V. Throws when the level is not between
/// 0 and 1. Assumes independent people, each in one cell.
///
/// - Reference: Pearson (1900), doi:10.1080/14786440009463897; correction by Yates (1934),
///   doi:10.2307/2983604.
public struct ChiSquaredIndependenceTest: HypothesisTest {
  public static let name = "Chi-squared test of independence"

  public let count: Int
  public let isCorrected: Bool
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  public let smallestExpected: Double
  /// How many cells have an expected count below five.
  public let sparseCellCount: Int
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    _ table: ContingencyTable, isCorrected: Bool = false, level: Double = 0.95
  ) throws(SampleError) {
    let expected = table.expectedCounts.flatMap(\.self)
    self.isCorrected = isCorrected && table.isTwoByTwo
    count = table.count
    statistic = table.chiSquared(isCorrected: isCorrected && table.isTwoByTwo)
    degreesOfFreedom = table.degreesOfFreedom
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    smallestExpected = expected.reduce(.infinity, min)
    sparseCellCount = expected.count { $0 < 5 }
    effect = try CramersV(table, level: level).interval
    alternative = .twoSided
  }
}
