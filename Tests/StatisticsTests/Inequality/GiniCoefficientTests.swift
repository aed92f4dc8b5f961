import Statistics
import Testing

@Suite struct GiniCoefficientTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let gini: Double
  }

  @Test(arguments: try referenceCases("gini-coefficient", as: Case.self))
  func `is the mean difference of all pairs`(_ reference: Case) throws {
    let gini = try GiniCoefficient(reference.values.span)
    #expect(gini.value.isClose(to: reference.gini))
    #expect(gini.count == reference.values.count)
  }

  @Test func `order, unit and copies of everybody do not matter`() throws {
    let values = [5.0, 0, 2, 2, 9]
    let (shuffled, scaled, doubled) = (
      [2.0, 9, 5, 2, 0], values.map { $0 * 64 }, values + values
    )
    let gini = try GiniCoefficient(values.span).value
    #expect(try GiniCoefficient(shuffled.span).value == gini)
    #expect(try GiniCoefficient(scaled.span).value == gini)
    #expect(try GiniCoefficient(doubled.span).value.isClose(to: gini))
  }

  @Test func `amounts that cannot be shared are refused`() {
    let (none, zeros, negative): ([Double], [Double], [Double]) = ([], [0, 0], [1, -1])
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try GiniCoefficient(none.span)
    }
    #expect(throws: SampleError.zeroTotal) { try GiniCoefficient(zeros.span) }
    #expect(throws: SampleError.negativeValue(index: 1)) { try GiniCoefficient(negative.span) }
  }

  @Test func `limits stop at equality and at one person with everything`() throws {
    let (even, uneven) = ([1.0, 1, 1, 1, 1.5], [0.0, 0, 0, 0, 0, 0, 0, 1, 40])
    let low = try #require(GiniCoefficient(even.span, level: 0.999).interval)
    #expect(low.lower == 0 && low.upper < 1)
    let high = try #require(GiniCoefficient(uneven.span, level: 0.999).interval)
    #expect(high.upper == 1 && high.lower > 0)
  }
}
