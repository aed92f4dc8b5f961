/// How far the sum of a scale's items reflects the one thing that they share.
///
/// The share of the variance of the sum that a single factor explains, with the factor
/// fitted by maximum likelihood to the covariances and the variance of the sum as
/// observed. Unlike alpha it does not take items to be equally good. Throws when there
/// are fewer than three items, fewer than three people, when an item does not vary, when
/// items are combinations of each other, or when the fit does not converge. An item whose
/// own variance comes out negative makes the fit improper: `improperItems` names it, and
/// the value is to be reported with that. The standard error is by the delta method, for
/// answers that are normal together; the interval is symmetric on the scale of the log odds,
/// and stays between 0 and 1. Both are nil when the fit is improper. Throws also when the level
/// is out of range. Assumes complete answers and one factor.
///
/// - Reference: McDonald (1999), doi:10.4324/9781410601087; Jöreskog (1969),
///   doi:10.1007/BF02289343; standard error by Raykov (2002),
///   doi:10.1207/S15327906MBR3701_04; interval by Kelley & Pornprasertmanit (2016),
///   doi:10.1037/a0040086.
public struct McDonaldsOmega: Sendable, Hashable, Codable {
  public let count: Int
  public let itemCount: Int
  public let omega: Double
  public let standardError: Double?
  public let interval: Interval?
  /// The correlation of each item with the factor.
  public let loadings: [Double]
  /// Items whose variance the factor would have to exceed, counted from zero.
  public let improperItems: [Int]
  /// Omega of the items brought to equal variance; nil when the fit is improper.
  public let standardized: Double?
  /// Standardised omega of a factor fitted by least squares of the correlations, as
  /// the R package psych reports it; nil when it does not converge, and when an item keeps
  /// less than 0.005 of its variance, where psych stops.
  ///
  /// - Reference: Harman & Jones (1966), doi:10.1007/BF02289468.
  public let leastSquares: Double?

  public init(_ scores: ItemScores, level: Double = 0.95) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    guard scores.itemCount >= 3 else {
      throw .tooFewItems(required: 3, found: scores.itemCount)
    }
    guard scores.count >= 3 else {
      throw .tooFewObservations(required: 3, found: scores.count)
    }
    guard let correlations = scores.correlations else { throw .zeroVariance }
    guard CholeskyFactor(correlations) != nil else { throw .singularMatrix }
    let fit = try OneFactor(correlations)
    count = scores.count
    itemCount = scores.itemCount
    let omega = share(of: fit, scores.covariances)
    self.omega = omega
    loadings = fit.loadings
    improperItems = fit.uniquenesses.indices.filter { fit.uniquenesses[$0] < 0 }
    let error =
      improperItems.isEmpty && omega < 1 ? deltaError(scores.covariances, scores.count) : nil
    standardError = error
    interval = error.map { error in
      let (odds, factor) = (omega / (1 - omega), exp(quantile * error / (omega * (1 - omega))))
      return Interval(
        estimate: omega, lower: odds / (odds + factor), upper: odds / (odds + 1 / factor),
        level: level)
    }
    let sum = fit.loadings.reduce(0, +)
    standardized =
      improperItems.isEmpty ? sum * sum / (sum * sum + fit.uniquenesses.reduce(0, +)) : nil
    leastSquares = leastSquaresLoadings(correlations).flatMap { loadings in
      guard loadings.allSatisfy({ $0 * $0 < 0.995 }) else { return nil }
      let unique = loadings.reduce(0) { $0 + 1 - $1 * $1 }
      return 1 - unique / correlations.reduce(0) { $0 + $1.reduce(0, +) }
    }
  }
}

/// The share of the variance of the sum that the factor explains.
private func share(of fit: OneFactor, _ covariances: [[Double]]) -> Double {
  let shared = fit.loadings.indices.reduce(0) {
    $0 + fit.loadings[$1] * covariances[$1][$1].squareRoot()
  }
  return shared * shared / covariances.reduce(0) { $0 + $1.reduce(0, +) }
}

/// The standard error of omega, by the delta method.
///
/// From how fast it changes with each covariance, by small steps, and how far covariances of
/// normal answers vary together. Nil where a step leads out of what can be fitted.
private func deltaError(_ covariances: [[Double]], _ count: Int) -> Double? {
  let indices = covariances.indices
  let step = 1e-4
  var slopes = covariances.map { $0.map { _ in 0.0 } }
  for row in indices {
    for column in row..<indices.endIndex {
      let size = step * (covariances[row][row] * covariances[column][column]).squareRoot()
      func moved(_ change: Double) -> Double? {
        var near = covariances
        near[row][column] += change
        if row != column { near[column][row] += change }
        let correlations = near.indices.map { one in
          near.indices.map { other in
            one == other ? 1 : near[one][other] / (near[one][one] * near[other][other]).squareRoot()
          }
        }
        return (try? OneFactor(correlations)).map { share(of: $0, near) }
      }
      guard let up = moved(size), let down = moved(-size) else { return nil }
      let slope = (up - down) / (2 * size)
      slopes[row][column] = row == column ? slope : slope / 2
      slopes[column][row] = slopes[row][column]
    }
  }
  let turned = product(slopes, covariances)
  let variance = indices.reduce(0) { sum, row in
    sum + indices.reduce(0) { $0 + turned[row][$1] * turned[$1][row] }
  }
  return (2 * variance / Double(count - 1)).squareRoot()
}

