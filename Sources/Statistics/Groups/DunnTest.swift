/// Tells which of several groups differ, after `KruskalWallisTest`.
///
/// Compares the mean ranks of each pair among all values, with the variance corrected for
/// ties. P-values are two-sided and adjusted for the number of pairs. Throws as
/// `KruskalWallisTest` does. Assumes what that test assumes.
///
/// - Reference: Dunn (1964), doi:10.1080/00401706.1964.10490181.
public struct DunnTest: Sendable, Hashable, Codable {
  public let adjustment: MultipleComparisons
  public let counts: [Int]
  public let meanRanks: [Double]
  /// The statistic of a pair is positive when the second group ranks higher.
  public let comparisons: [PairwiseComparison]

  public init(
    _ groups: [[Double]], adjustment: MultipleComparisons = .holm
  ) throws(SampleError) {
    let ranked = try RankedGroups(groups)
    let pairs = pairs(of: groups.count)
    let statistics = pairs.map { pair in
      let scale = 1 / Double(ranked.counts[pair.first]) + 1 / Double(ranked.counts[pair.second])
      return (ranked.meanRanks[pair.second] - ranked.meanRanks[pair.first])
        / (ranked.variance * scale).squareRoot()
    }
    let pValues = statistics.map { Normal.pValue($0, .twoSided) }
    let adjusted = try adjustedPValues(pValues, by: adjustment)
    self.adjustment = adjustment
    counts = ranked.counts
    meanRanks = ranked.meanRanks
    comparisons = pairs.indices.map { place in
      PairwiseComparison(
        first: pairs[place].first, second: pairs[place].second, difference: nil,
        statistic: statistics[place], unadjustedPValue: pValues[place],
        pValue: adjusted[place])
    }
  }
}
