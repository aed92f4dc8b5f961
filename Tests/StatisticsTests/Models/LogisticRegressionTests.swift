import Statistics
import Testing

@Suite struct LogisticRegressionTests {
  struct Case: NamedCase {
    let name: String
    let age: [Double]
    let invited: [Double]
    let came: [Bool]
    let estimates: [Double]?
    let errors: [Double]?
    let deviance: Double?
    let nullDeviance: Double?
    let robust: [Double]?
    let lower: [Double]?
    let upper: [Double]?
    let firth: [Double]
    let firthErrors: [Double]

    var design: DesignMatrix {
      get throws {
        var design = DesignMatrix(count: came.count)
        try design.add(age, named: "age")
        try design.add(invited, named: "invited")
        return design
      }
    }
  }

  @Test(arguments: try referenceCases("logistic-regression", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    guard let estimates = reference.estimates, let errors = reference.errors,
      let robust = reference.robust, let lower = reference.lower, let upper = reference.upper
    else {
      #expect(throws: SampleError.separation) {
        try LogisticRegression(reference.design, outcome: reference.came)
      }
      return
    }
    let fit = try LogisticRegression(reference.design, outcome: reference.came)
    for (place, coefficient) in try fit.coefficients().enumerated() {
      #expect(coefficient.estimate.isClose(to: estimates[place], relative: 1e-9))
      // R takes the errors from its last step but one.
      #expect(coefficient.standardError.isClose(to: errors[place], relative: 1e-8))
      #expect(coefficient.degreesOfFreedom == nil)
    }
    #expect(fit.deviance.isClose(to: try #require(reference.deviance), relative: 1e-11))
    #expect(fit.nullDeviance.isClose(to: try #require(reference.nullDeviance), relative: 1e-11))
    for (coefficient, error) in zip(try fit.robustCoefficients(), robust) {
      #expect(coefficient.standardError.isClose(to: error, relative: 1e-9))
    }
    let profile = try fit.profileIntervals()
    for place in lower.indices {
      #expect(profile[place + 1].lower.isClose(to: lower[place], relative: 1e-7))
      #expect(profile[place + 1].upper.isClose(to: upper[place], relative: 1e-7))
    }
  }

  @Test(arguments: try referenceCases("logistic-regression", as: Case.self))
  func `Firth's penalty agrees with a search in R`(_ reference: Case) throws {
    let fit = try LogisticRegression(
      reference.design, outcome: reference.came, estimation: .firth)
    for (place, coefficient) in try fit.coefficients().enumerated() {
      #expect(coefficient.estimate.isClose(to: reference.firth[place], relative: 1e-5))
      #expect(coefficient.standardError.isClose(to: reference.firthErrors[place], relative: 1e-5))
    }
    for (interval, estimate) in zip(try fit.profileIntervals(), fit.estimates) {
      #expect(interval.lower < estimate && estimate < interval.upper)
    }
  }

  @Test func `a yes-or-no column gives the odds ratio of the table`() throws {
    // 12 of 20 against 5 of 18.
    let exposed = (0..<38).map { $0 < 20 ? 1.0 : 0 }
    let outcome = (0..<38).map { $0 < 12 || (20..<25).contains($0) }
    var design = DesignMatrix(count: 38)
    try design.add(exposed, named: "exposed")
    let fit = try LogisticRegression(design, outcome: outcome)
    let ratio = (12.0 * 13) / (8 * 5)
    #expect(try fit.oddsRatios()[1].estimate.isClose(to: ratio, relative: 1e-11))
    let error = (1.0 / 12 + 1.0 / 8 + 1.0 / 5 + 1.0 / 13).squareRoot()
    #expect(try fit.coefficients()[1].standardError.isClose(to: error, relative: 1e-10))
    // With Firth's penalty it is as if half a person were added to each cell.
    let penalized = try LogisticRegression(design, outcome: outcome, estimation: .firth)
    #expect(
      try penalized.oddsRatios()[1].estimate.isClose(
        to: (12.5 * 13.5) / (8.5 * 5.5), relative: 1e-9))
  }

  @Test func `the constant alone is the logarithm of the odds`() throws {
    let fit = try LogisticRegression(
      DesignMatrix(count: 5), outcome: [true, false, true, true, false])
    #expect(try fit.oddsRatios()[0].estimate.isClose(to: 1.5))
    #expect(fit.mcFaddenRSquared.isClose(to: 0) || abs(fit.mcFaddenRSquared) < 1e-15)
  }

  @Test func `half of the outcomes told apart is separation too`() throws {
    var design = DesignMatrix(count: 6)
    try design.add([0.0, 0, 0, 0, 1, 1], named: "x")
    #expect(throws: SampleError.separation) {
      try LogisticRegression(design, outcome: [true, false, true, false, true, true])
    }
  }

  @Test func `models that cannot be estimated are refused`() throws {
    #expect(throws: SampleError.oneOutcome) {
      try LogisticRegression(DesignMatrix(count: 3), outcome: [true, true, true])
    }
    #expect(throws: SampleError.unequalLengths(first: 3, second: 2)) {
      try LogisticRegression(DesignMatrix(count: 3), outcome: [true, false])
    }
  }
}
