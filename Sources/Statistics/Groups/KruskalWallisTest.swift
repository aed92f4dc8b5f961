/// Tests whether values tend to be higher in some of several independent groups, from their
/// ranks.
///
/// The statistic is corrected for ties and referred to the chi-squared distribution, which
/// is rough with fewer than five values a group. Throws when there are fewer than two
/// groups, when a group is empty, when a value is not finite, or when all values are the
/// same. Assumes independent values, and groups whose spread is alike.
///
/// - Reference: Kruskal & Wallis (1952), doi:10.1080/01621459.1952.10483441; effect sizes
///   by Tomczak & Tomczak (2014), Trends in Sport Sciences 21, 19-25.
public struct KruskalWallisTest: Sendable, Hashable, Codable {
  public let counts: [Int]
  public let meanRanks: [Double]
  /// H, corrected for ties.
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The share of the variance of the ranks between the groups.
  public let epsilonSquared: Double
  /// That share corrected for the number of groups; below zero by chance.
  ///
  /// Nil when there are as many groups as values.
  public let etaSquared: Double?

  public init(_ groups: [[Double]]) throws(SampleError) {
    let ranked = try RankedGroups(groups)
    let size = Double(ranked.count)
    let center = (size + 1) / 2
    let squares = zip(ranked.counts, ranked.meanRanks).reduce(0) { sum, group in
      sum + Double(group.0) * (group.1 - center) * (group.1 - center)
    }
    counts = ranked.counts
    meanRanks = ranked.meanRanks
    statistic = squares / ranked.variance
    degreesOfFreedom = Double(groups.count - 1)
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    epsilonSquared = statistic / (size - 1)
    etaSquared =
      ranked.count > groups.count
      ? (statistic - degreesOfFreedom) / (size - Double(groups.count)) : nil
  }
}

/// The ranks of the values of several groups among all of them.
struct RankedGroups {
  let counts: [Int]
  let meanRanks: [Double]
  /// The sample variance of the ranks, which ties lower.
  let variance: Double

  var count: Int { counts.reduce(0, +) }

  init(_ groups: [[Double]]) throws(SampleError) {
    guard groups.count >= 2 else {
      throw .tooFewCategories(required: 2, found: groups.count)
    }
    for group in groups {
      guard !group.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    }
    let all = groups.flatMap { $0 }
    let values = try finiteValues(all.span)
    let ranks = Ranks(values)
    var sums: [Double] = []
    var start = 0
    for group in groups {
      let end = start + group.count
      sums.append(Double(ranks.doubled[start..<end].reduce(0, +)) / 2)
      start = end
    }
    let size = Double(values.count)
    variance = size * (size + 1) / 12 - ranks.tieCorrection / (12 * (size - 1))
    guard values.contains(where: { $0 != values[0] }) else { throw .zeroVariance }
    counts = groups.map(\.count)
    meanRanks = zip(sums, groups).map { $0 / Double($1.count) }
  }
}
