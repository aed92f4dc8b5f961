/// Estimates how closely two classifications of the same people belong together, on 0...1.
///
/// The estimate has Bergsma's correction for the bias of small samples and of many cells;
/// `uncorrected` is the textbook's. The limits invert the noncentral chi-squared
/// distribution, as `CohensW` does, and are moved out to the estimate where it lies beyond
/// them. Throws when the level is not between 0 and 1. Assumes independent people.
///
/// - Reference: Cramér (1946), ISBN 978-0-691-00547-8; correction by Bergsma (2013),
///   doi:10.1016/j.jkss.2012.10.002; interval by Steiger (2004), doi:10.1037/1082-989X.9.2.164.
public struct CramersV: Sendable, Hashable, Codable {
  public let count: Int
  public let interval: Interval
  /// Without Bergsma's correction.
  public let uncorrected: Double
  /// The root of chi-squared over the number of people; of use in 2×2 tables.
  public let phi: Double
  /// Pearson's contingency coefficient, which cannot reach 1.
  public let contingencyCoefficient: Double
  /// Tschuprow's T, which reaches 1 in square tables only.
  public let tschuprowsT: Double

  public init(_ table: ContingencyTable, level: Double = 0.95) throws(SampleError) {
    let (chiSquared, size) = (table.chiSquared(), Double(table.count))
    let (rows, columns) = (Double(table.rowCount), Double(table.columnCount))
    let smaller = min(rows, columns) - 1
    let square = chiSquared / size
    let corrected: Double
    if table.count > 1 {
      func shrunk(_ number: Double) -> Double { number - (number - 1) * (number - 1) / (size - 1) }
      let left = max(0, square - table.degreesOfFreedom / (size - 1))
      let room = min(shrunk(rows), shrunk(columns)) - 1
      corrected = left == 0 ? 0 : min(1, (left / room).squareRoot())
    } else {
      corrected = 0
    }
    let limits = try NoncentralChiSquared.noncentralityLimits(
      of: chiSquared, degreesOfFreedom: table.degreesOfFreedom, level: ConfidenceLevel(level))
    guard let limits else { throw .didNotConverge }
    count = table.count
    uncorrected = min(1, (square / smaller).squareRoot())
    phi = square.squareRoot()
    contingencyCoefficient = (square / (1 + square)).squareRoot()
    tschuprowsT = (square / table.degreesOfFreedom.squareRoot()).squareRoot()
    interval = Interval(
      estimate: corrected, lower: min(corrected, (limits.lower / size / smaller).squareRoot()),
      upper: max(corrected, min(1, (limits.upper / size / smaller).squareRoot())), level: level)
  }
}
