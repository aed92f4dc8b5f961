/// Counts of people by two classifications.
///
/// Rows and columns in which nobody is are left out: nothing is expected there. Throws when
/// the rows differ in length, when a count is negative, or when fewer than two rows or two
/// columns are left.
public struct ContingencyTable: Sendable, Hashable, Codable {
  public let counts: [[Int]]
  public let rowTotals: [Int]
  public let columnTotals: [Int]
  public let count: Int

  public init(_ rows: [[Int]]) throws(SampleError) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      throw .tableNotRectangular(row: index, expected: width, found: row.count)
    }
    count = try total(of: rows.flatMap(\.self))
    let columns = (0..<width).filter { column in rows.contains { $0[column] > 0 } }
    let kept = rows.filter { $0.contains { $0 > 0 } }.map { row in columns.map { row[$0] } }
    let smaller = min(kept.count, columns.count)
    guard smaller >= 2 else { throw .tooFewCategories(required: 2, found: smaller) }
    counts = kept
    rowTotals = kept.map { $0.reduce(0, +) }
    columnTotals = columns.indices.map { column in kept.reduce(0) { $0 + $1[column] } }
  }

  public var rowCount: Int { rowTotals.count }
  public var columnCount: Int { columnTotals.count }
  public var isTwoByTwo: Bool { rowCount == 2 && columnCount == 2 }

  public var degreesOfFreedom: Double { Double((rowCount - 1) * (columnCount - 1)) }

  /// The counts that are expected when the classifications are independent.
  public var expectedCounts: [[Double]] {
    rowTotals.map { row in columnTotals.map { Double(row) * Double($0) / Double(count) } }
  }

  /// Observed less expected, in roots of the expected: whose squares add up to chi-squared.
  public var pearsonResiduals: [[Double]] {
    zip(counts, expectedCounts).map { row, expected in
      zip(row, expected).map { (Double($0) - $1) / $1.squareRoot() }
    }
  }

  /// Observed less expected, in standard errors: beyond 2 or 3 in size is where the table
  /// departs from independence.
  ///
  /// - Reference: Haberman (1973), doi:10.2307/2529686.
  public var adjustedResiduals: [[Double]] {
    let size = Double(count)
    return zip(pearsonResiduals, rowTotals).map { residuals, row in
      zip(residuals, columnTotals).map { residual, column in
        residual / ((1 - Double(row) / size) * (1 - Double(column) / size)).squareRoot()
      }
    }
  }

  /// Pearson's statistic, with up to a half taken off each distance in a 2×2 table if asked.
  func chiSquared(isCorrected: Bool = false) -> Double {
    var sum = CompensatedSum()
    for (row, expected) in zip(counts, expectedCounts) {
      for (count, expected) in zip(row, expected) {
        let distance = abs(Double(count) - expected)
        let left = isCorrected ? max(0, distance - 0.5) : distance
        sum += left * left / expected
      }
    }
    return sum.value
  }
}
