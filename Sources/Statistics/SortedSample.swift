/// A sample sorted once, to be asked for several quantiles.
///
/// Throws when there is no value, or when one is not finite.
///
/// - Reference: Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566.
public struct SortedSample: Sendable, Hashable {
  private let values: [Double]

  public init(_ values: Span<Double>) throws(SampleError) {
    guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    self.values = try finiteValues(values).sorted()
  }

  public var count: Int { values.count }
  public var minimum: Double { values[0] }
  public var maximum: Double { values[values.count - 1] }

  /// The value at a place of the ascending order, counted from one.
  subscript(place: Int) -> Double { values[place - 1] }

  /// The value with as many values below it as above it.
  public var median: Double { interpolated(at: 0.5) }

  /// The value below which a share of the sample lies, by type 7.
  ///
  /// Throws when the probability lies outside 0...1.
  public func quantile(_ probability: Double) throws(SampleError) -> Double {
    guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
    return interpolated(at: probability)
  }

  /// The value below which a share of the sample lies, by a type of Hyndman and Fan.
  ///
  /// Throws when the probability lies outside 0...1.
  public func quantile(
    _ probability: Double, type: QuantileType
  ) throws(SampleError) -> Double {
    guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
    guard type != .type7 else { return interpolated(at: probability) }
    // What a place falls short of a whole number by rounding alone does not count.
    let (place, rounding) = (type.place(probability, of: count), 4 * Double.ulpOfOne)
    let below = (place + rounding).rounded(.down)
    let fraction = place - below
    let weight = abs(fraction) < rounding * max(1, place) ? 0 : fraction
    let (low, high) = (value(at: Int(below)), value(at: Int(below) + 1))
    let share = type.weight(of: weight, isEven: Int(below).isMultiple(of: 2))
    guard share > 0, low < high else { return low }
    return share == 1 ? high : (1 - share) * low + share * high
  }

  /// Half of the sample lies between the quartiles; this is how far they are apart.
  public var interquartileRange: Double { interpolated(at: 0.75) - interpolated(at: 0.25) }

  /// The median distance from the median.
  ///
  /// Times `normalConsistency` it estimates the standard deviation of normal values.
  ///
  /// - Reference: Hampel (1974), doi:10.1080/01621459.1974.10482962.
  public var medianAbsoluteDeviation: Double {
    let center = median
    let distances = values.map { abs($0 - center) }.sorted()
    let middle = distances.count / 2
    return distances.count.isMultiple(of: 2)
      ? distances[middle - 1] / 2 + distances[middle] / 2 : distances[middle]
  }

  /// One divided by the upper quartile of the standard normal distribution, as R rounds it.
  public static let normalConsistency = 1.4826

  /// The mean of what is left after a share of the values was cut off at either end.
  ///
  /// The number cut at either end is rounded down, as R does. Throws when the share does
  /// not lie in 0..<0.5.
  ///
  /// - Reference: Tukey & McLaughlin (1963), https://www.jstor.org/stable/25049278.
  public func trimmedMean(_ share: Double) throws(SampleError) -> Double {
    guard share >= 0, share < 0.5 else { throw .probabilityOutOfRange(share) }
    let cut = Int(Double(count) * share)
    return try mean(Array(values[cut..<(count - cut)]).span)
  }

  /// The value at a place counted from one; beyond the ends, the end.
  private func value(at place: Int) -> Double { values[min(max(place, 1), count) - 1] }

  private func interpolated(at probability: Double) -> Double {
    let position = Double(values.count - 1) * probability
    let below = Int(position)
    let fraction = position - Double(below)
    guard fraction > 0, values[below] < values[below + 1] else { return values[below] }
    return (1 - fraction) * values[below] + fraction * values[below + 1]
  }
}

/// A copy of the values, or the place of the first that is not finite.
func finiteValues(_ values: Span<Double>) throws(SampleError) -> [Double] {
  var copy: [Double] = []
  copy.reserveCapacity(values.count)
  for index in values.indices {
    guard values[index].isFinite else { throw .nonFiniteValue(index: index) }
    copy.append(values[index])
  }
  return copy
}
