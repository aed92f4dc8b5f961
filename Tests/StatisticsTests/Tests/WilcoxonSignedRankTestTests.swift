import Statistics
import Testing

@Suite struct WilcoxonSignedRankTestTests {
  /// Small samples with ties and zeros: every pattern of signs was counted.
  struct SmallCase: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let changedCount: Int
    let statistic: Double
    let twoSided: Double
    let less: Double
    let greater: Double
    let estimate: Double
    let lower: Double
    let upper: Double
    let level: Double
  }

  @Test(arguments: try referenceCases("signed-rank", as: SmallCase.self))
  func `agrees with all patterns of signs, ties and zeros included`(_ reference: SmallCase) throws {
    for (alternative, pValue) in [
      (Alternative.twoSided, reference.twoSided), (.less, reference.less),
      (.greater, reference.greater),
    ] {
      let test = try WilcoxonSignedRankTest(
        reference.first.span, reference.second.span, alternative: alternative)
      #expect(test.method == .exact)
      #expect(test.changedCount == reference.changedCount)
      #expect(test.statistic == reference.statistic)
      #expect(test.pValue.isClose(to: pValue))
      #expect(test.effect.estimate.isClose(to: reference.estimate))
      #expect(test.effect.lower.isClose(to: reference.lower))
      #expect(test.effect.upper.isClose(to: reference.upper))
      #expect(test.effect.level == reference.level)
    }
  }

  /// Larger samples, as changes from zero.
  struct LargeCase: NamedCase {
    let name: String
    let changes: [Double]
    let alternative: Alternative
    let method: TestMethod
    let statistic: Double
    let pValue: Double
    let estimate: Double
    let lower: Double?
    let upper: Double?
  }

  @Test(arguments: try referenceCases("wilcoxon-signed-rank", as: LargeCase.self))
  func `agrees with R, exact and approximate`(_ reference: LargeCase) throws {
    let start = [Double](repeating: 0, count: reference.changes.count)
    let test = try WilcoxonSignedRankTest(
      start.span, reference.changes.span, alternative: reference.alternative)
    #expect(test.method == reference.method)
    #expect(test.statistic == reference.statistic)
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.effect.estimate.isClose(to: reference.estimate))
    if let lower = reference.lower, let upper = reference.upper {
      #expect(test.effect.lower.isClose(to: lower))
      #expect(test.effect.upper.isClose(to: upper))
    }
  }

  @Test func `the interval holds just those shifts that the test does not reject`() throws {
    let changes = [1.25, -0.5, 2, 3.75, 0.75, 4.5, -1.5, 2.25, 6]
    let interval = try HodgesLehmannInterval(changes.span).interval
    for (shift, isRejected) in [
      (interval.lower - 1e-6, true), (interval.lower + 1e-6, false),
      (interval.upper - 1e-6, false), (interval.upper + 1e-6, true),
    ] {
      let start = [Double](repeating: shift, count: changes.count)
      let test = try WilcoxonSignedRankTest(start.span, changes.span)
      #expect((test.pValue <= 0.05) == isRejected)
    }
  }

  @Test func `swapping the measurements mirrors test and effect`() throws {
    let (a, b) = ([1.0, 2, 4, 3, 3], [2.0, 5, 9, 3, 1])
    let forward = try WilcoxonSignedRankTest(a.span, b.span, alternative: .less)
    let backward = try WilcoxonSignedRankTest(b.span, a.span, alternative: .greater)
    #expect(forward.pValue == backward.pValue)
    #expect(forward.statistic + backward.statistic == 10)
    #expect(forward.effect.lower == -backward.effect.upper)
  }

  @Test func `binary rounding breaks no tie and makes no change`() throws {
    let (a, b) = ([0.1 + 0.2, 1.0, 0.0], [0.3, 1.3, 0.3])
    let test = try WilcoxonSignedRankTest(a.span, b.span)
    #expect(test.count == 3 && test.changedCount == 2)
    #expect(test.statistic == 3)
  }

  @Test func `pairs that cannot be tested are refused`() {
    let (a, b, one) = ([1.0, 2, 3], [1.0, 2], [1.0])
    #expect(throws: SampleError.noDifferences) { try WilcoxonSignedRankTest(a.span, a.span) }
    #expect(throws: SampleError.unequalLengths(first: 3, second: 2)) {
      try WilcoxonSignedRankTest(a.span, b.span)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try WilcoxonSignedRankTest(one.span, one.span)
    }
  }
}
