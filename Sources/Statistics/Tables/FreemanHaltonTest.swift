/// Tests whether two classifications of the same people are independent, however few they
/// are: Fisher's exact test of a table of any size.
///
/// The p-value is the probability, given the margins, of all tables that are no likelier
/// than the one observed. It is exact as long as it takes no more than `limit` steps;
/// beyond, 10,000 tables are drawn at random, the same for the same seed, and
/// `standardError` says how far the p-value may be off. The effect is Cramér's V. Throws
/// when the level is not between 0 and 1. Assumes independent people, each in one cell.
///
/// - Reference: Freeman & Halton (1951), doi:10.1093/biomet/38.1-2.141; one added to the
///   draws by Phipson & Smyth (2010), doi:10.2202/1544-6115.1585.
public struct FreemanHaltonTest: HypothesisTest {
  public static let name = "Fisher–Freeman–Halton exact test"
  private static let draws = 10_000

  public let count: Int
  public let method: TestMethod
  /// The probability of the table observed, given its margins.
  public let statistic: Double
  public let pValue: Double
  /// The standard error of a p-value from random draws; nil when it is exact.
  public let standardError: Double?
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    _ table: ContingencyTable, seed: UInt64, limit: Int = 20_000_000, level: Double = 0.95
  ) throws(SampleError) {
    count = table.count
    effect = try CramersV(table, level: level).interval
    alternative = .twoSided
    var network = TableNetwork(table, limit: limit)
    statistic = network.observedProbability
    if let exact = network.pValue() {
      method = .exact
      pValue = exact
      standardError = nil
    } else {
      method = .monteCarlo
      var generator = SplitMix64(seed: seed)
      let hits = (0..<Self.draws).count { _ in
        network.isNoLikelier(network.draw(using: &generator))
      }
      let share = Double(hits + 1) / Double(Self.draws + 1)
      pValue = share
      standardError = (share * (1 - share) / Double(Self.draws)).squareRoot()
    }
  }
}
