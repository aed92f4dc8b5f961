extension LeastSquares {
  /// The covariance that allows for clusters.
  func clustered(
    _ correction: ClusterCorrection, _ labels: [Int]
  ) throws(SampleError) -> Covariance {
    guard labels.count == count else {
      throw .unequalLengths(first: count, second: labels.count)
    }
    let clusters = Dictionary(grouping: labels.indices, by: { labels[$0] })
      .sorted { $0.key < $1.key }.map(\.value)
    guard clusters.count >= 2 else {
      throw .tooFewCategories(required: 2, found: clusters.count)
    }
    let number = Double(clusters.count)
    let size = Double(count)
    let factor =
      switch correction {
      case .cr0, .cr2: 1.0
      case .cr1: number / (number - 1)
      case .cr1s: number / (number - 1) * (size - 1) / residualDegrees
      }
    var adjustments: [Adjustment] = []
    if correction == .cr2 {
      for rows in clusters { adjustments.append(try Adjustment(rows, basis)) }
    }
    var meat = Matrix(rows: estimates.count, columns: estimates.count)
    for (place, rows) in clusters.enumerated() {
      var score = [Double](repeating: 0, count: estimates.count)
      for row in rows {
        let coordinates = basis.row(row)
        for column in score.indices { score[column] += coordinates[column] * residuals[row] }
      }
      meat.addSquare(of: correction == .cr2 ? adjustments[place].adjusted(score) : score)
    }
    let matrix = meat.scaled(by: factor).within(inverse)
    guard correction == .cr2 else { return Covariance(matrix: matrix) { _ in number - 1 } }
    return Covariance(matrix: matrix) { place in
      satterthwaiteDegrees(adjustments, inverse.row(place))
    }
  }

  /// The degrees of freedom of a t-test of one coefficient, if the spread is the same
  /// everywhere.
  ///
  /// The variance estimate is then a square form of the outcome; its degrees of freedom are
  /// those of the chi-squared distribution with the same mean and variance.
  private func satterthwaiteDegrees(
    _ adjustments: [Adjustment], _ contrast: [Double]
  ) -> Double {
    var (sum, squares) = (0.0, 0.0)
    var spread = Matrix(rows: contrast.count, columns: contrast.count)
    for adjustment in adjustments {
      // What the adjusted residuals of the cluster give to the contrast, in coordinates of
      // the basis, and its squared length before the fit takes its part.
      let inner = adjustment.adjusted(contrast)
      let own = adjustment.squareLength(contrast)
      let fitted = adjustment.gram * inner
      let taken = dot(fitted, fitted)
      sum += own - taken
      squares += own * own - 2 * own * taken
      spread.addSquare(of: fitted)
    }
    // All pairs of clusters at once.
    squares += (spread * spread).diagonal.reduce(0, +)
    return sum * sum / squares
  }
}

/// How CR2 corrects the residuals of one cluster for its leverage, in coordinates of the basis.
///
/// The inverse square root of what the fit leaves of the cluster has the eigenvectors of the
/// cluster's own squares, so no matrix is larger than the number of columns.
private struct Adjustment {
  /// The squares and products of the basis over the rows of the cluster.
  let gram: Matrix
  /// Turns the coordinates of plain residuals into those of corrected ones.
  private let factor: Matrix

  init(_ rows: [Int], _ basis: Matrix) throws(SampleError) {
    var gram = Matrix(rows: basis.columnCount, columns: basis.columnCount)
    for row in rows { gram.addSquare(of: basis.row(row)) }
    guard let (values, vectors) = gram.symmetricDecomposition() else {
      throw .didNotConverge
    }
    var factor = Matrix(rows: gram.rowCount, columns: gram.rowCount)
    for (place, value) in values.enumerated() {
      // Directions that the cluster alone decides have no residual to correct.
      let scale = value < 1 - 1e-10 ? 1 / (1 - value).squareRoot() : 0
      factor.addSquare(of: Array(vectors.column(place)), times: scale)
    }
    self.gram = gram
    self.factor = factor
  }

  func adjusted(_ coordinates: [Double]) -> [Double] { factor * coordinates }

  /// The squared length of the corrected contrast over the rows of the cluster.
  func squareLength(_ contrast: [Double]) -> Double { gram.form(factor * contrast) }
}
