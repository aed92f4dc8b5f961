/// Estimates how much the values of one group tend to exceed those of another, with Cliff's
/// own interval.
///
/// The estimate is that of `RankBiserial`; the variance is Cliff's consistent one, and the
/// limits are asymmetric so that they stay in range. Throws when a group has fewer than two
/// values, when a value is not finite, or when the groups do not overlap at all: the
/// variance would be zero. Assumes independent values.
///
/// - Reference: Cliff (1996), ISBN 978-0-8058-1333-3; Feng & Cliff (2004),
///   doi:10.22237/jmasm/1099267560.
public struct CliffsDelta: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    guard first.count >= 2, second.count >= 2 else {
      throw .tooFewObservations(required: 2, found: min(first.count, second.count))
    }
    let (group, other) = (try finiteValues(first), try finiteValues(second))
    let (over, under) = (Dominance(of: group, over: other), Dominance(of: other, over: group))
    let (size, otherSize) = (Double(group.count), Double(other.count))
    let delta = over.mean
    // The sum over all pairs of their squared distance from delta.
    let spread = over.decided - size * otherSize * delta * delta
    let variance =
      (otherSize * otherSize * over.squaredDeviations + size * size * under.squaredDeviations
        - spread) / (size * otherSize * (size - 1) * (otherSize - 1))
    guard variance > 0 else { throw .zeroVariance }
    let quantile = StudentT(degreesOfFreedom: size + otherSize - 2)
      .upperQuantile(confidence.tail)
    let room = 1 - delta * delta
    let wobble = quantile * quantile * variance
    let center = delta * room
    let reach = (wobble * (room * room + wobble)).squareRoot()
    interval = Interval(
      estimate: delta, lower: max(-1, (center - reach) / (room + wobble)),
      upper: min(1, (center + reach) / (room + wobble)), level: level)
  }
}

/// How far each value of a group dominates those of another, on -1...1.
private struct Dominance {
  let mean: Double
  let squaredDeviations: Double
  /// How many pairs are not tied.
  let decided: Double

  init(of group: [Double], over other: [Double]) {
    let sorted = other.sorted()
    func place(where isPassed: (Double) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isPassed(sorted[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var (shares, decided) = ([Double](), 0)
    for value in group {
      let below = place { $0 < value }
      let above = sorted.count - place { $0 <= value }
      shares.append(Double(below - above) / Double(sorted.count))
      decided += below + above
    }
    let mean = shares.reduce(0, +) / Double(group.count)
    self.mean = mean
    self.decided = Double(decided)
    squaredDeviations = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
