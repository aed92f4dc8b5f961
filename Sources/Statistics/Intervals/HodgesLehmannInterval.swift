/// Estimates by how much paired values typically change, without assuming normality.
///
/// The estimate is the median of the averages of all pairs of changes; all changes
/// count, zeros too. The limits are the averages at those places that the signed
/// rank test would just not reject: by its exact distribution for up to 200
/// changes, by the normal one for more. With ties the interval, its ends included,
/// still holds its level. Five or fewer changes cannot reach 95 %: the interval is
/// then the whole range of the averages, and its `level` the one it does reach.
/// Throws when there are fewer than two changes, when one is not finite, or when
/// the level is not between 0 and 1. Assumes independent changes, spread evenly to
/// both sides of their centre.
///
/// - Reference: Hodges & Lehmann (1963), doi:10.1214/aoms/1177704172.
public struct HodgesLehmannInterval: Sendable, Hashable, Codable {
  public let count: Int
  public let method: TestMethod
  public let interval: Interval

  public init(_ changes: Span<Double>, level: Double = 0.95) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    guard changes.count >= 2 else {
      throw .tooFewObservations(required: 2, found: changes.count)
    }
    let averages = WalshAverages(try finiteValues(changes))
    let count = changes.count
    var reached = level
    let outside: Int
    if count <= WilcoxonSignedRankTest.largestExactCount {
      let reference = SignedRank(ranks: Array(1...count))
      let rejected = reference.largest(withLowerTailUpTo: confidence.tail)
      if rejected == nil { reached = 1 - 2 * reference.lowerTail(0) }
      outside = rejected.map { $0 + 1 } ?? 1
      method = .exact
    } else {
      let size = Double(count)
      let center = size * (size + 1) / 4
      let spread = (size * (size + 1) * (2 * size + 1) / 24).squareRoot()
      outside = max(1, Int((center - confidence.normalQuantile * spread + 0.5).rounded(.down)))
      method = .approximate
    }
    self.count = count
    interval = Interval(
      estimate: averages.median, lower: averages.smallest(outside),
      upper: averages.smallest(averages.count + 1 - outside), level: reached)
  }
}
