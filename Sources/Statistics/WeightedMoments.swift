/// Where weighted values lie and how much they spread.
///
/// For survey weights take the reliability or the rescaled variance: the frequency form
/// takes a weight of 3 for three people. A value with weight zero does not count. Throws
/// when the two lists differ in length, when a value or weight is not finite, when a weight
/// is negative, or when the weights add up to zero.
///
/// - Reference: Gatz & Smith (1995), doi:10.1016/1352-2310(94)00210-C.
public struct WeightedMoments: Sendable, Hashable, Codable {
  /// What the squared deviations are divided by.
  public enum VarianceConvention: Sendable, Hashable, Codable, CaseIterable {
    /// The sum of the weights: the spread of just these values.
    case population
    /// The sum of the weights less one: the weights are counts.
    case frequency
    /// The sum of the weights less their mean, each weighted by itself: unbiased whatever
    /// the scale of the weights.
    case reliability
    /// As `frequency` once the weights are rescaled to add up to the number of values.
    case rescaled
  }

  /// How many values have a weight above zero.
  public let count: Int
  public let sumOfWeights: Double
  public let mean: Double
  private let squaredDeviations: Double
  private let squaredWeights: Double

  public init(_ values: Span<Double>, weights: Span<Double>) throws(SampleError) {
    sumOfWeights = try checkedSum(of: weights, beside: values)
    var (products, squares) = (CompensatedSum(), CompensatedSum())
    var count = 0
    // Counted from a value, so that a large offset costs no digits.
    let origin = values[weights.firstPositive]
    for index in values.indices where weights[index] > 0 {
      count += 1
      products += weights[index] * (values[index] - origin)
      squares += weights[index] * weights[index]
    }
    let mean = origin + products.value / sumOfWeights
    var (rest, deviations) = (CompensatedSum(), CompensatedSum())
    for index in values.indices where weights[index] > 0 {
      let deviation = values[index] - mean
      rest += weights[index] * deviation
      deviations += weights[index] * deviation * deviation
    }
    self.count = count
    self.mean = mean + rest.value / sumOfWeights
    squaredWeights = squares.value
    squaredDeviations = max(0, deviations.value - rest.value * rest.value / sumOfWeights)
    guard self.mean.isFinite, squaredDeviations.isFinite, squaredWeights.isFinite else {
      throw .overflow
    }
  }

  /// The variance by the convention asked for.
  ///
  /// Throws when its divisor would not be above zero, as with a single value.
  public func variance(_ convention: VarianceConvention) throws(SampleError) -> Double {
    let size = Double(count)
    guard [.population, .frequency].contains(convention) || count >= 2 else {
      throw .tooFewObservations(required: 2, found: count)
    }
    let divisor =
      switch convention {
      case .population: sumOfWeights
      case .frequency: sumOfWeights - 1
      case .reliability: sumOfWeights - squaredWeights / sumOfWeights
      case .rescaled: sumOfWeights * (size - 1) / size
      }
    guard divisor > 0 else { throw .tooFewObservations(required: 2, found: count) }
    return squaredDeviations / divisor
  }
}

/// The smallest value whose cumulative share of the weights reaches each probability.
///
/// The inverse of the weighted distribution function. With equal weights it is the quantile
/// of type 1. A value with weight zero does not count. Throws as `WeightedMoments` does, and
/// when a probability lies outside 0...1.
///
/// - Reference: Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
public func weightedQuantiles(
  _ values: Span<Double>, weights: Span<Double>, _ probabilities: [Double]
) throws(SampleError) -> [Double] {
  let sum = try checkedSum(of: weights, beside: values)
  var order: [Int] = []
  for index in values.indices where weights[index] > 0 { order.append(index) }
  let sorted = order.map { (value: values[$0], weight: weights[$0]) }
    .sorted { $0.value < $1.value }
  var (running, cumulative) = (CompensatedSum(), [Double]())
  for entry in sorted {
    running += entry.weight
    cumulative.append(running.value)
  }
  var quantiles: [Double] = []
  for probability in probabilities {
    guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
    // A share that falls short by rounding alone is reached.
    let target = probability * sum * (1 - 4 * Double.ulpOfOne)
    let place = cumulative.firstIndex { $0 >= target } ?? sorted.count - 1
    quantiles.append(sorted[place].value)
  }
  return quantiles
}

/// The sum of weights that belong to values, both checked.
private func checkedSum(
  of weights: Span<Double>, beside values: Span<Double>
) throws(SampleError) -> Double {
  guard values.count == weights.count else {
    throw .unequalLengths(first: values.count, second: weights.count)
  }
  guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  var sum = CompensatedSum()
  for index in weights.indices {
    guard values[index].isFinite, weights[index].isFinite else {
      throw .nonFiniteValue(index: index)
    }
    guard weights[index] >= 0 else { throw .negativeWeight(index: index) }
    sum += weights[index]
  }
  guard sum.value > 0 else { throw .zeroTotal }
  return sum.value
}

extension Span<Double> {
  fileprivate var firstPositive: Int {
    for index in indices where self[index] > 0 { return index }
    return 0
  }
}
