/// How unequally an amount is spread over people, from 0 to just below 1.
///
/// Half the mean difference between any two people relative to the mean, with the
/// number of people as divisor: 0 when all have the same, 1 - 1/n when one has
/// everything. Throws when there is nobody, when an amount is negative or not
/// finite, or when all amounts are zero.
///
/// - Reference: Gini (1912), as defined in Dorfman (1979), doi:10.2307/1924845.
public struct GiniCoefficient: Sendable, Hashable, Codable {
  public let count: Int
  public let value: Double

  public init(_ values: Span<Double>) throws(SampleError) {
    guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    let sorted = try amounts(values).sorted()
    guard let largest = sorted.last, largest > 0 else { throw .zeroTotal }
    var (sum, weighted) = (CompensatedSum(), CompensatedSum())
    for (place, value) in sorted.enumerated() {
      let relative = value / largest
      sum += relative
      weighted += Double(2 * place + 1 - sorted.count) * relative
    }
    count = sorted.count
    value = max(0, weighted.value / (Double(sorted.count) * sum.value))
  }
}

/// A copy of the values, or the place of the first that is no amount.
func amounts(_ values: Span<Double>) throws(SampleError) -> [Double] {
  let values = try finiteValues(values)
  if let index = values.firstIndex(where: { $0 < 0 }) { throw .negativeValue(index: index) }
  return values
}
