/// Estimates how much the values of one group tend to exceed those of another, on -1...1.
///
/// The share of pairs with the larger value in the first group less the share with the
/// smaller: Cliff's delta is the same number, and half of it above one half is the
/// probability of superiority, Vargha and Delaney's A. The interval is normal on Fisher's
/// z scale with the variance of the rank sum; it closes on -1 and 1, where groups do not
/// overlap: say so beside it. Throws when a group is empty, when a value is not finite, or
/// when the level is not between 0 and 1. Assumes independent values.
///
/// - Reference: Cureton (1956), doi:10.1007/BF02289138; Cliff (1993),
///   doi:10.1037/0033-2909.114.3.494; Vargha & Delaney (2000), doi:10.3102/10769986025002101.
public struct RankBiserial: Sendable, Hashable, Codable {
  public static let convention = "share of pairs with the larger value less share with the smaller"

  public let interval: Interval

  /// The probability that a value of the first group exceeds one of the second, ties
  /// counted half.
  public var probabilityOfSuperiority: Interval {
    Interval(
      estimate: (interval.estimate + 1) / 2, lower: (interval.lower + 1) / 2,
      upper: (interval.upper + 1) / 2, level: interval.level)
  }

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    guard !first.isEmpty, !second.isEmpty else {
      throw .tooFewObservations(required: 1, found: 0)
    }
    let pooled = try (finiteValues(first) + finiteValues(second)).map {
      $0.rounded(toSignificantDigits: 9)
    }
    let rankSum = Double(Ranks(pooled).doubled.prefix(first.count).reduce(0, +)) / 2
    let (size, other) = (Double(first.count), Double(second.count))
    let pairs = size * other
    let larger = rankSum - size * (size + 1) / 2
    interval = Interval(
      onFisherScale: (larger - (pairs - larger)) / pairs,
      standardError: ((size + other + 1) / (3 * pairs)).squareRoot(), confidence)
  }
}

/// Estimates how much paired values tend to rise, on -1...1.
///
/// The share of the ranks that belong to increases less the share of decreases; pairs
/// without change are dropped before the ranking. The interval is normal on Fisher's z
/// scale with the variance of the rank sum. Throws as `WilcoxonSignedRankTest` does. Assumes
/// independent pairs.
///
/// - Reference: Kerby (2014), doi:10.2466/11.IT.3.1.
public struct MatchedRankBiserial: Sendable, Hashable, Codable {
  public static let convention =
    "share of the ranks of increases less share of decreases, unchanged pairs dropped"

  public let count: Int
  public let interval: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let changes = try roundedChanges(first, second).filter { $0 != 0 }
    guard !changes.isEmpty else { throw .noDifferences }
    let ranks = Ranks(changes.map(\.magnitude)).doubled
    let net = zip(changes, ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 - $1.1 }
    let size = Double(changes.count)
    let total = size * (size + 1) / 2
    count = changes.count
    interval = Interval(
      onFisherScale: Double(net) / 2 / total,
      standardError: (size * (size + 1) * (2 * size + 1) / 6).squareRoot() / total, confidence)
  }
}

extension Interval {
  /// An interval that is symmetric on Fisher's z scale.
  init(onFisherScale estimate: Double, standardError: Double, _ confidence: ConfidenceLevel) {
    let bounded = max(-1, min(1, estimate))
    guard abs(bounded) < 1 else {
      self.init(estimate: bounded, lower: bounded, upper: bounded, level: confidence.level)
      return
    }
    let center = (log1p(bounded) - log1p(-bounded)) / 2
    let margin = confidence.normalQuantile * standardError
    func back(_ z: Double) -> Double {
      let grown = expm1(2 * z)
      return grown.isFinite ? grown / (grown + 2) : 1
    }
    self.init(
      estimate: bounded, lower: back(center - margin), upper: back(center + margin),
      level: confidence.level)
  }
}
