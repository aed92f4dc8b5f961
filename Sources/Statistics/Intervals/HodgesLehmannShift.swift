/// Estimates how far the values of one group typically lie above those of another, without
/// assuming normality.
///
/// The estimate is the median of the differences of all pairs. The limits are the
/// differences at those places that the Mann–Whitney test would just not reject: by its
/// exact distribution for up to 100 values in all, by the normal one for more. When the
/// groups are too small to reach the level, the interval is the whole range of the
/// differences, and its `level` the one it does reach. With ties it still holds its level.
/// Throws when a group is empty, when a value is not finite, or when the level is not
/// between 0 and 1. Assumes independent values and two groups of one shape.
///
/// - Reference: Hodges & Lehmann (1963), doi:10.1214/aoms/1177704172.
public struct HodgesLehmannShift: Sendable, Hashable, Codable {
  public let method: TestMethod
  public let interval: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    guard !first.isEmpty, !second.isEmpty else {
      throw .tooFewObservations(required: 1, found: 0)
    }
    let differences = PairwiseDifferences(try finiteValues(first), try finiteValues(second))
    guard differences.smallest(1).isFinite, differences.smallest(differences.count).isFinite
    else { throw .overflow }
    let (size, other) = (first.count, second.count)
    var reached = level
    let outside: Int
    if size + other <= MannWhitneyTest.largestExactCount {
      let smaller = min(size, other)
      let reference = RankSum(ranks: Array(1...(size + other)), groupSize: smaller)
      let lowest = reference.support.lowerBound
      // How many differences may lie outside at either end.
      var count = 0
      while reference.lowerTail(lowest + count) <= confidence.tail { count += 1 }
      if count == 0 { reached = 1 - 2 * reference.lowerTail(lowest) }
      outside = max(1, count)
      method = .exact
    } else {
      let (m, n) = (Double(size), Double(other))
      let spread = (m * n * (m + n + 1) / 12).squareRoot()
      outside = max(
        1, Int((m * n / 2 - confidence.normalQuantile * spread + 0.5).rounded(.down)))
      method = .approximate
    }
    interval = Interval(
      estimate: differences.median, lower: differences.smallest(outside),
      upper: differences.smallest(differences.count + 1 - outside), level: reached)
  }
}
