/// The averages of all pairs of a sample, each value paired with itself too.
///
/// A sample of 100,000 has five thousand million of them, so they are never
/// stored. The one at a given place is found by halving: count how many lie at or
/// below a number, in one pass over the sorted sample, and move the number.
struct WalshAverages {
  // Halved, so that a sum of two is an average and cannot overflow.
  private let halves: [Double]

  init(_ values: [Double]) {
    halves = values.map { $0 / 2 }.sorted()
  }

  var count: Int { halves.count * (halves.count + 1) / 2 }

  var median: Double {
    let upper = smallest(count / 2 + 1)
    guard count.isMultiple(of: 2) else { return upper }
    return smallest(count / 2) / 2 + upper / 2
  }

  /// The average at a place of the ascending order, counting from one.
  func smallest(_ place: Int) -> Double {
    guard let first = halves.first, let last = halves.last else { return 0 }
    // Over all representable numbers in order, so that the end is exact.
    var (low, high) = ((first + first).place, (last + last).place)
    while low < high {
      // The middle rounded down, without the sum or difference that could overflow.
      let middle = (low & high) + ((low ^ high) >> 1)
      if countUp(to: Double(place: middle)) >= place { high = middle } else { low = middle + 1 }
    }
    return Double(place: low)
  }

  private func countUp(to limit: Double) -> Int {
    var count = 0
    var partner = halves.count - 1
    for index in halves.indices {
      while partner >= index, halves[index] + halves[partner] > limit { partner -= 1 }
      guard partner >= index else { break }
      count += partner - index + 1
    }
    return count
  }
}
