import Statistics
import Testing

@Suite struct SurvivalDetailsTests {
  struct Case: NamedCase {
    let name: String
    let times: [Double]
    let events: [Bool]
    let groups: [Int]
    let standardErrors: [Double?]
    let logLower: [Double?]
    let logUpper: [Double?]
    let plainLower: [Double?]
    let plainUpper: [Double?]
    let quartiles: [Double?]
    let quartilesLower: [Double?]
    let quartilesUpper: [Double?]
    let horizon: Double
    let restrictedMean: Double
    let restrictedMeanError: Double
    let petoPeto: Double
  }

  @Test(arguments: try referenceCases("survival-details", as: Case.self))
  func `limits on other scales agree with R's survival`(_ reference: Case) throws {
    for (transformation, lower, upper) in [
      (KaplanMeier.Transformation.log, reference.logLower, reference.logUpper),
      (.plain, reference.plainLower, reference.plainUpper),
    ] {
      let curve = try KaplanMeier(
        times: reference.times.span, events: reference.events, transformation: transformation)
      for (index, step) in curve.steps.enumerated() {
        #expect((step.limits == .transformed) == (lower[index] != nil))
        if let expected = reference.standardErrors[index] {
          #expect(try #require(step.standardError).isClose(to: expected, relative: 1e-11))
        } else {
          #expect(step.standardError == nil)
        }
        guard let lower = lower[index], let upper = upper[index] else { continue }
        #expect(step.survival.lower.isClose(to: lower, relative: 1e-11))
        #expect(step.survival.upper.isClose(to: upper, relative: 1e-11))
      }
    }
  }

  @Test(arguments: try referenceCases("survival-details", as: Case.self))
  func `quartiles agree with R's survival`(_ reference: Case) throws {
    let curve = try KaplanMeier(times: reference.times.span, events: reference.events)
    for (index, probability) in [0.25, 0.5, 0.75].enumerated() {
      let quantile = try curve.quantile(probability)
      #expect(quantile.estimate == reference.quartiles[index])
      #expect(quantile.lower == reference.quartilesLower[index])
      #expect(quantile.upper == reference.quartilesUpper[index])
    }
    #expect(try curve.quantile(0.5).estimate == curve.median)
  }

  @Test(arguments: try referenceCases("survival-details", as: Case.self))
  func `restricted means agree with R's survival`(_ reference: Case) throws {
    let curve = try KaplanMeier(times: reference.times.span, events: reference.events)
    let mean = try RestrictedMeanSurvival(curve, until: reference.horizon)
    #expect(mean.estimate.isClose(to: reference.restrictedMean))
    #expect(mean.standardError.isClose(to: reference.restrictedMeanError, relative: 1e-11))
  }

  @Test(arguments: try referenceCases("survival-details", as: Case.self))
  func `Peto and Peto's test agrees with R's survival`(_ reference: Case) throws {
    let test = try LogRankTest(
      times: reference.times.span, events: reference.events, groups: reference.groups,
      weighting: .petoPeto)
    // R keeps what rounding leaves of a difference that is none.
    guard reference.petoPeto > 1e-20 else {
      #expect(test.statistic == 0 && test.pValue == 1)
      return
    }
    #expect(test.statistic.isClose(to: reference.petoPeto, relative: 1e-11))
    #expect(test.hazardRatio == nil)
  }

  @Test func `without censoring the restricted mean is the mean of the cut times`() throws {
    let times = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let curve = try KaplanMeier(times: times.span, events: times.map { _ in true })
    for horizon in [0.5, 2, 4.5, 9, 20] {
      let mean = try RestrictedMeanSurvival(curve, until: horizon)
      let expected = times.reduce(0) { $0 + min($1, horizon) } / 8
      #expect(mean.estimate.isClose(to: expected))
    }
  }

  @Test func `the test of the difference and its interval say the same`() throws {
    let (first, second) = ([3.0, 5, 5, 8, 12, 13], [2.0, 3, 3, 4, 7, 9, 9])
    let curves = (
      try KaplanMeier(times: first.span, events: [true, true, false, true, true, false]),
      try KaplanMeier(times: second.span, events: [true, true, true, true, false, true, true])
    )
    for horizon in stride(from: 2.5, to: 9, by: 0.5) {
      let test = try RestrictedMeanDifference(curves.0, curves.1, until: horizon)
      let turned = try RestrictedMeanDifference(curves.1, curves.0, until: horizon)
      #expect((test.pValue < 0.05) == (test.effect.lower > 0 || test.effect.upper < 0))
      #expect(turned.effect.estimate.isClose(to: -test.effect.estimate))
      #expect(turned.pValue == test.pValue)
      let greater = try RestrictedMeanDifference(
        curves.0, curves.1, until: horizon, alternative: .greater)
      let less = try RestrictedMeanDifference(
        curves.0, curves.1, until: horizon, alternative: .less)
      #expect((greater.pValue + less.pValue).isClose(to: 1))
    }
  }

  @Test func `nothing is said of times beyond observation`() throws {
    let times = [2.0, 4, 6]
    let curve = try KaplanMeier(times: times.span, events: [true, true, false])
    #expect(throws: SampleError.beyondObservation(last: 6)) {
      try RestrictedMeanSurvival(curve, until: 6.5)
    }
    #expect(throws: SampleError.negativeValue(index: 0)) {
      try RestrictedMeanSurvival(curve, until: 0)
    }
    #expect(throws: SampleError.probabilityOutOfRange(1)) { try curve.quantile(1) }
  }

  @Test func `no event before the time leaves nothing to test`() throws {
    let times = [2.0, 4, 6]
    let curve = try KaplanMeier(times: times.span, events: [false, false, true])
    let mean = try RestrictedMeanSurvival(curve, until: 5)
    #expect(mean.estimate == 5 && mean.interval == nil)
    #expect(throws: SampleError.noEvents) {
      try RestrictedMeanDifference(curve, curve, until: 5)
    }
  }

  @Test func `the last time observed may still be looked at`() throws {
    let times = [2.0, 4, 6]
    let curve = try KaplanMeier(times: times.span, events: [true, true, false])
    let mean = try RestrictedMeanSurvival(curve, until: 6)
    // All for two units of time, two thirds for two, one third for two.
    #expect(mean.estimate.isClose(to: 4))
  }
}
