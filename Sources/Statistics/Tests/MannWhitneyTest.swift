/// Tests whether the values of one group tend to be larger than those of another.
///
/// Up to 100 values in all the p-value is exact given the ranks, ties included: it rests on
/// all ways to divide the values between the groups, and two-sided on those whose rank sum
/// is as far from the middle. Beyond, it is normal with the
/// corrections for ties and continuity. `method` says which; another may be asked for. Values
/// are rounded to nine significant digits before they are ranked, so that binary arithmetic
/// breaks no ties. When all values are equal the exact p-value is 1, and the normal one does
/// not exist. The effect is the Hodges–Lehmann shift with its interval. Throws when a group
/// is empty, when a value is not finite, or when all values are equal in the normal form.
/// Assumes independent values; as a test of a shift also that both groups have one shape.
///
/// - Reference: Mann & Whitney (1947), doi:10.1214/aoms/1177730491; with ties, Streitberg &
///   Röhmel (1986), Statistical Software Newsletter 12, 10-17.
public struct MannWhitneyTest: HypothesisTest {
  public static let name = "Mann–Whitney test"
  static let largestExactCount = 100

  public let firstCount: Int
  public let secondCount: Int
  public let alternative: Alternative
  public let method: TestMethod
  /// How many pairs have the larger value in the first group, ties counted half: R's W.
  public let statistic: Double
  /// The standard deviation of the statistic when the groups do not differ, given the ties.
  public let standardDeviation: Double
  /// How far the statistic lies from its middle, in standard deviations, without correction
  /// for continuity; nil when all values are equal.
  public let standardScore: Double?
  public let pValue: Double
  /// How far the first group typically lies above the second.
  public let effect: Interval

  /// How many pairs have the larger value in the second group, ties counted half.
  public var oppositeStatistic: Double {
    Double(firstCount) * Double(secondCount) - statistic
  }

  public init(
    _ first: Span<Double>, _ second: Span<Double>, method: TestMethod? = nil,
    isCorrected: Bool = true, alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    effect = try HodgesLehmannShift(first, second, level: level).interval
    let pooled = try (finiteValues(first) + finiteValues(second)).map {
      $0.rounded(toSignificantDigits: 9)
    }
    let ranks = Ranks(pooled)
    let (size, other) = (Double(first.count), Double(second.count))
    let all = size + other
    let rankSum = ranks.doubled.prefix(first.count).reduce(0, +)
    let isExact = method.map { $0 == .exact } ?? (pooled.count <= Self.largestExactCount)
    let center = size * other / 2
    let spread =
      all > 1
      ? (size * other / 12 * (all + 1 - ranks.tieCorrection / (all * (all - 1)))).squareRoot() : 0

    firstCount = first.count
    secondCount = second.count
    self.alternative = alternative
    self.method = isExact ? .exact : .approximate
    statistic = Double(rankSum) / 2 - size * (size + 1) / 2
    standardDeviation = spread > 0 ? spread : 0
    standardScore = spread > 0 ? (statistic - center) / spread : nil
    if isExact {
      pValue = Self.exactPValue(rankSum, ranks.doubled, first.count, alternative)
    } else {
      guard spread > 0 else { throw .zeroVariance }
      pValue = Normal.pValue(
        distance: statistic - center, spread: spread, correction: isCorrected ? 0.5 : 0,
        alternative)
    }
  }

  private static func exactPValue(
    _ rankSum: Int, _ ranks: [Int], _ groupSize: Int, _ alternative: Alternative
  ) -> Double {
    // The smaller group is quicker; its sum is what the larger leaves.
    let isMirrored = 2 * groupSize > ranks.count
    let reference = RankSum(
      ranks: ranks, groupSize: isMirrored ? ranks.count - groupSize : groupSize)
    let sum = isMirrored ? ranks.reduce(0, +) - rankSum : rankSum
    let (below, above) = (reference.lowerTail(sum), reference.upperTail(atLeast: sum))
    return switch alternative {
    case .less: isMirrored ? above : below
    case .greater: isMirrored ? below : above
    case .twoSided:
      twoSidedPValue(
        sum, reference, groupSize: isMirrored ? ranks.count - groupSize : groupSize, ranks)
    }
  }

  /// The probability of a rank sum at least as far from its mean, to either side.
  private static func twoSidedPValue(
    _ sum: Int, _ reference: RankSum, groupSize: Int, _ ranks: [Int]
  ) -> Double {
    // Times the number of ranks, so that the mean is a whole number.
    let (count, mean) = (ranks.count, groupSize * ranks.reduce(0, +))
    let distance = abs(count * sum - mean)
    guard distance > 0 else { return 1 }
    let below = (mean - distance) / count
    let above = (mean + distance + count - 1) / count
    return min(1, reference.lowerTail(below) + reference.upperTail(atLeast: above))
  }
}
