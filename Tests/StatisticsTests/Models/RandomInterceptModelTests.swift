import Statistics
import Testing

@Suite struct RandomInterceptModelTests {
  struct Case: NamedCase {
    let name: String
    let id: [Int]
    let time: [String]
    let group: [String]
    let outcome: [Double]
    let hasGroups: Bool
    let estimates: [Double]
    let errors: [Double]
    let degrees: [Double]
    let pValues: [Double]
    let between: Double
    let within: Double
    let restricted: Double
    let full: Double
    let f: Double
    let fDegrees: Double

    var design: DesignMatrix {
      get throws {
        var design = DesignMatrix(count: outcome.count)
        try design.add(Factor(time), named: "time")
        if hasGroups {
          try design.add(Factor(group), named: "group")
          try design.addInteraction(of: "time", with: "group")
        }
        return design
      }
    }
  }

  @Test(arguments: try referenceCases("random-intercept-model", as: Case.self))
  func `agrees with R's lme4 and lmerTest to its digits`(_ reference: Case) throws {
    let model = try RandomInterceptModel(
      reference.design, outcome: reference.outcome, clusters: reference.id)
    #expect(abs(model.interceptVariance - reference.between) < 1e-5 * (1 + reference.between))
    #expect(model.residualVariance.isClose(to: reference.within, relative: 1e-5))
    #expect(model.restrictedLogLikelihood.isClose(to: reference.restricted, relative: 1e-9))
    #expect(model.logLikelihood.isClose(to: reference.full, relative: 1e-9))
    for (place, coefficient) in try model.coefficients().enumerated() {
      #expect(abs(coefficient.estimate - reference.estimates[place]) < 1e-6)
      #expect(coefficient.standardError.isClose(to: reference.errors[place], relative: 1e-5))
      #expect(
        try #require(coefficient.degreesOfFreedom).isClose(
          to: reference.degrees[place], relative: 1e-4))
      #expect(coefficient.pValue.isClose(to: reference.pValues[place], relative: 1e-3))
    }
    let term = try #require(model.design.terms.last)
    let test = try model.test(ofTerm: term.name)
    #expect(test.statistic.isClose(to: reference.f, relative: 1e-5))
    #expect(test.denominatorDegrees.isClose(to: reference.fDegrees, relative: 1e-4))
  }

  @Test func `two waves without gaps are the paired t-test`() throws {
    let (before, after) = ([12.0, 15, 9, 20, 14, 18], [14.0, 19, 9, 22, 15, 24])
    let test = try PairedTTest(before.span, after.span)
    var design = DesignMatrix(count: 12)
    try design.add((0..<12).map { $0 < 6 ? 0.0 : 1 }, named: "after")
    let model = try RandomInterceptModel(
      design, outcome: (before + after), clusters: Array(0..<6) + Array(0..<6))
    let change = try model.coefficients()[1]
    #expect(change.estimate.isClose(to: test.effect.estimate, relative: 1e-9))
    #expect(change.statistic.isClose(to: test.statistic, relative: 1e-9))
    #expect(try #require(change.degreesOfFreedom).isClose(to: 5, relative: 1e-6))
    #expect(change.pValue.isClose(to: test.pValue, relative: 1e-6))
  }

  @Test func `clusters no more alike than chance give least squares`() throws {
    let reference = try #require(
      referenceCases("random-intercept-model", as: Case.self).first { !$0.hasGroups })
    let model = try RandomInterceptModel(
      reference.design, outcome: reference.outcome, clusters: reference.id)
    let plain = try LeastSquares(reference.design, outcome: reference.outcome)
    #expect(model.interceptVariance == 0)
    #expect(model.intraclassCorrelation == 0)
    for (one, other) in zip(try model.coefficients(), try plain.coefficients()) {
      #expect(one.statistic.isClose(to: other.statistic, relative: 1e-9))
      #expect(
        try #require(one.degreesOfFreedom).isClose(to: plain.residualDegrees, relative: 1e-9))
    }
  }

  @Test func `names of clusters and the order of rows do not matter`() throws {
    let reference = try #require(referenceCases("random-intercept-model", as: Case.self).first)
    let model = try RandomInterceptModel(
      reference.design, outcome: reference.outcome, clusters: reference.id)
    let renamed = try RandomInterceptModel(
      reference.design, outcome: reference.outcome,
      clusters: reference.id.map { -7 * $0 })
    #expect(model.estimates == renamed.estimates)
    #expect(model.interceptVariance == renamed.interceptVariance)
  }

  @Test func `models that cannot be estimated are refused`() throws {
    let design = DesignMatrix(count: 4)
    let outcome = [1.0, 3, 2, 5]
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try RandomInterceptModel(design, outcome: outcome, clusters: [1, 1, 1, 1])
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try RandomInterceptModel(design, outcome: outcome, clusters: [1, 2, 3, 4])
    }
    #expect(throws: SampleError.unequalLengths(first: 4, second: 3)) {
      try RandomInterceptModel(design, outcome: outcome, clusters: [1, 2, 3])
    }
    #expect(throws: SampleError.perfectFit) {
      try RandomInterceptModel(design, outcome: [1.0, 1, 5, 5], clusters: [1, 1, 2, 2])
    }
  }
}
