/// What share of a group would have to change category for it to be made up like
/// the reference.
///
/// Half the sum of the absolute differences between the two sets of shares: 0
/// when they are made up alike, 1 when they have no category in common. Throws
/// when the two differ in length, when an entry is negative or not finite, or
/// when either adds up to zero.
///
/// - Reference: Duncan & Duncan (1955), doi:10.2307/2088328.
public struct DissimilarityIndex: Sendable, Hashable, Codable {
  public let value: Double

  public init(counts: [Double], reference: [Double]) throws(SampleError) {
    guard counts.count == reference.count else {
      throw .unequalLengths(first: counts.count, second: reference.count)
    }
    let (group, target) = (try shares(counts), try shares(reference))
    var sum = CompensatedSum()
    for (share, expected) in zip(group, target) {
      sum += abs(share - expected)
    }
    value = min(1, sum.value / 2)
  }
}

/// The values relative to their sum.
func shares(_ values: [Double]) throws(SampleError) -> [Double] {
  let values = try amounts(values.span)
  guard let largest = values.max(), largest > 0 else { throw .zeroTotal }
  var sum = CompensatedSum()
  for value in values { sum += value / largest }
  return values.map { $0 / largest / sum.value }
}
