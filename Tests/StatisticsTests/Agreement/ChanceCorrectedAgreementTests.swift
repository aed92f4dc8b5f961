import Statistics
import Testing

@Suite struct ChanceCorrectedAgreementTests {
  struct Case: NamedCase {
    let name: String
    let ratings: [[Int?]]
    let categories: Int
    let coefficient: String
    let weights: AgreementWeights
    let percentAgreement: Double
    let estimate: Double
    let standardError: Double
  }

  struct Found {
    let percentAgreement: Double
    let estimate: Double
    let standardError: Double?

    init(_ name: String, _ table: RatingTable, _ weights: AgreementWeights) throws {
      switch name {
      case "gwet":
        let result = try GwetsCoefficient(table, weights: weights)
        (percentAgreement, estimate) = (result.percentAgreement, result.estimate)
        standardError = result.standardError
      case "brennanPrediger":
        let result = try BrennanPredigerCoefficient(table, weights: weights)
        (percentAgreement, estimate) = (result.percentAgreement, result.estimate)
        standardError = result.standardError
      default:
        let result = try FleissKappa(table, weights: weights)
        (percentAgreement, estimate) = (result.percentAgreement, result.estimate)
        standardError = result.standardError
      }
    }
  }

  @Test(arguments: try referenceCases("chance-corrected-agreement", as: Case.self))
  func `agrees with the definition and its numerical derivatives`(_ reference: Case) throws {
    let ratings = reference.ratings.map { $0.map { $0.map { $0 - 1 } } }
    let table = try RatingTable(ratings: ratings, categoryCount: reference.categories)
    let found = try Found(reference.coefficient, table, reference.weights)
    #expect(found.percentAgreement.isClose(to: reference.percentAgreement))
    #expect(found.estimate.isClose(to: reference.estimate))
    let standardError = try #require(found.standardError)
    #expect(standardError.isClose(to: reference.standardError, relative: 1e-8))
  }

  @Test(arguments: try referenceCases("agreement-with-gaps", as: Case.self))
  func `a unit rated once counts for chance, not for agreement`(_ reference: Case) throws {
    let ratings = reference.ratings.map { $0.map { $0.map { $0 - 1 } } }
    let table = try RatingTable(ratings: ratings, categoryCount: reference.categories)
    #expect(table.comparableUnitCount == table.unitCount - 1)
    let found = try Found(reference.coefficient, table, reference.weights)
    #expect(found.percentAgreement.isClose(to: reference.percentAgreement))
    #expect(found.estimate.isClose(to: reference.estimate))
    #expect(try #require(found.standardError).isClose(to: reference.standardError))
  }

  @Test func `raters who always differ do so beyond chance`() throws {
    let ratings: [[Int?]] = [[0, 1], [1, 0], [0, 1], [1, 0], [0, 1], [1, 0]]
    let test = try #require(
      FleissKappa(RatingTable(ratings: ratings, categoryCount: 2)).chanceTest)
    #expect(test.statistic < 0)
    #expect(test.pValue < 0.05)
  }

  /// Fleiss (1971), doi:10.1037/h0031619: thirty patients, six psychiatrists, as the kappa
  /// of 0.430 and its standard error of 0.024 are printed there.
  static let psychiatrists = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
  ]

  @Test func `agrees with the kappa that Fleiss printed`() throws {
    let ratings = Self.psychiatrists.map { counts in
      counts.indices.flatMap { [Int?](repeating: $0, count: counts[$0]) }
    }
    let kappa = try FleissKappa(RatingTable(ratings: ratings, categoryCount: 5))
    #expect(abs(kappa.estimate - 0.430) < 0.0005)
    let test = try #require(kappa.chanceTest)
    #expect(abs(test.standardError - 0.024) < 0.0005)
    #expect(test.statistic.isClose(to: kappa.estimate / test.standardError))
    #expect(test.pValue > 0 && test.pValue < 1e-60)
  }

  @Test func `a table of two raters gives the estimates of its ratings`() throws {
    let table = [[7, 2, 0], [1, 9, 3], [0, 2, 5]]
    var ratings: [[Int?]] = []
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() {
        ratings += [[Int?]](repeating: [row, column], count: count)
      }
    }
    let size = 29.0
    for name in ["gwet", "brennanPrediger", "fleiss"] {
      for weights in AgreementWeights.allCases {
        let tabled = try Found(name, RatingTable(table: table), weights)
        let listed = try Found(
          name, RatingTable(ratings: ratings, categoryCount: 3), weights)
        #expect(tabled.estimate.isClose(to: listed.estimate))
        let errors = (try #require(tabled.standardError), try #require(listed.standardError))
        #expect((errors.0 * size.squareRoot()).isClose(to: errors.1 * (size - 1).squareRoot()))
      }
    }
  }

  @Test func `for two categories Brennan and Prediger is twice the agreement less one`() throws {
    let table = try RatingTable(table: [[118, 5], [2, 0]])
    let pabak = try BrennanPredigerCoefficient(table)
    #expect(pabak.estimate.isClose(to: 2 * 118 / 125 - 1))
    #expect(try GwetsCoefficient(table).estimate > pabak.estimate)
    #expect(try FleissKappa(table).estimate < 0)
  }

  @Test func `one category leaves only the coefficients that do not divide by zero`() throws {
    let table = try RatingTable(table: [[12, 0], [0, 0]])
    #expect(try GwetsCoefficient(table).estimate == 1)
    #expect(try BrennanPredigerCoefficient(table).estimate == 1)
    #expect(throws: SampleError.oneCategory) { try FleissKappa(table) }
  }

  @Test func `units that not all have rated have no test against chance`() throws {
    let ratings: [[Int?]] = [[0, 1, 1], [0, 0, nil], [1, 1, 1], [nil, nil, nil]]
    let table = try RatingTable(ratings: ratings, categoryCount: 2)
    #expect(table.unitCount == 3)
    #expect(table.comparableUnitCount == 3)
    #expect(try FleissKappa(table).chanceTest == nil)
    #expect(try FleissKappa(table.unitsRatedByAll).chanceTest != nil)
    #expect(try FleissKappa(table.unitsRatedByAll, weights: .linear).chanceTest == nil)
  }

  @Test func `ratings that make no table are refused`() {
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try RatingTable(ratings: [[0]], categoryCount: 1)
    }
    #expect(throws: SampleError.categoryOutOfRange(index: 1, category: 2, count: 2)) {
      try RatingTable(ratings: [[0, 1], [2, 0]], categoryCount: 2)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try RatingTable(ratings: [[nil, nil]], categoryCount: 2)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try GwetsCoefficient(RatingTable(ratings: [[0, nil], [nil, 1]], categoryCount: 2))
    }
    #expect(throws: SampleError.tableNotSquare(row: 0, expected: 2, found: 1)) {
      try RatingTable(table: [[1], [1, 2]])
    }
  }
}
