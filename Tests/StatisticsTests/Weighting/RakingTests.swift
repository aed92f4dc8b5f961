import Statistics
import Testing

@Suite struct RakingTests {
  struct Case: WeightingCase {
    let name: String
    let mpg: [Double]
    let am: [Bool]
    let cyl: [Int]
    let gear: [Int]
    let carb: [Int]
    let baseWeights: [Double]
    let margins: [String]
    let cylTotals: [Double]
    let gearTotals: [Double]
    let carbTotals: [Double]
    let weights: [Double]
    let mean: Double
    let standardError: Double
    let limit: Double
    let trimmedOnce: [Double]
    let trimmed: [Double]

    var rakingMargins: [Raking.Margin] {
      let totals = ["cyl": cylTotals, "gear": gearTotals, "carb": carbTotals]
      return margins.map { name in
        Raking.Margin(categories: categories(name) ?? [], totals: totals[name] ?? [])
      }
    }
  }

  @Test(arguments: try referenceCases("raking", as: Case.self))
  func `agrees with R's survey`(_ reference: Case) throws {
    let raking = try Raking(
      baseWeights: reference.baseWeights, margins: reference.rakingMargins, tolerance: 1e-13)
    #expect(raking.hasConverged)
    for (weight, expected) in zip(raking.weights, reference.weights) {
      #expect(weight.isClose(to: expected, relative: 1e-9))
    }
  }

  @Test(arguments: try referenceCases("raking", as: Case.self))
  func `what the margins explain is no error, as in R's survey`(_ reference: Case) throws {
    let design = try SurveyDesign(
      weights: reference.weights, margins: reference.rakingMargins,
      residuals: .plainSweeps(10))
    let mean = try WeightedMean(reference.mpg, design: design)
    #expect(mean.estimate.isClose(to: reference.mean, relative: 1e-10))
    #expect(
      try #require(mean.standardError).isClose(to: reference.standardError, relative: 1e-10))
  }

  @Test func `what depends on the margins alone has no error`() throws {
    let margins = [Self.first, Self.second]
    let raking = try Raking(baseWeights: Self.base, margins: margins, tolerance: 1e-14)
    let values = zip(Self.first.categories, Self.second.categories).map {
      Double(3 * $0.0 - 2 * $0.1 * $0.1)
    }
    let fixed = try WeightedMean(values, design: SurveyDesign(weights: raking.weights))
    let fitted = try WeightedMean(
      values, design: SurveyDesign(weights: raking.weights, margins: margins))
    #expect(try #require(fixed.standardError) > 0.1)
    #expect(fitted.standardError ?? 0 < 1e-12)
    // 3 for 40 of 100, -2 for 35 and -8 for 20 of them.
    #expect(fitted.estimate.isClose(to: -1.1, relative: 1e-9))
  }

  @Test(arguments: try referenceCases("raking", as: Case.self))
  func `cutting weights agrees with R's survey`(_ reference: Case) throws {
    let once = try TrimmedWeights(
      reference.weights, limit: reference.limit, redistribution: .equallyOnce)
    let trimmed = try TrimmedWeights(reference.weights, limit: reference.limit)
    for (index, expected) in reference.trimmedOnce.enumerated() {
      #expect(once.weights[index].isClose(to: expected))
      #expect(trimmed.weights[index].isClose(to: reference.trimmed[index], relative: 1e-9))
    }
  }

  static let base = [1.0, 2, 1, 1, 3, 1, 2, 1]
  static let first = Raking.Margin(
    categories: [0, 0, 0, 1, 1, 1, 1, 0], totals: [60, 40])
  static let second = Raking.Margin(
    categories: [0, 1, 0, 1, 2, 0, 1, 2], totals: [45, 35, 20])

  @Test func `the weighted margins equal the totals`() throws {
    let raking = try Raking(baseWeights: Self.base, margins: [Self.first, Self.second])
    for margin in [Self.first, Self.second] {
      for (category, total) in margin.totals.enumerated() {
        let sum = zip(raking.weights, margin.categories).reduce(0) {
          $0 + ($1.1 == category ? $1.0 : 0)
        }
        #expect(sum.isClose(to: total, relative: 1e-9))
      }
    }
    #expect(raking.largestGap <= 1e-10)
  }

  @Test func `neither the scale of weights nor the order of margins matters`() throws {
    let one = try Raking(
      baseWeights: Self.base, margins: [Self.first, Self.second], tolerance: 1e-14)
    let other = try Raking(
      baseWeights: Self.base.map { 7 * $0 }, margins: [Self.second, Self.first],
      tolerance: 1e-14)
    for (weight, expected) in zip(one.weights, other.weights) {
      #expect(weight.isClose(to: expected, relative: 1e-11))
    }
  }

  @Test func `margins that fit need one round`() throws {
    let raking = try Raking(
      baseWeights: [1, 1, 1, 1],
      margins: [
        Raking.Margin(categories: [0, 0, 1, 1], totals: [20, 20]),
        Raking.Margin(categories: [0, 1, 0, 1], totals: [20, 20]),
      ])
    #expect(raking.weights == [10, 10, 10, 10])
    #expect(raking.outcome == .converged(iterations: 1))
  }

