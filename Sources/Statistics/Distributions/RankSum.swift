/// The sum of the ranks that a group of given size gets, when any group is as likely.
///
/// Takes any ranks, so ties are no exception: the distribution is that of all ways to
/// choose the group among the ranks observed. It is built rank by rank: a rank is in the
/// group or not. The numbers are shares of all choices rather than counts of them, which
/// would leave the range of a number.
///
/// - Reference: Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10-17.
package struct RankSum: DiscreteDistribution {
  private let probabilities: [Double]
  private let offset: Int

  /// The ranks must not be negative, and no fewer than the size of the group.
  package init(ranks: [Int], groupSize: Int) {
    // Ranks in ascending order and less their lowest keep the tables small.
    let lowest = ranks.min() ?? 0
    let reduced = ranks.map { $0 - lowest }.sorted()
    let largest = reduced.suffix(groupSize).reduce(0, +)
    // shares[size][sum] is, of all ways to choose among the ranks seen, how many gave
    // `size` ranks with this sum; a coin that is fair for the whole decides on each rank.
    let chance = Double(groupSize) / Double(max(1, ranks.count))
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: largest + 1), count: groupSize + 1)
    shares[0][0] = 1
    for (seen, rank) in reduced.enumerated() {
      for size in stride(from: min(seen + 1, groupSize), through: 0, by: -1) {
        for sum in stride(from: largest, through: 0, by: -1) {
          let moved = size > 0 && sum >= rank ? shares[size - 1][sum - rank] : 0
          shares[size][sum] = shares[size][sum] * (1 - chance) + moved * chance
        }
      }
    }
    let all = shares[groupSize].reduce(0, +)
    let first = shares[groupSize].firstIndex { $0 > 0 } ?? 0
    probabilities = shares[groupSize][first...].map { $0 / all }
    offset = first + lowest * groupSize
  }

  package var support: ClosedRange<Int> { offset...(offset + probabilities.count - 1) }

  package func probability(of sum: Int) -> Double {
    support.contains(sum) ? probabilities[sum - offset] : 0
  }

  package func lowerTail(_ sum: Int) -> Double {
    guard sum >= support.lowerBound else { return 0 }
    guard sum < support.upperBound else { return 1 }
    return min(1, probabilities[...(sum - offset)].reduce(0, +))
  }

  package func upperTail(atLeast sum: Int) -> Double {
    guard sum > support.lowerBound else { return 1 }
    guard sum <= support.upperBound else { return 0 }
    return min(1, probabilities[(sum - offset)...].reversed().reduce(0, +))
  }
}
