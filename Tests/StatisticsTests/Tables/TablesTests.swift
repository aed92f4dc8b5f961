import Statistics
import Testing

/// Laws of the tests of counts.
@Suite struct TablesTests {
  @Test func `rows and columns in which nobody is are left out`() throws {
    let table = try ContingencyTable([[4, 0, 7], [0, 0, 0], [6, 0, 1]])
    #expect(table.counts == [[4, 7], [6, 1]])
    #expect(table.rowTotals == [11, 7])
    #expect(table.columnTotals == [10, 8])
    #expect(table.degreesOfFreedom == 1)
  }

  @Test func `a table that cannot be tested says why`() {
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try ContingencyTable([[3, 4], [0, 0]])
    }
    #expect(throws: SampleError.tableNotRectangular(row: 1, expected: 2, found: 3)) {
      try ContingencyTable([[3, 4], [1, 2, 3]])
    }
    #expect(throws: SampleError.negativeCount(index: 3)) {
      try ContingencyTable([[3, 4], [1, -2]])
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try ContingencyTable([[0, 0], [0, 0]])
    }
  }

  @Test func `the squares of Pearson's residuals add up to chi-squared`() throws {
    let table = try ContingencyTable([[9, 4, 2], [3, 8, 7]])
    let squares = table.pearsonResiduals.joined().reduce(0) { $0 + $1 * $1 }
    #expect(try ChiSquaredIndependenceTest(table).statistic.isClose(to: squares))
  }

  @Test func `in a two by two table chi-squared is the square of the test of proportions`() throws {
    for isCorrected in [false, true] {
      let table = try ContingencyTable([[13, 7], [6, 16]])
      let test = try ChiSquaredIndependenceTest(table, isCorrected: isCorrected)
      let two = try TwoProportionsTest(
        successes: 13, trials: 20, otherSuccesses: 6, otherTrials: 22, isCorrected: isCorrected)
      #expect(test.statistic.isClose(to: two.statistic * two.statistic))
      #expect(test.pValue.isClose(to: two.pValue))
    }
  }

  @Test func `the correction is made in two by two tables only`() throws {
    let table = try ContingencyTable([[9, 4, 2], [3, 8, 7]])
    let asked = try ChiSquaredIndependenceTest(table, isCorrected: true)
    #expect(!asked.isCorrected)
    #expect(try asked.pValue == ChiSquaredIndependenceTest(table).pValue)
  }

  @Test func `independent counts have no association, perfect ones the strongest`() throws {
    let none = try CramersV(ContingencyTable([[10, 20], [30, 60]]))
    #expect(none.interval.estimate == 0 && none.interval.lower == 0)
    #expect(none.interval.upper > 0)
    let perfect = try CramersV(ContingencyTable([[6, 0, 0], [0, 5, 0], [0, 0, 7]]))
    #expect(perfect.uncorrected.isClose(to: 1) && perfect.interval.estimate.isClose(to: 1))
    #expect(perfect.interval.lower > 0.6 && perfect.interval.upper == 1)
  }

  @Test func `Cramér's V of a table is within its limits, corrected or not`() throws {
    for rows in [[[9, 4, 2], [3, 8, 7]], [[2, 1], [1, 3]], [[50, 40], [38, 61]]] {
      let v = try CramersV(ContingencyTable(rows))
      #expect(v.interval.lower <= v.interval.estimate && v.interval.estimate <= v.interval.upper)
      #expect(v.interval.estimate <= v.uncorrected && v.uncorrected <= v.interval.upper)
    }
  }

  @Test func `G is near chi-squared where counts are near expectation`() throws {
    let table = try ContingencyTable([[10_020, 9980], [9990, 10_010]])
    let (g, chi) = (try GTest(table), try ChiSquaredIndependenceTest(table))
    #expect(g.statistic.isClose(to: chi.statistic, relative: 1e-5))
    // 40-digit arithmetic; a sum of observed · log(observed / expected) has lost four digits.
    #expect(g.statistic.isClose(to: 0.090000056250086625, relative: 1e-12))
  }

  @Test func `swapping the groups mirrors Fisher's test`() throws {
    func test(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ side: Alternative) throws -> FisherExactTest
    {
      try FisherExactTest(
        successes: a, trials: m, otherSuccesses: b, otherTrials: n, alternative: side)
    }
    let (one, other) = (try test(9, 12, 3, 11, .greater), try test(3, 11, 9, 12, .less))
    #expect(one.pValue.isClose(to: other.pValue))
    #expect(one.effect.estimate == -other.effect.estimate)
    #expect(
      try test(9, 12, 3, 11, .twoSided).pValue.isClose(to: test(3, 11, 9, 12, .twoSided).pValue))
  }

  @Test func `the exact limits of an odds ratio are where Fisher's one-sided test turns`() throws {
    let ratio = try ConditionalOddsRatio(
      successes: 9, trials: 12, otherSuccesses: 3, otherTrials: 11, level: 0.9)
    let lower = Hypergeometric(marked: 12, unmarked: 11, drawn: 12, odds: ratio.lower)
    let upper = Hypergeometric(marked: 12, unmarked: 11, drawn: 12, odds: ratio.upper)
    #expect(lower.upperTail(atLeast: 9).isClose(to: 0.05, relative: 1e-10))
    #expect(upper.lowerTail(9).isClose(to: 0.05, relative: 1e-10))
  }

  @Test func `an empty cell has no ratio, unless halves are added`() throws {
    #expect(throws: SampleError.emptyCell) {
      try OddsRatio(successes: 0, trials: 4, otherSuccesses: 2, otherTrials: 3)
    }
    #expect(throws: SampleError.emptyCell) {
      try RiskRatio(successes: 2, trials: 4, otherSuccesses: 0, otherTrials: 3)
    }
    let halves = try OddsRatio(
      successes: 0, trials: 4, otherSuccesses: 2, otherTrials: 3, addingHalf: true)
    #expect(halves.interval.lower > 0 && halves.interval.upper.isFinite)
  }

  @Test func `gains and losses swapped turn McNemar's effect round and keep its p-value`() throws {
    for form in McNemarTest.Form.allCases {
      let up = try McNemarTest(gained: 9, lost: 3, unchanged: 20, form: form)
      let down = try McNemarTest(gained: 3, lost: 9, unchanged: 20, form: form)
      #expect(up.pValue.isClose(to: down.pValue))
      #expect(up.effect.estimate == -down.effect.estimate)
      #expect(up.effect.lower.isClose(to: -down.effect.upper, relative: 1e-10))
    }
    #expect(throws: SampleError.noDifferences) {
      try McNemarTest(gained: 0, lost: 0, unchanged: 9)
    }
  }

  @Test func `Tango's limits turn where the approximate McNemar test does`() throws {
    // Zero is a limit at the level at which the score test of no change just rejects.
    let test = try McNemarTest(gained: 14, lost: 5, unchanged: 30, form: .approximate)
    let interval = try TangoInterval(gained: 14, lost: 5, unchanged: 30, level: 1 - test.pValue)
      .interval
    #expect(abs(interval.lower) < 1e-10)
  }

  @Test func `two occasions make Cochran's Q McNemar's statistic`() throws {
    let answers = [[true, false], [true, false], [true, true], [false, true], [true, false]]
    let q = try CochranQTest(answers)
    let test = try McNemarTest(gained: 1, lost: 3, unchanged: 1, form: .approximate)
    #expect(q.statistic.isClose(to: test.statistic))
    #expect(q.shares == [0.8, 0.4])
    #expect(throws: SampleError.noDifferences) {
      try CochranQTest([[true, true], [false, false]])
    }
  }

  @Test func `a trend over two groups is the test of two proportions`() throws {
    let trend = try CochranArmitageTest(successes: [6, 13], trials: [22, 20])
    let two = try TwoProportionsTest(
      successes: 13, trials: 20, otherSuccesses: 6, otherTrials: 22)
    #expect(trend.statistic.isClose(to: two.statistic))
    let moved = try CochranArmitageTest(successes: [6, 13], trials: [22, 20], scores: [-3, 7])
    #expect(moved.pValue.isClose(to: trend.pValue))
    #expect(moved.effect.estimate.isClose(to: trend.effect.estimate / 10))
  }
}
