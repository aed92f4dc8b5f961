/// How likely a t-test is to find a difference of a given size, and what it takes.
///
/// Differences are in standard deviations: of a group for independent groups, of the changes
/// for pairs. A two-sided test also counts when it rejects on the wrong side, which matters
/// for tiny effects only; `wrongSide` says how much. Assumes what the t-test assumes, and
/// groups of equal size and variance.
///
/// - Reference: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences.
public struct TTestPower: Sendable, Hashable, Codable {
  public enum Design: String, Sendable, Hashable, Codable, CaseIterable {
    /// Two independent groups of equal size.
    case independent
    /// Pairs, or one sample against a fixed value.
    case paired
  }

  public let design: Design
  /// Values in each group, or pairs.
  public let count: Double
  /// The difference in standard deviations, positive where the alternative says so.
  public let effect: Double
  /// The p-value below which the test rejects.
  public let significance: Double
  public let alternative: Alternative
  /// The probability that the test rejects.
  public let power: Double
  /// The part of the power that comes from rejecting on the side where the effect is not.
  public let wrongSide: Double

  /// Throws when there are fewer than two values or pairs, when the effect is not finite,
  /// when the significance is not between 0 and 1, or when the noncentral t distribution is not
  /// found for an effect so large.
  public init(
    _ design: Design, count: Double, effect: Double, significance: Double = 0.05,
    alternative: Alternative = .twoSided
  ) throws(SampleError) {
    guard count >= 2 else {
      throw .tooFewObservations(required: 2, found: Int(max(0, count.isNaN ? 0 : count)))
    }
    try self.init(design, anyCount: count, effect, significance, alternative)
  }

  // A search for a count also tries those between one and two.
  private init(
    _ design: Design, anyCount count: Double, _ effect: Double, _ significance: Double,
    _ alternative: Alternative
  ) throws(SampleError) {
    guard significance > 0, significance < 1 else {
      throw .probabilityOutOfRange(significance)
    }
    guard effect.isFinite, count.isFinite else { throw .nonFiniteValue(index: 0) }
    let degreesOfFreedom = design == .independent ? 2 * count - 2 : count - 1
    let noncentrality =
      effect * (design == .independent ? (count / 2).squareRoot() : count.squareRoot())
    let tail = alternative == .twoSided ? significance / 2 : significance
    let limit = StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile(tail)
    let size = alternative == .less ? -noncentrality : noncentrality
    let shifted = NoncentralT(
      degreesOfFreedom: degreesOfFreedom,
      noncentrality: alternative == .twoSided ? abs(size) : size)
    let rightSide = shifted.upperTail(limit)
    // On the wrong side a normal value has to outweigh the noncentrality: beyond 38 none does.
    let mayBeWrong = alternative == .twoSided && abs(size) < 38
    wrongSide = mayBeWrong ? shifted.lowerTail(-limit) : 0
    let both = rightSide + wrongSide
    guard both.isFinite else { throw .didNotConverge }
    power = min(1, both)
    self.design = design
    self.count = count
    self.effect = effect
    self.significance = significance
    self.alternative = alternative
  }

  /// The size of the smallest effect that the test finds with the power wanted.
  ///
  /// Throws when there are fewer than two values or pairs, when a probability is not between
  /// 0 and 1, or when the power is no more than the significance.
  public static func detectableEffect(
    _ design: Design, count: Double, power: Double = 0.8, significance: Double = 0.05,
    alternative: Alternative = .twoSided
  ) throws(SampleError) -> Double {
    guard power > significance, power < 1 else { throw .probabilityOutOfRange(power) }
    func excess(_ effect: Double) throws(SampleError) -> Double {
      let signed = alternative == .less ? -effect : effect
      return try TTestPower(
        design, count: count, effect: signed, significance: significance,
        alternative: alternative
      ).power - power
    }
    var end = 1.0
    while try excess(end) < 0 {
      end *= 2
      guard end < 1e6 else { throw .didNotConverge }
    }
    return try crossing(from: 0, to: end, excess)
  }

  /// The smallest number of values in each group, or of pairs, that gives the power wanted.
  ///
  /// A whole number of people is the next one above. Throws when a probability is not
  /// between 0 and 1, when the power is no more than the significance, or when there is no
  /// effect in the direction of the alternative.
  public static func count(
    _ design: Design, effect: Double, power: Double = 0.8, significance: Double = 0.05,
    alternative: Alternative = .twoSided
  ) throws(SampleError) -> Double {
    guard power > significance, power < 1 else { throw .probabilityOutOfRange(power) }
    let isPossible =
      switch alternative {
      case .twoSided: effect != 0
      case .less: effect < 0
      case .greater: effect > 0
      }
    guard isPossible else { throw .noDifferences }
    func excess(_ count: Double) throws(SampleError) -> Double {
      try TTestPower(design, anyCount: count, effect, significance, alternative).power - power
    }
    var (start, end) = (1.01, 4.0)
    guard try excess(start) < 0 else { return 2 }
    while try excess(end) < 0 {
      start = end
      end *= 2
      guard end < 1e10 else { throw .didNotConverge }
    }
    return max(2, try crossing(from: start, to: end, excess))
  }
}

/// Where a function that rises crosses zero.
func crossing(
  from start: Double, to end: Double, _ rising: (Double) throws(SampleError) -> Double
) throws(SampleError) -> Double {
  var (low, high) = (start, end)
  while high - low > 1e-15 * high {
    let middle = low + (high - low) / 2
    guard low < middle, middle < high else { break }
    if try rising(middle) < 0 { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
