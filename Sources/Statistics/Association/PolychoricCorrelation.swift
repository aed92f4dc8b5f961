/// Estimates how closely two measures would follow a straight line, were they not known in
/// ordered categories only.
///
/// Rows are the ordered categories of one measure, columns those of the other. The estimate
/// maximizes the likelihood over the correlation and the limits of the categories; `twoStep`
/// takes the limits from the margins first. Categories that nobody used are left out. With
/// two categories each it is the tetrachoric correlation. Throws when the rows differ in
/// length, when a count is negative, when a measure has fewer than two categories in use,
/// when the likelihood has no maximum inside, as with perfect association, or when the level
/// is not between 0 and 1. Assumes independent observations of two measures that are normal
/// together.
///
/// - Reference: Olsson (1979), doi:10.1007/BF02296207.
public struct PolychoricCorrelation: Sendable, Hashable, Codable {
  public let count: Int
  /// The estimate with an interval that is symmetric on Fisher's scale.
  public let interval: Interval
  public let standardError: Double
  /// The estimate given the limits of the categories that the margins suggest.
  public let twoStep: Double

  public init(table: [[Int]], level: Double = 0.95) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let cells = try Self.cellsInUse(table)
    let likelihood = CellLikelihood(cells)
    let start = likelihood.startFromMargins
    guard let correlation = Self.correlation(likelihood, start) else { throw .didNotConverge }
    var first = start
    first[0] = correlation
    guard
      let (best, error) = Self.maximum(likelihood, first), abs(best[0]) < 0.99999
    else { throw .didNotConverge }
    count = cells.reduce(0) { $0 + $1.reduce(0, +) }
    twoStep = correlation
    standardError = error
    let transformed = atanh(best[0])
    let margin = quantile * error / ((1 - best[0]) * (1 + best[0]))
    interval = Interval(
      estimate: best[0], lower: tanh(transformed - margin), upper: tanh(transformed + margin),
      level: level)
  }

  private static func cellsInUse(_ table: [[Int]]) throws(SampleError) -> [[Int]] {
    let width = table.first?.count ?? 0
    for (row, counts) in table.enumerated() {
      guard counts.count == width else {
        throw .tableNotSquare(row: row, expected: width, found: counts.count)
      }
      for (column, count) in counts.enumerated() {
        guard count >= 0 else { throw .negativeCount(index: row * width + column) }
      }
    }
    let columns = (0..<width).filter { column in table.contains { $0[column] > 0 } }
    let rows = table.filter { $0.contains { $0 > 0 } }
    guard rows.count >= 2, columns.count >= 2 else {
      throw .tooFewCategories(required: 2, found: min(rows.count, columns.count))
    }
    return rows.map { row in columns.map { row[$0] } }
  }

  /// The correlation that is likeliest for given limits.
  ///
  /// The search goes from zero up the slope in steps of Fisher's scale. Near a correlation of
  /// one a cell in use may have no share that arithmetic can tell from zero; the maximum then
  /// lies on this side.
  private static func correlation(_ likelihood: CellLikelihood, _ start: [Double]) -> Double? {
    func slope(_ correlation: Double) -> Double? {
      var parameters = start
      parameters[0] = correlation
      guard likelihood.logarithm(parameters).isFinite else { return nil }
      return likelihood.slopes(parameters)[0]
    }
    let beyond = 1e300
    guard let initial = slope(0) else { return nil }
    let direction = initial < 0 ? -1.0 : 1.0
    var (near, far) = (0.0, 0.0)
    repeat {
      near = far
      far += 0.25 * direction
      guard abs(far) < 5.5 else { return nil }
    } while direction * (slope(tanh(far)) ?? -direction * beyond) > 0
    return root(from: min(tanh(near), tanh(far)), to: max(tanh(near), tanh(far))) { correlation in
      -(slope(correlation) ?? -direction * beyond)
    }
  }

  /// The parameters that are likeliest, and the standard error of the correlation.
  private static func maximum(
    _ likelihood: CellLikelihood, _ start: [Double]
  ) -> (parameters: [Double], standardError: Double)? {
    var parameters = start
    var value = likelihood.logarithm(parameters)
    for _ in 0..<100 {
      let slopes = likelihood.slopes(parameters)
      guard let inverse = likelihood.information(parameters).positiveDefiniteInverse()?.inverse
      else { return nil }
      var step = inverse * slopes
      var next = zip(parameters, step).map { $0 + $1 }
      var nextValue = likelihood.logarithm(next)
      var halvings = 0
      while !(nextValue >= value - 1e-12 * abs(value)), halvings < 40 {
        step = step.map { $0 / 2 }
        next = zip(parameters, step).map { $0 + $1 }
        nextValue = likelihood.logarithm(next)
        halvings += 1
      }
      guard halvings < 40 else { return nil }
      (parameters, value) = (next, nextValue)
      guard step.contains(where: { abs($0) > 1e-10 }) else {
        guard
          let inverse = likelihood.observedInformation(parameters).positiveDefiniteInverse()
        else { return nil }
        return (parameters, inverse.inverse[0, 0].squareRoot())
      }
    }
    return nil
  }
}