/// One factor fitted to correlations by maximum likelihood.
///
/// By Fisher scoring with halved steps. Uniquenesses may become negative as long as the
/// fitted matrix stays positive definite.
private struct OneFactor {
  private(set) var loadings: [Double]
  private(set) var uniquenesses: [Double]

  init(_ correlations: [[Double]]) throws(SampleError) {
    let size = correlations.count
    loadings = startingLoadings(correlations)
    uniquenesses = loadings.map { 1 - $0 * $0 }
    guard var misfit = Self.misfit(loadings, uniquenesses, correlations) else {
      throw .didNotConverge
    }
    for _ in 0..<500 {
      guard let step = step(correlations) else { throw .didNotConverge }
      guard step.contains(where: { abs($0) > 1e-11 }) else {
        if loadings.reduce(0, +) < 0 { loadings = loadings.map(-) }
        return
      }
      var length = 1.0
      while true {
        let next = zip(loadings, step[..<size]).map { $0 + length * $1 }
        let unique = zip(uniquenesses, step[size...]).map { $0 + length * $1 }
        if let found = Self.misfit(next, unique, correlations), found <= misfit + 1e-13 {
          (loadings, uniquenesses, misfit) = (next, unique, found)
          break
        }
        length /= 2
        guard length > 1e-12 else { throw .didNotConverge }
      }
    }
    throw .didNotConverge
  }

  private static func fitted(_ loadings: [Double], _ uniquenesses: [Double]) -> [[Double]] {
    loadings.indices.map { row in
      loadings.indices.map {
        loadings[row] * loadings[$0] + (row == $0 ? uniquenesses[row] : 0)
      }
    }
  }

  /// The discrepancy that maximum likelihood minimises; nil outside its domain.
  private static func misfit(
    _ loadings: [Double], _ uniquenesses: [Double], _ correlations: [[Double]]
  ) -> Double? {
    guard let factor = CholeskyFactor(fitted(loadings, uniquenesses)) else { return nil }
    return correlations.indices.reduce(factor.logDeterminant) {
      $0 + factor.solve(correlations[$1])[$1]
    }
  }

  private func step(_ correlations: [[Double]]) -> [Double]? {
    let fitted = Self.fitted(loadings, uniquenesses)
    guard let inverse = CholeskyFactor(fitted)?.inverse else { return nil }
    let indices = Array(loadings.indices)
    let gap = indices.map { row in indices.map { fitted[row][$0] - correlations[row][$0] } }
    let pulled = product(product(inverse, gap), inverse)
    let weighted = inverse.map { zip($0, loadings).reduce(0) { $0 + $1.0 * $1.1 } }
    let strength = zip(weighted, loadings).reduce(0) { $0 + $1.0 * $1.1 }
    let slope =
      pulled.map { -2 * zip($0, loadings).reduce(0) { $0 + $1.0 * $1.1 } }
      + indices.map { -pulled[$0][$0] }
    let ofLoadings = indices.map { row in
      indices.map { 2 * (inverse[row][$0] * strength + weighted[row] * weighted[$0]) }
        + indices.map { 2 * inverse[row][$0] * weighted[$0] }
    }
    let ofUniquenesses = indices.map { row in
      indices.map { 2 * inverse[row][$0] * weighted[row] }
        + indices.map { inverse[row][$0] * inverse[row][$0] }
    }
    return CholeskyFactor(ofLoadings + ofUniquenesses)?.solve(slope)
  }
}

private func product(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
  first.map { row in
    second[0].indices.map { column in
      row.indices.reduce(0) { $0 + row[$1] * second[$1][column] }
    }
  }
}

/// Signs by the first principal component, sizes by mean correlation.
private func startingLoadings(_ correlations: [[Double]]) -> [Double] {
  var vector = correlations.map { _ in 1.0 }
  for (index, row) in correlations.enumerated() where row.reduce(0, +) < 0 { vector[index] = -1 }
  for _ in 0..<50 {
    let next = correlations.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    let size = next.reduce(0) { max($0, abs($1)) }
    vector = next.map { $0 / size }
  }
  return vector.map { 0.7 * $0 }
}

/// Loadings that reproduce the correlations between different items best.
private func leastSquaresLoadings(_ correlations: [[Double]]) -> [Double]? {
  var loadings = startingLoadings(correlations)
  for _ in 0..<10_000 {
    var change = 0.0
    for row in loadings.indices {
      var (shared, squares) = (0.0, 0.0)
      for column in loadings.indices where column != row {
        shared += correlations[row][column] * loadings[column]
        squares += loadings[column] * loadings[column]
      }
      guard squares > 0 else { return nil }
      change = max(change, abs(shared / squares - loadings[row]))
      loadings[row] = shared / squares
    }
    if change < 1e-12 { return loadings }
  }
  return nil
}
