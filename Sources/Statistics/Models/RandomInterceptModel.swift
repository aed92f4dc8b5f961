/// Estimates a linear model for observations that come in clusters, such as the waves of each
/// person, by giving each cluster a level of its own.
///
/// By restricted maximum likelihood. Tests of coefficients take Satterthwaite's degrees of
/// freedom. Observations of a person may be missing, if chance or what the model knows
/// decides which. Where the clusters are no more alike than chance makes them, the variance
/// between them is 0 and the model is that of least squares. Throws when outcome, design
/// and labels differ in length, when there are fewer than two clusters or none has two
/// observations, when there are too few observations for the columns, when the outcome is
/// not finite or does not vary, when a column follows from those before it, or when the
/// model fits without error. Assumes independent clusters, and levels and residuals that
/// are near normal and of the same spread everywhere.
///
/// - Reference: Laird & Ware (1982), doi:10.2307/2529876; degrees of freedom by Satterthwaite
///   (1946), doi:10.2307/3002019, and Fai & Cornelius (1996), doi:10.1080/00949659608811740.
public struct RandomInterceptModel: Sendable, Hashable, Codable {
  public let design: DesignMatrix
  public let clusterCount: Int
  public let estimates: [Double]
  /// The variance between the clusters.
  public let interceptVariance: Double
  /// The variance within the clusters.
  public let residualVariance: Double
  /// The logarithm of the restricted likelihood, with the constant that lme4 takes.
  public let restrictedLogLikelihood: Double
  /// The highest logarithm of the full likelihood, for comparing models whose columns differ.
  public let logLikelihood: Double
  private let uncertainty: Uncertainty
  /// Turns coordinates of the basis into coefficients.
  private let inverse: Matrix

  public var count: Int { design.count }

  /// The share of the variance that lies between the clusters.
  public var intraclassCorrelation: Double {
    interceptVariance / (interceptVariance + residualVariance)
  }

  public init(
    _ design: DesignMatrix, outcome: Span<Double>, clusters: [Int]
  ) throws(SampleError) {
    guard outcome.count == design.count, clusters.count == design.count else {
      throw .unequalLengths(
        first: design.count,
        second: outcome.count == design.count ? clusters.count : outcome.count)
    }
    let fit = try LeastSquares(design, outcome: outcome)
    try fit.checkSpread()
    let sums = try ClusterSums(fit, clusters)
    guard let ratio = sums.bestRatio(.restricted), let full = sums.bestRatio(.full) else {
      throw .perfectFit
    }
    let state = try sums.state(ratio)
    let degrees = fit.residualDegrees
    let size = Double(design.count)
    let logTriangle = -fit.inverse.diagonal.reduce(0) { $0 + log(abs($1)) }
    residualVariance = state.squares / degrees
    interceptVariance = ratio * residualVariance
    guard residualVariance > 1e-28 * fit.totalSquares else { throw .perfectFit }
    let correction = fit.inverse * state.shift
    estimates = zip(fit.estimates, correction).map { $0 + $1 }
    restrictedLogLikelihood =
      -0.5
      * (degrees * (1 + log(2 * Double.pi * residualVariance)) + state.logDeterminant
        + state.logFixed + 2 * logTriangle)
    let fullState = try sums.state(full)
    logLikelihood =
      -0.5
      * (size * (1 + log(2 * Double.pi * fullState.squares / size)) + fullState.logDeterminant)
    uncertainty = try Uncertainty(state, ratio, residualVariance, degrees)
    inverse = fit.inverse
    clusterCount = sums.clusterCount
    self.design = design
  }

  /// The coefficients with their intervals and tests.
  ///
  /// Throws when the level is not between 0 and 1.
  public func coefficients(level: Double = 0.95) throws(SampleError) -> [Coefficient] {
    let confidence = try ConfidenceLevel(level)
    return estimates.indices.map { place in
      let contrast = inverse.row(place)
      return Coefficient(
        design.names[place], estimate: estimates[place],
        variance: uncertainty.variance(contrast),
        degreesOfFreedom: uncertainty.degreesOfFreedom(contrast), confidence)
    }
  }

  /// The test whether all coefficients of a term are zero, given all others.
  ///
  /// For an interaction this asks whether change differs between groups; for a main effect
  /// beside its interaction it asks about the reference level only. Throws when there is no
  /// such term.
  public func test(ofTerm name: String) throws(SampleError) -> TermTest {
    let places = Array(try design.term(name).columns)
    let contrasts = Matrix(columns: places.map { inverse.row($0) })
    let block = uncertainty.covariance.within(contrasts.transposed)
    guard let (values, vectors) = block.symmetricDecomposition() else {
      throw .didNotConverge
    }
    // Independent single contrasts, each with its own degrees of freedom.
    let size = Double(places.count)
    var statistic = 0.0
    var degrees: [Double] = []
    for (place, value) in values.enumerated() {
      let direction = Array(vectors.column(place))
      let estimate = dot(direction, places.map { estimates[$0] })
      statistic += estimate * estimate / value / size
      degrees.append(uncertainty.degreesOfFreedom(contrasts * direction))
    }
    return TermTest(name, statistic: statistic, size, Self.combined(degrees))
  }

  /// The degrees of freedom of a sum of squared t statistics, from its expected value.
  private static func combined(_ degrees: [Double]) -> Double {
    let first = degrees[0]
    guard degrees.contains(where: { abs($0 - first) > 1e-8 }) else { return first }
    guard !degrees.contains(where: { $0 <= 2 }) else { return 2 }
    let expected = degrees.reduce(0) { $0 + $1 / ($1 - 2) }
    return 2 * expected / (expected - Double(degrees.count))
  }

  /// How sure the coefficients are, and how sure that is itself.
  private struct Uncertainty: Sendable, Hashable, Codable {
    /// The covariance of the coordinates of the basis.
    let covariance: Matrix
    private let residualVariance: Double
    /// How the covariance changes with the ratio of the variances.
    private let slope: Matrix
    /// The covariance of the ratio and the residual variance; the ratio is known where the
    /// variance between the clusters is 0.
    private let ratioVariance: Double
    private let mixed: Double
    private let residualVarianceVariance: Double

    init(
      _ state: ClusterSums.State, _ ratio: Double, _ residualVariance: Double,
      _ degrees: Double
    ) throws(SampleError) {
      covariance = state.inverse.scaled(by: residualVariance)
      slope = (state.inverse * state.slopes * state.inverse).scaled(by: -residualVariance)
      self.residualVariance = residualVariance
      let own = degrees / (residualVariance * residualVariance)
      guard ratio > 0 else {
        (ratioVariance, mixed, residualVarianceVariance) = (0, 0, 2 / own)
        return
      }
      // Twice the inverse of how fast the deviance bends.
      let bend = state.determinantBend + state.squaresBend / residualVariance
      let cross = -state.squaresSlope / (residualVariance * residualVariance)
      let determinant = bend * own - cross * cross
      guard determinant > 0, bend > 0 else { throw .didNotConverge }
      ratioVariance = 2 * own / determinant
      mixed = -2 * cross / determinant
      residualVarianceVariance = 2 * bend / determinant
    }

    func variance(_ contrast: [Double]) -> Double { covariance.form(contrast) }

    func degreesOfFreedom(_ contrast: [Double]) -> Double {
      let variance = variance(contrast)
      let byRatio = slope.form(contrast)
      let byResidual = variance / residualVariance
      let uncertainty =
        byRatio * byRatio * ratioVariance + 2 * byRatio * byResidual * mixed
        + byResidual * byResidual * residualVarianceVariance
      return 2 * variance * variance / uncertainty
    }
  }
}
