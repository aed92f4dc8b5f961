/// Tests whether paired values tend to change, by turning the signs of the changes.
///
/// If there is no change, each difference could as well have had the other sign. Up
/// to 20 pairs all ways of turning signs are tried and the p-value is exact; beyond,
/// as many as asked for are drawn, and the sample counts as one more. Pairs that
/// rounding alone makes differ count as tied. The interval holds the shifts that the
/// two-sided test does not reject; with few pairs its `level` is the one that it
/// does reach. Throws when the samples differ in length, when there are fewer than
/// two pairs, when a value is not finite, or when no pair differs. Assumes
/// independent pairs whose changes are spread evenly to both sides of their centre.
///
/// - Reference: Fisher (1935), The Design of Experiments, section 21; draws counted as by
///   Phipson & Smyth (2010), doi:10.2202/1544-6115.1585.
public struct PairedPermutationTest: HypothesisTest {
  public static let name = "Paired permutation test"
  static let largestExactCount = 20

  public let count: Int
  public let alternative: Alternative
  public let method: TestMethod
  /// Mean of second minus first.
  public let statistic: Double
  public let pValue: Double
  /// How far the p-value may be off for the number of draws: its standard error.
  public let monteCarloError: Double
  /// Mean of second minus first.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, draws: Int = 10_000, seed: UInt64,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let changes = try pairedDifferences(first, second)
    guard changes.count >= 2 else {
      throw .tooFewObservations(required: 2, found: changes.count)
    }
    guard changes.contains(where: { $0 != 0 }) else { throw .noDifferences }
    let rearranged: PermutationLimits
    if changes.count <= Self.largestExactCount {
      method = .exact
      rearranged = Self.all(changes)
    } else {
      method = .monteCarlo
      rearranged = Self.drawn(changes, draws: draws, seed: seed)
    }
    guard let limits = rearranged.limits(confidence) else {
      throw .tooFewObservations(required: 1, found: draws)
    }
    count = changes.count
    self.alternative = alternative
    statistic = try mean(changes.span)
    pValue = rearranged.pValue(alternative)
    monteCarloError =
      method == .exact
      ? 0 : (pValue * (1 - pValue) / Double(rearranged.count)).squareRoot()
    effect = Interval(
      estimate: statistic, lower: limits.lower, upper: limits.upper, level: limits.level)
  }

  // Turning some signs leaves the mean as high as it was from that shift on that is
  // the mean of the changes turned.
  private static func all(_ changes: [Double]) -> PermutationLimits {
    let rounding = roundingOfMeans(changes)
    var thresholds: [Double] = []
    thresholds.reserveCapacity(1 << changes.count)
    for pattern in 1..<(1 << changes.count) {
      var (sum, turned, rest) = (0.0, 0.0, pattern)
      while rest != 0 {
        sum += changes[rest.trailingZeroBitCount]
        turned += 1
        rest &= rest - 1
      }
      thresholds.append((sum / turned).zeroed(within: rounding))
    }
    return PermutationLimits(thresholds: thresholds, unchanged: 1)
  }

  private static func drawn(
    _ changes: [Double], draws: Int, seed: UInt64
  ) -> PermutationLimits {
    let rounding = roundingOfMeans(changes)
    var thresholds: [Double] = []
    var unchanged = 1
    for draw in 0..<max(0, draws) {
      var generator = Philox(seed: seed, stream: UInt64(draw))
      var (sum, turned, signs) = (0.0, 0.0, UInt64(0))
      for index in changes.indices {
        if index.isMultiple(of: 64) { signs = generator.next() }
        if signs & 1 == 1 {
          sum += changes[index]
          turned += 1
        }
        signs >>= 1
      }
      if turned > 0 {
        thresholds.append((sum / turned).zeroed(within: rounding))
      } else {
        unchanged += 1
      }
    }
    return PermutationLimits(thresholds: thresholds, unchanged: unchanged)
  }
}

/// How far a mean of some of the values may lie from what it would be without rounding.
func roundingOfMeans(_ values: [Double]) -> Double {
  8 * Double.ulpOfOne * values.reduce(0) { max($0, abs($1)) }
}

extension Double {
  /// Zero where a number is no more than rounding: 0.1 + 0.2 - 0.3 ties with nothing at all.
  func zeroed(within rounding: Double) -> Double { abs(self) <= rounding ? 0 : self }
}
