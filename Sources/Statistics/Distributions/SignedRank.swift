/// The sum of those ranks that get a positive sign, when every sign is a fair coin.
///
/// Takes any ranks, so ties are no exception. The distribution is built rank by
/// rank: adding a rank mixes the distribution so far with itself, moved up.
package struct SignedRank: DiscreteDistribution {
  private let probabilities: [Double]

  package init(ranks: [Int]) {
    var probabilities = [Double](repeating: 0, count: ranks.reduce(1, +))
    probabilities[0] = 1
    var reached = 0
    for rank in ranks {
      reached += rank
      for sum in stride(from: reached, through: 0, by: -1) {
        let moved = sum >= rank ? probabilities[sum - rank] : 0
        probabilities[sum] = (probabilities[sum] + moved) / 2
      }
    }
    self.probabilities = probabilities
  }

  package var support: ClosedRange<Int> { 0...(probabilities.count - 1) }

  package func probability(of sum: Int) -> Double {
    support.contains(sum) ? probabilities[sum] : 0
  }

  /// The probability of a sum of at most `sum`.
  package func lowerTail(_ sum: Int) -> Double {
    guard sum >= 0 else { return 0 }
    guard sum < probabilities.count - 1 else { return 1 }
    return probabilities[...sum].reduce(0, +)
  }

  /// The probability of a sum of at least `sum`, by symmetry.
  package func upperTail(atLeast sum: Int) -> Double {
    lowerTail(probabilities.count - 1 - sum)
  }

  /// The largest sum that is not exceeded with more than probability `tail`, if any.
  func largest(withLowerTailUpTo tail: Double) -> Int? {
    var total = 0.0
    for (sum, probability) in probabilities.enumerated() {
      total += probability
      guard total <= tail else { return sum > 0 ? sum - 1 : nil }
    }
    return probabilities.count - 1
  }
}
