/// How likely a comparison of two proportions is to find a difference, and what it takes.
///
/// By the normal approximation of the chi-squared test without correction, with the pooled
/// variance under the null hypothesis. A two-sided test also counts when it rejects on the
/// wrong side; `wrongSide` says how much, and the searches for a count or a proportion leave
/// it out, as R does. Assumes independent groups of equal size, not too small.
///
/// - Reference: Fleiss, Levin & Paik (2003), doi:10.1002/0471445428, chapter 4; h by Cohen
///   (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6.
public struct TwoProportionsPower: Sendable, Hashable, Codable {
  /// People in each group.
  public let count: Double
  public let first: Double
  public let second: Double
  /// The p-value below which the test rejects.
  public let significance: Double
  public let alternative: Alternative
  /// The probability that the test rejects.
  public let power: Double
  /// The part of the power that comes from rejecting on the side where the effect is not.
  public let wrongSide: Double

  /// The part of the power that comes from rejecting on the side where the effect is.
  public var rightSide: Double { power - wrongSide }

  /// h: the first proportion less the second, on the arcsine scale.
  public var cohensH: Double { 2 * (arcsin(first.squareRoot()) - arcsin(second.squareRoot())) }

  /// Throws when the groups are empty, when a proportion lies outside 0...1, when the
  /// significance is not between 0 and 1, or when both proportions are 0 or both are 1.
  public init(
    count: Double, first: Double, second: Double, significance: Double = 0.05,
    alternative: Alternative = .twoSided
  ) throws(SampleError) {
    guard count >= 1, count.isFinite else { throw .tooFewObservations(required: 1, found: 0) }
    for share in [first, second, significance] {
      guard (0...1).contains(share) else { throw .probabilityOutOfRange(share) }
    }
    guard significance > 0, significance < 1 else {
      throw .probabilityOutOfRange(significance)
    }
    let spread = (first * (1 - first) + second * (1 - second)).squareRoot()
    guard spread > 0 || first != second else { throw .zeroVariance }
    let pooled = (first + second) / 2
    let tail = alternative == .twoSided ? significance / 2 : significance
    let limit = Normal.upperQuantile(tail) * (2 * pooled * (1 - pooled)).squareRoot()
    let distance = count.squareRoot() * (first - second)
    let size =
      switch alternative {
      case .twoSided: abs(distance)
      case .less: -distance
      case .greater: distance
      }
    wrongSide = alternative == .twoSided ? Self.share(-size - limit, spread) : 0
    power = min(1, Self.share(size - limit, spread) + wrongSide)
    self.count = count
    self.first = first
    self.second = second
    self.significance = significance
    self.alternative = alternative
  }

  /// The probability that the test of Cohen's h rejects, on the arcsine scale.
  public var arcsinePower: Double {
    let tail = alternative == .twoSided ? significance / 2 : significance
    let limit = Normal.upperQuantile(tail)
    let distance = cohensH * (count / 2).squareRoot()
    return switch alternative {
    case .twoSided:
      min(1, Normal.upperTail(limit - abs(distance)) + Normal.upperTail(limit + abs(distance)))
    case .less: Normal.upperTail(limit + distance)
    case .greater: Normal.upperTail(limit - distance)
    }
  }

  private static func share(_ distance: Double, _ spread: Double) -> Double {
    // Without spread, as between 0 and 1, the outcome is certain.
    guard spread > 0 else { return distance > 0 ? 1 : 0 }
    return Normal.upperTail(-distance / spread)
  }

  /// The people that each group needs for the power wanted.
  ///
  /// A whole number is the next one above. Throws when a probability is not between 0 and 1,
  /// when the power is no more than the significance, or when the proportions do not differ in
  /// the direction of the alternative.
  public static func count(
    first: Double, second: Double, power: Double = 0.8, significance: Double = 0.05,
    alternative: Alternative = .twoSided
  ) throws(SampleError) -> Double {
    guard power > significance, power < 1 else { throw .probabilityOutOfRange(power) }
    let isPossible =
      switch alternative {
      case .twoSided: first != second
      case .less: first < second
      case .greater: first > second
      }
    guard isPossible else { throw .noDifferences }
    func excess(_ count: Double) throws(SampleError) -> Double {
      try TwoProportionsPower(
        count: count, first: first, second: second, significance: significance,
        alternative: alternative
      ).rightSide - power
    }
    var (start, end) = (1.0, 4.0)
    guard try excess(start) < 0 else { return 1 }
    while try excess(end) < 0 {
      start = end
      end *= 2
      guard end < 1e14 else { throw .didNotConverge }
    }
    return try crossing(from: start, to: end, excess)
  }

  /// The smallest second proportion above the first that is found with the power wanted.
  ///
  /// Throws when a probability is not between 0 and 1, when the power is no more than the
  /// significance, or when even a proportion of 1 is not found.
  public static func detectableProportion(
    above first: Double, count: Double, power: Double = 0.8, significance: Double = 0.05
  ) throws(SampleError) -> Double {
    guard power > significance, power < 1 else { throw .probabilityOutOfRange(power) }
    func excess(_ second: Double) throws(SampleError) -> Double {
      try TwoProportionsPower(
        count: count, first: first, second: second, significance: significance
      ).rightSide - power
    }
    guard try excess(1) >= 0 else {
      throw .tooFewObservations(required: Int(count) + 1, found: Int(count))
    }
    return try crossing(from: first, to: 1, excess)
  }
}
