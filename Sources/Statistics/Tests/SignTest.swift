/// Tests whether paired values rise more often than they fall.
///
/// Looks at the direction of the changes alone, so it assumes nothing of their spread.
/// Exact: unchanged pairs are dropped, and the increases are compared with fair coins. The
/// effect is the median change over all pairs with `MedianInterval`. Throws when the samples
/// differ in length, when a value is not finite, or when no pair differs. Assumes
/// independent pairs.
///
/// - Reference: Dixon & Mood (1946), doi:10.1080/01621459.1946.10501898.
public struct SignTest: HypothesisTest {
  public static let name = "Sign test"

  /// How many pairs there are, with or without change.
  public let count: Int
  public let changedCount: Int
  public let increaseCount: Int
  public let alternative: Alternative
  public let pValue: Double
  public let effect: Interval

  /// The number of increases.
  public var statistic: Double { Double(increaseCount) }

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let differences = try pairedDifferences(first, second)
    let changes = try roundedChanges(first, second)
    let increases = changes.count { $0 > 0 }
    let changed = changes.count { $0 != 0 }
    guard changed > 0 else { throw .noDifferences }
    count = changes.count
    changedCount = changed
    increaseCount = increases
    self.alternative = alternative
    pValue = try BinomialTest(
      successes: increases, trials: changed, probability: 0.5, alternative: alternative
    ).pValue
    effect = try MedianInterval(differences.span, level: level).interval
  }
}
