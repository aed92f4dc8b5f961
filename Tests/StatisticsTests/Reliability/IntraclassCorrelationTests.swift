import Statistics
import Testing

@Suite struct IntraclassCorrelationTests {
  struct Case: NamedCase {
    let name: String
    let scores: [[Double]]
    let estimates: [Double]
    let lower: [Double]
    let upper: [Double]
    let statistics: [Double]
    let numerators: [Double]
    let denominators: [Double]
    let pValues: [Double]
  }

  private func forms(_ correlation: IntraclassCorrelation) -> [IntraclassCorrelation.Form] {
    [
      correlation.oneWaySingle, correlation.randomRatersSingle, correlation.fixedRatersSingle,
      correlation.oneWayMean, correlation.randomRatersMean, correlation.fixedRatersMean,
    ]
  }

  @Test(arguments: try referenceCases("intraclass-correlation", as: Case.self))
  func `agrees with R's psych`(_ reference: Case) throws {
    let correlation = try IntraclassCorrelation(reference.scores)
    for (index, form) in forms(correlation).enumerated() {
      #expect(form.estimate.isClose(to: reference.estimates[index], relative: 1e-9))
      let test = try #require(form.test)
      #expect(test.statistic.isClose(to: reference.statistics[index], relative: 1e-9))
      #expect(test.numeratorDegreesOfFreedom == reference.numerators[index])
      #expect(test.denominatorDegreesOfFreedom == reference.denominators[index])
      #expect(test.pValue.isClose(to: reference.pValues[index], relative: 1e-9))
      guard let interval = form.interval else {
        // R prints limits that change places here.
        #expect(reference.lower[index] > reference.upper[index])
        continue
      }
      #expect(interval.lower.isClose(to: reference.lower[index], relative: 1e-8))
      #expect(interval.upper.isClose(to: reference.upper[index], relative: 1e-8))
    }
  }

  /// Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420, tables 2 and 4.
  @Test func `agrees with the printed example`() throws {
    let correlation = try IntraclassCorrelation([
      [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ])
    for (form, printed) in zip(forms(correlation), [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]) {
      #expect(abs(form.estimate - printed) < 0.005)
    }
  }

  @Test func `raters who agree in full have no test`() throws {
    let correlation = try IntraclassCorrelation([[1, 1, 1], [4, 4, 4], [2.5, 2.5, 2.5]])
    for form in forms(correlation) {
      #expect(form.estimate == 1 && form.test == nil)
      #expect(form.interval == Interval(estimate: 1, lower: 1, upper: 1, level: 0.95))
    }
  }

  @Test func `a constant difference between raters costs agreement, not consistency`() throws {
    let correlation = try IntraclassCorrelation([[1, 3], [2, 4], [5, 7], [3, 5]])
    #expect(correlation.fixedRatersSingle.estimate == 1)
    #expect(correlation.randomRatersSingle.estimate < 0.7)
  }

  @Test func `moving and scaling all scores changes nothing`() throws {
    let scores: [[Double]] = [[1, 3, 2], [2, 2, 4], [5, 7, 5], [3, 5, 6]]
    let correlation = try IntraclassCorrelation(scores)
    let moved = try IntraclassCorrelation(scores.map { $0.map { 100 - 3 * $0 } })
    for (form, other) in zip(forms(correlation), forms(moved)) {
      #expect(form.estimate.isClose(to: other.estimate, relative: 1e-10))
    }
  }

  @Test func `scores without a correlation are refused`() {
    #expect(throws: SampleError.zeroVariance) { try IntraclassCorrelation([[3, 3], [3, 3]]) }
    #expect(throws: SampleError.tooFewRaters(required: 2, found: 1)) {
      try IntraclassCorrelation([[3], [4]])
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try IntraclassCorrelation([[3, 4]])
    }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 1)) {
      try IntraclassCorrelation([[3, 4], [2]])
    }
    #expect(throws: SampleError.overflow) {
      try IntraclassCorrelation([[3e155, 4e155], [2e155, 1e154]])
    }
  }
}
