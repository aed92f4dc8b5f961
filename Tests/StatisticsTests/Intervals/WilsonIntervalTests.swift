import Statistics
import Testing

@Suite struct WilsonIntervalTests {
  @Test(arguments: try referenceCases("proportions", as: ProportionCase.self))
  func `limits are the roots of the score equation`(_ reference: ProportionCase) throws {
    let interval = try WilsonInterval(
      successes: reference.successes, trials: reference.trials, level: reference.level
    ).interval
    #expect(interval.estimate.isClose(to: reference.estimate))
    #expect(interval.lower.isClose(to: reference.wilsonLower))
    #expect(interval.upper.isClose(to: reference.wilsonUpper))
    #expect(interval.level == reference.level)
  }

  @Test func `counting failures mirrors the interval`() throws {
    for successes in 0...13 {
      let interval = try WilsonInterval(successes: successes, trials: 13).interval
      let mirrored = try WilsonInterval(successes: 13 - successes, trials: 13).interval
      #expect(abs(interval.lower + mirrored.upper - 1) < 1e-15)
    }
  }

  @Test func `never leaves the range of a proportion`() throws {
    for trials in 1...60 {
      for successes in 0...trials {
        let interval = try WilsonInterval(successes: successes, trials: trials).interval
        #expect(0 <= interval.lower && interval.lower <= interval.estimate)
        #expect(interval.estimate <= interval.upper && interval.upper <= 1)
      }
    }
  }

  @Test func `impossible counts and levels are refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try WilsonInterval(successes: 0, trials: 0)
    }
    #expect(throws: SampleError.countOutOfRange(count: 6, total: 5)) {
      try WilsonInterval(successes: 6, trials: 5)
    }
    #expect(throws: SampleError.countOutOfRange(count: -1, total: 5)) {
      try WilsonInterval(successes: -1, trials: 5)
    }
    for level in [0, 1, 95, -0.5] {
      #expect(throws: SampleError.levelOutOfRange(level)) {
        try WilsonInterval(successes: 1, trials: 5, level: level)
      }
    }
    #expect(throws: SampleError.self) {
      try WilsonInterval(successes: 1, trials: 5, level: .nan)
    }
  }
}
