import Statistics
import Testing

@Suite struct ScaleTests {
  struct Case: NamedCase {
    let name: String
    let items: [[Double]]
    let alpha: Double
    let lower: Double
    let upper: Double
    let standardError: Double
    let standardized: Double
    let lambda6: Double
    let meanCorrelation: Double
    let itemRest: [Double]
    let itemTotal: [Double]
    let alphaIfDropped: [Double]
    let omega: Double
  }

  struct OmegaCase: NamedCase {
    let name: String
    let items: [[Double]]
    let omega: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("omega-errors", as: OmegaCase.self))
  func `the error of omega is that of lavaan's delta method`(_ reference: OmegaCase) throws {
    let omega = try McDonaldsOmega(ItemScores(reference.items), level: 0.9)
    #expect(omega.omega.isClose(to: reference.omega, relative: 1e-6))
    let error = try #require(omega.standardError)
    #expect(error.isClose(to: reference.standardError, relative: 1e-5))
    let interval = try #require(omega.interval)
    #expect(interval.level == 0.9)
    // Symmetric on the scale of the log odds.
    func odds(_ share: Double) -> Double { share / (1 - share) }
    #expect(
      (odds(interval.lower) * odds(interval.upper))
        .isClose(to: odds(omega.omega) * odds(omega.omega), relative: 1e-10))
    #expect(interval.lower < omega.omega && interval.upper < 1)
  }

  @Test(arguments: try referenceCases("scales", as: Case.self))
  func `alpha agrees with R's psych`(_ reference: Case) throws {
    let alpha = try CronbachsAlpha(ItemScores(reference.items))
    #expect(alpha.count == reference.items[0].count)
    #expect(alpha.itemCount == reference.items.count)
    #expect(alpha.alpha.estimate.isClose(to: reference.alpha))
    #expect(alpha.alpha.lower.isClose(to: reference.lower, relative: 1e-10))
    #expect(alpha.alpha.upper.isClose(to: reference.upper, relative: 1e-10))
    #expect(alpha.standardError.isClose(to: reference.standardError, relative: 1e-10))
    #expect(try #require(alpha.standardized).isClose(to: reference.standardized))
    #expect(try #require(alpha.meanCorrelation).isClose(to: reference.meanCorrelation))
    #expect(try #require(alpha.guttmansLambda6).isClose(to: reference.lambda6, relative: 1e-9))
  }

  @Test(arguments: try referenceCases("scales", as: Case.self))
  func `items agree with R's psych`(_ reference: Case) throws {
    let items = ItemAnalysis(try ItemScores(reference.items)).items
    #expect(items.count == reference.itemRest.count)
    for (index, item) in items.enumerated() {
      let column = reference.items[index]
      #expect(item.mean.isClose(to: column.reduce(0, +) / Double(column.count)))
      #expect(
        try #require(item.itemRestCorrelation)
          .isClose(to: reference.itemRest[index], relative: 1e-10))
      #expect(
        try #require(item.itemTotalCorrelation)
          .isClose(to: reference.itemTotal[index], relative: 1e-10))
      #expect(
        try #require(item.alphaIfDropped)
          .isClose(to: reference.alphaIfDropped[index], relative: 1e-10))
    }
  }

  @Test(arguments: try referenceCases("scales", as: Case.self))
  func `omega agrees with R's lavaan and semTools`(_ reference: Case) throws {
    let omega = try McDonaldsOmega(ItemScores(reference.items))
    // lavaan stops when a step changes the sixth digit or so.
    #expect(omega.omega.isClose(to: reference.omega, relative: 1e-5))
    #expect(omega.improperItems.isEmpty == (omega.standardized != nil))
  }

  @Test func `three items are fitted exactly`() throws {
    // Loadings of 0.9, 0.8 and 0.6 on items of spread 1, 2 and 3: correlations 0.72, 0.54, 0.48.
    let scores = try ItemScores(
      Self.items(with: [[1, 0.72, 0.54], [0.72, 1, 0.48], [0.54, 0.48, 1]]))
    let omega = try McDonaldsOmega(scores)
    for (loading, expected) in zip(omega.loadings, [0.9, 0.8, 0.6]) {
      #expect(loading.isClose(to: expected, relative: 1e-9))
    }
    #expect(omega.improperItems.isEmpty)
    let shared = 2.3 * 2.3
    let expected = shared / (shared + 3 - 0.81 - 0.64 - 0.36)
    #expect(try #require(omega.standardized).isClose(to: expected, relative: 1e-9))
    #expect(try #require(omega.leastSquares).isClose(to: expected, relative: 1e-9))
  }

  @Test func `an item more closely tied than can be is named`() throws {
    let scores = try ItemScores(Self.items(with: [[1, 0.9, 0.8], [0.9, 1, 0.6], [0.8, 0.6, 1]]))
    let omega = try McDonaldsOmega(scores)
    #expect(omega.improperItems == [0])
    #expect(omega.standardized == nil && omega.leastSquares == nil)
  }

  /// Four answers to each of three items whose correlations are exactly those given.
  private static func items(with correlations: [[Double]]) -> [[Double]] {
    let basis: [[Double]] = [[1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]]
    var factor = correlations
    for row in 0..<3 {
      for column in 0...row {
        var rest = correlations[row][column]
        for k in 0..<column { rest -= factor[row][k] * factor[column][k] }
        factor[row][column] = column < row ? rest / factor[column][column] : rest.squareRoot()
      }
    }
    return (0..<3).map { row in
      (0..<4).map { person in
        var score = 0.0
        for column in 0...row { score += factor[row][column] * basis[column][person] }
        return 5 + Double(row + 1) * score
      }
    }
  }

  @Test func `items that run against each other make alpha negative`() throws {
    let alpha = try CronbachsAlpha(ItemScores([[1, 2, 3, 4], [4, 3, 1, 2], [2, 3, 1, 4]]))
    #expect(alpha.alpha.estimate < 0 && alpha.alpha.lower < alpha.alpha.estimate)
  }

  @Test func `items that say the same make alpha one, without width`() throws {
    let alpha = try CronbachsAlpha(ItemScores([[1, 2, 5], [1, 2, 5]]))
    #expect(alpha.alpha == Interval(estimate: 1, lower: 1, upper: 1, level: 0.95))
    #expect(alpha.guttmansLambda6 == nil)
  }

  @Test func `an item that does not vary has no correlations, but alpha stays`() throws {
    let scores = try ItemScores([[1, 2, 4, 3], [3, 3, 3, 3], [2, 2, 5, 3]])
    let alpha = try CronbachsAlpha(scores)
    #expect(alpha.standardized == nil && alpha.meanCorrelation == nil)
    #expect(alpha.alpha.estimate > 0)
    let item = ItemAnalysis(scores).items[1]
    #expect(item.itemRestCorrelation == nil && item.itemTotalCorrelation == nil)
    #expect(item.standardDeviation == 0)
  }

  @Test func `moving and scaling all items changes nothing`() throws {
    let items: [[Double]] = [[4, 5, 3, 4, 2], [3, 5, 3, 5, 2], [4, 4, 2, 4, 3]]
    let alpha = try CronbachsAlpha(ItemScores(items)).alpha.estimate
    let moved = try CronbachsAlpha(ItemScores(items.map { $0.map { 1e6 - 8 * $0 } }))
    #expect(moved.alpha.estimate.isClose(to: alpha, relative: 1e-11))
  }

  @Test func `scales without a result are refused`() throws {
    #expect(throws: SampleError.tooFewItems(required: 2, found: 1)) { try ItemScores([[1, 2]]) }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try ItemScores([[1], [2]])
    }
    #expect(throws: SampleError.unequalLengths(first: 2, second: 3)) {
      try ItemScores([[1, 2], [1, 2, 3]])
    }
    #expect(throws: SampleError.zeroVariance) {
      try CronbachsAlpha(ItemScores([[1, 2, 3], [3, 2, 1]]))
    }
    #expect(throws: SampleError.tooFewItems(required: 3, found: 2)) {
      try McDonaldsOmega(ItemScores([[1, 2, 3], [3, 2, 2]]))
    }
    #expect(throws: SampleError.singularMatrix) {
      try McDonaldsOmega(ItemScores([[1, 2, 4], [1, 2, 4], [2, 1, 3]]))
    }
  }
}
