import Statistics
import Testing

@Suite struct LeastSquaresTests {
  struct Case: NamedCase {
    let name: String
    let x: [Double]
    let z: [Double]
    let outcome: [Double]
    let clusters: [Int]
    let estimates: [Double]
    let errors: [Double]
    let pValues: [Double]
    let lower: [Double]
    let rSquared: Double
    let adjusted: Double
    let sigma: Double
    let aic: Double
    let bic: Double
    let f: Double
    let fOfZ: Double
    let hc0: [Double]
    let hc1: [Double]
    let hc2: [Double]
    let hc3: [Double]
    let neweyWest: [Double]
    let cr0: [Double]
    let cr1: [Double]
    let cr1s: [Double]
    let cr2: [Double]
    let cr2Degrees: [Double]

    /// R's own solution loses digits where columns nearly depend on each other.
    var tolerance: Double { name == "nearly dependent" ? 1e-8 : 1e-10 }

    var fit: LeastSquares {
      get throws {
        var design = DesignMatrix(count: outcome.count)
        try design.add(x, named: "x")
        try design.add(z, named: "z")
        return try LeastSquares(design, outcome: outcome)
      }
    }
  }

  @Test(arguments: try referenceCases("least-squares", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let fit = try reference.fit
    let tolerance = reference.tolerance
    for (place, coefficient) in try fit.coefficients().enumerated() {
      #expect(coefficient.estimate.isClose(to: reference.estimates[place], relative: tolerance))
      #expect(coefficient.standardError.isClose(to: reference.errors[place], relative: tolerance))
      #expect(coefficient.pValue.isClose(to: reference.pValues[place], relative: 10 * tolerance))
      #expect(coefficient.interval.lower.isClose(to: reference.lower[place], relative: tolerance))
    }
    #expect(fit.rSquared.isClose(to: reference.rSquared, relative: tolerance))
    #expect(fit.adjustedRSquared.isClose(to: reference.adjusted, relative: tolerance))
    #expect(fit.residualDeviation.isClose(to: reference.sigma, relative: tolerance))
    #expect(fit.akaikeCriterion.isClose(to: reference.aic, relative: tolerance))
    #expect(fit.bayesianCriterion.isClose(to: reference.bic, relative: tolerance))
    #expect(try fit.test().statistic.isClose(to: reference.f, relative: tolerance))
    #expect(try fit.test(ofTerm: "z").statistic.isClose(to: reference.fOfZ, relative: 1e-8))
  }

  @Test(arguments: try referenceCases("least-squares", as: Case.self))
  func `robust errors agree with R`(_ reference: Case) throws {
    let fit = try reference.fit
    let kinds: [(StandardErrors, [Double])] = [
      (.hc0, reference.hc0), (.hc1, reference.hc1), (.hc2, reference.hc2),
      (.hc3, reference.hc3), (.neweyWest(lags: 2), reference.neweyWest),
      (.clustered(.cr0, labels: reference.clusters), reference.cr0),
      (.clustered(.cr1, labels: reference.clusters), reference.cr1),
      (.clustered(.cr1s, labels: reference.clusters), reference.cr1s),
      (.clustered(.cr2, labels: reference.clusters), reference.cr2),
    ]
    for (errors, expected) in kinds {
      for (coefficient, error) in zip(try fit.coefficients(errors: errors), expected) {
        #expect(
          coefficient.standardError.isClose(to: error, relative: 100 * reference.tolerance),
          "\(errors)")
      }
    }
    let few = try fit.coefficients(errors: .clustered(.cr2, labels: reference.clusters))
    for (coefficient, degrees) in zip(few, reference.cr2Degrees) {
      #expect(try #require(coefficient.degreesOfFreedom).isClose(to: degrees, relative: 1e-6))
    }
  }

  @Test func `a cluster for each observation is HC0`() throws {
    let reference = try #require(referenceCases("least-squares", as: Case.self).first)
    let fit = try reference.fit
    let labels = Array(reference.outcome.indices)
    let clustered = try fit.coefficients(errors: .clustered(.cr0, labels: labels))
    let plain = try fit.coefficients(errors: .hc0)
    for (one, other) in zip(clustered, plain) {
      #expect(one.standardError.isClose(to: other.standardError, relative: 1e-12))
    }
    let corrected = try fit.coefficients(errors: .clustered(.cr2, labels: labels))
    for (one, other) in zip(corrected, try fit.coefficients(errors: .hc2)) {
      #expect(one.standardError.isClose(to: other.standardError, relative: 1e-11))
    }
  }

  @Test func `one classification is the analysis of variance`() throws {
    let groups = [[1.0, 2, 4], [2.0, 5, 9, 7], [11.0, 3]]
    let outcome = groups.flatMap { $0 }
    var design = DesignMatrix(count: outcome.count)
    try design.add(Factor(["a", "a", "a", "b", "b", "b", "b", "c", "c"]), named: "group")
    let fit = try LeastSquares(design, outcome: outcome)
    let analysis = try OneWayANOVA(groups)
    #expect(fit.design.names == ["(Intercept)", "groupb", "groupc"])
    #expect(try fit.test().statistic.isClose(to: analysis.statistic))
    #expect(try fit.test(ofTerm: "group").pValue.isClose(to: analysis.pValue, relative: 1e-11))
  }

