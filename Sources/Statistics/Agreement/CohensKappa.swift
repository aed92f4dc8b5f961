/// How far two raters agree beyond what chance would give.
///
/// Rows are the first rater's categories, columns the second's, in the same
/// order, which matters with weights. Throws when the table is not square, when a
/// count is negative, when nothing was rated, or when both raters used one and the
/// same category throughout: kappa is then 0/0, however perfect the agreement. The
/// limits of small samples may lie outside -1...1. Assumes that units were rated
/// independently.
///
/// - Reference: Cohen (1960), doi:10.1177/001316446002000104; weights by Cohen (1968),
///   doi:10.1037/h0026256; standard error by Fleiss, Cohen & Everitt (1969),
///   doi:10.1037/h0028106.
public struct CohensKappa: Sendable, Hashable, Codable {
  public let count: Int
  public let weights: AgreementWeights
  /// The share of units on which the raters agree, on 0...1, with its Wilson interval.
  public let percentAgreement: Interval
  public let kappa: Interval
  public let standardError: Double

  public init(
    table: [[Int]], weights: AgreementWeights = .unweighted, level: Double = 0.95
  ) throws(SampleError) {
    try checkSquare(table)
    let count = try total(of: table.flatMap { $0 })
    let quantile = try ConfidenceLevel(level).normalQuantile
    let categories = table.indices
    let size = Double(count)
    let rows = table.map { Double($0.reduce(0, +)) / size }
    let columns = categories.map { column in
      Double(table.reduce(0) { $0 + $1[column] }) / size
    }
    guard !categories.contains(where: { table[$0][$0] == count }) else { throw .oneCategory }

    // Disagreement is counted rather than taken as 1 - agreement, which would
    // cost digits when the raters hardly ever differ.
    let distances = categories.map { row in
      categories.map { weights.disagreement(row, $0, of: table.count) }
    }
    var (observed, byChance) = (CompensatedSum(), CompensatedSum())
    for row in categories {
      for column in categories where row != column {
        observed += distances[row][column] * Double(table[row][column]) / size
        byChance += distances[row][column] * rows[row] * columns[column]
      }
    }
    let rest = observed.value / byChance.value
    let kappa = 1 - rest
    let toColumns = distances.map { weightedMean($0, columns) }
    let toRows = categories.map { column in weightedMean(distances.map { $0[column] }, rows) }
    var spread = 0.0
    for row in categories {
      for column in categories where table[row][column] > 0 {
        let chance = 2 - toColumns[row] - toRows[column]
        let influence = 1 - distances[row][column] - chance * rest
        spread += Double(table[row][column]) / size * influence * influence
      }
    }
    let bias = kappa - (1 - byChance.value) * rest
    self.count = count
    self.weights = weights
    percentAgreement = try WilsonInterval(
      successes: categories.reduce(0) { $0 + table[$1][$1] }, trials: count, level: level
    ).interval
    standardError = (max(0, spread - bias * bias) / size).squareRoot() / byChance.value
    self.kappa = Interval(estimate: kappa, margin: quantile * standardError, level: level)
  }
}

private func weightedMean(_ values: [Double], _ shares: [Double]) -> Double {
  zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }
}
