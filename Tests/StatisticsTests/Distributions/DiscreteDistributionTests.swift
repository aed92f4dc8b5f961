import Statistics
import Testing

@Suite struct DiscreteDistributionTests {
  static let distributions: [any DiscreteDistribution] = [
    Binomial(trials: 11, probability: 0.3), Hypergeometric(marked: 6, unmarked: 9, drawn: 7),
    Hypergeometric(marked: 6, unmarked: 9, drawn: 7, odds: 3.5),
    SignedRank(ranks: [1, 2, 3, 4, 5]),
    RankSum(ranks: [2, 5, 5, 5, 9, 11], groupSize: 3), RankSum(ranks: [3, 3, 3], groupSize: 1),
  ]

  @Test(arguments: distributions.indices)
  func `tails are sums of probabilities`(_ index: Int) {
    let distribution = Self.distributions[index]
    var below = 0.0
    for value in distribution.support {
      below += distribution.probability(of: value)
      #expect(distribution.lowerTail(value).isClose(to: below))
      let above = distribution.upperTail(atLeast: value + 1)
      #expect(abs(above - (1 - below)) < 1e-14)
    }
    #expect(distribution.probability(of: distribution.support.lowerBound - 1) == 0)
    #expect(distribution.lowerTail(distribution.support.lowerBound - 1) == 0)
    #expect(distribution.upperTail(atLeast: distribution.support.upperBound + 1) == 0)
  }

  @Test(arguments: distributions.indices)
  func `a quantile is the first value that reaches its tail`(_ index: Int) {
    let distribution = Self.distributions[index]
    for tail in [0.01, 0.2, 0.5, 0.77, 0.99] {
      let low = distribution.lowerQuantile(tail)
      #expect(distribution.lowerTail(low) >= tail && distribution.lowerTail(low - 1) < tail)
      let high = distribution.upperQuantile(tail)
      #expect(distribution.upperTail(atLeast: high + 1) <= tail)
      #expect(
        high == distribution.support.lowerBound || distribution.upperTail(atLeast: high) > tail)
    }
  }

  @Test func `the rank-sum distribution is the count of all groups, ties included`() {
    let ranks = [2, 5, 5, 8, 11, 11, 14]
    var sums: [Int] = []
    for chosen in 0..<(1 << ranks.count) where chosen.nonzeroBitCount == 3 {
      sums.append(ranks.indices.reduce(0) { chosen & (1 << $1) != 0 ? $0 + ranks[$1] : $0 })
    }
    let reference = RankSum(ranks: ranks, groupSize: 3)
    for sum in 0...40 {
      let below = Double(sums.count { $0 <= sum }) / Double(sums.count)
      #expect(abs(reference.lowerTail(sum) - below) < 1e-15)
    }
  }

  @Test func `a large hypergeometric keeps its far tail`() {
    // All of 300 marked in 300 drawn of 2000: a product of fractions.
    let reference = Hypergeometric(marked: 300, unmarked: 1700, drawn: 300)
    let product = (0..<100).reduce(1.0) { $0 * Double(300 - $1) / Double(2000 - $1) }
    let part = Hypergeometric(marked: 300, unmarked: 1700, drawn: 100)
    #expect(part.probability(of: 100).isClose(to: product, relative: 1e-10))
    #expect(reference.upperTail(atLeast: 200) > 0)
    #expect(reference.upperTail(atLeast: 200) < 1e-100)
  }
}
