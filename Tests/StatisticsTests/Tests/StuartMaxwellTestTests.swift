import Statistics
import Testing

@Suite struct StuartMaxwellTestTests {
  struct Case: NamedCase {
    let name: String
    let table: [[Int]]
    let statistic: Double
    let pValue: Double
  }

  @Test(arguments: try referenceCases("stuart-maxwell-test", as: Case.self))
  func `agrees with R's coin`(_ reference: Case) throws {
    let test = try StuartMaxwellTest(table: reference.table)
    #expect(test.statistic.isClose(to: reference.statistic, relative: 1e-11))
    #expect(test.pValue.isClose(to: reference.pValue, relative: 1e-11))
  }

  @Test func `the order of categories and unused ones do not matter`() throws {
    let test = try StuartMaxwellTest(table: [[20, 10, 5], [3, 30, 15], [0, 5, 40]])
    let turned = try StuartMaxwellTest(
      table: [[40, 0, 5, 0], [0, 0, 0, 0], [15, 0, 30, 3], [5, 0, 10, 20]])
    #expect(test.statistic.isClose(to: turned.statistic))
    #expect(test.degreesOfFreedom == 2 && turned.degreesOfFreedom == 2)
    #expect(test.shifts.reduce(0, +).isClose(to: 0) || abs(test.shifts.reduce(0, +)) < 1e-15)
    #expect(test.changedCount == 38)
  }

  @Test func `tables without change are refused`() {
    #expect(throws: SampleError.noDifferences) {
      try StuartMaxwellTest(table: [[4, 0], [0, 6]])
    }
    #expect(throws: SampleError.tooFewCategories(required: 2, found: 1)) {
      try StuartMaxwellTest(table: [[4, 0], [0, 0]])
    }
    #expect(throws: SampleError.tableNotSquare(row: 1, expected: 2, found: 3)) {
      try StuartMaxwellTest(table: [[4, 0], [0, 6, 1]])
    }
  }
}
