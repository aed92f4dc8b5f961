/// Estimates a linear model by least squares.
///
/// Standard errors are asked for by kind: `.hc3` where the spread may differ between
/// observations, `.clustered` where observations belong together. Throws when outcome and
/// design differ in length, when there are no more observations than columns, when the
/// outcome is not finite or does not vary, or when a column follows from those before it.
/// Assumes a straight-line relation and independent observations, or independent clusters;
/// tests and intervals also assume that the coefficients are near normal.
///
/// - Reference: Gauss (1823), Theoria combinationis; robust errors by MacKinnon & White
///   (1985), doi:10.1016/0304-4076(85)90158-7.
public struct LeastSquares: Sendable, Hashable, Codable {
  public let design: DesignMatrix
  public let estimates: [Double]
  public let residuals: [Double]
  /// How far each observation pulls its own fitted value, from 0 to 1.
  public let leverages: [Double]
  /// Observations less columns.
  public let residualDegrees: Double
  public let residualSquares: Double
  /// The squared deviations of the outcome from its mean.
  public let totalSquares: Double
  let basis: Matrix
  /// Turns coordinates of the basis into coefficients.
  let inverse: Matrix

  public var count: Int { design.count }

  /// The standard deviation of the residuals.
  public var residualDeviation: Double { (residualSquares / residualDegrees).squareRoot() }

  public var rSquared: Double { 1 - residualSquares / totalSquares }

  public var adjustedRSquared: Double {
    1 - residualSquares / totalSquares * Double(count - 1) / residualDegrees
  }

  /// The logarithm of the likelihood, if the residuals are normal.
  public var logLikelihood: Double {
    let size = Double(count)
    return -size / 2 * (log(2 * Double.pi * residualSquares / size) + 1)
  }

  /// Akaike's criterion; the residual variance counts as a parameter, as in R.
  public var akaikeCriterion: Double { -2 * logLikelihood + 2 * Double(estimates.count + 1) }

  /// The Bayesian criterion; the residual variance counts as a parameter, as in R.
  public var bayesianCriterion: Double {
    -2 * logLikelihood + log(Double(count)) * Double(estimates.count + 1)
  }

  public init(_ design: DesignMatrix, outcome: Span<Double>) throws(SampleError) {
    guard outcome.count == design.count else {
      throw .unequalLengths(first: design.count, second: outcome.count)
    }
    guard design.count > design.names.count else {
      throw .tooFewObservations(required: design.names.count + 1, found: design.count)
    }
    // Less its mean, which the constant takes up: large outcomes lose no digits.
    let deviations = try Deviations(outcome)
    let center = try mean(outcome)
    let (basis, inverse) = try design.matrix.orthonormalBasis()
    var coordinates = basis.transposedTimes(deviations.values)
    var residuals = zip(deviations.values, basis * coordinates).map { $0 - $1 }
    // A second round takes out what rounding left of the columns in the residuals.
    let correction = basis.transposedTimes(residuals)
    coordinates = zip(coordinates, correction).map { $0 + $1 }
    residuals = zip(residuals, basis * correction).map { $0 - $1 }
    var estimates = inverse * coordinates
    estimates[0] += center
    self.design = design
    self.basis = basis
    self.inverse = inverse
    self.estimates = estimates
    self.residuals = residuals
    leverages = (0..<design.count).map { row in
      let coordinates = basis.row(row)
      return dot(coordinates, coordinates)
    }
    residualDegrees = Double(design.count - design.names.count)
    totalSquares = deviations.length * deviations.length
    residualSquares = dot(residuals, residuals)
  }

  /// The coefficients with their intervals and tests.
  ///
  /// Throws when the level is not between 0 and 1, when the model fits without error, or when
  /// the errors asked for do not exist.
  public func coefficients(
    errors: StandardErrors = .classical, level: Double = 0.95
  ) throws(SampleError) -> [Coefficient] {
    let confidence = try ConfidenceLevel(level)
    let covariance = try covariance(errors)
    return estimates.indices.map { place in
      Coefficient(
        design.names[place], estimate: estimates[place],
        variance: covariance.matrix[place, place],
        degreesOfFreedom: covariance.degreesOfFreedom(place), confidence)
    }
  }

  /// The test whether a term adds anything to all others.
  ///
  /// Throws when there is no such term, or when the model fits without error.
  public func test(ofTerm name: String) throws(SampleError) -> TermTest {
    let term = try design.term(name)
    let places = Array(term.columns)
    let covariance = try covariance(.classical).matrix
    return try self.test(name, places, covariance)
  }

  /// The test whether the terms together explain anything.
  ///
  /// Throws when the design has the constant only, or when the model fits without error.
  public func test() throws(SampleError) -> TermTest {
    guard estimates.count > 1 else { throw .tooFewCategories(required: 2, found: 1) }
    try checkSpread()
    let size = Double(estimates.count - 1)
    return TermTest(
      "model",
      statistic: (totalSquares - residualSquares) / size / (residualSquares / residualDegrees),
      size, residualDegrees)
  }

  private func test(
    _ name: String, _ places: [Int], _ covariance: Matrix
  ) throws(SampleError) -> TermTest {
    var block = Matrix(rows: places.count, columns: places.count)
    for (row, one) in places.enumerated() {
      for (column, other) in places.enumerated() {
        block[row, column] = covariance[one, other]
      }
    }
    guard let inverse = block.positiveDefiniteInverse()?.inverse else { throw .zeroVariance }
    let size = Double(places.count)
    return TermTest(
      name, statistic: inverse.form(places.map { estimates[$0] }) / size, size, residualDegrees)
  }

  /// Throws when the residuals are no more than what rounding leaves.
  func checkSpread() throws(SampleError) {
    guard residualSquares > 1e-28 * totalSquares else { throw .perfectFit }
  }
}
