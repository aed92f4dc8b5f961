/// Tests whether counts have the shares that are expected of them, however small
/// the counts.
///
/// The p-value is the probability of all outcomes that are no more likely than
/// the one observed, or, if asked, of all that are as far from expectation by Pearson's
/// statistic or by the likelihood ratio. Every outcome counts as long as there are no more
/// than `limit`; beyond, 100,000 are drawn at random, the same for the same seed, and
/// `standardError` says how far the p-value may be off. A category that cannot occur
/// and did not is left out. The effect is Cohen's w. Throws as
/// `ChiSquaredGoodnessOfFitTest` does. Assumes independent people, each in one category.
///
/// - Reference: Read & Cressie (1988), doi:10.1007/978-1-4612-4578-0; one added to
///   the draws by Phipson & Smyth (2010), doi:10.2202/1544-6115.1585.
public struct ExactMultinomialTest: HypothesisTest {
  public static let name = "Exact multinomial test"
  private static let draws = 100_000

  /// Which outcomes speak against the shares as much as the one observed.
  public enum Ordering: String, Sendable, Hashable, Codable, CaseIterable {
    /// Those that are no more likely.
    case probability
    /// Those whose chi-squared statistic is no smaller.
    case chiSquared
    /// Those whose likelihood-ratio statistic, G, is no smaller.
    case likelihoodRatio
  }

  public let count: Int
  public let method: TestMethod
  /// The outcomes that the p-value rests on: all there are, or those drawn.
  public let outcomes: Int
  /// The probability of the outcome observed.
  public let statistic: Double
  public let pValue: Double
  /// The standard error of a p-value from random draws; nil when it is exact.
  public let standardError: Double?
  public let effect: Interval

  /// A departure in any direction counts.
  public let alternative: Alternative

  public init(
    counts: [Int], probabilities: [Double], seed: UInt64, ordering: Ordering = .probability,
    limit: Int = 200_000, level: Double = 0.95
  ) throws(SampleError) {
    let expected = try ExpectedShares(counts: counts, probabilities: probabilities)
    let multinomial = Multinomial(
      count: expected.count, probabilities: probabilities.filter { $0 > 0 })
    let observed = zip(counts, probabilities).filter { $1 > 0 }.map(\.0)
    statistic = multinomial.probability(of: observed)
    // Probabilities that differ by less than one in ten million are equal but
    // for rounding.
    let bound = statistic * (1 + 1e-7)
    if let outcomes = multinomial.outcomes(upTo: limit) {
      method = .exact
      self.outcomes = outcomes
      pValue = min(
        1,
        ordering == .probability
          ? multinomial.probability(ofOutcomesUpTo: bound)
          : multinomial.probability(ofOutcomesAsFarAs: observed, by: ordering))
      standardError = nil
    } else {
      method = .monteCarlo
      outcomes = Self.draws
      var generator = SplitMix64(seed: seed)
      let distance = multinomial.distance(of: observed, by: ordering) * (1 - 1e-7)
      let hits = (0..<Self.draws).count { _ in
        let outcome = multinomial.draw(using: &generator)
        return ordering == .probability
          ? multinomial.probability(of: outcome) <= bound
          : multinomial.distance(of: outcome, by: ordering) >= distance
      }
      let share = Double(hits + 1) / Double(Self.draws + 1)
      pValue = share
      standardError = (share * (1 - share) / Double(Self.draws)).squareRoot()
    }
    count = expected.count
    effect = try CohensW(expected, level: level).interval
    alternative = .twoSided
  }
}
