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
    // Ranks in ascending order and less their lowest keep the table small.
    let lowest = ranks.min() ?? 0
    let reduced = ranks.map { $0 - lowest }.sorted()
    let width = reduced.suffix(groupSize).reduce(1, +)
    // shares[size * width + sum] is the share, of all ways to decide on the ranks seen, of
    // those that chose `size` ranks with this sum. A coin that suits the whole decides.
    let chance = Double(groupSize) / Double(max(1, ranks.count))
    var shares = [Double](repeating: 0, count: (groupSize + 1) * width)
    shares[0] = 1
    // The largest sum of so many of the ranks seen.
    var reach = [0]
    for rank in reduced {
      if reach.count <= groupSize { reach.append(reach[reach.count - 1]) }
      for size in stride(from: reach.count - 1, through: 1, by: -1) {
        reach[size] = min(width - 1, max(reach[size], reach[size - 1] + rank))
        let (row, below) = (size * width, (size - 1) * width)
        for sum in stride(from: reach[size], through: rank, by: -1) {
          shares[row + sum] =
            shares[row + sum] * (1 - chance) + shares[below + sum - rank] * chance
        }
        for sum in 0..<min(rank, reach[size] + 1) { shares[row + sum] *= 1 - chance }
      }
      shares[0] *= 1 - chance
    }
    let chosen = shares[(groupSize * width)...]
    let all = chosen.reduce(0, +)
    let first = (chosen.firstIndex { $0 > 0 } ?? chosen.startIndex) - chosen.startIndex
    let last = (chosen.lastIndex { $0 > 0 } ?? chosen.startIndex) - chosen.startIndex
    probabilities = chosen.dropFirst(first).prefix(last - first + 1).map { $0 / all }
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
