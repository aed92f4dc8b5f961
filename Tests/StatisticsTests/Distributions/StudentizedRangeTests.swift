import Statistics
import Testing

@Suite struct StudentizedRangeTests {
  struct Case: NamedCase {
    let name: String
    let groups: Int
    let degreesOfFreedom: Double
    let points: [Double]
    let tails: [Double]
  }

  @Test(arguments: try referenceCases("studentized-range", as: Case.self))
  func `agrees with the integral by other means`(_ reference: Case) throws {
    let range = StudentizedRange(
      groups: reference.groups, degreesOfFreedom: reference.degreesOfFreedom)
    for (point, tail) in zip(reference.points, reference.tails) {
      #expect(range.upperTail(point).isClose(to: tail, relative: 1e-10))
    }
  }

  @Test(arguments: [1.5, 2, 7, 40, 1000])
  func `two groups follow Student's t, far into the tail`(degrees: Double) throws {
    let range = StudentizedRange(groups: 2, degreesOfFreedom: degrees)
    let student = StudentT(degreesOfFreedom: degrees)
    for t in [0.01, 0.5, 2, 6, 15] {
      let expected = 2 * student.upperTail(t)
      #expect(range.upperTail(t * 2.0.squareRoot()).isClose(to: expected, relative: 1e-11))
    }
    let quantile = try #require(range.upperQuantile(0.05))
    #expect((quantile / 2.0.squareRoot()).isClose(to: student.upperQuantile(0.025)))
  }
}
