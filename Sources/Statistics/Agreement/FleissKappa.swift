/// How far several raters agree beyond chance on categories.
///
/// Chance is that two ratings drawn from all would be the same. With two raters this
/// is Scott's pi. Units that not all have rated are used with what there is, as Gwet
/// extends it. Approximate; the interval is normal. Nil when only one unit was rated.
/// Throws when no unit was rated twice, when all ratings are the same, which makes
/// kappa 0/0, or when the level is out of range. Assumes that units were rated
/// independently.
///
/// - Reference: Fleiss (1971), doi:10.1037/h0031619; Scott (1955),
///   doi:10.1086/266577; missing ratings by Gwet (2008), doi:10.1348/000711006X126600.
public struct FleissKappa: Sendable, Hashable, Codable {
  /// Tests whether raters agree more than chance would have them.
  ///
  /// - Reference: Fleiss, Nee & Landis (1979), doi:10.1037/0033-2909.86.5.974.
  public struct ChanceTest: Sendable, Hashable, Codable {
    public let standardError: Double
    public let statistic: Double
    /// Two-sided and approximate.
    public let pValue: Double
  }

  public let unitCount: Int
  public let weights: AgreementWeights
  /// The mean over units of the share of pairs of raters who agree.
  public let percentAgreement: Double
  public let estimate: Double
  public let standardError: Double?
  public let interval: Interval?
  /// Nil unless all units have as many ratings, and with weights.
  public let chanceTest: ChanceTest?

  public init(
    _ table: RatingTable, weights: AgreementWeights = .unweighted, level: Double = 0.95
  ) throws(SampleError) {
    guard !table.usesOneCategory else { throw .oneCategory }
    let matrix = weights.matrix(table.categoryCount)
    let result = try ChanceCorrectedAgreement(table, weights: weights) { mix, all in
      mix.indices.reduce(0) { sum, row in
        mix[row] == 0
          ? sum
          : sum + mix[row] * zip(matrix[row], all).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    unitCount = table.unitCount
    self.weights = weights
    percentAgreement = result.percentAgreement
    estimate = result.coefficient
    standardError = result.standardError
    interval = try result.interval(level)
    chanceTest =
      weights == .unweighted ? ChanceTest(table, kappa: result.coefficient) : nil
  }
}

extension FleissKappa.ChanceTest {
  fileprivate init?(_ table: RatingTable, kappa: Double) {
    guard let ratings = table.patterns.first?.ratings, ratings >= 2,
      table.patterns.allSatisfy({ $0.ratings == ratings })
    else { return nil }
    let shares = table.shares
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let pairs = Double(table.unitCount) * Double(ratings) * Double(ratings - 1)
    let variance = 2 * (spread * spread - skew) / (spread * spread * pairs)
    guard variance > 0 else { return nil }
    standardError = variance.squareRoot()
    statistic = kappa / standardError
    pValue = 2 * Normal.upperTail(abs(statistic))
  }
}
