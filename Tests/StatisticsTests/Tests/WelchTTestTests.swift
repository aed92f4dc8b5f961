import Statistics
import Testing

@Suite struct WelchTTestTests {
  struct Case: NamedCase {
    let name: String
    let first: [Double]
    let second: [Double]
    let alternative: Alternative
    let level: Double
    let statistic: Double
    let degreesOfFreedom: Double
    let pValue: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("welch-t-test", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let test = try WelchTTest(
      reference.first.span, reference.second.span, alternative: reference.alternative,
      level: reference.level)
    #expect(test.statistic.isClose(to: reference.statistic))
    #expect(test.degreesOfFreedom.isClose(to: reference.degreesOfFreedom))
    #expect(test.pValue.isClose(to: reference.pValue))
    #expect(test.effect.lower.isClose(to: reference.lower))
    #expect(test.effect.upper.isClose(to: reference.upper))
    #expect(test.effect.level == reference.level)
  }

  @Test func `swapping the groups flips the sign`() throws {
    let (a, b) = ([1.0, 2, 4], [2.0, 5, 9])
    let forward = try WelchTTest(a.span, b.span)
    let backward = try WelchTTest(b.span, a.span)
    #expect(forward.statistic == -backward.statistic)
    #expect(forward.effect.lower == -backward.effect.upper)
  }

  @Test func `scaling leaves the statistic alone`() throws {
    let (a, b) = ([1.0, 2, 4], [2.0, 5, 9])
    let (scaledA, scaledB) = (a.map { $0 * 1024 }, b.map { $0 * 1024 })
    let test = try WelchTTest(a.span, b.span)
    let scaled = try WelchTTest(scaledA.span, scaledB.span)
    #expect(test.statistic == scaled.statistic)
    #expect(test.effect.lower * 1024 == scaled.effect.lower)
  }

  @Test func `groups that cannot be tested are refused`() {
    let (one, a, flat, other) = ([1.0], [2.0, 5, 9], [3.0, 3, 3], [4.0, 4])
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try WelchTTest(one.span, a.span)
    }
    #expect(throws: SampleError.zeroVariance) { try WelchTTest(flat.span, other.span) }
    #expect(throws: SampleError.levelOutOfRange(1)) {
      try WelchTTest(a.span, flat.span, level: 1)
    }
  }
}
