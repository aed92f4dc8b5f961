/// Estimates how fast a series rises, as the median of the slopes of all pairs of points.
///
/// The limits are slopes too: those so many places from the middle as the standard deviation
/// of Kendall's score says. Too few points cannot reach the level: the limits are then the
/// outermost slopes, and the `level` that of the normal distribution there. The slopes are
/// gone through five times but never held, so that long series need time, in proportion to
/// the square of their length, and no room. Throws when values and times differ in
/// length, when there are fewer than three values or fewer than two times, when a value is
/// not finite, when a slope is too large for a number, or when the level is not between 0
/// and 1. Assumes values that are unrelated but for the trend.
///
/// - Reference: Sen (1968), doi:10.1080/01621459.1968.10480934.
public struct SenSlope: Sendable, Hashable, Codable {
  public let count: Int
  public let interval: Interval

  public init(
    _ values: Span<Double>, times: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let score = try KendallScore(times, values)
    guard let variance = score.variance else {
      throw .tooFewObservations(required: 3, found: values.count)
    }
    let pairs = score.untiedPairs[0]
    guard pairs > 0 else { throw .tooFewCategories(required: 2, found: 1) }
    let spread = variance.squareRoot()
    let margin = confidence.normalQuantile * spread
    // The places count from one, and a half goes to the even neighbour, as in R's trend.
    let lower = Int(((Double(pairs) - margin) / 2).rounded(.toNearestOrEven))
    let upper = Int(((Double(pairs) + margin) / 2 + 1).rounded(.toNearestOrEven))
    let isReached = lower >= 1 && upper <= pairs
    let reached = isReached ? level : 1 - 2 * Normal.upperTail(Double(pairs - 2) / spread)
    let slopes = pairwiseSlopes(
      values, times: times,
      places: [
        (pairs + 1) / 2, pairs / 2 + 1, isReached ? lower : 1, isReached ? upper : pairs,
      ])
    guard slopes.allSatisfy(\.isFinite) else { throw .overflow }
    count = values.count
    interval = Interval(
      estimate: slopes[0] == slopes[1] ? slopes[0] : slopes[0] / 2 + slopes[1] / 2,
      lower: slopes[2], upper: slopes[3], level: min(level, max(0, reached)))
  }
}

/// The slopes of pairs of points that stand at given places in order, counted from one.
///
/// Finds sixteen bits of all of them at a time, by counting how many slopes begin with each
/// pattern.
private func pairwiseSlopes(
  _ values: Span<Double>, times: Span<Double>, places: [Int]
) -> [Double] {
  let bits = 16
  var found = places.map { (prefix: UInt64(0), before: $0 - 1) }
  for shift in stride(from: 64 - bits, through: 0, by: -bits) {
    let prefixes = Array(Set(found.map(\.prefix))).sorted()
    var counts = [Int](repeating: 0, count: prefixes.count << bits)
    for later in values.indices {
      for earlier in 0..<later where times[later] != times[earlier] {
        let slope = (values[later] - values[earlier]) / (times[later] - times[earlier])
        let pattern = slope.orderedPattern >> UInt64(shift)
        // One prefix for each place that is sought, four at most.
        for (row, prefix) in prefixes.enumerated() where pattern >> UInt64(bits) == prefix {
          counts[row << bits + Int(pattern & 0xFFFF)] += 1
        }
      }
    }
    found = found.map { place in
      let row = prefixes.firstIndex(of: place.prefix) ?? 0
      var (before, digit) = (place.before, 0)
      while before >= counts[row << bits + digit] {
        before -= counts[row << bits + digit]
        digit += 1
      }
      return (place.prefix << UInt64(bits) | UInt64(digit), before)
    }
  }
  return found.map { Double(orderedPattern: $0.prefix) }
}

extension Double {
  /// Bits that are in the order of the numbers.
  fileprivate var orderedPattern: UInt64 { UInt64(bitPattern: Int64(place)) ^ (1 << 63) }

  fileprivate init(orderedPattern: UInt64) {
    self.init(place: Int(Int64(bitPattern: orderedPattern ^ (1 << 63))))
  }
}
