import CEigen

/// A matrix of numbers, stored column by column.
struct Matrix: Sendable, Hashable, Codable {
  let rowCount: Int
  let columnCount: Int
  private(set) var elements: [Double]

  init(rows: Int, columns: Int) {
    rowCount = rows
    columnCount = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  init(columns: [[Double]]) {
    rowCount = columns.first?.count ?? 0
    columnCount = columns.count
    elements = columns.flatMap { $0 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[column * rowCount + row] }
    set { elements[column * rowCount + row] = newValue }
  }

  var diagonal: [Double] { (0..<min(rowCount, columnCount)).map { self[$0, $0] } }

  func column(_ column: Int) -> ArraySlice<Double> {
    elements[(column * rowCount)..<((column + 1) * rowCount)]
  }

  func row(_ row: Int) -> [Double] { (0..<columnCount).map { self[row, $0] } }

  /// The columns named, in that order.
  func columns(_ places: [Int]) -> Matrix {
    Matrix(columns: places.map { Array(column($0)) })
  }

  static func * (matrix: Matrix, vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: matrix.rowCount)
    for (column, factor) in vector.enumerated() where factor != 0 {
      let start = column * matrix.rowCount
      for row in result.indices { result[row] += factor * matrix.elements[start + row] }
    }
    return result
  }

  static func * (first: Matrix, second: Matrix) -> Matrix {
    Matrix(columns: (0..<second.columnCount).map { first * Array(second.column($0)) })
  }

  /// The products of the columns with a vector.
  func transposedTimes(_ vector: [Double]) -> [Double] {
    (0..<columnCount).map { column in
      let start = column * rowCount
      var sum = 0.0
      for row in vector.indices { sum += elements[start + row] * vector[row] }
      return sum
    }
  }

  var transposed: Matrix {
    var result = Matrix(rows: columnCount, columns: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Adds a vector times itself, as often as the factor says.
  mutating func addSquare(of vector: [Double], times factor: Double = 1) {
    for column in vector.indices {
      let scaled = factor * vector[column]
      for row in vector.indices { elements[column * rowCount + row] += vector[row] * scaled }
    }
  }

  static func += (matrix: inout Matrix, other: Matrix) {
    for place in matrix.elements.indices { matrix.elements[place] += other.elements[place] }
  }

  func scaled(by factor: Double) -> Matrix {
    var result = self
    for place in elements.indices { result.elements[place] *= factor }
    return result
  }

  /// The matrix in the coordinates of the rows of another: `outer * self * outer` turned over.
  func within(_ outer: Matrix) -> Matrix { outer * self * outer.transposed }

  /// The value that the matrix, as a square form, gives a vector.
  func form(_ vector: [Double]) -> Double { dot(vector, self * vector) }
}

func dot(_ first: [Double], _ second: [Double]) -> Double {
  var sum = 0.0
  for index in first.indices { sum += first[index] * second[index] }
  return sum
}

// MARK: Decompositions by Eigen

extension Matrix {
  /// The inverse of a symmetric positive definite matrix and the logarithm of its
  /// determinant; nil when it is not positive definite.
  func positiveDefiniteInverse() -> (inverse: Matrix, logDeterminant: Double)? {
    var inverse = Matrix(rows: rowCount, columns: rowCount)
    var logDeterminant = 0.0
    let size = Int32(rowCount)
    let isDefinite = unsafe elements.withUnsafeBufferPointer { elements in
      unsafe inverse.elements.withUnsafeMutableBufferPointer { inverse in
        unsafe eigen_invert_positive_definite(
          elements.baseAddress, size, inverse.baseAddress, &logDeterminant)
      }
    }
    return isDefinite == 1 ? (inverse, logDeterminant) : nil
  }

  /// The eigenvalues, ascending, and eigenvectors of a symmetric matrix.
  func symmetricDecomposition() -> (values: [Double], vectors: Matrix)? {
    var values = [Double](repeating: 0, count: rowCount)
    var vectors = Matrix(rows: rowCount, columns: rowCount)
    let size = Int32(rowCount)
    let isFound = unsafe elements.withUnsafeBufferPointer { elements in
      unsafe values.withUnsafeMutableBufferPointer { values in
        unsafe vectors.elements.withUnsafeMutableBufferPointer { vectors in
          unsafe eigen_symmetric_decomposition(
            elements.baseAddress, size, values.baseAddress, vectors.baseAddress)
        }
      }
    }
    return isFound == 1 ? (values, vectors) : nil
  }

  /// An orthonormal basis of the columns, and the inverse of the triangle that makes the
  /// columns from it.
  ///
  /// Throws when a column is a combination of those before it.
  func orthonormalBasis() throws(SampleError) -> (basis: Matrix, inverse: Matrix) {
    guard rowCount >= columnCount else {
      throw .tooFewObservations(required: columnCount, found: rowCount)
    }
    var basis = Matrix(rows: rowCount, columns: columnCount)
    var triangle = Matrix(rows: columnCount, columns: columnCount)
    var inverse = Matrix(rows: columnCount, columns: columnCount)
    let (rows, columns) = (Int32(rowCount), Int32(columnCount))
    let dependent = unsafe elements.withUnsafeBufferPointer { elements in
      unsafe basis.elements.withUnsafeMutableBufferPointer { basis in
        unsafe triangle.elements.withUnsafeMutableBufferPointer { triangle in
          unsafe eigen_orthonormal_basis(
            elements.baseAddress, rows, columns, basis.baseAddress, triangle.baseAddress)
        }
      }
    }
    guard dependent < 0 else { throw .dependentColumn(index: Int(dependent)) }
    unsafe triangle.elements.withUnsafeBufferPointer { triangle in
      unsafe inverse.elements.withUnsafeMutableBufferPointer { inverse in
        unsafe eigen_invert_triangle(triangle.baseAddress, columns, inverse.baseAddress)
      }
    }
    return (basis, inverse)
  }
}
