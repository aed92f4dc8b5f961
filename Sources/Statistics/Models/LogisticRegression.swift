/// Estimates how the odds of a yes depend on other measures.
///
/// Coefficients are logarithms of odds ratios. Where the measures tell yes from no without
/// error, the likelihood has no maximum: the type throws `separation`, and Firth's penalty
/// is the way out, which also takes out most of the bias of small samples. Throws when
/// outcome and design differ in length, when there are no more observations than columns,
/// when only one outcome occurs, when a column follows from those before it, or when the
/// search does not end. Assumes independent observations and effects that add up on the
/// scale of log odds.
///
/// - Reference: Cox (1958), doi:10.1111/j.2517-6161.1958.tb00292.x; penalty by Firth (1993),
///   doi:10.1093/biomet/80.1.27, and Heinze & Schemper (2002), doi:10.1002/sim.1047.
public struct LogisticRegression: Sendable, Hashable, Codable {
  public enum Estimation: String, Sendable, Hashable, Codable, CaseIterable {
    case maximumLikelihood
    /// Maximum likelihood with Jeffreys' prior as a penalty, which always has a maximum.
    case firth
  }

  public let design: DesignMatrix
  public let estimation: Estimation
  public let estimates: [Double]
  /// The logarithm of the likelihood, less the penalty where there is one.
  public let logLikelihood: Double
  /// The same for a model with the constant only.
  public let nullLogLikelihood: Double
  /// The expected share of yes for each observation.
  public let fitted: [Double]
  private let covariance: Matrix
  private let search: LogisticSearch

  public var count: Int { design.count }
  public var deviance: Double { -2 * logLikelihood }
  public var nullDeviance: Double { -2 * nullLogLikelihood }
  /// Akaike's criterion.
  public var akaikeCriterion: Double { deviance + 2 * Double(estimates.count) }
  /// McFadden's share of the logarithm of the likelihood.
  public var mcFaddenRSquared: Double { 1 - logLikelihood / nullLogLikelihood }

  public init(
    _ design: DesignMatrix, outcome: [Bool], estimation: Estimation = .maximumLikelihood
  ) throws(SampleError) {
    guard outcome.count == design.count else {
      throw .unequalLengths(first: design.count, second: outcome.count)
    }
    guard design.count > design.names.count else {
      throw .tooFewObservations(required: design.names.count + 1, found: design.count)
    }
    guard outcome.contains(true), outcome.contains(false) else { throw .oneOutcome }
    let search = try LogisticSearch(design, outcome, estimation)
    let start = [Double](repeating: 0, count: design.names.count)
    let best = try search.maximum(from: start, fixing: nil)
    guard let (inverse, _) = search.information(best.point).positiveDefiniteInverse() else {
      throw .separation
    }
    let nullSearch = try LogisticSearch(
      DesignMatrix(count: design.count), outcome, estimation)
    self.design = design
    self.estimation = estimation
    self.search = search
    estimates = search.basisInverse * best.point
    logLikelihood = best.value
    nullLogLikelihood = try nullSearch.maximum(from: [0], fixing: nil).value
    fitted = search.shares(best.point)
    covariance = inverse.within(search.basisInverse)
  }

  /// The coefficients with Wald's intervals and tests.
  ///
  /// Throws when the level is not between 0 and 1.
  public func coefficients(level: Double = 0.95) throws(SampleError) -> [Coefficient] {
    try coefficients(covariance, level)
  }

  /// The coefficients with errors that hold when the model is only nearly right (HC0).
  ///
  /// Throws when the level is not between 0 and 1.
  ///
  /// - Reference: White (1982), doi:10.2307/1912526.
  public func robustCoefficients(level: Double = 0.95) throws(SampleError) -> [Coefficient] {
    let columns = design.matrix
    var meat = Matrix(rows: estimates.count, columns: estimates.count)
    for (row, share) in fitted.enumerated() {
      let residual = (search.outcome[row] ? 1 : 0) - share
      meat.addSquare(of: columns.row(row), times: residual * residual)
    }
    return try coefficients(meat.within(covariance), level)
  }

  /// The odds ratios of all coefficients with Wald's intervals.
  ///
  /// Throws when the level is not between 0 and 1.
  public func oddsRatios(level: Double = 0.95) throws(SampleError) -> [Interval] {
    try coefficients(level: level).map { coefficient in
      Interval(
        estimate: exp(coefficient.estimate), lower: exp(coefficient.interval.lower),
        upper: exp(coefficient.interval.upper), level: level)
    }
  }

  /// The intervals that hold those values of a coefficient that the likelihood ratio test does
  /// not reject, better than Wald's in small samples.
  ///
  /// Throws when the level is not between 0 and 1, or when a limit is not found.
  ///
  /// - Reference: Venzon & Moolgavkar (1988), doi:10.2307/2347496.
  public func profileIntervals(level: Double = 0.95) throws(SampleError) -> [Interval] {
    let quantile = try ConfidenceLevel(level).normalQuantile
    var intervals: [Interval] = []
    for place in estimates.indices {
      let limits = try [-1.0, 1.0].map { side throws(SampleError) in
        try search.profileLimit(
          place, estimate: estimates[place], error: covariance[place, place].squareRoot(),
          best: logLikelihood, side: side, quantile: quantile)
      }
      intervals.append(
        Interval(estimate: estimates[place], lower: limits[0], upper: limits[1], level: level))
    }
    return intervals
  }

  private func coefficients(
    _ covariance: Matrix, _ level: Double
  ) throws(SampleError) -> [Coefficient] {
    let confidence = try ConfidenceLevel(level)
    return estimates.indices.map { place in
      Coefficient(
        design.names[place], estimate: estimates[place], variance: covariance[place, place],
        degreesOfFreedom: nil, confidence)
    }
  }
}
