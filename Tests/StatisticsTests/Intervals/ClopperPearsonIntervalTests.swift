import Statistics
import Testing

@Suite struct ClopperPearsonIntervalTests {
  @Test(arguments: try referenceCases("proportions", as: ProportionCase.self))
  func `limits are the roots of the binomial tails`(_ reference: ProportionCase) throws {
    let interval = try ClopperPearsonInterval(
      successes: reference.successes, trials: reference.trials, level: reference.level
    ).interval
    #expect(interval.estimate.isClose(to: reference.estimate))
    #expect(interval.lower.isClose(to: reference.clopperPearsonLower))
    #expect(interval.upper.isClose(to: reference.clopperPearsonUpper))
  }

  @Test func `never covers the truth less often than its level says`() throws {
    // The coverage at a grid of true proportions, summed over all outcomes.
    let intervals = try (0...12).map {
      try ClopperPearsonInterval(successes: $0, trials: 12, level: 0.9).interval
    }
    for proportion in stride(from: 0.02, to: 1, by: 0.02) {
      let binomial = Binomial(trials: 12, probability: proportion)
      let coverage = (0...12).reduce(0.0) { sum, successes in
        let interval = intervals[successes]
        guard interval.lower <= proportion, proportion <= interval.upper else { return sum }
        return sum + binomial.probability(of: successes)
      }
      #expect(coverage >= 0.9)
    }
  }

  @Test func `impossible counts are refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try ClopperPearsonInterval(successes: 0, trials: 0)
    }
    #expect(throws: SampleError.countOutOfRange(count: 3, total: 2)) {
      try ClopperPearsonInterval(successes: 3, trials: 2)
    }
  }
}
