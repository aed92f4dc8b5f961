import Statistics
import Testing

@Suite struct MeanIntervalTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let level: Double
    let estimate: Double
    let standardDeviation: Double
    let lower: Double
    let upper: Double
  }

  @Test(arguments: try referenceCases("mean-interval", as: Case.self))
  func `agrees with R`(_ reference: Case) throws {
    let mean = try MeanInterval(reference.values.span, level: reference.level)
    #expect(mean.count == reference.values.count)
    #expect(mean.standardDeviation.isClose(to: reference.standardDeviation))
    #expect(mean.interval.estimate.isClose(to: reference.estimate))
    #expect(mean.interval.lower.isClose(to: reference.lower))
    #expect(mean.interval.upper.isClose(to: reference.upper))
  }

  @Test func `a higher level gives a wider interval round the same mean`() throws {
    let values = [1.0, 4, 2, 8]
    let narrow = try MeanInterval(values.span, level: 0.8).interval
    let wide = try MeanInterval(values.span, level: 0.99).interval
    #expect(narrow.estimate == wide.estimate)
    #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
  }

  @Test func `one value, and values that do not vary, are refused`() {
    let (one, constant, rounding) = ([2.0], [5.0, 5, 5], [0.3, 0.1 + 0.2])
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try MeanInterval(one.span)
    }
    #expect(throws: SampleError.zeroVariance) { try MeanInterval(constant.span) }
    #expect(throws: SampleError.zeroVariance) { try MeanInterval(rounding.span) }
  }
}
