import Statistics
import Testing

@Suite struct NewcombeIntervalTests {
  struct Case: NamedCase {
    let name: String
    let successes: Int
    let trials: Int
    let otherSuccesses: Int
    let otherTrials: Int
    let level: Double
    let estimate: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("newcombe-interval", as: Case.self))
  func `agrees with 40-digit arithmetic`(_ reference: Case) throws {
    let interval = try NewcombeInterval(
      successes: reference.successes, trials: reference.trials,
      otherSuccesses: reference.otherSuccesses, otherTrials: reference.otherTrials,
      level: reference.level
    ).interval
    #expect(interval.estimate.isClose(to: reference.estimate))
    #expect(interval.lower.isClose(to: reference.lower))
    #expect(interval.upper.isClose(to: reference.upper))
  }

  @Test func `swapping the samples flips the sign`() throws {
    let forward = try NewcombeInterval(
      successes: 5, trials: 56, otherSuccesses: 0, otherTrials: 29
    ).interval
    let backward = try NewcombeInterval(
      successes: 0, trials: 29, otherSuccesses: 5, otherTrials: 56
    ).interval
    #expect(forward.estimate == -backward.estimate)
    #expect(forward.lower == -backward.upper)
    #expect(forward.upper == -backward.lower)
  }

  @Test func `an empty sample is refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try NewcombeInterval(successes: 1, trials: 2, otherSuccesses: 0, otherTrials: 0)
    }
  }

  @Test func `no limit of a difference lies beyond -1 and 1`() throws {
    let above = try WaldInterval(successes: 2, trials: 2, otherSuccesses: 1, otherTrials: 2)
    #expect(above.interval.upper == 1)
    #expect(above.interval.lower.isClose(to: 0.5 - 1.959963984540054 * 0.125.squareRoot()))
    let below = try WaldInterval(successes: 1, trials: 2, otherSuccesses: 2, otherTrials: 2)
    #expect(below.interval.lower == -1)
    #expect(below.interval.upper == -above.interval.lower)
  }
}
