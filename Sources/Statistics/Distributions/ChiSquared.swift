import CBoostMath

/// The chi-squared distribution.
package struct ChiSquared: ContinuousDistribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  package var support: ClosedRange<Double> { 0...Double.infinity }

  package func density(_ x: Double) -> Double { boost_chi_squared_density(x, degreesOfFreedom) }

  package func lowerTail(_ x: Double) -> Double {
    boost_chi_squared_lower_tail(x, degreesOfFreedom)
  }

  /// The probability of a value above `x`, accurate far into the tail.
  package func upperTail(_ x: Double) -> Double {
    boost_chi_squared_upper_tail(x, degreesOfFreedom)
  }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    boost_chi_squared_lower_quantile(tail, degreesOfFreedom)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    boost_chi_squared_upper_quantile(tail, degreesOfFreedom)
  }

  package func logOfVanishingLowerTail(_ x: Double) -> Double {
    logLowerGamma(shape: degreesOfFreedom / 2, x / 2)
  }

  package func logOfVanishingUpperTail(_ x: Double) -> Double {
    logUpperGamma(shape: degreesOfFreedom / 2, x / 2)
  }
}
