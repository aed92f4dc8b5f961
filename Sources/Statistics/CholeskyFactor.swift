/// The lower triangle whose product with its transpose is a positive definite matrix.
struct CholeskyFactor {
  private let rows: [[Double]]

  /// Nil when the matrix is not positive definite, or so nearly so that no digits are left.
  init?(_ matrix: [[Double]]) {
    var factor = matrix
    for row in matrix.indices {
      for column in 0...row {
        var rest = matrix[row][column]
        for k in 0..<column { rest -= factor[row][k] * factor[column][k] }
        if column < row {
          factor[row][column] = rest / factor[column][column]
        } else {
          guard rest > 1e-12 * abs(matrix[row][row]) else { return nil }
          factor[row][row] = rest.squareRoot()
        }
      }
    }
    rows = factor
  }

  /// The logarithm of the determinant of the matrix.
  var logDeterminant: Double {
    rows.indices.reduce(0) { $0 + 2 * log(rows[$1][$1]) }
  }

  /// The inverse of the triangle, times a vector.
  func forward(_ vector: [Double]) -> [Double] {
    var solution = vector
    for row in rows.indices {
      for k in 0..<row { solution[row] -= rows[row][k] * solution[k] }
      solution[row] /= rows[row][row]
    }
    return solution
  }

  /// The inverse of the matrix, times a vector.
  func solve(_ vector: [Double]) -> [Double] {
    var solution = forward(vector)
    for row in rows.indices.reversed() {
      for k in (row + 1)..<rows.count { solution[row] -= rows[k][row] * solution[k] }
      solution[row] /= rows[row][row]
    }
    return solution
  }

  var inverse: [[Double]] {
    rows.indices.map { column in solve(rows.indices.map { $0 == column ? 1 : 0 }) }
  }
}
