/// The search for the likeliest coefficients of a logistic model.
///
/// It moves in coordinates of an orthonormal basis of the columns, in which no column
/// outweighs another. A coefficient may be held at a value; the others then give way.
struct LogisticSearch: Sendable, Hashable, Codable {
  let outcome: [Bool]
  /// Turns coordinates of the basis into coefficients.
  let basisInverse: Matrix
  private let basis: Matrix
  private let isPenalized: Bool

  /// One coefficient that is held, and at which value.
  struct Hold {
    let place: Int
    let value: Double
  }

  init(
    _ design: DesignMatrix, _ outcome: [Bool], _ estimation: LogisticRegression.Estimation
  ) throws(SampleError) {
    (basis, basisInverse) = try design.matrix.orthonormalBasis()
    self.outcome = outcome
    isPenalized = estimation == .firth
  }

  func shares(_ point: [Double]) -> [Double] { (basis * point).map { 1 / (1 + exp(-$0)) } }

  func information(_ point: [Double]) -> Matrix {
    var information = Matrix(rows: point.count, columns: point.count)
    for (row, share) in shares(point).enumerated() {
      information.addSquare(of: basis.row(row), times: share * (1 - share))
    }
    return information
  }

  /// The logarithm of the likelihood, with the penalty where there is one.
  func value(_ point: [Double]) -> Double {
    var sum = 0.0
    for (holds, predictor) in zip(outcome, basis * point) {
      let signed = holds ? -predictor : predictor
      sum -= signed > 0 ? signed + log1p(exp(-signed)) : log1p(exp(signed))
    }
    guard isPenalized else { return sum }
    guard let determinant = information(point).positiveDefiniteInverse()?.logDeterminant
    else { return -.infinity }
    // The penalty is that of the columns themselves, not of their basis.
    let scale = basisInverse.diagonal.reduce(0) { $0 + log(abs($1)) }
    return sum + determinant / 2 - scale
  }

  /// The point of the highest value, from a starting point on.
  func maximum(
    from start: [Double], fixing hold: Hold?
  ) throws(SampleError) -> (point: [Double], value: Double) {
    var point = start
    if let hold { point = moved(point, to: hold) }
    var best = value(point)
    // With a penalty the steps are not Newton's, and close in more slowly.
    for _ in 0..<(isPenalized ? 5000 : 200) {
      guard var step = step(at: point, hold) else { throw .separation }
      // Far off they reach too far.
      let reach = (basis * step).reduce(0) { max($0, abs($1)) }
      if reach > 5 { step = step.map { $0 * 5 / reach } }
      var next = zip(point, step).map { $0 + $1 }
      var nextValue = value(next)
      var halvings = 0
      while !(nextValue >= best - 1e-13 * abs(best)), halvings < 50 {
        step = step.map { $0 / 2 }
        next = zip(point, step).map { $0 + $1 }
        nextValue = value(next)
        halvings += 1
      }
      (point, best) = (next, nextValue)
      let predictors = basis * point
      let moved = (basis * step).reduce(0) { max($0, abs($1)) }
      if moved < 1e-10 { return (point, best) }
      // Without a penalty the predictors of separated outcomes grow for ever.
      if predictors.contains(where: { abs($0) > 40 }), hold == nil { throw .separation }
    }
    throw .didNotConverge
  }

  /// The limit of a coefficient on one side, where twice the likelihood falls by the square of
  /// the quantile.
  func profileLimit(
    _ place: Int, estimate: Double, error: Double, best: Double, side: Double, quantile: Double
  ) throws(SampleError) -> Double {
    var point = [Double](repeating: 0, count: basis.columnCount)
    /// How far the held value lies beyond the limit, on the scale of the quantile.
    func excess(_ distance: Double) throws(SampleError) -> Double {
      let held = try maximum(
        from: point, fixing: Hold(place: place, value: estimate + side * distance))
      point = held.point
      return (2 * max(0, best - held.value)).squareRoot() - quantile
    }
    var end = quantile * error
    while try excess(end) < 0 {
      end *= 1.5
      guard end < 1e3 * quantile * error else { throw .didNotConverge }
    }
    return estimate + side * (try crossing(from: 0, to: end, excess))
  }

  /// The point moved along the line that changes the held coefficient least in the others.
  private func moved(_ point: [Double], to hold: Hold) -> [Double] {
    let row = basisInverse.row(hold.place)
    let gap = (hold.value - dot(row, point)) / dot(row, row)
    return zip(point, row).map { $0 + gap * $1 }
  }

  private func step(at point: [Double], _ hold: Hold?) -> [Double]? {
    let shares = shares(point)
    guard let inverse = information(point).positiveDefiniteInverse()?.inverse else {
      return nil
    }
    var residuals = zip(outcome, shares).map { ($0 ? 1 : 0) - $1 }
    if isPenalized {
      for row in residuals.indices {
        let leverage = shares[row] * (1 - shares[row]) * inverse.form(basis.row(row))
        residuals[row] += leverage * (0.5 - shares[row])
      }
    }
    let step = inverse * basis.transposedTimes(residuals)
    guard let hold else { return step }
    // Only along directions that leave the held coefficient as it is.
    let row = basisInverse.row(hold.place)
    let direction = inverse * row
    let excess = dot(row, step) / dot(row, direction)
    return zip(step, direction).map { $0 - excess * $1 }
  }
}
