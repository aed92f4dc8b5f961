/// The differences of all pairs of values, one from either group.
///
/// As with `WalshAverages` they are never stored: the one at a given place is found by
/// halving the range of numbers and counting how many lie below.
struct PairwiseDifferences {
  private let first: [Double]
  private let second: [Double]

  init(_ first: [Double], _ second: [Double]) {
    self.first = first.sorted()
    self.second = second.sorted()
  }

  var count: Int { first.count * second.count }

  var median: Double {
    let upper = smallest(count / 2 + 1)
    guard count.isMultiple(of: 2) else { return upper }
    return smallest(count / 2) / 2 + upper / 2
  }

  /// The difference at a place of the ascending order, counting from one.
  func smallest(_ place: Int) -> Double {
    var low = (first[0] - second[second.count - 1]).place
    var high = (first[first.count - 1] - second[0]).place
    while low < high {
      let middle = (low & high) + ((low ^ high) >> 1)
      if countUp(to: Double(place: middle)) >= place { high = middle } else { low = middle + 1 }
    }
    return Double(place: low)
  }

  private func countUp(to limit: Double) -> Int {
    var (count, partner) = (0, 0)
    for value in first {
      // A larger value needs a larger partner to stay below the limit.
      while partner < second.count, value - second[partner] > limit { partner += 1 }
      count += second.count - partner
    }
    return count
  }
}
