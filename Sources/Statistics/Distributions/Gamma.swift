import CBoostMath

/// The gamma distribution.
package struct Gamma: ContinuousDistribution {
  package let shape: Double
  package let scale: Double

  package init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  package var support: ClosedRange<Double> { 0...Double.infinity }

  package func density(_ x: Double) -> Double { boost_gamma_density(x, shape, scale) }

  package func lowerTail(_ x: Double) -> Double { boost_gamma_lower_tail(x, shape, scale) }

  package func upperTail(_ x: Double) -> Double { boost_gamma_upper_tail(x, shape, scale) }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    boost_gamma_lower_quantile(tail, shape, scale)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    boost_gamma_upper_quantile(tail, shape, scale)
  }

  package func logOfVanishingLowerTail(_ x: Double) -> Double {
    logLowerGamma(shape: shape, x / scale)
  }

  package func logOfVanishingUpperTail(_ x: Double) -> Double {
    logUpperGamma(shape: shape, x / scale)
  }
}
