/// Agreement less what chance would give, over the most there could be beyond chance.
///
/// The coefficients of this family differ in what they expect by chance only. Their
/// standard error sums what each unit adds to the coefficient, by linearisation.
///
/// - Reference: Gwet (2008), doi:10.1348/000711006X126600.
struct ChanceCorrectedAgreement {
  /// The mean over units of the share of pairs of raters who agree.
  let percentAgreement: Double
  let coefficient: Double
  /// Nil with a single unit.
  let standardError: Double?

  /// `chance` gives what is expected for a mix of ratings, when all have the mix of
  /// the second argument; it must be linear in the first, and symmetric.
  init(
    _ table: RatingTable, weights: AgreementWeights,
    chance: (_ mix: [Double], _ all: [Double]) -> Double
  ) throws(SampleError) {
    let comparable = table.comparableUnitCount
    guard comparable > 0 else { throw .tooFewObservations(required: 1, found: 0) }
    let all = table.shares
    let expected = chance(all, all)
    let agreed = table.patterns.map { $0.agreement(weights) }
    let count = Double(table.unitCount)
    var sum = CompensatedSum()
    for (pattern, share) in zip(table.patterns, agreed) {
      sum += Double(pattern.units) * (share ?? 0)
    }
    percentAgreement = sum.value / Double(comparable)
    guard expected < 1 else { throw .oneCategory }
    let estimate = (percentAgreement - expected) / (1 - expected)
    coefficient = estimate

    var squares = CompensatedSum()
    for (pattern, share) in zip(table.patterns, agreed) {
      let own = share.map { count / Double(comparable) * ($0 - expected) / (1 - expected) } ?? 0
      let mix = pattern.counts.map { Double($0) / Double(pattern.ratings) }
      let influence =
        own - 2 * (1 - estimate) * (chance(mix, all) - expected) / (1 - expected) - estimate
      squares += Double(pattern.units) * influence * influence
    }
    // Gwet's formulas divide by n for a table of two raters, and by n - 1 otherwise.
    let divisor = table.isCrossTable ? count : count - 1
    standardError = divisor > 0 ? (squares.value / count / divisor).squareRoot() : nil
  }

  func interval(_ level: Double) throws(SampleError) -> Interval? {
    let quantile = try ConfidenceLevel(level).normalQuantile
    return standardError.map {
      Interval(estimate: coefficient, margin: quantile * $0, level: level)
    }
  }
}

extension RatingTable.Pattern {
  /// The share of pairs of its ratings that agree; nil if there is no pair.
  func agreement(_ weights: AgreementWeights) -> Double? {
    let ratings = self.ratings
    guard ratings >= 2 else { return nil }
    var disagreement = 0.0
    for (first, count) in counts.enumerated() where count > 0 {
      for (second, other) in counts.enumerated() where other > 0 && second != first {
        disagreement +=
          Double(count * other) * weights.disagreement(first, second, of: counts.count)
      }
    }
    return 1 - disagreement / Double(ratings * (ratings - 1))
  }
}
