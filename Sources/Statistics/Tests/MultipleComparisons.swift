/// A way of adjusting the p-values of a family of tests.
public enum MultipleComparisons: String, Sendable, Hashable, Codable, CaseIterable {
  /// Keeps the chance of any false alarm at the level, whatever the dependence.
  ///
  /// - Reference: Holm (1979), https://www.jstor.org/stable/4615733.
  case holm
  /// As Holm's, but never more powerful: simple to explain.
  ///
  /// - Reference: Dunn (1961), doi:10.1080/01621459.1961.10482090.
  case bonferroni
  /// Keeps the share of false alarms among the findings at the level.
  ///
  /// - Reference: Benjamini & Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
  case benjaminiHochberg
}

/// The p-values of a family of tests, adjusted for their number, in the same order.
///
/// Throws when a p-value lies outside 0...1. A test without a p-value is not part
/// of the family: leave it out.
public func adjustedPValues(
  _ pValues: [Double], by method: MultipleComparisons
) throws(SampleError) -> [Double] {
  for pValue in pValues {
    guard (0...1).contains(pValue) else { throw .probabilityOutOfRange(pValue) }
  }
  let size = Double(pValues.count)
  switch method {
  case .bonferroni:
    return pValues.map { min(1, size * $0) }
  case .holm:
    let ascending = pValues.indices.sorted { pValues[$0] < pValues[$1] }
    return stepwise(pValues, in: ascending, multiplier: { size - Double($0) }, keeping: max)
  case .benjaminiHochberg:
    let descending = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    return stepwise(
      pValues, in: descending, multiplier: { size / (size - Double($0)) }, keeping: min)
  }
}

/// Multiplies each p-value by what its place asks for, never stepping back.
private func stepwise(
  _ pValues: [Double], in order: [Int], multiplier: (Int) -> Double,
  keeping extreme: (Double, Double) -> Double
) -> [Double] {
  var adjusted = pValues
  var previous: Double?
  for (place, index) in order.enumerated() {
    let multiplied = min(1, multiplier(place) * pValues[index])
    adjusted[index] = previous.map { extreme($0, multiplied) } ?? multiplied
    previous = adjusted[index]
  }
  return adjusted
}
