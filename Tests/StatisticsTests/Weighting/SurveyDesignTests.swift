import Statistics
import Testing

@Suite struct SurveyDesignTests {
  struct Case: WeightingCase {
    let name: String
    let mpg: [Double]
    let am: [Bool]
    let cyl: [Int]
    let gear: [Int]
    let carb: [Int]
    let baseWeights: [Double]
    let strata: String?
    let clusters: String?
    let mean: Double
    let standardError: Double
    let degrees: Double
    let designEffect: Double
    let domainMean: Double
    let domainError: Double
    let share: Double
    let shareError: Double
    let logit: [Double]
    let kornGraubard: [Double]
    let wald: [Double]

    func design(scale: Double = 1) throws -> SurveyDesign {
      try SurveyDesign(
        weights: baseWeights.map { scale * $0 }, strata: categories(strata),
        clusters: categories(clusters))
    }
  }

  @Test(arguments: try referenceCases("survey-designs", as: Case.self))
  func `means agree with R's survey`(_ reference: Case) throws {
    let mean = try WeightedMean(reference.mpg, design: reference.design())
    #expect(mean.estimate.isClose(to: reference.mean))
    #expect(try #require(mean.standardError).isClose(to: reference.standardError, relative: 1e-10))
    #expect(mean.degreesOfFreedom == reference.degrees)
    #expect(try #require(mean.designEffect).isClose(to: reference.designEffect, relative: 1e-10))
    let part = try WeightedMean(
      reference.mpg, design: reference.design(), domain: reference.gear.map { $0 == 1 })
    #expect(part.estimate.isClose(to: reference.domainMean))
    #expect(try #require(part.standardError).isClose(to: reference.domainError, relative: 1e-10))
  }

  @Test(arguments: try referenceCases("survey-designs", as: Case.self))
  func `proportions agree with R's survey`(_ reference: Case) throws {
    for (method, limits) in [
      (WeightedProportion.Method.logit, reference.logit),
      (.kornGraubard, reference.kornGraubard), (.wald, reference.wald),
    ] {
      let share = try WeightedProportion(
        reference.am, design: reference.design(), method: method)
      #expect(share.estimate.isClose(to: reference.share))
      #expect(try #require(share.standardError).isClose(to: reference.shareError, relative: 1e-9))
      let interval = try #require(share.interval)
      #expect(interval.lower.isClose(to: limits[0], relative: 1e-8))
      #expect(interval.upper.isClose(to: limits[1], relative: 1e-8))
    }
  }

  struct PostStratificationCase: WeightingCase {
    let name: String
    let mpg: [Double]
    let am: [Bool]
    let cyl: [Int]
    let gear: [Int]
    let carb: [Int]
    let baseWeights: [Double]
    let totals: [Double]
    let weights: [Double]
    let mean: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("post-stratification", as: PostStratificationCase.self))
  func `post-stratification agrees with R's survey`(
    _ reference: PostStratificationCase
  ) throws {
    let cells = Raking.Margin(categories: reference.cyl, totals: reference.totals)
    let fit = try PostStratification(baseWeights: reference.baseWeights, cells: cells)
    for (weight, expected) in zip(fit.weights, reference.weights) {
      #expect(weight.isClose(to: expected))
    }
    let design = try SurveyDesign(weights: fit.weights, margins: [cells])
    let mean = try WeightedMean(reference.mpg, design: design)
    #expect(mean.estimate.isClose(to: reference.mean))
    #expect(try #require(mean.standardError).isClose(to: reference.standardError, relative: 1e-10))
  }

  @Test func `with equal weights it is the mean and its standard error`() throws {
    let values = [3.0, 7, 4, 9, 2, 6]
    let mean = try WeightedMean(values, design: SurveyDesign(weights: values.map { _ in 4 }))
    let interval = try MeanInterval(values.span)
    #expect(mean.estimate.isClose(to: interval.interval.estimate))
    #expect(try #require(mean.interval).lower.isClose(to: interval.interval.lower))
    #expect(try #require(mean.designEffect) > 1)
  }

  @Test(arguments: try referenceCases("survey-designs", as: Case.self))
  func `the scale of the weights does not matter`(_ reference: Case) throws {
    let mean = try WeightedMean(reference.mpg, design: reference.design())
    let scaled = try WeightedMean(reference.mpg, design: reference.design(scale: 0.01))
    #expect(mean.estimate.isClose(to: scaled.estimate))
    #expect(
      try #require(mean.standardError).isClose(to: #require(scaled.standardError)))
    #expect(scaled.designEffect == nil)
  }

  @Test func `values that do not vary have no standard error`() throws {
    let mean = try WeightedMean([2, 2, 2], design: SurveyDesign(weights: [1, 2, 3]))
    #expect(mean.estimate == 2 && mean.standardError == nil && mean.interval == nil)
    let share = try WeightedProportion(
      [true, true], design: SurveyDesign(weights: [1, 2]), method: .kornGraubard)
    #expect(share.estimate == 1 && share.interval == nil)
  }

  @Test func `designs without a spread are refused`() {
    #expect(throws: SampleError.singleUnit(stratum: 1)) {
      try SurveyDesign(weights: [1, 1, 1], strata: [4, 4, 9])
    }
    #expect(throws: SampleError.singleUnit(stratum: 0)) {
      try SurveyDesign(weights: [1, 1, 1], clusters: [4, 4, 4])
    }
    #expect(throws: SampleError.zeroTotal) { try SurveyDesign(weights: [0, 0]) }
    #expect(throws: SampleError.negativeValue(index: 1)) { try SurveyDesign(weights: [1, -1]) }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 1)) {
      try SurveyDesign(weights: [1, 1], strata: [0])
    }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 3)) {
      try WeightedMean([1, 2, 3], design: SurveyDesign(weights: [1, 1]))
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try WeightedMean([1, 2], design: SurveyDesign(weights: [1, 1]), domain: [false, false])
    }
  }

  @Test func `a share of all or nobody has no interval, whatever the weights`() throws {
    let weights = (1...7).map { 0.1 * Double($0) + 1 / 3.0 }
    for hasProperty in [true, false] {
      for method in WeightedProportion.Method.allCases {
        let share = try WeightedProportion(
          weights.map { _ in hasProperty }, design: SurveyDesign(weights: weights),
          method: method)
        #expect(share.estimate == (hasProperty ? 1 : 0))
        #expect(share.interval == nil)
      }
    }
  }
}
