import Statistics
import Testing

/// Laws of the sign test, the median's interval and the forms of the signed-rank test.
@Suite struct RanksAndSignsTests {
  let before = [12.0, 15, 9, 20, 17, 11, 8, 10]
  let after = [14.0, 15, 12, 19, 22, 18, 8, 16]

  @Test func `without zeros Pratt's form and Wilcoxon's agree`() throws {
    let raised = after.map { $0 + 0.25 }
    for method in [TestMethod.exact, .approximate] {
      let wilcoxon = try WilcoxonSignedRankTest(before.span, raised.span, method: method)
      let pratt = try WilcoxonSignedRankTest(
        before.span, raised.span, zeroMethod: .pratt, method: method)
      #expect(wilcoxon.pValue == pratt.pValue && wilcoxon.statistic == pratt.statistic)
    }
  }

  @Test func `zeros raise the ranks of the others in Pratt's form`() throws {
    let wilcoxon = try WilcoxonSignedRankTest(before.span, after.span)
    let pratt = try WilcoxonSignedRankTest(before.span, after.span, zeroMethod: .pratt)
    #expect(wilcoxon.changedCount == 6 && pratt.changedCount == 6)
    // Two zeros take ranks 1 and 2, so each of the five increases is two higher.
    #expect(pratt.statistic == wilcoxon.statistic + 10)
    #expect(pratt.decreaseRankSum == wilcoxon.decreaseRankSum + 2)
  }

  @Test func `turning before and after round mirrors the tests`() throws {
    let (there, back) = (
      try SignTest(before.span, after.span, alternative: .greater),
      try SignTest(after.span, before.span, alternative: .less)
    )
    #expect(there.pValue.isClose(to: back.pValue))
    #expect(there.effect.lower == -back.effect.upper)
    let forward = try WilcoxonSignedRankTest(before.span, after.span, zeroMethod: .pratt)
    let backward = try WilcoxonSignedRankTest(after.span, before.span, zeroMethod: .pratt)
    #expect(forward.pValue.isClose(to: backward.pValue))
    #expect(forward.standardScore == -backward.standardScore)
  }

  @Test func `nobody who changed leaves nothing to test`() {
    #expect(throws: SampleError.noDifferences) { try SignTest(before.span, before.span) }
    #expect(throws: SampleError.noDifferences) {
      try WilcoxonSignedRankTest(before.span, before.span, zeroMethod: .pratt)
    }
  }

  @Test func `the median's interval says what level it reaches`() throws {
    let ten = (1...10).map(Double.init)
    let interval = try MedianInterval(ten.span).interval
    // 1 - 2 · (1 + 10) / 1024
    #expect(interval.lower == 2 && interval.upper == 9 && interval.level == 1 - 22.0 / 1024)
    let three = [5.0, 1, 9]
    let short = try MedianInterval(three.span).interval
    #expect(short.lower == 1 && short.upper == 9 && short.level == 0.75)
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try MedianInterval([Double]().span)
    }
  }
}
