import Statistics
import Testing

@Suite struct PairedTTestTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let alternative: Alternative
    let statistic: Double
    let pValue: Double
    let estimate: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("paired-t-test", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try PairedTTest(
      reference.first.span, reference.second.span, alternative: reference.alternative)
    #expect(test.count == reference.first.count)
    #expect(test.degreesOfFreedom == Double(reference.first.count - 1))
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.effect.estimate.isClose(to: reference.estimate))
    #expect(test.effect.lower.isClose(to: reference.lower))
    #expect(test.effect.upper.isClose(to: reference.upper))
  }

  @Test func `swapping the measurements flips the sign`() throws {
    let (a, b) = ([1.0, 2, 4, 3], [2.0, 5, 9, 3])
    let forward = try PairedTTest(a.span, b.span)
    let backward = try PairedTTest(b.span, a.span)
    #expect(forward.statistic == -backward.statistic)
    #expect(forward.pValue == backward.pValue)
    #expect(forward.effect.lower == -backward.effect.upper)
  }

  @Test func `the interval just reaches what the test just does not reject`() throws {
    let (a, b) = ([1.0, 2, 4, 3, 7], [2.0, 5, 9, 3, 6])
    let limit = try PairedTTest(a.span, b.span).effect.lower
    let shifted = b.map { $0 - limit }
    #expect(try PairedTTest(a.span, shifted.span).pValue.isClose(to: 0.05, relative: 1e-11))
  }

  @Test func `pairs that cannot be tested are refused`() {
    let (a, b, shifted, short) = ([0.1, 0.7, 1.3], [1.0, .nan, 2], [0.3, 0.9, 1.5], [1.0])
    #expect(throws: SampleError.unequalLengths(first: 3, second: 1)) {
      try PairedTTest(a.span, short.span)
    }
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try PairedTTest(short.span, short.span)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 1)) { try PairedTTest(a.span, b.span) }
    // All pairs differ by 0.2, but for the rounding of binary arithmetic.
    #expect(throws: SampleError.zeroVariance) { try PairedTTest(a.span, shifted.span) }
    let (low, high) = ([-1.7e308, 0], [1.7e308, 0])
    #expect(throws: SampleError.overflow) { try PairedTTest(low.span, high.span) }
  }
}
