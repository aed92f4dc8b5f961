/// The sum of those ranks that get a positive sign, when every sign is a fair coin.
///
/// Takes any ranks, so ties are no exception. The distribution is built rank by
/// rank: adding a rank adds the distribution so far to itself, moved up. It is symmetric,
/// so its lower half is enough.
package struct SignedRank: DiscreteDistribution {
  private let total: Int
  /// The probabilities of all sums up to the middle.
  private let lowerHalf: [Double]

  package init(ranks: [Int]) {
    let total = ranks.reduce(0, +)
    // Counts of sign patterns rather than probabilities: only sums that the rank moves
    // change. A number holds 2 to the 1000th; counts are scaled down before they pass it.
    var counts = [Double](repeating: 0, count: total / 2 + 1)
    counts[0] = 1
    // Written beside what is read, so that several sums are worked on at a time.
    var moved = counts
    var (reached, patterns) = (0, 1.0)
    // Small ranks first: the sums reached stay few for longer.
    for rank in ranks.sorted() {
      reached = min(reached + rank, total / 2)
      do {
        let before = counts.span
        var after = moved.mutableSpan
        let untouched = min(rank, reached + 1)
        for sum in 0..<untouched { after[sum] = before[sum] }
        for sum in untouched..<(reached + 1) { after[sum] = before[sum] + before[sum - rank] }
      }
      swap(&counts, &moved)
      patterns *= 2
      if patterns == 0x1p1000 {
        for sum in 0...reached { counts[sum] *= 0x1p-1000 }
        patterns = 1
      }
    }
    let scale = 1 / patterns
    self.total = total
    lowerHalf = counts.map { $0 * scale }
  }

  package var support: ClosedRange<Int> { 0...total }

  package func probability(of sum: Int) -> Double {
    support.contains(sum) ? lowerHalf[min(sum, total - sum)] : 0
  }

  /// The probability of a sum of at most `sum`.
  package func lowerTail(_ sum: Int) -> Double {
    guard sum >= 0 else { return 0 }
    guard sum < total else { return 1 }
    return sum < lowerHalf.count
      ? lowerHalf[...sum].reduce(0, +) : 1 - lowerTail(total - sum - 1)
  }

  /// The probability of a sum of at least `sum`, by symmetry.
  package func upperTail(atLeast sum: Int) -> Double {
    lowerTail(total - sum)
  }

  /// The largest sum that is not exceeded with more than probability `tail`, if any.
  ///
  /// The tail must be below one half.
  func largest(withLowerTailUpTo tail: Double) -> Int? {
    var cumulated = 0.0
    for (sum, probability) in lowerHalf.enumerated() {
      cumulated += probability
      guard cumulated <= tail else { return sum > 0 ? sum - 1 : nil }
    }
    return lowerHalf.count - 1
  }
}
