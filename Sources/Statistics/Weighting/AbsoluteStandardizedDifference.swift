/// How far a sample lies from its target on one variable, in standard deviations.
///
/// Below 0.1 is commonly taken as balanced. Throws when either side has fewer than two
/// people, when a value is not finite, when a weight is negative or not finite, when values
/// and weights differ in number, or when the divisor is zero.
///
/// - Reference: Austin (2009), doi:10.1002/sim.3697.
public struct AbsoluteStandardizedDifference: Sendable, Hashable, Codable {
  /// Whose standard deviation is the unit.
  public enum Divisor: String, Sendable, Hashable, Codable, CaseIterable {
    /// The target's: for a sample weighted to a population.
    case target
    case sample
    /// The root of the mean of both variances: for two groups that are compared.
    case pooled
  }

  /// How that standard deviation is taken.
  public enum Spread: String, Sendable, Hashable, Codable, CaseIterable {
    /// With the weights, without bias for weights that tell reliability.
    case weighted
    /// Without the weights, so that weighting does not change the unit.
    case unweighted
    /// Without the weights, as the root of p(1 - p): for variables of zeros and ones.
    case ofShares
  }

  public let value: Double
  public let divisor: Divisor
  public let spread: Spread

  public init(
    sample: WeightedSample, target: WeightedSample, divisor: Divisor = .target,
    spread: Spread = .weighted
  ) throws(SampleError) {
    let variances = (sample.variance(spread), target.variance(spread))
    let variance =
      switch divisor {
      case .sample: variances.0
      case .target: variances.1
      case .pooled: (variances.0 + variances.1) / 2
      }
    let noise = 1e-28 * max(sample.largestSquare, target.largestSquare)
    guard variance > noise else { throw .zeroVariance }
    value = abs(sample.mean - target.mean) / variance.squareRoot()
    self.divisor = divisor
    self.spread = spread
  }
}

/// The values of a variable, and how many people each stands for.
///
/// Throws when there are fewer than two values, when a value is not finite, when a weight
/// is negative or not finite, when all weights are zero or only one is not, or when the
/// two differ in number.
public struct WeightedSample: Sendable, Hashable {
  public let count: Int
  public let mean: Double
  /// The weighted variance, without bias for weights that tell reliability.
  public let variance: Double
  private let unweighted: Double
  private let share: Double
  let largestSquare: Double

  public init(_ values: [Double], weights: [Double]? = nil) throws(SampleError) {
    let values = try finiteValues(values.span)
    guard values.count >= 2 else {
      throw .tooFewObservations(required: 2, found: values.count)
    }
    let given = weights ?? values.map { _ in 1 }
    guard given.count == values.count else {
      throw .unequalLengths(first: values.count, second: given.count)
    }
    let weights = try relativeToMean(given.span)
    let size = Double(values.count)
    let first = values[0]
    var (sum, squaredWeights) = (CompensatedSum(), CompensatedSum())
    for (value, weight) in zip(values, weights) {
      sum += weight * (value - first)
      squaredWeights += weight * weight
    }
    let distance = sum.value / size
    var squares = CompensatedSum()
    for (value, weight) in zip(values, weights) {
      let own = value - first - distance
      squares += weight * own * own
    }
    let reliable = size - squaredWeights.value / size
    guard reliable > 0 else { throw .zeroVariance }
    let plain = try Moments(values.span)
    count = values.count
    mean = first + distance
    variance = squares.value / reliable
    unweighted = plain.variance
    share = plain.mean
    largestSquare = values.reduce(0) { max($0, $1 * $1) }
  }

  func variance(_ spread: AbsoluteStandardizedDifference.Spread) -> Double {
    switch spread {
    case .weighted: variance
    case .unweighted: unweighted
    case .ofShares: share * (1 - share)
    }
  }
}
