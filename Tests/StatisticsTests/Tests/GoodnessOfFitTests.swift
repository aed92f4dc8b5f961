import Statistics
import Testing

/// A row of `goodness-of-fit.json`, for both tests and their effect.
struct GoodnessOfFitCase: NamedCase {
  let name: String
  let counts: [Int]
  let probabilities: [Double]
  let outcomes: Int
  let probability: Double
  let exactPValue: Double
  let statistic: Double
  let degreesOfFreedom: Double
  let pValue: Double
  let effect: Double
  let lower: Double
  let upper: Double
}

@Suite struct ChiSquaredGoodnessOfFitTestTests {
  struct Case: NamedCase {
    let name: String
    let counts: [Int]
    let probabilities: [Double]
    let statistic: Double
    let degreesOfFreedom: Double
    let pValue: Double
    let smallestExpected: Double
    let standardizedResiduals: [Double]
  }

  @Test(arguments: try referenceCases("chi-squared-goodness-of-fit", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: reference.counts, probabilities: reference.probabilities)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.degreesOfFreedom == reference.degreesOfFreedom)
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.smallestExpected.isClose(to: reference.smallestExpected))
    for (residual, expected) in zip(test.standardizedResiduals, reference.standardizedResiduals) {
      #expect(residual.isClose(to: expected))
    }
    #expect(test.alternative == .twoSided)
  }

  @Test(arguments: try referenceCases("goodness-of-fit", as: GoodnessOfFitCase.self))
  func `agrees with exact arithmetic in small samples`(_ reference: GoodnessOfFitCase) throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: reference.counts, probabilities: reference.probabilities)
    // Shares such as a third are rounded before the library sees them, which
    // leaves a statistic of zero at 1e-32.
    #expect(abs(test.statistic - reference.statistic) <= 1e-12 * max(1, reference.statistic))
    #expect(test.degreesOfFreedom == reference.degreesOfFreedom)
    #expect(test.pValue.isClose(to: reference.pValue))
  }

  @Test func `a category that cannot occur has no residual`() throws {
    let test = try ChiSquaredGoodnessOfFitTest(
      counts: [4, 0, 6], probabilities: [0.5, 0, 0.5])
    #expect(test.standardizedResiduals[1] == 0)
    #expect(test.degreesOfFreedom == 1)
    #expect(test.smallestExpected == 5)
  }

  @Test func `counts and shares that do not belong together are refused`() {
    func refusal(_ counts: [Int], _ probabilities: [Double]) -> SampleError? {
      do throws(SampleError) {
        _ = try ChiSquaredGoodnessOfFitTest(counts: counts, probabilities: probabilities)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal([1, 2], [1]) == .unequalLengths(first: 2, second: 1))
    #expect(refusal([1, 2], [1.5, -0.5]) == .probabilityOutOfRange(1.5))
    #expect(refusal([1, 2], [0.5, 0.4]) == .sharesDoNotSumToOne(sum: 0.9))
    #expect(refusal([1, -2], [0.5, 0.5]) == .negativeCount(index: 1))
    #expect(refusal([0, 0], [0.5, 0.5]) == .tooFewObservations(required: 1, found: 0))
    #expect(refusal([1, 2, 3], [0.5, 0, 0.5]) == .impossibleCategory(index: 1))
    #expect(refusal([4, 0], [1, 0]) == .tooFewCategories(required: 2, found: 1))
    #expect(refusal([], []) == .sharesDoNotSumToOne(sum: 0))
  }
}

@Suite struct ExactMultinomialTestTests {
  @Test(arguments: try referenceCases("goodness-of-fit", as: GoodnessOfFitCase.self))
  func `agrees with every outcome summed in fractions`(_ reference: GoodnessOfFitCase) throws {
    let test = try ExactMultinomialTest(
      counts: reference.counts, probabilities: reference.probabilities, seed: 1)
    #expect(test.method == .exact)
    #expect(test.outcomes == reference.outcomes)
    #expect(test.standardError == nil)
    #expect(test.statistic.isClose(to: reference.probability))
    #expect(test.pValue.isClose(to: reference.exactPValue))
  }

  @Test func `two categories are a binomial test`() throws {
    for successes in 0...25 {
      let test = try ExactMultinomialTest(
        counts: [successes, 25 - successes], probabilities: [0.3, 0.7], seed: 1)
      let binomial = try BinomialTest(successes: successes, trials: 25, probability: 0.3)
      #expect(test.pValue.isClose(to: binomial.pValue))
    }
  }

  @Test func `beyond the limit the p-value is drawn, and near the exact one`() throws {
    let (counts, probabilities) = ([9, 14, 3, 6], [0.25, 0.25, 0.25, 0.25])
    let exact = try ExactMultinomialTest(counts: counts, probabilities: probabilities, seed: 1)
    for seed in [UInt64(1), 2, 99] {
      let drawn = try ExactMultinomialTest(
        counts: counts, probabilities: probabilities, seed: seed, limit: 10)
      let standardError = try #require(drawn.standardError)
      #expect(drawn.method == .monteCarlo)
      #expect(drawn.outcomes == 100_000)
      #expect(abs(drawn.pValue - exact.pValue) < 4 * standardError)
      #expect(standardError < 0.0016)
      #expect(drawn.effect == exact.effect)
    }
  }

  @Test func `the seed alone decides what is drawn`() throws {
    func pValue(_ seed: UInt64) throws -> Double {
      try ExactMultinomialTest(
        counts: [60, 45, 30, 25, 20], probabilities: [0.4, 0.2, 0.2, 0.1, 0.1], seed: seed
      ).pValue
    }
    #expect(try pValue(5) == pValue(5))
    #expect(try pValue(5) != pValue(6))
  }

  @Test func `the limit counts outcomes, one more draws`() throws {
    let (counts, probabilities) = ([3, 5, 9], [0.5, 0.25, 0.25])
    let at = try ExactMultinomialTest(
      counts: counts, probabilities: probabilities, seed: 1, limit: 171)
    let below = try ExactMultinomialTest(
      counts: counts, probabilities: probabilities, seed: 1, limit: 170)
    #expect(at.method == .exact && below.method == .monteCarlo)
  }

  @Test func `more outcomes than can be counted are drawn`() throws {
    let counts = [Int](repeating: 40, count: 60)
    let probabilities = [Double](repeating: 1.0 / 60, count: 60)
    #expect(
      try ExactMultinomialTest(counts: counts, probabilities: probabilities, seed: 1, limit: .max)
        .method == .monteCarlo)
  }
}

@Suite struct CohensWTests {
  @Test(arguments: try referenceCases("goodness-of-fit", as: GoodnessOfFitCase.self))
  func `limits invert the noncentral distribution`(_ reference: GoodnessOfFitCase) throws {
    let interval = try CohensW(
      counts: reference.counts, probabilities: reference.probabilities
    ).interval
    #expect(abs(interval.estimate - reference.effect) <= 1e-12 * max(1, reference.effect))
    #expect(interval.lower.isClose(to: reference.lower))
    #expect(interval.upper.isClose(to: reference.upper))
  }

  @Test func `zero is left out exactly when the p-value is below half the error rate`() throws {
    for first in 0...40 {
      let test = try ChiSquaredGoodnessOfFitTest(
        counts: [first, 40 - first], probabilities: [0.5, 0.5])
      #expect((test.effect.lower > 0) == (test.pValue < 0.025))
      #expect(test.effect.lower <= test.effect.estimate)
      #expect(test.effect.estimate <= test.effect.upper)
    }
  }
}
