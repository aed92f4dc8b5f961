import Statistics
import Testing

@Suite struct PolychoricCorrelationTests {
  struct Case: NamedCase {
    let name: String
    let table: [[Int]]
    let coefficient: Double
    let standardError: Double
    let twoStep: Double
  }

  @Test(arguments: try referenceCases("polychoric-correlation", as: Case.self))
  func `agrees with R's polycor to its digits`(_ reference: Case) throws {
    let correlation = try PolychoricCorrelation(table: reference.table)
    #expect(abs(correlation.interval.estimate - reference.coefficient) < 2e-4)
    #expect(abs(correlation.standardError - reference.standardError) < 2e-4)
    #expect(abs(correlation.twoStep - reference.twoStep) < 2e-5)
  }

  @Test func `halves at the median follow the sine of the share`() throws {
    // Sheppard's formula: with both limits at 0, a quarter of the angle is the excess.
    let correlation = try PolychoricCorrelation(table: [[40, 20], [20, 40]])
    #expect(correlation.interval.estimate.isClose(to: 0.5, relative: 1e-9))
  }

  @Test func `unused categories and the order of a measure do not matter`() throws {
    let plain = try PolychoricCorrelation(table: [[12, 20, 8], [6, 25, 22]])
    let wider = try PolychoricCorrelation(table: [[12, 0, 20, 8], [0, 0, 0, 0], [6, 0, 25, 22]])
    let turned = try PolychoricCorrelation(table: [[6, 25, 22], [12, 20, 8]])
    #expect(plain == wider)
    #expect(
      plain.interval.estimate.isClose(to: -turned.interval.estimate, relative: 1e-8))
  }

  @Test func `tables that tell nothing are refused`() {
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try PolychoricCorrelation(table: [[3, 4], [0, 0]])
    }
    #expect(throws: SampleError.didNotConverge) {
      try PolychoricCorrelation(table: [[10, 0], [0, 12]])
    }
    #expect(throws: SampleError.negativeCount(index: 3)) {
      try PolychoricCorrelation(table: [[10, 1], [2, -1]])
    }
  }
}
