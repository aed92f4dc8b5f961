import Statistics
import Testing

@Suite struct BinomialTestTests {
  struct Case: NamedCase {
    let name: String
    let successes: Int
    let trials: Int
    let probability: Double
    let alternative: Alternative
    let pValue: Double
  }

  @Test(arguments: try referenceCases("binomial-test", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try BinomialTest(
      successes: reference.successes, trials: reference.trials,
      probability: reference.probability, alternative: reference.alternative)
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.statistic == Double(reference.successes))
  }

  @Test(arguments: 1...16)
  func `is the sum over all counts no more likely`(_ trials: Int) throws {
    for probability in [0.05, 0.25, 0.5, 1.0 / 3, 0.9] {
      let binomial = Binomial(trials: trials, probability: probability)
      let likelihoods = (0...trials).map { binomial.probability(of: $0) }
      for successes in 0...trials {
        let sum = likelihoods.reduce(0.0) {
          $1 <= likelihoods[successes] * (1 + 1e-7) ? $0 + $1 : $0
        }
        let test = try BinomialTest(
          successes: successes, trials: trials, probability: probability)
        #expect(test.pValue.isClose(to: min(1, sum)))
      }
    }
  }

  @Test func `the one-sided test just rejects at the limits of the interval`() throws {
    let interval = try BinomialTest(successes: 7, trials: 31, probability: 0.5).effect
    let atLower = try BinomialTest(
      successes: 7, trials: 31, probability: interval.lower, alternative: .greater)
    let atUpper = try BinomialTest(
      successes: 7, trials: 31, probability: interval.upper, alternative: .less)
    #expect(atLower.pValue.isClose(to: 0.025))
    #expect(atUpper.pValue.isClose(to: 0.025))
  }

  @Test func `counting failures gives the same p-value`() throws {
    for successes in 0...20 {
      let test = try BinomialTest(successes: successes, trials: 20, probability: 0.25)
      let mirrored = try BinomialTest(successes: 20 - successes, trials: 20, probability: 0.75)
      #expect(test.pValue.isClose(to: mirrored.pValue))
    }
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: SampleError.probabilityOutOfRange(1.2)) {
      try BinomialTest(successes: 1, trials: 2, probability: 1.2)
    }
    #expect(throws: SampleError.countOutOfRange(count: 3, total: 2)) {
      try BinomialTest(successes: 3, trials: 2, probability: 0.2)
    }
  }
}
