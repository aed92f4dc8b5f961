/// What becomes of pairs without change in a signed-rank test.
public enum ZeroMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// They are dropped before the changes are ranked.
  ///
  /// - Reference: Wilcoxon (1945), doi:10.2307/3001968.
  case wilcoxon
  /// They are ranked with the others, and their ranks are dropped.
  ///
  /// - Reference: Pratt (1959), doi:10.1080/01621459.1959.10501526.
  case pratt
}

/// Tests whether paired values tend to change, from the ranks of the changes.
///
/// Changes are second minus first, rounded to nine significant digits so that
/// binary arithmetic breaks no ties; pairs that differ by no more than such
/// rounding count as unchanged. Unchanged pairs are dropped, before or after the ranking.
/// Up to 200 changes the p-value is exact given the ranks, ties included, unless another
/// method is asked for; beyond, it is normal with the corrections for ties and continuity.
/// `method` says which. The effect is the Hodges–Lehmann estimate over all pairs with its
/// interval. Throws when the samples differ in length, when there are fewer than two pairs,
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
  /// How many pairs rise.
  public let increaseCount: Int
  public let alternative: Alternative
  public let method: TestMethod
  public let zeroMethod: ZeroMethod
  /// The sum of the ranks of the increases, R's V.
  public let statistic: Double
  /// The sum of the ranks of the decreases.
  public let decreaseRankSum: Double
  /// How far the rank sum of the increases lies from the middle, in standard deviations,
  /// without correction for continuity.
  public let standardScore: Double
  public let pValue: Double
  /// The typical change from first to second.
  public let effect: Interval

  /// - Parameters:
  ///   - first: the values before.
  ///   - second: the values after, in the same order.
  ///   - zeroMethod: what becomes of unchanged pairs.
  ///   - method: exact or approximate; by the number of changes when nil.
  ///   - isCorrected: whether the approximate p-value is corrected for continuity.
  ///   - significantDigits: what changes are rounded to before they are ranked; nil ranks
  ///     them as binary arithmetic leaves them.
  ///   - alternative: which changes count as evidence.
  ///   - level: the confidence level of the effect.
  /// - Throws: a `SampleError`, as the type says.
  public init(
    _ first: Span<Double>, _ second: Span<Double>, zeroMethod: ZeroMethod = .wilcoxon,
    method: TestMethod? = nil, isCorrected: Bool = true, significantDigits: Int? = 9,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let changes =
      if let significantDigits {
        try roundedChanges(first, second, significantDigits: significantDigits)
      } else {
        try pairedDifferences(first, second)
      }
    effect = try HodgesLehmannInterval(changes.span, level: level).interval
    let signed = SignedRanks(changes, zeroMethod)
    guard !signed.ranks.isEmpty else { throw .noDifferences }
    let isExact = method.map { $0 == .exact } ?? (signed.ranks.count <= Self.largestExactCount)

    count = changes.count
    changedCount = signed.ranks.count
    increaseCount = signed.increaseCount
    self.alternative = alternative
    self.method = isExact ? .exact : .approximate
    self.zeroMethod = zeroMethod
    statistic = Double(signed.increases) / 2
    decreaseRankSum = Double(signed.total - signed.increases) / 2
    standardScore = signed.distance / signed.spread
    pValue =
      isExact
      ? signed.exactPValue(alternative)
      : signed.normalPValue(alternative, isCorrected: isCorrected)
  }
}

/// The doubled ranks of the changes, without those of pairs that do not change.
private struct SignedRanks {
  let ranks: [Int]
  /// The sum of the ranks of the increases.
  let increases: Int
  let increaseCount: Int
  var total: Int { ranks.reduce(0, +) }

  init(_ changes: [Double], _ zeroMethod: ZeroMethod) {
    let ranked = zeroMethod == .wilcoxon ? changes.filter { $0 != 0 } : changes
    let pairs = zip(ranked, Ranks(ranked.map(\.magnitude)).doubled).filter { $0.0 != 0 }
    ranks = pairs.map(\.1)
    increases = pairs.reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
    increaseCount = pairs.count { $0.0 > 0 }
  }

  /// How far the rank sum of the increases lies above the middle.
  var distance: Double { Double(2 * increases - total) / 4 }

  /// The standard deviation of that rank sum when every sign is a fair coin.
  var spread: Double {
    ranks.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot() / 4
  }

  func exactPValue(_ alternative: Alternative) -> Double {
    let reference = SignedRank(ranks: ranks)
    let (below, above) = (
      reference.lowerTail(increases), reference.upperTail(atLeast: increases)
    )
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }

  func normalPValue(_ alternative: Alternative, isCorrected: Bool) -> Double {
    Normal.pValue(
      distance: distance, spread: spread, correction: isCorrected ? 0.5 : 0, alternative)
  }
}

extension Normal {
  /// The p-value of a statistic at some distance from its mean, moved towards it by the
  /// correction for continuity.
  static func pValue(
    distance: Double, spread: Double, correction: Double, _ alternative: Alternative
  ) -> Double {
    switch alternative {
    case .less: upperTail(-(distance + correction) / spread)
    case .greater: upperTail((distance - correction) / spread)
    case .twoSided:
      distance == 0 ? 1 : min(1, 2 * upperTail((abs(distance) - correction) / spread))
    }
  }
}

/// Second minus first, rounded so that binary arithmetic breaks no ties.
func roundedChanges(
  _ first: Span<Double>, _ second: Span<Double>, significantDigits: Int = 9
) throws(SampleError) -> [Double] {
  var changes = try pairedDifferences(first, second)
  for index in changes.indices {
    let rounding = 4 * max(abs(first[index]), abs(second[index])).ulp
    changes[index] =
      abs(changes[index]) <= rounding
      ? 0 : changes[index].rounded(toSignificantDigits: significantDigits)
  }
  return changes
}
