/// How well a yes/no coding agrees with a reference coding of the same units.
///
/// `precision` is the share of the units coded that should be, `recall` the share
/// of the units that should be coded that are; both with Wilson's interval.
/// `f1` is their harmonic mean. Each is nil when its base is zero. `kappa` is nil
/// when both codings are all yes or all no. Throws when a count is negative, when
/// there are no units, or when the level is not between 0 and 1. Assumes that units were coded
/// independently.
///
/// The interval of F1 is the indirect Wilson interval: F1 = 2s/(1 + s) rises with
/// s, the share of true positives among the units that either coding marks, so
/// Wilson's limits of s become limits of F1.
///
/// - Reference: Lam, Gopal & Qian (2023), doi:10.48550/arXiv.2309.14621.
public struct BinaryAgreement: Sendable, Hashable, Codable {
  public let count: Int
  public let precision: Interval?
  public let recall: Interval?
  public let f1: Interval?
  public let kappa: Interval?

  public init(
    truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int,
    level: Double = 0.95
  ) throws(SampleError) {
    count = try total(of: [truePositives, falsePositives, falseNegatives, trueNegatives])
    precision = try share(truePositives, of: truePositives + falsePositives, level)
    recall = try share(truePositives, of: truePositives + falseNegatives, level)
    f1 = try share(truePositives, of: truePositives + falsePositives + falseNegatives, level)
      .map { overlap in
        Interval(
          estimate: harmonicMean(overlap.estimate), lower: harmonicMean(overlap.lower),
          upper: harmonicMean(overlap.upper), level: level)
      }
    let table = [[truePositives, falsePositives], [falseNegatives, trueNegatives]]
    let isOneCategory = truePositives == count || trueNegatives == count
    kappa = isOneCategory ? nil : try CohensKappa(table: table, level: level).kappa
  }
}

private func share(_ part: Int, of base: Int, _ level: Double) throws(SampleError) -> Interval? {
  let level = try ConfidenceLevel(level).level
  guard base > 0 else { return nil }
  return try WilsonInterval(successes: part, trials: base, level: level).interval
}

/// F1 from the share of true positives among the units that either coding marks.
private func harmonicMean(_ overlap: Double) -> Double {
  2 * overlap / (1 + overlap)
}
