import CBoostMath

/// The beta distribution.
package struct Beta: ContinuousDistribution {
  package let alpha: Double
  package let beta: Double

  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  package var support: ClosedRange<Double> { 0...1 }

  package func density(_ x: Double) -> Double { boost_beta_density(x, alpha, beta) }

  package func lowerTail(_ x: Double) -> Double { boost_beta_lower_tail(x, alpha, beta) }

  package func upperTail(_ x: Double) -> Double { boost_beta_upper_tail(x, alpha, beta) }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    boost_beta_lower_quantile(tail, alpha, beta)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    boost_beta_upper_quantile(tail, alpha, beta)
  }

  package func logOfVanishingLowerTail(_ x: Double) -> Double {
    logIncompleteBeta(alpha, beta, x, logX: log(x), logRest: log1p(-x))
  }

  package func logOfVanishingUpperTail(_ x: Double) -> Double {
    logIncompleteBeta(beta, alpha, 1 - x, logX: log1p(-x), logRest: log(x))
  }
}
