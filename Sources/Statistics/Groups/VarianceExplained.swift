/// Estimates how much of the variance of a measure the groups account for.
///
/// Three estimates of one share, each from the F statistic of `OneWayANOVA`: η² is that
/// of the sample and too high on average, ε² and ω² correct for that. The limits, two-sided,
/// are the noncentralities under which the F statistic would lie at the edge of either
/// tail, as shares of the variance. Those of ε² and ω² take the F statistic that belongs to
/// the corrected share, as R's effectsize does, and are rough. A corrected share below
/// zero is given as 0. Throws as `OneWayANOVA` does, and when the level is not between 0
/// and 1 or the limits are not found. Assumes what `OneWayANOVA` assumes.
///
/// - Reference: Steiger (2004), doi:10.1037/1082-989X.9.2.164; Okada (2013),
///   doi:10.2333/bhmk.40.129.
public struct VarianceExplained: Sendable, Hashable, Codable {
  public static let convention = "ε² and ω² below zero are given as 0"

  public let count: Int
  /// η²: the squares between the groups over all squares.
  public let etaSquared: Interval
  /// ε², Kelley's correction.
  public let epsilonSquared: Interval
  /// ω², Hays' correction.
  public let omegaSquared: Interval

  public init(_ groups: [[Double]], level: Double = 0.95) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let analysis = try OneWayANOVA(groups)
    let (between, within) = (analysis.degreesBetween, analysis.degreesWithin)
    let explained = analysis.statistic * between
    func interval(_ share: Double) throws(SampleError) -> Interval {
      let statistic = share / between / ((1 - share) / within)
      guard
        let limits = NoncentralF.noncentralityLimits(
          of: statistic, between, within, level: confidence)
      else { throw .didNotConverge }
      return Interval(
        estimate: share, lower: limits.lower / (limits.lower + within),
        upper: limits.upper / (limits.upper + within), level: level)
    }
    count = analysis.counts.reduce(0, +)
    etaSquared = try interval(explained / (explained + within))
    epsilonSquared = try interval(max(0, (explained - between) / (explained + within)))
    omegaSquared = try interval(max(0, (explained - between) / (explained + within + 1)))
  }
}

extension NoncentralF {
  /// The noncentralities under which `statistic` would lie at the edge of either tail, 0
  /// where there is none.
  static func noncentralityLimits(
    of statistic: Double, _ numerator: Double, _ denominator: Double, level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    func distribution(_ noncentrality: Double) -> NoncentralF {
      NoncentralF(
        numeratorDegrees: numerator, denominatorDegrees: denominator,
        noncentrality: noncentrality)
    }
    func search(_ excess: (Double) -> Double) -> Double? {
      guard excess(0) < 0 else { return 0 }
      var end = max(1, statistic * numerator)
      while excess(end) < 0 {
        end *= 2
        guard end < 1e9 else { return nil }
      }
      return root(from: 0, to: end, of: excess)
    }
    let central = FisherF(numeratorDegrees: numerator, denominatorDegrees: denominator)
    let lower = search { noncentrality in
      noncentrality == 0
        ? central.upperTail(statistic) - level.tail
        : distribution(noncentrality).upperTail(statistic) - level.tail
    }
    let upper = search { noncentrality in
      noncentrality == 0
        ? level.tail - central.lowerTail(statistic)
        : level.tail - distribution(noncentrality).lowerTail(statistic)
    }
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }
}
