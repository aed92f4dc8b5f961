/// Tells which of several groups differ in their mean, after `OneWayANOVA`.
///
/// The intervals hold for all pairs together, and so do the p-values; with groups of unequal
/// size both err on the safe side (Tukey–Kramer). Throws as `OneWayANOVA` does, and when
/// the level is not between 0 and 1. Assumes what `OneWayANOVA` assumes.
///
/// - Reference: Kramer (1956), doi:10.2307/3001469.
public struct TukeyTest: Sendable, Hashable, Codable {
  public let counts: [Int]
  public let means: [Double]
  public let degreesOfFreedom: Double
  public let comparisons: [PairwiseComparison]

  public init(_ groups: [[Double]], level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let moments = try GroupMoments(groups, leastCount: 1)
    let (variance, degreesOfFreedom) = try moments.pooled()
    let reference = StudentizedRange(
      groups: groups.count, degreesOfFreedom: degreesOfFreedom)
    guard let quantile = reference.upperQuantile(2 * tail) else { throw .didNotConverge }
    counts = moments.counts
    means = moments.means
    self.degreesOfFreedom = degreesOfFreedom
    comparisons = pairs(of: groups.count).map { pair in
      let scale = 1 / Double(moments.counts[pair.first]) + 1 / Double(moments.counts[pair.second])
      return PairwiseComparison(
        pair, difference: moments.means[pair.second] - moments.means[pair.first],
        error: (variance * scale).squareRoot(), reference, quantile, level)
    }
  }
}

/// Tells which of several groups differ in their mean, without assuming equal variances.
///
/// The pair by pair form of `WelchANOVA`: each pair has its own standard error and degrees
/// of freedom, and the intervals hold for all pairs together, nearly. Throws when there are
/// fewer than two groups, when a group has fewer than two values, when two groups do not
/// vary, or when the level is not between 0 and 1. Assumes independent values whose means
/// are near normal; groups of fewer than six make it too bold.
///
/// - Reference: Games & Howell (1976), doi:10.3102/10769986001002113.
public struct GamesHowellTest: Sendable, Hashable, Codable {
  public let counts: [Int]
  public let means: [Double]
  public let comparisons: [PairwiseComparison]

  public init(_ groups: [[Double]], level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let moments = try GroupMoments(groups, leastCount: 2)
    let squaredErrors = zip(moments.variances, moments.counts).map { $0 / Double($1) }
    var comparisons: [PairwiseComparison] = []
    for pair in pairs(of: groups.count) {
      let squared = squaredErrors[pair.first] + squaredErrors[pair.second]
      guard
        variesBeyondRounding(
          squared.squareRoot(), near: moments.means[pair.first], moments.means[pair.second])
      else { throw .zeroVariance }
      let share = squaredErrors[pair.first] / squared
      let reference = StudentizedRange(
        groups: groups.count,
        degreesOfFreedom: 1
          / (share * share / Double(moments.counts[pair.first] - 1)
            + (1 - share) * (1 - share) / Double(moments.counts[pair.second] - 1)))
      guard let quantile = reference.upperQuantile(2 * tail) else { throw .didNotConverge }
      comparisons.append(
        PairwiseComparison(
          pair, difference: moments.means[pair.second] - moments.means[pair.first],
          error: squared.squareRoot(), reference, quantile, level))
    }
    counts = moments.counts
    means = moments.means
    self.comparisons = comparisons
  }
}

extension PairwiseComparison {
  fileprivate init(
    _ pair: (first: Int, second: Int), difference: Double, error: Double,
    _ reference: StudentizedRange, _ quantile: Double, _ level: Double
  ) {
    let statistic = difference / error
    self.init(
      first: pair.first, second: pair.second,
      difference: Interval(
        estimate: difference, margin: quantile * error / 2.0.squareRoot(), level: level),
      statistic: statistic,
      unadjustedPValue: StudentT(degreesOfFreedom: reference.degreesOfFreedom)
        .pValue(statistic, .twoSided),
      pValue: reference.upperTail(abs(statistic) * 2.0.squareRoot()))
  }
}
