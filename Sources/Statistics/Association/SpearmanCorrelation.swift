/// Measures how closely two measures rise and fall together, from their ranks.
///
/// Up to nine pairs the test tries all orders and is exact, ties included; beyond, it takes
/// the t distribution. The interval is that of Bonett and Wright; `fisherInterval` ignores
/// that ranks scatter more. Throws when the samples differ in length, when there are fewer
/// than two pairs, when a value is not finite, or when a measure does not vary. Assumes
/// independent pairs.
///
/// - Reference: Spearman (1904), doi:10.2307/1412159; interval by Bonett & Wright (2000),
///   doi:10.1007/BF02294183.
public struct SpearmanCorrelation: Sendable, Hashable, Codable {
  static let largestExactCount = 9

  public let count: Int
  /// ρ, from -1 to 1.
  public let coefficient: Double
  private let ranks: [[Int]]

  public init(_ first: Span<Double>, _ second: Span<Double>) throws(SampleError) {
    guard first.count == second.count else {
      throw .unequalLengths(first: first.count, second: second.count)
    }
    let samples = (try finiteValues(first), try finiteValues(second))
    let ranks = [Ranks(samples.0).doubled, Ranks(samples.1).doubled]
    let doubled = ranks.map { $0.map { Double($0) } }
    let (one, other) = (doubled[0], doubled[1])
    coefficient = PearsonCorrelation.coefficient(
      try Deviations(one.span), try Deviations(other.span))
    count = first.count
    self.ranks = ranks
  }

  /// S: the sum of the squared differences of the ranks, when there are no ties.
  public var squaredRankDifferences: Double {
    let size = Double(count)
    return (size * size * size - size) * (1 - coefficient) / 6
  }

  /// Throws when there are fewer than four pairs, or when the level is not between 0 and 1.
  public func interval(level: Double = 0.95) throws(SampleError) -> Interval {
    try FisherInterval(
      coefficient: coefficient, count: count, spread: .spearman, level: level
    ).interval
  }

  /// The interval of Pearson's coefficient, which many programs give for ranks too.
  ///
  /// Throws when there are fewer than four pairs, or when the level is not between 0 and 1.
  public func fisherInterval(level: Double = 0.95) throws(SampleError) -> Interval {
    try FisherInterval(coefficient: coefficient, count: count, level: level).interval
  }

  /// How likely so strong a correlation is, if all orders are equally likely.
  public func pValue(
    alternative: Alternative = .twoSided
  ) throws(SampleError) -> (value: Double, method: TestMethod) {
    guard count > Self.largestExactCount else { return (exactPValue(alternative), .exact) }
    return (try test(alternative: alternative).pValue, .approximate)
  }

  /// The test by the t distribution.
  ///
  /// Continuity moves the coefficient half a step of the rank differences towards zero, as R
  /// does when asked. Throws when there are fewer than three pairs.
  public func test(
    alternative: Alternative = .twoSided, continuity: Bool = false
  ) throws(SampleError) -> CorrelationTest {
    guard count >= 3 else { throw .tooFewObservations(required: 3, found: count) }
    let size = Double(count)
    let scale = size * (size * size - 1) / 6
    let coefficient =
      continuity ? 1 - squaredRankDifferences / (scale + 1) : coefficient
    return CorrelationTest(
      coefficient: coefficient, degreesOfFreedom: size - 2, alternative: alternative)
  }

  private func exactPValue(_ alternative: Alternative) -> Double {
    let observed = zip(ranks[0], ranks[1]).reduce(0) { $0 + $1.0 * $1.1 }
    var rest = ranks[1]
    var (atMost, atLeast, all) = (0, 0, 0)
    func place(_ position: Int, _ sum: Int) {
      guard position < rest.count else {
        all += 1
        if sum <= observed { atMost += 1 }
        if sum >= observed { atLeast += 1 }
        return
      }
      for choice in position..<rest.count {
        rest.swapAt(position, choice)
        place(position + 1, sum + ranks[0][position] * rest[position])
        rest.swapAt(position, choice)
      }
    }
    place(0, 0)
    let (below, above) = (Double(atMost) / Double(all), Double(atLeast) / Double(all))
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }
}
