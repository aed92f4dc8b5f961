/// Tests whether proportions are the same on several occasions or questions that the same
/// people answered with yes or no.
///
/// Approximate. People who always gave the same answer say nothing and add nothing. Not a
/// `HypothesisTest`: several proportions have no single effect. Throws when there are fewer
/// than two people or two columns, when the rows differ in length, or when everybody always
/// gave the same answer. Assumes independent people.
///
/// - Reference: Cochran (1950), doi:10.1093/biomet/37.3-4.256.
public struct CochranQTest: Sendable, Hashable, Codable {
  public static let name = "Cochran's Q test"

  public let count: Int
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The share of yes in each column.
  public let shares: [Double]

  /// Takes a row a person, true for yes.
  public init(_ answers: [[Bool]]) throws(SampleError) {
    let width = answers.first?.count ?? 0
    guard width >= 2 else { throw .tooFewCategories(required: 2, found: width) }
    guard answers.count >= 2 else {
      throw .tooFewObservations(required: 2, found: answers.count)
    }
    for (index, row) in answers.enumerated() where row.count != width {
      throw .tableNotRectangular(row: index, expected: width, found: row.count)
    }
    let columns = (0..<width).map { column in answers.count { $0[column] } }
    let rows = answers.map { $0.count { $0 } }
    let yes = rows.reduce(0, +)
    let squares = (columns.reduce(0) { $0 + $1 * $1 }, rows.reduce(0) { $0 + $1 * $1 })
    let spread = width * yes - squares.1
    guard spread > 0 else { throw .noDifferences }
    count = answers.count
    statistic = Double((width - 1) * (width * squares.0 - yes * yes)) / Double(spread)
    degreesOfFreedom = Double(width - 1)
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    shares = columns.map { Double($0) / Double(answers.count) }
  }
}
