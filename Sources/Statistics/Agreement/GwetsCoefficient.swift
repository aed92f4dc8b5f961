/// How far raters agree beyond chance, when most units fall into one category.
///
/// Gwet's AC1, or AC2 with weights: chance is expected only for the ratings that are
/// hard to make, so that the coefficient does not collapse when one category is rare,
/// as kappa does. It stays defined when all ratings are the same. Approximate; the
/// interval is normal, and may leave -1...1 in small samples. Nil when only one unit
/// was rated. Throws when no unit was rated twice, or when the level is out of range.
/// Assumes that units were rated independently.
///
/// - Reference: Gwet (2008), doi:10.1348/000711006X126600.
public struct GwetsCoefficient: Sendable, Hashable, Codable {
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
    let categories = table.categoryCount
    let total = weights.matrix(categories).reduce(0) { $0 + $1.reduce(0, +) }
    let scale = total / Double(categories * (categories - 1))
    let result = try ChanceCorrectedAgreement(table, weights: weights) { mix, all in
      scale * zip(mix, all).reduce(0) { $0 + $1.0 * (1 - $1.1) }
    }
    unitCount = table.unitCount
    self.weights = weights
    percentAgreement = result.percentAgreement
    estimate = result.coefficient
    standardError = result.standardError
    interval = try result.interval(level)
  }
}
