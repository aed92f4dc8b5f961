/// A way of adjusting the p-values of a family of tests, for the more there are the likelier
/// one of them is small by chance.
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
  /// As Holm's, but from the largest p-value down: more powerful, for tests that are
  /// independent or go up and down together.
  ///
  /// - Reference: Hochberg (1988), doi:10.1093/biomet/75.4.800.
  case hochberg
  /// As Hochberg's, a little more powerful still, under the same conditions.
  ///
  /// - Reference: Hommel (1988), doi:10.1093/biomet/75.2.383.
  case hommel
  /// As Benjamini and Hochberg's, whatever the dependence.
  ///
  /// - Reference: Benjamini & Yekutieli (2001), doi:10.1214/aos/1013699998.
  case benjaminiYekutieli
  /// Keeps the chance of any false alarm at exactly the level, for independent tests.
  ///
  /// - Reference: Šidák (1967), doi:10.1080/01621459.1967.10482935.
  case sidak
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
  func descending(_ multiplier: (Double) -> Double) -> [Double] {
    let order = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    return stepwise(
      pValues, in: order, multiplier: { multiplier(size - Double($0)) }, keeping: min)
  }
  switch method {
  case .bonferroni:
    return pValues.map { min(1, size * $0) }
  case .holm:
    let ascending = pValues.indices.sorted { pValues[$0] < pValues[$1] }
    return stepwise(pValues, in: ascending, multiplier: { size - Double($0) }, keeping: max)
  case .benjaminiHochberg:
    return descending { size / $0 }
  case .benjaminiYekutieli:
    let harmonic = (0..<pValues.count).reduce(0) { $0 + 1 / Double($1 + 1) }
    return descending { harmonic * size / $0 }
  case .hochberg:
    return descending { size - $0 + 1 }
  case .hommel:
    return hommel(pValues)
  case .sidak:
    return pValues.map { -expm1(size * log1p(-$0)) }
  }
}

/// The smallest level at which the closed test of Simes rejects each hypothesis.
private func hommel(_ pValues: [Double]) -> [Double] {
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  let sorted = order.map { pValues[$0] }
  let size = sorted.count
  guard size > 1 else { return pValues }
  let simes = (0..<size).map { Double(size) * sorted[$0] / Double($0 + 1) }.min() ?? 1
  var adjusted = [Double](repeating: simes, count: size)
  for family in (2..<size).reversed() {
    let split = size - family + 1
    let scale = Double(family)
    let largest =
      (split..<size).map { place in scale * sorted[place] / Double(place - split + 2) }.min() ?? 1
    for place in 0..<split {
      adjusted[place] = max(adjusted[place], min(scale * sorted[place], largest))
    }
    let shared = min(scale * sorted[split - 1], largest)
    for place in split..<size { adjusted[place] = max(adjusted[place], shared) }
  }
  var result = pValues
  for (place, index) in order.enumerated() {
    result[index] = min(1, max(adjusted[place], sorted[place]))
  }
  return result
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
