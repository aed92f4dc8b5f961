import Statistics
import Testing

@Suite struct KrippendorffsAlphaTests {
  struct Case: NamedCase {
    let name: String
    let ratings: [[Double?]]
    let scale: KrippendorffsAlpha.Scale
    let units: Int
    let alpha: Double
    let standardError: Double
  }

  @Test(arguments: try referenceCases("krippendorffs-alpha", as: Case.self))
  func `agrees with the definition and its numerical derivatives`(_ reference: Case) throws {
    let alpha = try KrippendorffsAlpha(ratings: reference.ratings, scale: reference.scale)
    #expect(alpha.unitCount == reference.units)
    #expect(alpha.scale == reference.scale)
    #expect(alpha.estimate.isClose(to: reference.alpha))
    // The numerical derivatives are good to nine digits.
    let standardError = try #require(alpha.standardError)
    #expect(standardError.isClose(to: reference.standardError, relative: 1e-8))
    let interval = try #require(alpha.interval)
    #expect(interval.upper.isClose(to: alpha.estimate + 1.959963984540054 * standardError))
  }

  @Test(
    arguments: try referenceCases("krippendorffs-alpha", as: Case.self)
      .filter { $0.scale == .nominal })
  func `how often each name was given is all that it needs`(_ reference: Case) throws {
    let names = Set(reference.ratings.joined().compactMap(\.self)).sorted()
    let counts = reference.ratings.map { unit in
      names.map { name in unit.count { $0 == name } }
    }
    let table = try RatingTable(
      counts: counts + [names.map { _ in 0 }], units: counts.map { _ in 1 } + [3])
    let alpha = try KrippendorffsAlpha(table)
    let same = try KrippendorffsAlpha(ratings: reference.ratings, scale: .nominal)
    #expect(alpha.unitCount == same.unitCount && alpha.ratingCount == same.ratingCount)
    #expect(alpha.estimate.isClose(to: same.estimate))
    #expect(
      try #require(alpha.standardError).isClose(to: #require(same.standardError)))
    let thrice = try KrippendorffsAlpha(
      RatingTable(counts: counts, units: counts.map { _ in 3 }))
    #expect(thrice.unitCount == 3 * same.unitCount)
  }

  @Test func `counts that say nothing are refused`() {
    #expect(throws: SampleError.negativeCount(index: 0)) {
      try RatingTable(counts: [[-1, 2]], units: [1])
    }
    #expect(throws: SampleError.tableNotSquare(row: 1, expected: 2, found: 3)) {
      try RatingTable(counts: [[1, 1], [1, 1, 1]], units: [1, 1])
    }
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 0)) {
      try RatingTable(counts: [], units: [])
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try RatingTable(counts: [[1, 1]], units: [0])
    }
    #expect(throws: SampleError.oneCategory) {
      try KrippendorffsAlpha(RatingTable(counts: [[2, 0]], units: [4]))
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try KrippendorffsAlpha(RatingTable(counts: [[1, 0], [0, 1]], units: [2, 2]))
    }
  }

  /// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C.
  static let printed: [[Double?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1],
    [nil, nil, 3, nil],
  ]

  @Test(arguments: zip(KrippendorffsAlpha.Scale.allCases, [0.743, 0.815, 0.849, 0.797]))
  func `agrees with the printed example`(
    _ scale: KrippendorffsAlpha.Scale, _ printed: Double
  ) throws {
    let alpha = try KrippendorffsAlpha(ratings: Self.printed, scale: scale)
    #expect(abs(alpha.estimate - printed) < 0.0006)
    #expect(alpha.unitCount == 11 && alpha.ratingCount == 40)
  }

  @Test(arguments: KrippendorffsAlpha.Scale.allCases)
  func `neither the order of units nor that of raters matters`(
    _ scale: KrippendorffsAlpha.Scale
  ) throws {
    let alpha = try KrippendorffsAlpha(ratings: Self.printed, scale: scale)
    let turned = try KrippendorffsAlpha(
      ratings: Self.printed.reversed().map { $0.reversed() }, scale: scale)
    #expect(alpha.estimate.isClose(to: turned.estimate))
    let errors = (try #require(alpha.standardError), try #require(turned.standardError))
    #expect(errors.0.isClose(to: errors.1))
  }

  @Test func `each scale ignores what it does not know about`() throws {
    func alpha(
      _ scale: KrippendorffsAlpha.Scale, _ change: (Double) -> Double
    ) throws -> Double {
      let changed = Self.printed.map { $0.map { $0.map(change) } }
      return try KrippendorffsAlpha(ratings: changed, scale: scale).estimate
    }
    func same(_ value: Double) -> Double { value }
    #expect(try alpha(.nominal, same).isClose(to: alpha(.nominal) { -7 / $0 }))
    #expect(try alpha(.ordinal, same).isClose(to: alpha(.ordinal) { $0 * $0 * $0 }))
    #expect(try alpha(.interval, same).isClose(to: alpha(.interval) { 32 - 1.8 * $0 }))
    #expect(try alpha(.interval, same).isClose(to: alpha(.interval) { $0 + 1e6 }))
    #expect(try alpha(.ratio, same).isClose(to: alpha(.ratio) { 0.45 * $0 }))
  }

  @Test func `full agreement is one`() throws {
    let alpha = try KrippendorffsAlpha(ratings: [[1, 1], [2, 2], [4, 4]], scale: .ratio)
    #expect(alpha.estimate == 1 && alpha.standardError == 0)
  }

  @Test func `one unit has no standard error`() throws {
    let alpha = try KrippendorffsAlpha(ratings: [[1, 2, 2], [3, nil, nil]], scale: .nominal)
    #expect(alpha.unitCount == 1 && alpha.standardError == nil && alpha.interval == nil)
  }

  @Test func `ratings without an alpha are refused`() {
    #expect(throws: SampleError.oneCategory) {
      try KrippendorffsAlpha(ratings: [[2, 2], [2, 2]], scale: .interval)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try KrippendorffsAlpha(ratings: [[1, nil], [nil, 2]], scale: .nominal)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) {
      try KrippendorffsAlpha(ratings: [[1, 2], [.nan, 2]], scale: .nominal)
    }
    #expect(throws: SampleError.negativeValue(index: 0)) {
      try KrippendorffsAlpha(ratings: [[-1, 2], [1, 2]], scale: .ratio)
    }
    #expect(throws: SampleError.levelOutOfRange(1)) {
      try KrippendorffsAlpha(ratings: [[1, 2]], scale: .nominal, level: 1)
    }
  }
}
