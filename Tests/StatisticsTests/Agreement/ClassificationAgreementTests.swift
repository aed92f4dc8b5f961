import Statistics
import Testing

@Suite struct ClassificationAgreementTests {
  @Test func `averages are means over categories`() throws {
    // 83 units in three categories; the shares below are fractions of the table.
    let agreement = try ClassificationAgreement(table: [[20, 3, 2], [4, 15, 6], [1, 2, 30]])
    let macro = try #require(agreement.macro)
    #expect(agreement.count == 83)
    #expect(agreement.accuracy.estimate.isClose(to: 65.0 / 83))
    let precisions = [20.0 / 25, 15.0 / 20, 30.0 / 38]
    let recalls = [20.0 / 25, 15.0 / 25, 30.0 / 33]
    let f1s = [40.0 / 50, 30.0 / 45, 60.0 / 71]
    #expect(macro.precision.estimate.isClose(to: precisions.reduce(0, +) / 3))
    #expect(macro.recall.estimate.isClose(to: recalls.reduce(0, +) / 3))
    #expect(macro.f1.estimate.isClose(to: f1s.reduce(0, +) / 3))
    #expect(agreement.balancedAccuracy == macro.recall.estimate)
    #expect(agreement.weighted.recall.isClose(to: agreement.accuracy.estimate))
    let weighted = zip([25.0, 25, 33], f1s).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agreement.weighted.f1.isClose(to: weighted / 83))
    #expect(agreement.categories.map(\.support) == [25, 25, 33])
  }

  @Test func `limits of averages agree with derivatives taken numerically`() throws {
    let table = [[20, 3, 2], [4, 15, 6], [1, 2, 30]]
    let macro = try #require(try ClassificationAgreement(table: table).macro)
    for (share, bases) in [
      (macro.precision, { (row: Double, column: Double) in column }),
      (macro.recall, { row, column in row }),
      (macro.f1, { row, column in (row + column) / 2 }),
    ] {
      let error = deltaMethodError(table, bases)
      #expect((share.upper - share.estimate).isClose(to: 1.959963984540054 * error, relative: 1e-7))
    }
  }

  /// The standard error of a mean of hits over bases, with derivatives by small steps.
  private func deltaMethodError(
    _ table: [[Int]], _ base: (Double, Double) -> Double
  ) -> Double {
    let size = Double(table.joined().reduce(0, +))
    func average(_ cells: [[Double]]) -> Double {
      cells.indices.reduce(0) { sum, index in
        let row = cells[index].reduce(0, +)
        let column = cells.reduce(0) { $0 + $1[index] }
        return sum + cells[index][index] / base(row, column) / Double(cells.count)
      }
    }
    let shares = table.map { $0.map { Double($0) / size } }
    var (squares, mean) = (0.0, 0.0)
    for row in table.indices {
      for column in table.indices {
        var (up, down) = (shares, shares)
        up[row][column] += 1e-5
        down[row][column] -= 1e-5
        let slope = (average(up) - average(down)) / 2e-5
        squares += shares[row][column] * slope * slope
        mean += shares[row][column] * slope
      }
    }
    return ((squares - mean * mean) / size).squareRoot()
  }

  @Test func `a category that was never coded counts as zero or not at all`() throws {
    let table = [[2, 0, 0], [1, 1, 0], [1, 1, 0]]
    let zero = try ClassificationAgreement(table: table, undefined: .zero)
    let leftOut = try ClassificationAgreement(table: table, undefined: .leftOut)
    #expect(zero.categories[2].precision == nil)
    #expect(zero.categories[2].recall?.estimate == 0)
    let macros = (try #require(zero.macro), try #require(leftOut.macro))
    #expect(macros.0.precision.estimate.isClose(to: 1.0 / 3))
    #expect(macros.1.precision.estimate.isClose(to: 1.0 / 2))
    #expect(macros.0.recall.estimate == macros.1.recall.estimate)
  }

  @Test func `the correlation is that of two codings, and kappa's sign`() throws {
    let binary = try ClassificationAgreement(table: [[50, 7], [4, 9]])
    let expected = 422 / 640_224.0.squareRoot()
    #expect(try #require(binary.matthewsCorrelation).isClose(to: expected))
    #expect(try ClassificationAgreement(table: [[3, 0], [0, 2]]).matthewsCorrelation == 1)
    #expect(try ClassificationAgreement(table: [[3]]).matthewsCorrelation == nil)
  }

  @Test func `tables that are none are refused`() {
    #expect(throws: SampleError.tableNotSquare(row: 0, expected: 1, found: 2)) {
      try ClassificationAgreement(table: [[1, 2]])
    }
    #expect(throws: SampleError.tooFewObservations(required: 1, found: 0)) {
      try ClassificationAgreement(table: [[0, 0], [0, 0]])
    }
  }

  @Test func `limits of averages stop at nothing and at all`() throws {
    let good = try #require(ClassificationAgreement(table: [[3, 0], [1, 2]]).macro)
    #expect(good.precision.upper == 1 && good.recall.upper == 1 && good.f1.upper == 1)
    #expect(good.precision.lower > 0)
    let bad = try #require(ClassificationAgreement(table: [[1, 4], [3, 0]]).macro)
    #expect(bad.precision.lower == 0 && bad.recall.lower == 0 && bad.f1.lower == 0)
    #expect(bad.precision.upper < 1)
  }
}
