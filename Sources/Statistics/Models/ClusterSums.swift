/// What the likelihood of a random-intercept model needs of the data.
///
/// With equal variances everywhere, a cluster enters by its size, the sums of the columns and
/// the sum of the outcome over it. Clusters of the same size are added up, so that the search
/// for the ratio of the variances takes the same time for ten clusters as for ten thousand.
/// Columns are in coordinates of an orthonormal basis, outcomes the residuals of least squares.
struct ClusterSums {
  enum Likelihood { case restricted, full }

  let clusterCount: Int
  private let residualDegrees: Double
  private let count: Double
  private let residualSquares: Double
  private let sizes: [SizeSums]

  private struct SizeSums {
    let size: Double
    var clusters = 0.0
    var columns: Matrix
    var mixed: [Double]
    var outcome = 0.0
  }

  init(_ fit: LeastSquares, _ labels: [Int]) throws(SampleError) {
    let columns = fit.estimates.count
    var places: [Int: Int] = [:]
    for label in labels where places[label] == nil { places[label] = places.count }
    guard places.count >= 2 else {
      throw .tooFewCategories(required: 2, found: places.count)
    }
    var counts = [Int](repeating: 0, count: places.count)
    var outcomes = [Double](repeating: 0, count: places.count)
    var sums = Matrix(rows: columns, columns: places.count)
    for (row, label) in labels.enumerated() {
      let place = places[label] ?? 0
      counts[place] += 1
      outcomes[place] += fit.residuals[row]
      for column in 0..<columns { sums[column, place] += fit.basis[row, column] }
    }
    guard counts.contains(where: { $0 > 1 }) else {
      throw .tooFewObservations(required: 2, found: 1)
    }
    var bySize: [Int: SizeSums] = [:]
    for (place, size) in counts.enumerated() {
      var sizeSums =
        bySize[size]
        ?? SizeSums(
          size: Double(size), columns: Matrix(rows: columns, columns: columns),
          mixed: [Double](repeating: 0, count: columns))
      let vector = Array(sums.column(place))
      sizeSums.clusters += 1
      sizeSums.columns.addSquare(of: vector)
      for column in vector.indices { sizeSums.mixed[column] += vector[column] * outcomes[place] }
      sizeSums.outcome += outcomes[place] * outcomes[place]
      bySize[size] = sizeSums
    }
    sizes = bySize.sorted { $0.key < $1.key }.map(\.value)
    clusterCount = places.count
    count = Double(fit.count)
    residualDegrees = fit.residualDegrees
    residualSquares = fit.residualSquares
  }

  /// The likelihood and how it bends, at one ratio of the variance between clusters to that
  /// within them.
  struct State {
    /// The inverse of the columns' squares, weighted by the covariance of the outcome.
    let inverse: Matrix
    /// How these squares change with the ratio.
    let slopes: Matrix
    /// What is added to the coordinates of least squares.
    let shift: [Double]
    /// The weighted squares of the residuals, with their first and second derivative.
    let squares: Double
    let squaresSlope: Double
    let squaresBend: Double
    /// The logarithm of the determinant of the outcome's covariance, over the residual variance.
    let logDeterminant: Double
    let logDeterminantSlope: Double
    /// The same for the columns' weighted squares.
    let logFixed: Double
    let logFixedSlope: Double
    /// The second derivative of both logarithms together.
    let determinantBend: Double
  }

  func state(_ ratio: Double) throws(SampleError) -> State {
    let columns = sizes[0].mixed.count
    var squares = Matrix(rows: columns, columns: columns)
    for place in 0..<columns { squares[place, place] = 1 }
    var slopes = Matrix(rows: columns, columns: columns)
    var bends = slopes
    var (mixed, mixedSlope, mixedBend) = (
      [Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns),
      [Double](repeating: 0, count: columns)
    )
    var (outcome, outcomeSlope, outcomeBend) = (residualSquares, 0.0, 0.0)
    var (logarithm, logarithmSlope, logarithmBend) = (0.0, 0.0, 0.0)
    for sums in sizes {
      let growth = 1 + sums.size * ratio
      let weight = -ratio / growth
      let slope = -1 / (growth * growth)
      let bend = 2 * sums.size / (growth * growth * growth)
      squares += sums.columns.scaled(by: weight)
      slopes += sums.columns.scaled(by: slope)
      bends += sums.columns.scaled(by: bend)
      for place in 0..<columns {
        mixed[place] += weight * sums.mixed[place]
        mixedSlope[place] += slope * sums.mixed[place]
        mixedBend[place] += bend * sums.mixed[place]
      }
      outcome += weight * sums.outcome
      outcomeSlope += slope * sums.outcome
      outcomeBend += bend * sums.outcome
      logarithm += sums.clusters * log(growth)
      logarithmSlope += sums.clusters * sums.size / growth
      logarithmBend -= sums.clusters * sums.size * sums.size / (growth * growth)
    }
    guard let (inverse, logFixed) = squares.positiveDefiniteInverse() else {
      throw .didNotConverge
    }
    let shift = inverse * mixed
    let rest = zip(mixedSlope, slopes * shift).map { $0 - $1 }
    let turned = inverse * slopes
    return State(
      inverse: inverse, slopes: slopes, shift: shift,
      squares: outcome - dot(mixed, shift),
      squaresSlope: outcomeSlope - 2 * dot(mixedSlope, shift) + slopes.form(shift),
      squaresBend: outcomeBend - 2 * dot(mixedBend, shift) + bends.form(shift)
        - 2 * inverse.form(rest),
      logDeterminant: logarithm, logDeterminantSlope: logarithmSlope, logFixed: logFixed,
      logFixedSlope: turned.diagonal.reduce(0, +),
      determinantBend: logarithmBend + (inverse * bends).diagonal.reduce(0, +)
        - (turned * turned).diagonal.reduce(0, +))
  }

  /// The likeliest ratio of the variances, nil when it grows for ever.
  ///
  /// All places where the likelihood stops rising are compared, as there may be two of them.
  func bestRatio(_ likelihood: Likelihood) -> Double? {
    let steps = [0] + stride(from: -6.0, through: 9, by: 0.25).map { pow(10, $0) }
    let slopes = steps.map { slope(likelihood, $0) }
    guard let last = slopes.last, last > 0 else { return nil }
    var candidates = slopes[0] >= 0 ? [0.0] : []
    for place in slopes.indices.dropLast() where slopes[place] < 0 && slopes[place + 1] >= 0 {
      let ratio = root(from: steps[place], to: steps[place + 1]) { slope(likelihood, $0) }
      if let ratio { candidates.append(ratio) }
    }
    return candidates.min { criterion(likelihood, $0) < criterion(likelihood, $1) }
  }

  private func degrees(_ likelihood: Likelihood) -> Double {
    likelihood == .restricted ? residualDegrees : count
  }

  /// Twice the negative logarithm of the likelihood, but for constants.
  private func criterion(_ likelihood: Likelihood, _ ratio: Double) -> Double {
    guard let state = try? state(ratio), state.squares > 0 else { return .infinity }
    return degrees(likelihood) * log(state.squares) + state.logDeterminant
      + (likelihood == .restricted ? state.logFixed : 0)
  }

  private func slope(_ likelihood: Likelihood, _ ratio: Double) -> Double {
    guard let state = try? state(ratio) else { return .nan }
    return degrees(likelihood) * state.squaresSlope / state.squares + state.logDeterminantSlope
      + (likelihood == .restricted ? state.logFixedSlope : 0)
  }
}
