/// One pair of several groups, compared after a test of all of them.
public struct PairwiseComparison: Sendable, Hashable, Codable {
  /// The places of the two groups, counting from zero.
  public let first: Int
  public let second: Int
  /// The second group less the first, with an interval that holds for all pairs together.
  ///
  /// Nil where the comparison is of ranks only.
  public let difference: Interval?
  public let statistic: Double
  /// The p-value of this pair by itself, where the method has one.
  public let unadjustedPValue: Double?
  /// The p-value that takes the number of pairs into account.
  public let pValue: Double
}

/// All pairs of so many groups, the first group with each later one first.
func pairs(of count: Int) -> [(first: Int, second: Int)] {
  (0..<count).flatMap { first in ((first + 1)..<count).map { (first, $0) } }
}
