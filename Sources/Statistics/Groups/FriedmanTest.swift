/// Tests whether the same people tend to give higher values under some of several
/// conditions, from the ranks within each person.
///
/// Rows are people, columns conditions. The statistic is corrected for ties and referred to
/// the chi-squared distribution, which is rough with fewer than ten people. Throws when
/// there are fewer than two rows or columns, when a row is shorter or longer than the
/// first, when a value is not finite, or when no person tells the conditions apart.
/// Assumes people who answer independently.
///
/// - Reference: Friedman (1937), doi:10.1080/01621459.1937.10503522; W by Kendall &
///   Babington Smith (1939), doi:10.1214/aoms/1177732186.
public struct FriedmanTest: Sendable, Hashable, Codable {
  public let count: Int
  /// The mean rank of each condition.
  public let meanRanks: [Double]
  /// Friedman's chi-squared, corrected for ties.
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// W: how far people agree on the order, from 0 to 1.
  public let kendallsW: Double

  public init(_ rows: [[Double]]) throws(SampleError) {
    guard rows.count >= 2 else { throw .tooFewObservations(required: 2, found: rows.count) }
    let conditions = rows[0].count
    guard conditions >= 2 else { throw .tooFewCategories(required: 2, found: conditions) }
    var sums = [Int](repeating: 0, count: conditions)
    var ties = 0.0
    for row in rows {
      guard row.count == conditions else {
        throw .unequalLengths(first: conditions, second: row.count)
      }
      let ranks = Ranks(try finiteValues(row.span))
      for place in sums.indices { sums[place] += ranks.doubled[place] }
      ties += ranks.tieCorrection
    }
    let (people, size) = (Double(rows.count), Double(conditions))
    let spread = people * size * (size + 1) - ties / (size - 1)
    guard spread > 0 else { throw .zeroVariance }
    let center = people * (size + 1) / 2
    let squares = sums.reduce(0) { sum, doubled in
      let distance = Double(doubled) / 2 - center
      return sum + distance * distance
    }
    count = rows.count
    meanRanks = sums.map { Double($0) / 2 / people }
    statistic = 12 * squares / spread
    degreesOfFreedom = size - 1
    pValue = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic)
    kendallsW = statistic / (people * (size - 1))
  }
}
