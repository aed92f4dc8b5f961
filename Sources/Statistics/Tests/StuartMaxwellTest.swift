/// Tests whether paired answers shift between categories from the first time to the second.
///
/// Rows are the answers of the first time, columns those of the second, in the same order;
/// with two categories this is McNemar's test without correction. Categories that nobody used
/// are left out. The chi-squared distribution is rough when few answers change. Throws when
/// the table is not square, when a count is negative, when fewer than two categories are in
/// use, when nobody changed, or when the changes do not connect the categories. Assumes
/// independent pairs.
///
/// - Reference: Stuart (1955), doi:10.1093/biomet/42.3-4.412; Maxwell (1970),
///   doi:10.1192/S0007125000023102.
public struct StuartMaxwellTest: Sendable, Hashable, Codable {
  public let count: Int
  /// How many answers changed.
  public let changedCount: Int
  /// By category, the share of the second time less that of the first.
  public let shifts: [Double]
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double

  public init(table: [[Int]]) throws(SampleError) {
    for (index, row) in table.enumerated() {
      guard row.count == table.count else {
        throw .tableNotSquare(row: index, expected: table.count, found: row.count)
      }
    }
    let size = try total(of: table.flatMap { $0 })
    let categories = table.indices
    let rows = categories.map { table[$0].reduce(0, +) }
    let columns = categories.map { column in table.reduce(0) { $0 + $1[column] } }
    let used = categories.filter { rows[$0] + columns[$0] > 0 }
    guard used.count >= 2 else { throw .tooFewCategories(required: 2, found: used.count) }
    let stayed = categories.reduce(0) { $0 + table[$1][$1] }
    guard stayed < size else { throw .noDifferences }
    // The differences add up to zero, so one of them says nothing new.
    let kept = used.dropLast()
    let differences = kept.map { Double(columns[$0] - rows[$0]) }
    var covariance = Matrix(rows: kept.count, columns: kept.count)
    for (place, one) in kept.enumerated() {
      for (otherPlace, other) in kept.enumerated() {
        covariance[place, otherPlace] =
          one == other
          ? Double(rows[one] + columns[one] - 2 * table[one][one])
          : -Double(table[one][other] + table[other][one])
      }
    }
    guard let inverse = covariance.positiveDefiniteInverse()?.inverse else {
      throw .noDifferences
    }
    count = size
    changedCount = size - stayed
    shifts = categories.map { Double(columns[$0] - rows[$0]) / Double(size) }
    statistic = inverse.form(differences)
    degreesOfFreedom = Double(kept.count)
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
  }
}
