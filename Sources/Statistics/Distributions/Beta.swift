import CBoostMath

/// The beta distribution.
package struct Beta {
  package let alpha: Double
  package let beta: Double

  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// The value that has probability `tail` below it.
  package func lowerQuantile(_ tail: Double) -> Double {
    boost_beta_lower_quantile(tail, alpha, beta)
  }

  /// The value that has probability `tail` above it.
  package func upperQuantile(_ tail: Double) -> Double {
    boost_beta_upper_quantile(tail, alpha, beta)
  }
}
