import Statistics
import Testing

@Suite struct KaplanMeierTests {
  struct Case: NamedCase {
    let name: String
    let times: [Double]
    let events: [Bool]
    let time: [Double]
    let atRisk: [Int]
    let eventCounts: [Int]
    let censored: [Int]
    let survival: [Double]
    let lower: [Double?]
    let upper: [Double?]
    let median: Double?
  }

  @Test(arguments: try referenceCases("kaplan-meier", as: Case.self))
  func `agrees with R's survival`(_ reference: Case) throws {
    let curve = try KaplanMeier(times: reference.times.span, events: reference.events)
    #expect(curve.steps.map(\.time) == reference.time)
    #expect(curve.steps.map(\.atRisk) == reference.atRisk)
    #expect(curve.steps.map(\.events) == reference.eventCounts)
    #expect(curve.steps.map(\.censored) == reference.censored)
    #expect(curve.count == reference.times.count)
    #expect(curve.eventCount == reference.eventCounts.reduce(0, +))
    #expect(curve.median == reference.median)
    for (index, step) in curve.steps.enumerated() {
      #expect(step.survival.estimate.isClose(to: reference.survival[index]))
      if let lower = reference.lower[index], let upper = reference.upper[index] {
        #expect(step.survival.lower.isClose(to: lower))
        #expect(step.survival.upper.isClose(to: upper))
      }
    }
  }

  @Test func `without censoring it is the share still going on`() throws {
    let times = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let curve = try KaplanMeier(times: times.span, events: times.map { _ in true })
    for time in [0.0, 1, 2.5, 4, 8.9, 9] {
      let share = Double(times.count { $0 > time }) / 8
      #expect(curve.survival(at: time).estimate.isClose(to: share))
    }
  }

  @Test func `before the first event the limits are those of everybody going on`() throws {
    let times = [4.0, 6, 8, 8]
    let curve = try KaplanMeier(times: times.span, events: [false, true, true, true], level: 0.9)
    let atStart = try ClopperPearsonInterval(successes: 4, trials: 4, level: 0.9).interval
    #expect(curve.survival(at: 1) == atStart)
    #expect(curve.steps[0].survival == atStart)
    #expect(curve.survival(at: 5) == atStart)
  }

  @Test func `once nobody is left the limits reach from zero to the last known`() throws {
    let times = [4.0, 6, 8, 8]
    let curve = try KaplanMeier(times: times.span, events: [true, true, true, true])
    let end = curve.survival(at: 100)
    #expect(end.estimate == 0 && end.lower == 0)
    #expect(end.upper == curve.steps[1].survival.upper)
  }

  @Test func `one event among one person says nothing`() throws {
    let times = [4.0]
    let survival = try KaplanMeier(times: times.span, events: [true]).survival(at: 4)
    #expect(survival == Interval(estimate: 0, lower: 0, upper: 1, level: 0.95))
  }

  @Test func `only censored times have no median`() throws {
    let times = [3.0, 4, 9]
    let curve = try KaplanMeier(times: times.span, events: [false, false, false])
    #expect(curve.median == nil && curve.eventCount == 0)
    #expect(curve.steps.allSatisfy { $0.survival.estimate == 1 && $0.survival.lower < 1 })
  }

  @Test func `times that cannot be are refused`() {
    let (none, one, negative, bad): ([Double], [Double], [Double], [Double]) = (
      [], [1], [2, -1], [.infinity]
    )
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try KaplanMeier(times: none.span, events: [])
    }
    #expect(throws: SampleError.unequalLengths(first: 1, second: 2)) {
      try KaplanMeier(times: one.span, events: [true, false])
    }
    #expect(throws: SampleError.negativeValue(index: 1)) {
      try KaplanMeier(times: negative.span, events: [true, true])
    }
    #expect(throws: SampleError.nonFiniteValue(index: 0)) {
      try KaplanMeier(times: bad.span, events: [true])
    }
  }
}
