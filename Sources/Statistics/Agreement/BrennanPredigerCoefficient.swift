/// How far raters agree beyond what picking categories blindly would give.
///
/// Chance is one over the number of categories on offer. For two categories this is
/// PABAK, the kappa adjusted for prevalence and bias. It stays defined when all
/// ratings are the same. Approximate; the interval is normal. Nil when only one unit
/// was rated. Throws when no unit was rated twice, or when the level is out of range.
/// Assumes that units were rated independently.
///
/// - Reference: Brennan & Prediger (1981), doi:10.1177/001316448104100307; PABAK by
///   Byrt, Bishop & Carlin (1993), doi:10.1016/0895-4356(93)90018-V.
public struct BrennanPredigerCoefficient: Sendable, Hashable, Codable {
  public let unitCount: Int
  public let weights: AgreementWeights
  /// The mean over units of the share of pairs of raters who agree.
  public let percentAgreement: Double
  public let estimate: Double
  public let standardError: Double?
  public let interval: Interval?

  public init(
    _ table: RatingTable, weights: AgreementWeights = .unweighted, level: Double = 0.95
  ) throws(SampleError) {
    let categories = Double(table.categoryCount)
    let total = weights.matrix(table.categoryCount).reduce(0) { $0 + $1.reduce(0, +) }
    let result = try ChanceCorrectedAgreement(table, weights: weights) { _, _ in
      total / (categories * categories)
    }
    unitCount = table.unitCount
    self.weights = weights
    percentAgreement = result.percentAgreement
    estimate = result.coefficient
    standardError = result.standardError
    interval = try result.interval(level)
  }
}
