/// Tests whether paired values tend to change, from the ranks of the changes.
///
/// Changes are second minus first, rounded to nine significant digits so that
/// binary arithmetic breaks no ties; pairs that differ by no more than such
/// rounding count as unchanged. Unchanged pairs are dropped. Up to 200
/// changes the p-value is exact given the ranks, ties included; beyond, it is
/// normal with the corrections for ties and continuity. `method` says which. The
/// effect is the Hodges–Lehmann estimate over all pairs with its interval.
/// Throws when the samples differ in length, when there are fewer than two pairs,
/// when a value is not finite, or when no pair differs. Assumes independent
/// pairs whose changes are spread evenly to both sides of their centre.
///
/// - Reference: Wilcoxon (1945), doi:10.2307/3001968.
public struct WilcoxonSignedRankTest: HypothesisTest {
  public static let name = "Wilcoxon signed-rank test"
  static let largestExactCount = 200

  /// How many pairs there are, with or without change.
  public let count: Int
  /// How many pairs differ.
  public let changedCount: Int
  public let alternative: Alternative
  public let method: TestMethod
  /// The sum of the ranks of the increases, R's V.
  public let statistic: Double
  public let pValue: Double
  /// The typical change from first to second.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let changes = try roundedChanges(first, second)
    effect = try HodgesLehmannInterval(changes.span, level: level).interval
    let nonzero = changes.filter { $0 != 0 }
    guard !nonzero.isEmpty else { throw .noDifferences }
    let ranks = Ranks(nonzero.map(\.magnitude))
    let doubled = zip(nonzero, ranks.doubled).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }

    count = changes.count
    changedCount = nonzero.count
    self.alternative = alternative
    statistic = Double(doubled) / 2
    if nonzero.count <= Self.largestExactCount {
      method = .exact
      pValue = Self.exactPValue(doubled, ranks, alternative)
    } else {
      method = .approximate
      pValue = Self.normalPValue(statistic, ranks, alternative)
    }
  }

  private static func exactPValue(
    _ doubled: Int, _ ranks: Ranks, _ alternative: Alternative
  ) -> Double {
    let reference = SignedRank(ranks: ranks.doubled)
    let (below, above) = (reference.lowerTail(doubled), reference.upperTail(atLeast: doubled))
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }

  private static func normalPValue(
    _ statistic: Double, _ ranks: Ranks, _ alternative: Alternative
  ) -> Double {
    let size = Double(ranks.doubled.count)
    let distance = statistic - size * (size + 1) / 4
    let spread =
      (size * (size + 1) * (2 * size + 1) / 24 - ranks.tieCorrection / 48).squareRoot()
    return switch alternative {
    case .less: Normal.upperTail(-(distance + 0.5) / spread)
    case .greater: Normal.upperTail((distance - 0.5) / spread)
    case .twoSided:
      distance == 0 ? 1 : min(1, 2 * Normal.upperTail((abs(distance) - 0.5) / spread))
    }
  }
}

private func roundedChanges(
  _ first: Span<Double>, _ second: Span<Double>
) throws(SampleError) -> [Double] {
  var changes = try pairedDifferences(first, second)
  for index in changes.indices {
    let rounding = 4 * max(abs(first[index]), abs(second[index])).ulp
    changes[index] =
      abs(changes[index]) <= rounding ? 0 : changes[index].rounded(toSignificantDigits: 9)
  }
  return changes
}
