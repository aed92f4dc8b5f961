import Statistics
import Testing

@Suite struct SeveralGroupsTests {
  struct Case: NamedCase {
    let name: String
    let groups: [[Double]]
    let squares: [Double]
    let statistic: Double
    let pValue: Double
    let welchStatistic: Double
    let welchDegrees: Double
    let welchPValue: Double
    let kruskalStatistic: Double
    let kruskalPValue: Double
    let tukeyLower: [Double]
    let tukeyUpper: [Double]
    let tukeyPValues: [Double]
    let gamesHowellPValues: [Double?]
    let gamesHowellMargins: [Double?]
    let dunnStatistics: [Double]
    let dunnPValues: [Double]
  }

  /// R keeps fewer digits of values that lie far from zero.
  static func tolerance(_ reference: Case) -> Double {
    reference.name == "large offset" ? 1e-8 : 1e-11
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `the analysis of variance agrees with R`(_ reference: Case) throws {
    let test = try OneWayANOVA(reference.groups)
    let tolerance = Self.tolerance(reference)
    #expect(test.squaresBetween.isClose(to: reference.squares[0], relative: tolerance))
    #expect(test.squaresWithin.isClose(to: reference.squares[1], relative: tolerance))
    #expect(test.statistic.isClose(to: reference.statistic, relative: tolerance))
    #expect(test.pValue.isClose(to: reference.pValue, relative: 10 * tolerance))
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `Welch's analysis agrees with R`(_ reference: Case) throws {
    let test = try WelchANOVA(reference.groups)
    let tolerance = Self.tolerance(reference)
    #expect(test.statistic.isClose(to: reference.welchStatistic, relative: tolerance))
    #expect(test.degreesWithin.isClose(to: reference.welchDegrees, relative: tolerance))
    #expect(test.pValue.isClose(to: reference.welchPValue, relative: 10 * tolerance))
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `the test of ranks agrees with R`(_ reference: Case) throws {
    let test = try KruskalWallisTest(reference.groups)
    #expect(test.statistic.isClose(to: reference.kruskalStatistic))
    #expect(test.pValue.isClose(to: reference.kruskalPValue, relative: 1e-11))
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `pair by pair, Tukey agrees with R`(_ reference: Case) throws {
    let test = try TukeyTest(reference.groups)
    for (place, comparison) in test.comparisons.enumerated() {
      let difference = try #require(comparison.difference)
      // R's qtukey stops at four digits. Its ptukey is off in the fifth decimal with few
      // degrees of freedom; `StudentizedRangeTests` has better values.
      let width = difference.upper - difference.lower
      #expect(abs(difference.lower - reference.tukeyLower[place]) < 1e-4 * width)
      #expect(abs(difference.upper - reference.tukeyUpper[place]) < 1e-4 * width)
      #expect(abs(comparison.pValue - reference.tukeyPValues[place]) < 1e-5)
    }
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `pair by pair, Games and Howell agree with R`(_ reference: Case) throws {
    let test = try GamesHowellTest(reference.groups)
    for (place, comparison) in test.comparisons.enumerated() {
      // R gives no value below two degrees of freedom.
      guard let pValue = reference.gamesHowellPValues[place],
        let margin = reference.gamesHowellMargins[place]
      else { continue }
      let difference = try #require(comparison.difference)
      #expect(abs(comparison.pValue - pValue) < 1e-4)
      #expect(((difference.upper - difference.lower) / 2).isClose(to: margin, relative: 1e-3))
    }
  }

  @Test(arguments: try referenceCases("several-groups", as: Case.self))
  func `pair by pair, Dunn agrees with the formula in R`(_ reference: Case) throws {
    let test = try DunnTest(reference.groups)
    for (place, comparison) in test.comparisons.enumerated() {
      #expect(comparison.statistic.isClose(to: reference.dunnStatistics[place], relative: 1e-11))
      #expect(comparison.pValue.isClose(to: reference.dunnPValues[place], relative: 1e-11))
    }
  }

  @Test func `two groups are a t-test, squared`() throws {
    let (a, b) = ([5.1, 4.9, 6.2, 5.7], [4.1, 4.4, 3.9, 4.8, 4.6])
    let welch = try WelchTTest(a.span, b.span)
    let analysis = try WelchANOVA([a, b])
    #expect(analysis.statistic.isClose(to: welch.statistic * welch.statistic, relative: 1e-12))
    #expect(analysis.degreesWithin.isClose(to: welch.degreesOfFreedom))
    #expect(analysis.pValue.isClose(to: welch.pValue, relative: 1e-11))
    let tukey = try #require(try TukeyTest([a, b]).comparisons.first)
    #expect(tukey.pValue.isClose(to: try OneWayANOVA([a, b]).pValue, relative: 1e-11))
    #expect(tukey.pValue.isClose(to: try #require(tukey.unadjustedPValue), relative: 1e-11))
  }

  @Test func `the order of groups and values does not matter`() throws {
    let groups = [[1.0, 2, 4], [2.0, 5, 9, 7], [11.0, 3]]
    let turned = [[3.0, 11], [7.0, 9, 2, 5], [4.0, 1, 2]]
    #expect(
      try OneWayANOVA(groups).statistic.isClose(to: try OneWayANOVA(turned).statistic))
    #expect(
      try KruskalWallisTest(groups).statistic.isClose(to: try KruskalWallisTest(turned).statistic))
    #expect(try WelchANOVA(groups).pValue.isClose(to: try WelchANOVA(turned).pValue))
  }

  @Test func `a p-value too small for a number has its logarithm`() throws {
    let groups = [0.0, 1000].map { center in (0..<400).map { center + Double($0 % 7) / 1000 } }
    let test = try OneWayANOVA(groups)
    #expect(test.pValue == 0)
    #expect(test.logPValue < -2000 && test.logPValue.isFinite)
  }

  @Test func `groups that cannot be compared are refused`() {
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try OneWayANOVA([[1, 2, 3]])
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try KruskalWallisTest([[1, 2], []])
    }
    #expect(throws: SampleError.zeroVariance) { try OneWayANOVA([[0.1, 0.1], [0.1, 0.1]]) }
    #expect(throws: SampleError.zeroVariance) { try OneWayANOVA([[1, 1], [2, 2]]) }
    #expect(throws: SampleError.tooFewObservations(required: 3, found: 2)) {
      try OneWayANOVA([[1], [2]])
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try WelchANOVA([[1, 2], [3]])
    }
    #expect(throws: SampleError.zeroVariance) { try WelchANOVA([[1, 2], [3, 3]]) }
    #expect(throws: SampleError.zeroVariance) { try KruskalWallisTest([[2, 2], [2]]) }
    #expect(throws: SampleError.zeroVariance) { try DunnTest([[2, 2], [2]]) }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) {
      try OneWayANOVA([[1, .infinity], [2, 3]])
    }
    #expect(throws: SampleError.levelOutOfRange(1.5)) {
      try TukeyTest([[1, 2], [2, 3]], level: 1.5)
    }
  }
}
