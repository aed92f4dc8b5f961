/// Estimates a correlation with the interval that is symmetric on Fisher's scale.
///
/// The limits of a perfect correlation are that correlation itself. Throws when there are
/// fewer than four pairs, when the coefficient lies outside -1...1, or when the level is not
/// between 0 and 1. Assumes independent pairs, both measures near normal together; for the
/// coefficient of ranks name the variance that belongs to it.
///
/// - Reference: Fisher (1921), Metron 1, 3-32; ranks by Bonett & Wright (2000),
///   doi:10.1007/BF02294183.
public struct FisherInterval: Sendable, Hashable, Codable {
  /// How the scatter of a correlation on Fisher's scale depends on the correlation.
  public enum Spread: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not at all.
    case pearson
    /// By Bonett and Wright, for Spearman's coefficient.
    case spearman
  }

  public let count: Int
  /// The coefficient on Fisher's scale: its inverse hyperbolic tangent.
  public let transformed: Double
  public let interval: Interval

  public init(
    coefficient: Double, count: Int, spread: Spread = .pearson, level: Double = 0.95
  ) throws(SampleError) {
    try self.init(
      coefficient: coefficient, count: count, controls: 0, spread: spread, level: level)
  }

  /// For a coefficient from which the share of some other measures was taken out.
  init(
    coefficient: Double, count: Int, controls: Int, spread: Spread = .pearson, level: Double
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    guard (-1...1).contains(coefficient) else { throw .correlationOutOfRange(coefficient) }
    guard count - controls >= 4 else {
      throw .tooFewObservations(required: 4 + controls, found: count)
    }
    let factor = spread == .spearman ? 1 + coefficient * coefficient / 2 : 1
    let error = (factor / Double(count - controls - 3)).squareRoot()
    let transformed = atanh(coefficient)
    self.count = count
    self.transformed = transformed
    interval = Interval(
      estimate: coefficient, lower: tanh(transformed - quantile * error),
      upper: tanh(transformed + quantile * error), level: level)
  }
}

/// Fisher's scale of correlations, infinite at the ends.
func atanh(_ x: Double) -> Double {
  (log1p(x) - log1p(-x)) / 2
}

/// The inverse of `atanh`.
func tanh(_ x: Double) -> Double {
  let less = expm1(-2 * abs(x))
  let size = -less / (2 + less)
  return x < 0 ? -size : size
}
