import Statistics
import Testing

@Suite struct LiftTests {
  struct Case: NamedCase {
    let name: String
    let both: Int
    let first: Int
    let second: Int
    let total: Int
    let level: Double
    let lift: Double
    let lower: Double
    let upper: Double
  }

  /// The reference takes its gradient numerically.
  private static let tolerance = 1e-10

  @Test(arguments: try referenceCases("lift", as: Case.self))
  func `agrees with the delta method in R`(_ reference: Case) throws {
    let interval = try Lift(
      both: reference.both, first: reference.first, second: reference.second,
      total: reference.total, level: reference.level
    ).interval
    #expect(interval.estimate.isClose(to: reference.lift))
    #expect(interval.lower.isClose(to: reference.lower, relative: LiftTests.tolerance))
    #expect(interval.upper.isClose(to: reference.upper, relative: LiftTests.tolerance))
  }

  @Test func `the order of the two does not matter`() throws {
    let one = try Lift(both: 5, first: 20, second: 40, total: 90)
    #expect(try one == Lift(both: 5, first: 40, second: 20, total: 90))
  }

  @Test func `two that have nothing to do with each other have a lift of one`() throws {
    #expect(try Lift(both: 8, first: 20, second: 40, total: 100).interval.estimate == 1)
  }

  @Test func `what everybody has lifts nothing, and is sure`() throws {
    let interval = try Lift(both: 30, first: 30, second: 100, total: 100).interval
    #expect(interval.lower == 1 && interval.estimate == 1 && interval.upper == 1)
  }

  @Test func `counts that do not fit together are refused`() {
    #expect(throws: SampleError.countOutOfRange(count: 21, total: 20)) {
      try Lift(both: 21, first: 20, second: 40, total: 90)
    }
    #expect(throws: SampleError.countOutOfRange(count: 5, total: 60)) {
      try Lift(both: 5, first: 60, second: 70, total: 90)
    }
    #expect(throws: SampleError.emptyCell) {
      try Lift(both: 0, first: 20, second: 40, total: 90)
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try Lift(both: 0, first: 0, second: 0, total: 0)
    }
  }
}
