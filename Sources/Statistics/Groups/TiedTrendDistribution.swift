/// The distribution of twice Jonckheere's J over all ways to share values out, given the ties.
///
/// Built up from the lowest value to the highest. What matters of the values so far is how many
/// of them each group has got: equal values that go to a group form pairs in order with all
/// lower ones of earlier groups, and half a pair with each other. Nil when it takes too long.
struct TiedTrendDistribution {
  private static let stepLimit = 50_000_000

  /// By twice J, from zero on.
  let probabilities: [Double]

  init?(_ groups: [[Double]]) {
    var work = Work(groups.map(\.count))
    for tie in Self.tieSizes(groups.flatMap { $0 }.sorted()) {
      guard work.share(tie) else { return nil }
    }
    guard let ways = work.reached[work.sizes] else { return nil }
    let all = ways.reduce(0, +)
    probabilities = ways.map { $0 / all }
  }

  private static func tieSizes(_ ascending: [Double]) -> [Int] {
    var sizes: [Int] = []
    var previous: Double?
    for value in ascending {
      if value != previous { sizes.append(0) }
      sizes[sizes.count - 1] += 1
      previous = value
    }
    return sizes
  }

  private struct Work {
    let sizes: [Int]
    /// By how many values each group has got, the ways to get there, by twice J.
    private(set) var reached: [[Int]: [Double]]
    private let width: Int
    private var steps = 0

    init(_ sizes: [Int]) {
      self.sizes = sizes
      let count = sizes.reduce(0, +)
      width = count * count - sizes.reduce(0) { $0 + $1 * $1 } + 1
      var start = [Double](repeating: 0, count: width)
      start[0] = 1
      reached = [sizes.map { _ in 0 }: start]
    }

    /// Shares out values that are equal; false when it takes too long.
    mutating func share(_ tie: Int) -> Bool {
      var next: [[Int]: [Double]] = [:]
      for (got, ways) in reached.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        for split in splits(of: tie, got) {
          steps += width
          guard steps <= TiedTrendDistribution.stepLimit else { return false }
          let after = zip(got, split.parts).map { $0 + $1 }
          var sums = next.removeValue(forKey: after) ?? [Double](repeating: 0, count: width)
          for place in 0..<(width - split.doubledPairs) {
            sums[place + split.doubledPairs] += split.ways * ways[place]
          }
          next[after] = sums
        }
      }
      reached = next
      return true
    }

    private struct Split {
      let parts: [Int]
      let doubledPairs: Int
      let ways: Double
    }

    /// All ways to give equal values to groups that still have room.
    private func splits(of tie: Int, _ got: [Int]) -> [Split] {
      var found: [Split] = []
      func give(_ group: Int, _ left: Int, _ parts: [Int], _ pairs: Int, _ ways: Double) {
        guard group < sizes.count else {
          if left == 0 { found.append(Split(parts: parts, doubledPairs: pairs, ways: ways)) }
          return
        }
        let (lower, given) = (got[..<group].reduce(0, +), parts.reduce(0, +))
        var choices = ways
        for part in 0...min(left, sizes[group] - got[group]) {
          // So many out of those left.
          if part > 0 { choices *= Double(left - part + 1) / Double(part) }
          give(
            group + 1, left - part, parts + [part], pairs + part * (2 * lower + given), choices)
        }
      }
      give(0, tie, [], 0, 1)
      return found
    }
  }
}
