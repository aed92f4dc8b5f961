/// A sample sorted once, to be asked for several quantiles.
///
/// Throws when there is no value, or when one is not finite.
public struct SortedSample: Sendable, Hashable {
  private let values: [Double]

  public init(_ values: Span<Double>) throws(SampleError) {
    guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    self.values = try finiteValues(values).sorted()
  }

  public var count: Int { values.count }
  public var minimum: Double { values[0] }
  public var maximum: Double { values[values.count - 1] }

  /// The value with as many values below it as above it.
  public var median: Double { interpolated(at: 0.5) }

  /// The value below which a share of the sample lies, by type 7.
  ///
  /// Throws when the probability lies outside 0...1.
  public func quantile(_ probability: Double) throws(SampleError) -> Double {
    guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
    return interpolated(at: probability)
  }

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