/// The likelihood of a cross table of two measures that are normal together.
///
/// The parameters are the correlation, the limits between the rows, and those between the
/// columns.
private struct CellLikelihood {
  private let cells: [[Int]]
  private let total: Double
  private var rowLimits: Int { cells.count - 1 }
  private var columnLimits: Int { cells[0].count - 1 }

  init(_ cells: [[Int]]) {
    self.cells = cells
    total = Double(cells.reduce(0) { $0 + $1.reduce(0, +) })
  }

  var startFromMargins: [Double] {
    let columns = cells[0].indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    return [0] + limits(cells.map { $0.reduce(0, +) }) + limits(columns)
  }

  private func limits(_ margin: [Int]) -> [Double] {
    var below = 0
    return margin.dropLast().map { count in
      below += count
      return -Normal.upperQuantile(Double(below) / total)
    }
  }

  func logarithm(_ parameters: [Double]) -> Double {
    guard abs(parameters[0]) < 1 else { return -.infinity }
    let shares = shares(parameters)
    var sum = 0.0
    for row in cells.indices {
      for column in cells[row].indices where cells[row][column] > 0 {
        guard shares[row][column] > 0 else { return -.infinity }
        sum += Double(cells[row][column]) * log(shares[row][column])
      }
    }
    return sum
  }

  func slopes(_ parameters: [Double]) -> [Double] {
    let shares = shares(parameters)
    return forEachCell(parameters).reduce(into: parameters.map { _ in 0 }) { sum, cell in
      let count = cells[cell.row][cell.column]
      let share = shares[cell.row][cell.column]
      guard count > 0, share > 0 else { return }
      for (place, slope) in cell.slopes { sum[place] += Double(count) * slope / share }
    }
  }

  /// Fisher's information: what a sample of this size tells on average.
  func information(_ parameters: [Double]) -> Matrix {
    let shares = shares(parameters)
    var result = Matrix(rows: parameters.count, columns: parameters.count)
    for cell in forEachCell(parameters) {
      let share = shares[cell.row][cell.column]
      guard share > 1e-14 else { continue }
      for (one, slope) in cell.slopes {
        for (other, otherSlope) in cell.slopes {
          result[one, other] += total * slope * otherSlope / share
        }
      }
    }
    return result
  }

  /// What this very sample tells: how fast the slopes change.
  func observedInformation(_ parameters: [Double]) -> Matrix {
    let step = 1e-5
    var result = Matrix(rows: parameters.count, columns: parameters.count)
    for column in parameters.indices {
      var (up, down) = (parameters, parameters)
      up[column] += step
      down[column] -= step
      let (above, below) = (slopes(up), slopes(down))
      for row in parameters.indices {
        let change = (below[row] - above[row]) / (4 * step)
        result[row, column] += change
        result[column, row] += change
      }
    }
    return result
  }

  private func shares(_ parameters: [Double]) -> [[Double]] {
    let normal = BivariateNormal(correlation: parameters[0])
    let (rows, columns) = bounds(parameters)
    let corners = rows.map { row in columns.map { normal.lowerTail(row, $0) } }
    return cells.indices.map { row in
      cells[row].indices.map { column in
        corners[row + 1][column + 1] - corners[row][column + 1]
          - corners[row + 1][column] + corners[row][column]
      }
    }
  }

  /// The limits with those at either end, which are infinite.
  private func bounds(_ parameters: [Double]) -> (rows: [Double], columns: [Double]) {
    let rows = parameters[1...rowLimits]
    let columns = parameters[(1 + rowLimits)...]
    return (
      [-.infinity] + rows + [.infinity], [-.infinity] + columns + [.infinity]
    )
  }

  private struct CellSlopes {
    let row: Int
    let column: Int
    /// By parameter, how fast the share of the cell changes.
    let slopes: [(place: Int, slope: Double)]
  }

  private func forEachCell(_ parameters: [Double]) -> [CellSlopes] {
    let normal = BivariateNormal(correlation: parameters[0])
    let (rows, columns) = bounds(parameters)
    let spread = ((1 - parameters[0]) * (1 + parameters[0])).squareRoot()
    /// How fast the probability up to a corner changes with one of its limits.
    func edge(_ limit: Double, _ other: Double) -> Double {
      guard limit.isFinite else { return 0 }
      let rest = other.isFinite ? (other - parameters[0] * limit) / spread : other
      return Normal.density(limit) * Normal.upperTail(-rest)
    }
    return cells.indices.flatMap { row in
      cells[row].indices.map { column in
        var slopes = [
          (
            place: 0,
            slope: normal.density(rows[row + 1], columns[column + 1])
              - normal.density(rows[row], columns[column + 1])
              - normal.density(rows[row + 1], columns[column])
              + normal.density(rows[row], columns[column])
          )
        ]
        for (limit, sign) in [(row + 1, 1.0), (row, -1.0)] where rows[limit].isFinite {
          let slope = edge(rows[limit], columns[column + 1]) - edge(rows[limit], columns[column])
          slopes.append((limit, sign * slope))
        }
        for (limit, sign) in [(column + 1, 1.0), (column, -1.0)] where columns[limit].isFinite {
          let slope = edge(columns[limit], rows[row + 1]) - edge(columns[limit], rows[row])
          slopes.append((rowLimits + limit, sign * slope))
        }
        return CellSlopes(row: row, column: column, slopes: slopes)
      }
    }
  }
}
