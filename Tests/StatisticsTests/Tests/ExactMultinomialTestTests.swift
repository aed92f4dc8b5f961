import Foundation
import Statistics
import Testing

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
    for seed in [UInt64(1), 99] {
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

  @Test func `more outcomes than can be counted are no outcomes to visit`() throws {
    let multinomial = Multinomial(count: 2400, probabilities: [Double](repeating: 0.02, count: 50))
    #expect(multinomial.outcomes(upTo: .max) == nil)
    #expect(multinomial.probability(of: [Int](repeating: 48, count: 50)) > 0)
  }

  @Test func `every ordering adds up the outcomes that it says`() throws {
    let (counts, shares) = ([3, 5, 1], [0.2, 0.5, 0.3])
    func distance(_ outcome: [Int], _ ordering: ExactMultinomialTest.Ordering) -> Double {
      var sum = 0.0
      for (count, share) in zip(outcome, shares) {
        let (observed, expected) = (Double(count), 9 * share)
        if ordering == .chiSquared {
          sum += (observed - expected) * (observed - expected) / expected
        } else if observed > 0 {
          sum += observed * log(observed / expected)
        }
      }
      return sum
    }
    let multinomial = Multinomial(count: 9, probabilities: shares)
    for ordering in [ExactMultinomialTest.Ordering.chiSquared, .likelihoodRatio] {
      var sum = 0.0
      for first in 0...9 {
        for second in 0...(9 - first) {
          let outcome = [first, second, 9 - first - second]
          guard distance(outcome, ordering) >= distance(counts, ordering) - 1e-9 else { continue }
          sum += multinomial.probability(of: outcome)
        }
      }
      let test = try ExactMultinomialTest(
        counts: counts, probabilities: shares, seed: 1, ordering: ordering)
      #expect(test.pValue.isClose(to: sum))
    }
  }

  @Test func `counts that are just as expected leave nothing to find, in any ordering`() throws {
    for ordering in ExactMultinomialTest.Ordering.allCases {
      let test = try ExactMultinomialTest(
        counts: [5, 5, 5, 5], probabilities: [0.25, 0.25, 0.25, 0.25], seed: 1,
        ordering: ordering)
      #expect(test.pValue.isClose(to: 1))
    }
  }
}
