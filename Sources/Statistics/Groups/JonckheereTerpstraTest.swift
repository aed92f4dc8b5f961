/// Tests whether values rise, or fall, over several independent groups in a given order.
///
/// Up to 100 values the p-value is exact given the ties, unless ties and groups are so many
/// that the distribution takes too long; else it is normal with the variance corrected for
/// ties, and without correction for continuity. `method` says which. Throws
/// when there are fewer than two groups, when a group is empty, when a value is not finite,
/// or when all values are the same. Assumes independent values.
///
/// - Reference: Jonckheere (1954), doi:10.1093/biomet/41.1-2.133; Terpstra (1952),
///   Indagationes Mathematicae 14, 327-333.
public struct JonckheereTerpstraTest: Sendable, Hashable, Codable {
  static let largestExactCount = 100

  public let counts: [Int]
  public let alternative: Alternative
  public let method: TestMethod
  /// J: the pairs in which the later group has the higher value; ties count half.
  public let statistic: Double
  /// How far J lies from what chance gives, in standard deviations.
  public let standardized: Double
  public let pValue: Double

  /// The p-value by the normal distribution, whatever the method.
  public var normalPValue: Double { Normal.pValue(standardized, alternative) }

  public init(
    _ groups: [[Double]], alternative: Alternative = .twoSided
  ) throws(SampleError) {
    let ranked = try RankedGroups(groups)
    let ordered = Self.orderedPairs(groups)
    let ties = Self.tieSizes(groups.flatMap { $0 })
    let sizes = ranked.counts.map { Double($0) }
    let size = Double(ranked.count)
    let center = (size * size - sizes.reduce(0) { $0 + $1 * $1 }) / 4
    counts = ranked.counts
    self.alternative = alternative
    statistic = ordered
    standardized = (ordered - center) / Self.spread(size, sizes, ties)
    let exact =
      ranked.count <= Self.largestExactCount
      ? Self.distribution(groups, isTied: !ties.isEmpty) : nil
    method = exact == nil ? .approximate : .exact
    pValue =
      exact.map { Self.pValue(of: Int(2 * ordered), $0, alternative) }
      ?? Normal.pValue(standardized, alternative)
  }

  private static func orderedPairs(_ groups: [[Double]]) -> Double {
    var earlier: [Double] = []
    var doubled = 0
    for group in groups {
      for value in group {
        doubled += earlier.place(while: { $0 < value }) + earlier.place(while: { $0 <= value })
      }
      earlier = (earlier + group).sorted()
    }
    return Double(doubled) / 2
  }

  private static func tieSizes(_ values: [Double]) -> [Double] {
    var sizes: [Double: Double] = [:]
    for value in values { sizes[value, default: 0] += 1 }
    return sizes.values.filter { $0 > 1 }.sorted()
  }

  private static func spread(_ size: Double, _ groups: [Double], _ ties: [Double]) -> Double {
    func sum(_ sizes: [Double], _ term: (Double) -> Double) -> Double {
      sizes.reduce(0) { $0 + term($1) }
    }
    func first(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
    func second(_ n: Double) -> Double { n * (n - 1) * (n - 2) }
    func third(_ n: Double) -> Double { n * (n - 1) }
    var variance = (first(size) - sum(groups, first) - sum(ties, first)) / 72
    if size > 2 { variance += sum(groups, second) * sum(ties, second) / (36 * second(size)) }
    variance += sum(groups, third) * sum(ties, third) / (8 * third(size))
    return variance.squareRoot()
  }

  /// The distribution of twice J; nil when it takes too long.
  private static func distribution(_ groups: [[Double]], isTied: Bool) -> [Double]? {
    let counts = groups.map(\.count)
    return isTied
      ? TiedTrendDistribution(groups)?.probabilities : untiedDistribution(counts)
  }

  // J is a sum of independent Mann-Whitney statistics: of each group with all before it.
  private static func untiedDistribution(_ counts: [Int]) -> [Double] {
    var distribution = [1.0]
    var before = counts[0]
    for count in counts.dropFirst() {
      let ranks = RankSum(ranks: Array(1...(before + count)), groupSize: count)
      let pairs = ranks.support.map { ranks.probability(of: $0) }
      distribution = convolved(distribution, pairs)
      before += count
    }
    var doubled = [Double](repeating: 0, count: 2 * distribution.count - 1)
    for (place, probability) in distribution.enumerated() { doubled[2 * place] = probability }
    return doubled
  }

  private static func pValue(
    of doubled: Int, _ distribution: [Double], _ alternative: Alternative
  ) -> Double {
    let below = min(1, distribution[...doubled].reduce(0, +))
    let above = min(1, distribution[doubled...].reversed().reduce(0, +))
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }
}

/// The distribution of the sum of two independent counts.
private func convolved(_ first: [Double], _ second: [Double]) -> [Double] {
  var result = [Double](repeating: 0, count: first.count + second.count - 1)
  for (place, probability) in first.enumerated() {
    for (shift, other) in second.enumerated() { result[place + shift] += probability * other }
  }
  return result
}

extension [Double] {
  /// How many values of an ascending array come before all that fail the condition.
  func place(while condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
