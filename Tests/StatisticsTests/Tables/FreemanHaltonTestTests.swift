import Statistics
import Testing

@Suite struct FreemanHaltonTestTests {
  private func exact(_ rows: [[Int]]) throws -> FreemanHaltonTest {
    try FreemanHaltonTest(ContingencyTable(rows), seed: 7)
  }

  @Test func `a two by two table gives what Fisher's test gives`() throws {
    for (a, b, c, d) in [(3, 1, 2, 9), (7, 4, 5, 5), (0, 6, 8, 1), (120, 95, 88, 140)] {
      let fisher = try FisherExactTest(
        successes: a, trials: a + b, otherSuccesses: c, otherTrials: c + d)
      #expect(try exact([[a, b], [c, d]]).pValue.isClose(to: fisher.pValue, relative: 1e-9))
    }
  }

  @Test func `every table with the margins is counted`() throws {
    let rows = [[3, 0, 2], [1, 4, 1], [0, 2, 4]]
    let observed = weight(rows.flatMap(\.self))
    var (all, asUnlikely) = (0.0, 0.0)
    for a in 0...4 {
      for b in 0...6 {
        for c in 0...4 {
          for d in 0...6 {
            let cells = [a, b, 5 - a - b, c, d, 6 - c - d, 4 - a - c, 6 - b - d]
            let table = cells + [17 - cells.reduce(0, +)]
            guard table.allSatisfy({ $0 >= 0 }) else { continue }
            all += weight(table)
            if weight(table) <= observed * (1 + 1e-9) { asUnlikely += weight(table) }
          }
        }
      }
    }
    let test = try exact(rows)
    #expect(test.pValue.isClose(to: asUnlikely / all, relative: 1e-10))
    #expect(test.statistic.isClose(to: observed / all, relative: 1e-10))
    #expect(test.method == .exact && test.standardError == nil)
  }

  /// One over the product of the factorials of the cells.
  private func weight(_ cells: [Int]) -> Double {
    cells.reduce(1) { $0 / (0..<$1).reduce(1) { $0 * Double($1 + 1) } }
  }

  @Test func `turning the table or swapping its rows changes nothing`() throws {
    let rows = [[2, 4, 0, 1], [5, 1, 3, 0], [0, 2, 2, 6]]
    let turned = (0..<4).map { column in rows.map { $0[column] } }
    let first = try exact(rows).pValue
    #expect(try exact(turned).pValue.isClose(to: first, relative: 1e-10))
    #expect(try exact(rows.reversed()).pValue.isClose(to: first, relative: 1e-10))
  }

  @Test func `beyond the limit the p-value is drawn, the same for the same seed`() throws {
    let rows = [[12, 4, 7], [5, 11, 6], [6, 9, 15]]
    let table = try ContingencyTable(rows)
    let exact = try exact(rows)
    let drawn = try FreemanHaltonTest(table, seed: 1, limit: 10)
    let error = try #require(drawn.standardError)
    #expect(drawn.method == .monteCarlo)
    #expect(abs(drawn.pValue - exact.pValue) < 4 * error)
    #expect(try FreemanHaltonTest(table, seed: 1, limit: 10) == drawn)
    #expect(try FreemanHaltonTest(table, seed: 2, limit: 10).pValue != drawn.pValue)
  }
}
