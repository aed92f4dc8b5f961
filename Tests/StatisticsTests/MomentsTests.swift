import Statistics
import Testing

@Suite struct MomentsTests {
  struct Case: NamedCase {
    let name: String
    let values: [Double]
    let mean: Double
    let variance: Double
  }

  @Test(arguments: try referenceCases("moments", as: Case.self))
  func `agrees with exact arithmetic`(_ reference: Case) throws {
    let moments = try Moments(reference.values.span)
    #expect(moments.count == reference.values.count)
    #expect(moments.mean.isClose(to: reference.mean))
    #expect(moments.variance.isClose(to: reference.variance))
  }

  @Test func `a constant sample has no variance at all`() throws {
    let values = [Double](repeating: 0.1, count: 7)
    #expect(try Moments(values.span).variance == 0)
    #expect(try Moments(values.span).mean == 0.1)
  }

  @Test func `standard deviation and error follow from the variance`() throws {
    let values = [2.0, 4, 4, 6]
    let moments = try Moments(values.span)
    #expect(moments.standardDeviation.isClose(to: (8.0 / 3).squareRoot()))
    #expect(moments.standardError.isClose(to: (2.0 / 3).squareRoot()))
  }

  @Test func `one value is refused, and has a mean nonetheless`() throws {
    let values = [3.5]
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      try Moments(values.span)
    }
    #expect(try mean(values.span) == 3.5)
  }

  @Test func `no value is refused`() {
    let values: [Double] = []
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try mean(values.span)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is not finite is named`(_ value: Double) {
    let values = [1, 2, value]
    #expect(throws: SampleError.nonFiniteValue(index: 2)) { try Moments(values.span) }
  }

  @Test func `sums and squares out of range are refused, not infinite`() {
    let values = [-1e308, 1e308, 1e308]
    #expect(throws: SampleError.overflow) { try Moments(values.span) }
  }
}
