import Statistics
import Testing

@Suite struct MannKendallTestTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let score: Int
    let variance: Double
    let statistic: Double
    let pValue: Double
    let tau: Double
    let slope: Double
    let lower: Double?
    let upper: Double?
  }

  @Test(arguments: try referenceCases("trends", as: Case.self))
  func `agrees with the formulas in R`(_ reference: Case) throws {
    let test = try MannKendallTest(reference.values)
    #expect(test.score.score == reference.score)
    #expect(try #require(test.score.variance).isClose(to: reference.variance))
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.kendallsTau.isClose(to: reference.tau))
    #expect(test.effect.estimate.isClose(to: reference.slope))
    if let lower = reference.lower, let upper = reference.upper {
      #expect(test.effect.level == 0.95)
      #expect(test.effect.lower.isClose(to: lower))
      #expect(test.effect.upper.isClose(to: upper))
    } else {
      #expect(test.effect.level < 0.95)
    }
  }

  @Test func `a slope allows for uneven times`() throws {
    let slope = try SenSlope([2.0, 4, 10], times: [1.0, 2, 5])
    #expect(slope.interval.estimate == 2)
  }

  @Test(arguments: [3, 4, 7, 30, 101])
  func `slopes that are never held are those of the sorted list`(_ count: Int) throws {
    let times = (0..<count).map { Double($0 * $0 % 13) / 4 }
    let noise = (0..<count).map { Double($0 * 7919 % 101) / 7 }
    let values = zip(times, noise).map { $0 + $1 - 6 }
    var slopes: [Double] = []
    for later in times.indices {
      for earlier in 0..<later where times[later] != times[earlier] {
        slopes.append((values[later] - values[earlier]) / (times[later] - times[earlier]))
      }
    }
    slopes.sort()
    let found = try SenSlope(values.span, times: times.span, level: 0.9).interval
    let median = try SortedSample(slopes.span).median
    #expect(found.estimate == median)
    #expect(slopes.contains(found.lower) && slopes.contains(found.upper))
    if found.level == 0.9 {
      // As many slopes lie below the lower limit as above the upper one, but for ties.
      let places = [slopes.count { $0 < found.lower }, slopes.count { $0 > found.upper }]
      #expect(abs(places[0] - places[1]) <= max(2, slopes.count / 20))
    } else {
      #expect(found.lower == slopes.first && found.upper == slopes.last)
    }
  }

  @Test func `a slope that is too steep for a number is refused`() {
    #expect(throws: SampleError.overflow) {
      try SenSlope([-1e308, 1e308, 0], times: [0.0, 0.5, 1])
    }
  }

  @Test func `a flat series has a slope, but no test`() throws {
    let flat = [3.0, 3, 3, 3]
    #expect(try SenSlope(flat, times: [1.0, 2, 3, 4]).interval.estimate == 0)
    #expect(throws: SampleError.zeroVariance) { try MannKendallTest(flat) }
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try MannKendallTest([1.0, 2])
    }
  }
}

@Suite struct SegmentedRegressionTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let first: Double
    let estimates: [Double]
    let errors: [Double]
    let neweyWest: [Double]
    let durbinWatson: Double
  }

  @Test(arguments: try referenceCases("segmented-regression", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let times = reference.values.indices.map { Double($0 + 1) }
    let plain = try SegmentedRegression(
      reference.values, times: times, firstTimeAfter: reference.first)
    for (place, coefficient) in plain.coefficients.enumerated() {
      #expect(coefficient.estimate.isClose(to: reference.estimates[place], relative: 1e-10))
      #expect(coefficient.standardError.isClose(to: reference.errors[place], relative: 1e-10))
    }
    #expect(plain.durbinWatson.isClose(to: reference.durbinWatson, relative: 1e-10))
    #expect(
      plain.levelChangeAtFirstPoint.isClose(
        to: reference.estimates[2] + reference.estimates[3], relative: 1e-10))
    let related = try SegmentedRegression(
      reference.values, times: times, firstTimeAfter: reference.first,
      errors: .neweyWest(lags: 3))
    for (coefficient, error) in zip(related.coefficients, reference.neweyWest) {
      #expect(coefficient.standardError.isClose(to: error, relative: 1e-10))
    }
  }

  @Test func `too few points on one side are refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try SegmentedRegression(
        [1.0, 2, 4, 3, 7, 5], times: [1.0, 2, 3, 4, 5, 6], firstTimeAfter: 6)
    }
  }
}
