/// How far two raters agree beyond what chance would give.
///
/// Rows are the first rater's categories, columns the second's, in the same
/// order. Throws when the table is not square, when a count is negative, when
/// nothing was rated, or when both raters used one and the same category
/// throughout: kappa is then 0/0, however perfect the agreement. The limits of
/// small samples may lie outside -1...1. Assumes that units were rated
/// independently.
///
/// - Reference: Cohen (1960), doi:10.1177/001316446002000104; standard error by
///   Fleiss, Cohen & Everitt (1969), doi:10.1037/h0028106.
public struct CohensKappa: Sendable, Hashable, Codable {
  public let count: Int
  /// The share of units on which the raters agree, on 0...1, with its Wilson interval.
  public let percentAgreement: Interval
  public let kappa: Interval
  public let standardError: Double

  public init(table: [[Int]], level: Double = 0.95) throws(SampleError) {
    for (index, row) in table.enumerated() {
      guard row.count == table.count else {
        throw .tableNotSquare(row: index, expected: table.count, found: row.count)
      }
    }
    let count = try total(of: table.flatMap { $0 })
    let quantile = try ConfidenceLevel(level).normalQuantile
    let categories = table.indices
    let agreed = categories.reduce(0) { $0 + table[$1][$1] }
    let size = Double(count)
    let rows = table.map { Double($0.reduce(0, +)) / size }
    let columns = categories.map { column in
      Double(table.reduce(0) { $0 + $1[column] }) / size
    }
    guard !categories.contains(where: { table[$0][$0] == count }) else { throw .oneCategory }

    let expected = categories.reduce(0) { $0 + rows[$1] * columns[$1] }
    // Disagreement is counted rather than taken as 1 - agreement, which would
    // cost digits when the raters hardly ever differ.
    let kappa = 1 - (Double(count - agreed) / size) / (1 - expected)
    let rest = 1 - kappa
    var spread = 0.0
    for row in categories {
      for column in categories where table[row][column] > 0 {
        let share = Double(table[row][column]) / size
        let weight =
          row == column
          ? 1 - (rows[row] + columns[row]) * rest
          : (columns[row] + rows[column]) * rest
        spread += share * weight * weight
      }
    }
    let bias = kappa - expected * rest
    self.count = count
    percentAgreement = try WilsonInterval(
      successes: agreed, trials: count, level: level
    ).interval
    standardError = (max(0, spread - bias * bias) / size).squareRoot() / (1 - expected)
    self.kappa = Interval(estimate: kappa, margin: quantile * standardError, level: level)
  }
}
