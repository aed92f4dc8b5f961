/// How evenly people or things are spread over categories.
///
/// All categories on offer count for evenness, whether or not they were used: give them
/// a count of zero. Throws when a count is negative, or when all are zero.
///
/// - Reference: Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x; Simpson (1949),
///   doi:10.1038/163688a0; Blau (1977), Inequality and Heterogeneity; evenness by Pielou
///   (1966), doi:10.1016/0022-5193(66)90013-0.
public struct Diversity: Sendable, Hashable, Codable {
  public let count: Int
  /// The categories that were used.
  public let richness: Int
  /// Shannon's entropy, in natural logarithms.
  public let shannon: Double
  /// Blau's index, or Gini–Simpson: the chance that two picks, put back, differ.
  public let blau: Double
  /// Blau's index relative to the most it can be with these categories; nil with one.
  public let normalizedBlau: Double?
  /// How many categories used evenly would be as diverse, by Simpson.
  public let inverseSimpson: Double
  /// The chance that two picks, not put back, differ; nil with a count of one.
  public let unbiasedSimpson: Double?
  /// Shannon's entropy relative to the most it can be with these categories; nil with one.
  public let evenness: Double?
  /// Shannon's entropy relative to the most with the categories that were used; nil with one.
  public let evennessOfUsed: Double?

  /// Shannon's entropy in bits.
  public var shannonBits: Double { shannon / log(2) }

  public init(counts: [Int]) throws(SampleError) {
    let count = try total(of: counts)
    let size = Double(count)
    var (entropy, squares, pairs) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for number in counts where number > 0 {
      let share = Double(number) / size
      entropy += -share * log(share)
      squares += share * share
      pairs += share * Double(count - number)
    }
    let used = counts.count { $0 > 0 }
    let categories = Double(counts.count)
    let shannon = max(0, entropy.value)
    self.count = count
    richness = used
    self.shannon = shannon
    blau = pairs.value / size
    normalizedBlau = counts.count > 1 ? pairs.value / size / (1 - 1 / categories) : nil
    inverseSimpson = 1 / squares.value
    unbiasedSimpson = count > 1 ? pairs.value / (size - 1) : nil
    evenness = counts.count > 1 ? shannon / log(categories) : nil
    evennessOfUsed = used > 1 ? shannon / log(Double(used)) : nil
  }
}