  @Test func `shifting a column changes the constant only`() throws {
    let (x, y) = ([1.0, 2, 4, 7, 5], [2.0, 3, 3, 8, 7])
    var (plain, shifted) = (DesignMatrix(count: 5), DesignMatrix(count: 5))
    try plain.add(x, named: "x")
    try shifted.add(x.map { $0 + 1e6 }, named: "x")
    let slopes = [
      try LeastSquares(plain, outcome: y).coefficients()[1],
      try LeastSquares(shifted, outcome: y).coefficients()[1],
    ]
    #expect(slopes[0].estimate.isClose(to: slopes[1].estimate, relative: 1e-9))
    #expect(slopes[0].standardError.isClose(to: slopes[1].standardError, relative: 1e-9))
  }

  @Test func `an exact line has estimates, but no errors`() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [3.0, 5, 7, 9, 11])
    var design = DesignMatrix(count: 5)
    try design.add(x, named: "x")
    let fit = try LeastSquares(design, outcome: y)
    #expect(fit.estimates[1].isClose(to: 2))
    #expect(fit.rSquared.isClose(to: 1))
    #expect(throws: SampleError.perfectFit) { try fit.coefficients() }
    #expect(throws: SampleError.perfectFit) { try fit.test() }
  }

  @Test func `models that cannot be estimated are refused`() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [3.0, 5, 8, 9, 11])
    var twice = DesignMatrix(count: 5)
    try twice.add(x, named: "x")
    try twice.add(x.map { 3 - 2 * $0 }, named: "again")
    #expect(throws: SampleError.dependentColumn(index: 2)) {
      try LeastSquares(twice, outcome: y)
    }
    var single = DesignMatrix(count: 5)
    try single.add([0.0, 0, 0, 0, 1], named: "last")
    let fit = try LeastSquares(single, outcome: y)
    #expect(throws: SampleError.fullLeverage(index: 4)) { try fit.coefficients(errors: .hc3) }
    #expect(throws: SampleError.noSuchTerm("x")) { try fit.test(ofTerm: "x") }
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try fit.coefficients(errors: .clustered(.cr1, labels: [1, 1, 1, 1, 1]))
    }
    #expect(throws: SampleError.unequalLengths(first: 5, second: 2)) {
      try fit.coefficients(errors: .clustered(.cr1, labels: [1, 2]))
    }
    var full = DesignMatrix(count: 2)
    try full.add([1.0, 2], named: "x")
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try LeastSquares(full, outcome: [1.0, 5])
    }
    #expect(throws: SampleError.zeroVariance) {
      try LeastSquares(DesignMatrix(count: 3), outcome: [2.0, 2, 2])
    }
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try single.add(Factor(["a", "a", "a", "a", "a"]), named: "one")
    }
  }
}

@Suite struct ANCOVATests {
  struct Case: NamedCase {
    let name: String
    let group: [String]
    let before: [Double]
    let after: [Double]
    let estimates: [Double]
    let errors: [Double]
    let groupF: Double
    let groupP: Double
    let means: [Double]
    let meanErrors: [Double]
    let lower: [Double]
    let slopesP: Double
  }

  @Test(arguments: try referenceCases("ancova", as: Case.self))
  func `agrees with R's emmeans`(_ reference: Case) throws {
    let analysis = try ANCOVA(
      outcome: reference.after, baseline: reference.before,
      groups: Factor(reference.group))
    for (place, coefficient) in analysis.coefficients.enumerated() {
      #expect(coefficient.estimate.isClose(to: reference.estimates[place], relative: 1e-10))
      #expect(coefficient.standardError.isClose(to: reference.errors[place], relative: 1e-10))
    }
    #expect(analysis.groupTest.statistic.isClose(to: reference.groupF, relative: 1e-10))
    #expect(analysis.groupTest.pValue.isClose(to: reference.groupP, relative: 1e-10))
    for (place, mean) in analysis.adjustedMeans.enumerated() {
      #expect(mean.interval.estimate.isClose(to: reference.means[place], relative: 1e-10))
      #expect(mean.standardError.isClose(to: reference.meanErrors[place], relative: 1e-10))
      #expect(mean.interval.lower.isClose(to: reference.lower[place], relative: 1e-10))
    }
    #expect(analysis.adjustedMeans.map(\.group) == ["control", "talk", "walk"])
    #expect(analysis.adjustedMeans.map(\.count) == [6, 7, 5])
    #expect(
      try #require(analysis.slopesDiffer).pValue.isClose(to: reference.slopesP, relative: 1e-10))
  }

  @Test func `another reference group changes no adjusted mean`() throws {
    let reference = try #require(referenceCases("ancova", as: Case.self).first)
    let first = try ANCOVA(
      outcome: reference.after, baseline: reference.before,
      groups: Factor(reference.group))
    let second = try ANCOVA(
      outcome: reference.after, baseline: reference.before,
      groups: Factor(reference.group, reference: "walk"))
    #expect(second.adjustedMeans[0].group == "walk")
    #expect(
      second.adjustedMeans[0].interval.estimate.isClose(
        to: first.adjustedMeans[2].interval.estimate, relative: 1e-11))
    #expect(first.groupTest.pValue.isClose(to: second.groupTest.pValue, relative: 1e-10))
  }

  @Test func `too few people for slopes of their own have no test of them`() throws {
    let analysis = try ANCOVA(
      outcome: [1.0, 3, 2, 5], baseline: [1.0, 2, 3, 4],
      groups: Factor(["a", "b", "a", "b"]))
    #expect(analysis.slopesDiffer == nil)
  }
}
