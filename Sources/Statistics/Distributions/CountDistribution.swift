/// A distribution over a range of whole numbers, with tails that keep their digits.
///
/// How likely is a count, or a more extreme one, and which count has so much beyond it? Each
/// tail is summed on its own, from its small end. Making a distribution throws when a
/// parameter is out of its range.
///
/// - Reference: binomial tails by Boost.Math 1.74; Fisher's noncentral form by Liao & Rosen
///   (2001), doi:10.1198/000313001753272547; ranks by Streitberg & Röhmel (1986), Statistical
///   Software Newsletter 12, 10–17.
public struct CountDistribution: Sendable {
  private let core: any DiscreteDistribution

  /// The smallest and the largest number that there can be.
  public var support: ClosedRange<Int> { core.support }

  /// The probability of exactly this number.
  public func probability(of value: Int) -> Double { core.probability(of: value) }

  /// The probability of at most this number.
  public func lowerTail(_ value: Int) -> Double { core.lowerTail(value) }

  /// The probability of at least this number.
  public func upperTail(atLeast value: Int) -> Double { core.upperTail(atLeast: value) }

  /// The natural logarithm of the probability of at most this number.
  public func logLowerTail(_ value: Int) -> Double { core.logLowerTail(value) }

  /// The natural logarithm of the probability of at least this number.
  public func logUpperTail(atLeast value: Int) -> Double { core.logUpperTail(atLeast: value) }

  /// The smallest number whose lower tail reaches `tail`.
  ///
  /// Throws when the tail does not lie between 0 and 1.
  public func lowerQuantile(_ tail: Double) throws(SampleError) -> Int {
    try checkProbability(tail)
    return core.lowerQuantile(tail)
  }

  /// The smallest number above which there is no more than `tail`.
  ///
  /// Throws when the tail does not lie between 0 and 1.
  public func upperQuantile(_ tail: Double) throws(SampleError) -> Int {
    try checkProbability(tail)
    return core.upperQuantile(tail)
  }
}

extension CountDistribution {
  /// The number of successes in independent trials.
  public static func binomial(
    trials: Int, probability: Double
  ) throws(SampleError) -> CountDistribution {
    try checkNotNegative([trials])
    try checkProbability(probability)
    return CountDistribution(core: Binomial(trials: trials, probability: probability))
  }

  /// How many of the items drawn without replacement are marked.
  ///
  /// With odds other than 1 it is Fisher's noncentral distribution.
  public static func hypergeometric(
    marked: Int, unmarked: Int, drawn: Int, odds: Double = 1
  ) throws(SampleError) -> CountDistribution {
    try checkNotNegative([marked, unmarked, drawn])
    guard drawn - marked <= unmarked else {
      throw .countOutOfRange(count: drawn, total: marked &+ unmarked)
    }
    guard odds.isFinite, odds > 0 else { throw .parameterOutOfRange("the odds", odds) }
    return CountDistribution(
      core: Hypergeometric(marked: marked, unmarked: unmarked, drawn: drawn, odds: odds))
  }

  /// The sum of those of the ranks that get a positive sign, when every sign is a fair coin.
  ///
  /// `ranks` may be any whole numbers that are not negative: without ties 1, 2, 3 and so on;
  /// with ties the mean ranks, doubled.
  public static func signedRank(ranks: [Int]) throws(SampleError) -> CountDistribution {
    try checkNotNegative(ranks)
    return CountDistribution(core: SignedRank(ranks: ranks))
  }

  /// The sum of the ranks that a group gets, when any group of that size is as likely.
  public static func rankSum(
    ranks: [Int], groupSize: Int
  ) throws(SampleError) -> CountDistribution {
    try checkNotNegative(ranks)
    guard (0...ranks.count).contains(groupSize) else {
      throw .countOutOfRange(count: groupSize, total: ranks.count)
    }
    return CountDistribution(core: RankSum(ranks: ranks, groupSize: groupSize))
  }
}

private func checkNotNegative(_ counts: [Int]) throws(SampleError) {
  if let index = counts.firstIndex(where: { $0 < 0 }) { throw .negativeCount(index: index) }
}
