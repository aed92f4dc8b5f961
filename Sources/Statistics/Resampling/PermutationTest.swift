/// Tests whether two independent groups have the same mean, by sharing out their values
/// anew.
///
/// If the groups do not differ, any share-out of the values over groups of these sizes
/// was as likely. Where there are no more than 200,000 share-outs all are tried and the
/// p-value is exact; else as many as asked for are drawn, and the sample counts as one
/// more. The interval holds the shifts that the two-sided test does not reject; with
/// few values its `level` is the one that it does reach. Throws when a group is empty or
/// both together have fewer than three values, when a value is not finite, or when no
/// value differs from another. Assumes independent values, and groups that are alike
/// but for a shift.
///
/// - Reference: Pitman (1937), doi:10.2307/2984124; draws counted as by Phipson & Smyth
///   (2010), doi:10.2202/1544-6115.1585.
public struct PermutationTest: HypothesisTest {
  public static let name = "Permutation test"
  static let mostShareOuts = 200_000

  /// How many values each group has.
  public let counts: [Int]
  public let alternative: Alternative
  public let method: TestMethod
  /// Mean of the first group minus mean of the second.
  public let statistic: Double
  public let pValue: Double
  /// How far the p-value may be off for the number of draws: its standard error.
  public let monteCarloError: Double
  /// Mean of the first group minus mean of the second.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>, draws: Int = 10_000, seed: UInt64,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    let (first, second) = (try finiteValues(first), try finiteValues(second))
    guard !first.isEmpty, !second.isEmpty, first.count + second.count >= 3 else {
      throw .tooFewObservations(required: 3, found: first.count + second.count)
    }
    statistic = try mean(first.span) - mean(second.span)
    let shareOuts = ShareOuts(first, second)
    guard shareOuts.varies else { throw .zeroVariance }
    let rearranged: PermutationLimits
    if shareOuts.number <= Double(Self.mostShareOuts) {
      method = .exact
      rearranged = shareOuts.all()
    } else {
      method = .monteCarlo
      rearranged = shareOuts.drawn(draws, seed: seed)
    }
    guard let limits = rearranged.limits(confidence) else {
      throw .tooFewObservations(required: 1, found: draws)
    }
    counts = [first.count, second.count]
    self.alternative = alternative
    pValue = rearranged.pValue(alternative)
    monteCarloError =
      method == .exact
      ? 0 : (pValue * (1 - pValue) / Double(rearranged.count)).squareRoot()
    effect = Interval(
      estimate: statistic, lower: limits.lower, upper: limits.upper, level: limits.level)
  }
}

/// The ways to share out the values of two groups over groups of the same sizes.
///
/// A way is told by which values of the second group come into the first, and as many
/// that leave it. It raises the difference from that shift on that is the mean of those
/// that leave less the mean of those that come.
private struct ShareOuts {
  private let values: [Double]
  private let firstCount: Int
  private let firstSum: Double
  private let rounding: Double

  init(_ first: [Double], _ second: [Double]) {
    // Counted from one of the values, so that sums of large values lose no digits.
    let origin = first[0]
    values = (first + second).map { $0 - origin }
    firstCount = first.count
    firstSum = values[..<first.count].reduce(0, +)
    // Sums of all values are compared, so the rounding is that of such sums.
    rounding = Double(values.count) * roundingOfMeans(values)
  }

  var varies: Bool { values.contains { $0 != 0 } }

  /// How many ways there are.
  var number: Double {
    (0..<min(firstCount, values.count - firstCount)).reduce(1) { ways, place in
      ways * Double(values.count - place) / Double(place + 1)
    }
  }

  func all() -> PermutationLimits {
    var thresholds: [Double] = []
    var chosen = Array(0..<firstCount)
    while let place = chosen.indices.last(where: {
      chosen[$0] < values.count - firstCount + $0
    }) {
      let start = chosen[place] + 1
      for later in place..<firstCount { chosen[later] = start + later - place }
      if let threshold = threshold(chosen) { thresholds.append(threshold) }
    }
    return PermutationLimits(thresholds: thresholds, unchanged: 1)
  }

  func drawn(_ draws: Int, seed: UInt64) -> PermutationLimits {
    var thresholds: [Double] = []
    var unchanged = 1
    var order = Array(values.indices)
    for draw in 0..<max(0, draws) {
      var generator = Philox(seed: seed, stream: UInt64(draw))
      for index in order.indices { order[index] = index }
      for place in 0..<firstCount {
        order.swapAt(place, place + generator.nextIndex(below: order.count - place))
      }
      if let threshold = threshold(order[..<firstCount]) {
        thresholds.append(threshold)
      } else {
        unchanged += 1
      }
    }
    return PermutationLimits(thresholds: thresholds, unchanged: unchanged)
  }

  /// Nil when the first group keeps its values.
  private func threshold(_ chosen: some Collection<Int>) -> Double? {
    var came = 0
    var sum = 0.0
    for index in chosen {
      if index >= firstCount { came += 1 }
      sum += values[index]
    }
    guard came > 0 else { return nil }
    return ((firstSum - sum) / Double(came)).zeroed(within: rounding)
  }
}
