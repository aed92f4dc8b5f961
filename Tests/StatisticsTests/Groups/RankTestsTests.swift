import Statistics
import Testing

@Suite struct FriedmanTestTests {
  struct Case: NamedCase {
    let name: String
    let rows: [[Double]]
    let statistic: Double
    let pValue: Double
  }

  @Test(arguments: try referenceCases("friedman-test", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try FriedmanTest(reference.rows)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.degreesOfFreedom == Double(reference.rows[0].count - 1))
  }

  @Test func `full agreement has a W of one`() throws {
    let test = try FriedmanTest([[1, 2, 3], [10, 20, 30], [0.1, 0.2, 0.3]])
    #expect(test.kendallsW == 1)
    #expect(test.meanRanks == [1, 2, 3])
  }

  @Test func `rows that cannot be compared are refused`() {
    #expect(throws: SampleError.zeroVariance) { try FriedmanTest([[2, 2, 2], [1, 1, 1]]) }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try FriedmanTest([[1, 2]])
    }
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try FriedmanTest([[1], [2]])
    }
    #expect(throws: SampleError.unequalLengths(first: 3, second: 2)) {
      try FriedmanTest([[1, 2, 3], [2, 1]])
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) {
      try FriedmanTest([[1, 2], [2, .nan]])
    }
  }
}

@Suite struct JonckheereTerpstraTestTests {
  struct Case: NamedCase {
    let name: String
    let groups: [[Double]]
    let statistic: Double
    let standardized: Double
    let isExact: Bool
    let atLeast: Double
    let atMost: Double
  }

  @Test(arguments: try referenceCases("jonckheere-terpstra-test", as: Case.self))
  func `agrees with all ways to share out the values`(_ reference: Case) throws {
    let rising = try JonckheereTerpstraTest(reference.groups, alternative: .greater)
    #expect(rising.statistic == reference.statistic)
    #expect(rising.standardized.isClose(to: reference.standardized, relative: 1e-11))
    #expect((rising.method == .exact) == reference.isExact)
    guard reference.isExact else { return }
    let falling = try JonckheereTerpstraTest(reference.groups, alternative: .less)
    #expect(rising.pValue.isClose(to: reference.atLeast))
    #expect(falling.pValue.isClose(to: reference.atMost))
    let either = try JonckheereTerpstraTest(reference.groups)
    #expect(either.pValue.isClose(to: min(1, 2 * min(reference.atLeast, reference.atMost))))
  }

  @Test func `turning the order of the groups over turns the trend over`() throws {
    let groups = [[1.0, 3, 2], [4.0, 2.5, 6], [5.0, 7]]
    let rising = try JonckheereTerpstraTest(groups, alternative: .greater)
    let turned = try JonckheereTerpstraTest(groups.reversed(), alternative: .less)
    #expect(rising.pValue.isClose(to: turned.pValue))
    #expect(rising.standardized.isClose(to: -turned.standardized))
  }

  @Test func `two groups with ties are those of the Mann-Whitney test`() throws {
    let (first, second) = ([1.0, 2, 2, 3, 3], [2.0, 3, 4, 4, 5, 5, 3])
    let trend = try JonckheereTerpstraTest([first, second], alternative: .greater)
    let ranks = try MannWhitneyTest(
      second.span, first.span, method: .exact, alternative: .greater)
    #expect(trend.method == .exact)
    #expect(trend.statistic == ranks.statistic)
    #expect(trend.pValue.isClose(to: ranks.pValue))
  }

  @Test func `many groups with many ties take the normal form`() throws {
    let groups = (0..<10).map { group in (0..<10).map { Double(($0 * 7 + group) % 5) } }
    let test = try JonckheereTerpstraTest(groups)
    #expect(test.method == .approximate)
    #expect(test.pValue == test.normalPValue)
  }

  @Test func `values that are all the same are refused`() {
    #expect(throws: SampleError.zeroVariance) {
      try JonckheereTerpstraTest([[2, 2], [2, 2], [2]])
    }
  }
}
