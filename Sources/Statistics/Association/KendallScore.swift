/// Counts the pairs that two measures put in the same order, less those in opposite order.
///
/// Takes time in proportion to n log n. Throws when the samples differ in length, when
/// there are fewer than two values, or when a value is not finite.
///
/// - Reference: Kendall (1938), doi:10.1093/biomet/30.1-2.81; variance with ties by Kendall
///   (1945), doi:10.1093/biomet/33.3.239.
public struct KendallScore: Sendable, Hashable, Codable {
  public let count: Int
  /// S: pairs in the same order less pairs in opposite order.
  public let score: Int
  /// The pairs that the first measure, or the second, tells apart.
  public let untiedPairs: [Int]
  /// The variance of S if all orders are equally likely, given the ties; needs three values.
  public let variance: Double?
  /// For each value the others in the same order less those in opposite order.
  let contributions: [Int]
  /// For each value how many share its rank on the first measure, and on the second.
  let tieSizes: [[Int]]

  public init(_ first: Span<Double>, _ second: Span<Double>) throws(SampleError) {
    guard first.count == second.count else {
      throw .unequalLengths(first: first.count, second: second.count)
    }
    guard first.count >= 2 else {
      throw .tooFewObservations(required: 2, found: first.count)
    }
    let samples = [Levels(try finiteValues(first)), Levels(try finiteValues(second))]
    let size = first.count
    count = size
    contributions = Self.contributions(samples[0], samples[1])
    score = contributions.reduce(0, +) / 2
    let all = size * (size - 1) / 2
    untiedPairs = samples.map { sample in
      all - sample.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
    tieSizes = samples.map { sample in sample.ofValue.map { sample.sizes[$0] } }
    variance = size >= 3 ? Self.variance(Double(size), samples.map(\.sizes)) : nil
  }

  /// The score of a series against time.
  ///
  /// Throws when there are fewer than two values, or when a value is not finite.
  public init(series: Span<Double>) throws(SampleError) {
    let times = (0..<series.count).map { Double($0) }
    try self.init(times.span, series)
  }

  var hasTies: Bool { untiedPairs.contains { $0 < count * (count - 1) / 2 } }

  private static func contributions(_ first: Levels, _ second: Levels) -> [Int] {
    let order = first.ofValue.indices.sorted { first.ofValue[$0] < first.ofValue[$1] }
    var contributions = [Int](repeating: 0, count: order.count)
    // Once upwards, to count those lower on the first measure, and once downwards.
    for (sign, order) in [(1, order), (-1, order.reversed())] {
      var seen = PrefixCounts(levels: second.sizes.count)
      var start = 0
      while start < order.count {
        var end = start
        while end < order.count, first.ofValue[order[end]] == first.ofValue[order[start]] {
          let level = second.ofValue[order[end]]
          let below = seen.count(below: level)
          let above = seen.total - seen.count(below: level + 1)
          contributions[order[end]] += sign * (below - above)
          end += 1
        }
        for place in start..<end { seen.add(second.ofValue[order[place]]) }
        start = end
      }
    }
    return contributions
  }

  private static func variance(_ size: Double, _ tieSizes: [[Int]]) -> Double {
    func sum(_ sizes: [Int], _ term: (Double) -> Double) -> Double {
      sizes.reduce(0) { $0 + term(Double($1)) }
    }
    func first(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
    func second(_ n: Double) -> Double { n * (n - 1) }
    func third(_ n: Double) -> Double { n * (n - 1) * (n - 2) }
    let (one, other) = (tieSizes[0], tieSizes[1])
    return (first(size) - sum(one, first) - sum(other, first)) / 18
      + sum(one, second) * sum(other, second) / (2 * second(size))
      + sum(one, third) * sum(other, third) / (9 * third(size))
  }
}

/// The distinct values of a sample by their place, and how often each occurs.
private struct Levels {
  let ofValue: [Int]
  let sizes: [Int]

  init(_ values: [Double]) {
    var ofValue = [Int](repeating: 0, count: values.count)
    var sizes: [Int] = []
    var previous: Double?
    for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
      if values[index] != previous { sizes.append(0) }
      sizes[sizes.count - 1] += 1
      ofValue[index] = sizes.count - 1
      previous = values[index]
    }
    self.ofValue = ofValue
    self.sizes = sizes
  }
}

/// Counts by level that are quick to add to and to sum from the start.
///
/// - Reference: Fenwick (1994), doi:10.1002/spe.4380240306.
private struct PrefixCounts {
  private var sums: [Int]
  private(set) var total = 0

  init(levels: Int) { sums = [Int](repeating: 0, count: levels + 1) }

  mutating func add(_ level: Int) {
    total += 1
    var place = level + 1
    while place < sums.count {
      sums[place] += 1
      place += place & -place
    }
  }

  func count(below level: Int) -> Int {
    var (place, sum) = (level, 0)
    while place > 0 {
      sum += sums[place]
      place -= place & -place
    }
    return sum
  }
}