  @Test func `a cap holds the weights where the margins leave room`() throws {
    let margins = [Self.first, Self.second]
    let free = try Raking(baseWeights: Self.base, margins: margins)
    let largest = try #require(free.weights.max())
    let cap = 0.97 * largest / 12.5
    let raking = try Raking(baseWeights: Self.base, margins: margins, cap: cap)
    #expect(raking.hasConverged)
    #expect(raking.weights.allSatisfy { $0 <= cap * 12.5 * (1 + 1e-12) })
    #expect(raking.largestGap <= 1e-10)
  }

  @Test func `a cap that stands against the margins is told`() throws {
    let margin = Raking.Margin(categories: [0, 1, 1, 1, 1], totals: [60, 40])
    let raking = try Raking(baseWeights: [1, 1, 1, 1, 1], margins: [margin], cap: 1.5)
    #expect(raking.outcome == .stalled(largestGap: 0.3))
    #expect(!raking.hasConverged)
  }

  @Test func `margins that no weights can meet are told`() throws {
    // Nobody is in the cell that the second margin needs to grow.
    let raking = try Raking(
      baseWeights: [1, 1, 1],
      margins: [
        Raking.Margin(categories: [0, 1, 1], totals: [10, 90]),
        Raking.Margin(categories: [0, 0, 1], totals: [5, 95]),
      ])
    guard case .stalled(let gap) = raking.outcome else {
      Issue.record("expected no convergence, found \(raking.outcome)")
      return
    }
    #expect(gap > 0.01 && gap == raking.largestGap)
  }

  @Test func `too few rounds are told`() throws {
    let raking = try Raking(
      baseWeights: Self.base, margins: [Self.first, Self.second], iterationLimit: 1)
    guard case .reachedLimit(let gap) = raking.outcome else {
      Issue.record("expected the limit, found \(raking.outcome)")
      return
    }
    #expect(gap > 0)
  }

  @Test func `margins that do not match the sample are refused`() {
    func rake(_ margins: [Raking.Margin]) throws {
      _ = try Raking(baseWeights: [1, 1, 1], margins: margins)
    }
    #expect(throws: SampleError.categoryWithoutSample(margin: 0, category: 2)) {
      try rake([Raking.Margin(categories: [0, 1, 1], totals: [1, 2, 3])])
    }
    #expect(throws: SampleError.categoryWithoutTotal(margin: 0, category: 1)) {
      try rake([Raking.Margin(categories: [0, 1, 1], totals: [1, 0])])
    }
    #expect(throws: SampleError.categoryOutOfRange(index: 2, category: 5, count: 2)) {
      try rake([Raking.Margin(categories: [0, 1, 5], totals: [1, 2])])
    }
    #expect(throws: SampleError.totalsDiffer(first: 3, second: 4)) {
      try rake([
        Raking.Margin(categories: [0, 1, 1], totals: [1, 2]),
        Raking.Margin(categories: [0, 1, 1], totals: [2, 2]),
      ])
    }
    #expect(throws: SampleError.unequalLengths(first: 3, second: 1)) {
      try rake([Raking.Margin(categories: [0], totals: [1])])
    }
    #expect(throws: SampleError.tooFewCategories(required: 1, found: 0)) { try rake([]) }
    #expect(throws: SampleError.capTooLow(1)) {
      try Raking(
        baseWeights: [1, 1], margins: [Raking.Margin(categories: [0, 1], totals: [1, 2])], cap: 1)
    }
  }

  @Test func `no more iterations than allowed, totals that are equal but for rounding`() throws {
    let margins = [
      Raking.Margin(categories: [0, 0, 1, 1, 0], totals: [60, 40]),
      Raking.Margin(categories: [0, 1, 0, 1, 1], totals: [45, 55]),
    ]
    let weights = [1.0, 2, 1, 1, 3]
    let free = try Raking(baseWeights: weights, margins: margins)
    guard case .converged(let iterations) = free.outcome else {
      Issue.record("not converged")
      return
    }
    #expect(iterations > 2)
    let enough = try Raking(baseWeights: weights, margins: margins, iterationLimit: iterations)
    #expect(enough.hasConverged)
    let short = try Raking(baseWeights: weights, margins: margins, iterationLimit: iterations - 1)
    #expect(short.outcome == .reachedLimit(largestGap: short.largestGap))
    let rough = Raking.Margin(categories: [0, 1, 0, 1, 1], totals: [45, 55.001])
    #expect(throws: SampleError.totalsDiffer(first: 100, second: 100.001)) {
      try Raking(baseWeights: weights, margins: [margins[0], rough])
    }
  }

  @Test func `the weights that a cap holds are counted`() throws {
    let margin = Raking.Margin(categories: [0, 0, 0, 1, 1], totals: [60, 40])
    let other = Raking.Margin(categories: [0, 1, 1, 0, 1], totals: [50, 50])
    let raking = try Raking(
      baseWeights: [1, 1, 1, 1, 4], margins: [margin, other], cap: 1.4)
    let limit = 1.4 * 100 / 5
    #expect(raking.weights.allSatisfy { $0 <= limit * (1 + 1e-9) })
    #expect(raking.cappedCount == raking.weights.count { $0 > limit * (1 - 1e-9) })
    #expect(raking.cappedCount > 0)
  }
}
