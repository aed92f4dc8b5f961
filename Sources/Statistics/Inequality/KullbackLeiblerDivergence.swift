/// How much a set of shares differs from a reference, as information.
///
/// Zero when the two are alike. Counts or shares may be given: both are brought to a sum
/// of one. Throws when the two differ in length, when an entry is negative or not finite,
/// when either adds up to zero, or when something is there that the reference has none of:
/// no amount of information then makes up for it.
///
/// - Reference: Kullback & Leibler (1951), doi:10.1214/aoms/1177729694.
public struct KullbackLeiblerDivergence: Sendable, Hashable, Codable {
  /// In natural logarithms.
  public let value: Double

  public var bits: Double { value / log(2) }

  public init(_ group: [Double], reference: [Double]) throws(SampleError) {
    let (group, reference) = try comparableShares(group, reference)
    if let index = group.indices.first(where: { group[$0] > 0 && reference[$0] == 0 }) {
      throw .impossibleCategory(index: index)
    }
    value = max(0, divergence(group, reference))
  }
}

/// How much two sets of shares differ, as information, from 0 to one bit.
///
/// Neither is the reference of the other, and either may have what the other has none of.
/// Throws when the two differ in length, when an entry is negative or not finite, or when
/// either adds up to zero.
///
/// - Reference: Lin (1991), doi:10.1109/18.61115.
public struct JensenShannonDivergence: Sendable, Hashable, Codable {
  public let bits: Double

  public init(_ first: [Double], _ second: [Double]) throws(SampleError) {
    let (first, second) = try comparableShares(first, second)
    let middle = zip(first, second).map { ($0 + $1) / 2 }
    let value = (divergence(first, middle) + divergence(second, middle)) / 2
    bits = max(0, min(1, value / log(2)))
  }
}

private func comparableShares(
  _ first: [Double], _ second: [Double]
) throws(SampleError) -> ([Double], [Double]) {
  guard first.count == second.count else {
    throw .unequalLengths(first: first.count, second: second.count)
  }
  return (try shares(first), try shares(second))
}

private func divergence(_ group: [Double], _ reference: [Double]) -> Double {
  var sum = CompensatedSum()
  for (share, expected) in zip(group, reference) where share > 0 {
    sum += share * log(share / expected)
  }
  return sum.value
}
