/// Measures how often two measures put a pair in the same order, corrected for ties.
///
/// Without ties the test is exact up to 100 pairs; else it is normal, with the variance
/// corrected for ties. The interval takes the standard error of large samples, from the
/// sample itself. Throws when the samples differ in length, when there are fewer than two
/// pairs, when a value is not finite, or when a measure does not vary. Assumes independent
/// pairs.
///
/// - Reference: Kendall (1945), doi:10.1093/biomet/33.3.239; standard error by Brown &
///   Benedetti (1977), doi:10.1080/01621459.1977.10480995.
public struct KendallCorrelation: Sendable, Hashable, Codable {
  static let largestExactCount = 100

  public let count: Int
  /// τ-b, from -1 to 1.
  public let coefficient: Double
  /// The standard error of τ-b, whatever its true value.
  public let standardError: Double
  /// What the coefficient is made from.
  public let score: KendallScore

  public init(_ first: Span<Double>, _ second: Span<Double>) throws(SampleError) {
    score = try KendallScore(first, second)
    count = score.count
    let untied = score.untiedPairs.map { Double($0) }
    guard untied[0] > 0, untied[1] > 0 else { throw .zeroVariance }
    coefficient = Double(score.score) / (untied[0].squareRoot() * untied[1].squareRoot())
    standardError = Self.standardError(score)
  }

  /// Throws when the level is not between 0 and 1.
  public func interval(level: Double = 0.95) throws(SampleError) -> Interval {
    let margin = try ConfidenceLevel(level).normalQuantile * standardError
    return Interval(
      estimate: coefficient, lower: max(-1, coefficient - margin),
      upper: min(1, coefficient + margin), level: level)
  }

  /// How likely so strong a correlation is, if all orders are equally likely.
  ///
  /// Throws when there are ties and fewer than three pairs.
  public func pValue(
    alternative: Alternative = .twoSided
  ) throws(SampleError) -> (value: Double, method: TestMethod) {
    guard score.hasTies || count > Self.largestExactCount else {
      return (exactPValue(alternative), .exact)
    }
    return (try normalPValue(alternative: alternative), .approximate)
  }

  /// The score in standard deviations.
  ///
  /// Continuity moves the score one step towards zero. Throws when there are fewer than three
  /// pairs.
  public func standardized(continuity: Bool = false) throws(SampleError) -> Double {
    guard let variance = score.variance else {
      throw .tooFewObservations(required: 3, found: count)
    }
    let size = max(0, abs(Double(score.score)) - (continuity ? 1 : 0))
    return (score.score < 0 ? -size : size) / variance.squareRoot()
  }

  /// The p-value by the normal distribution.
  ///
  /// Throws when there are fewer than three pairs.
  public func normalPValue(
    alternative: Alternative = .twoSided, continuity: Bool = false
  ) throws(SampleError) -> Double {
    Normal.pValue(try standardized(continuity: continuity), alternative)
  }

  private func exactPValue(_ alternative: Alternative) -> Double {
    let inversions = (count * (count - 1) / 2 - score.score) / 2
    let distribution = Inversions(count: count)
    let below = distribution.upperTail(atLeast: inversions)
    let above = distribution.lowerTail(inversions)
    return switch alternative {
    case .less: below
    case .greater: above
    case .twoSided: min(1, 2 * min(below, above))
    }
  }

  // The delta method over the shares of the cells of the cross table of both measures.
  private static func standardError(_ score: KendallScore) -> Double {
    let size = Double(score.count)
    let untied = score.untiedPairs.map { 2 * Double($0) / (size * size) }
    let difference = 2 * Double(score.score) / (size * size)
    let slopes = score.contributions.indices.map { index in
      let shares = score.tieSizes.map { Double($0[index]) / size }
      return 2 * Double(score.contributions[index]) / size
        + difference * (shares[0] / untied[0] + shares[1] / untied[1])
    }
    let center = slopes.reduce(0, +) / size
    let spread = slopes.reduce(0) { $0 + ($1 - center) * ($1 - center) } / size
    return (spread / size / (untied[0] * untied[1])).squareRoot()
  }
}

/// How many pairs of a row of different values stand in the wrong order, when any order is
/// as likely.
struct Inversions {
  private let probabilities: [Double]

  init(count: Int) {
    var probabilities = [1.0]
    for size in stride(from: 2, through: count, by: 1) {
      var next = [Double](repeating: 0, count: probabilities.count + size - 1)
      // The newest value may pass any number of those before it: a moving sum. The upper half
      // is the lower one turned over; summed like it, it would lose digits.
      var sum = 0.0
      for place in 0...((next.count - 1) / 2) {
        if place < probabilities.count { sum += probabilities[place] }
        if place >= size { sum -= probabilities[place - size] }
        next[place] = sum / Double(size)
        next[next.count - 1 - place] = next[place]
      }
      probabilities = next
    }
    self.probabilities = probabilities
  }

  func lowerTail(_ count: Int) -> Double { min(1, probabilities[...count].reduce(0, +)) }

  /// By symmetry.
  func upperTail(atLeast count: Int) -> Double { lowerTail(probabilities.count - 1 - count) }
}
