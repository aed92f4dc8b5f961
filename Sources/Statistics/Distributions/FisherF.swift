import CBoostMath

/// Fisher's F distribution.
package struct FisherF: ContinuousDistribution {
  package let numeratorDegrees: Double
  package let denominatorDegrees: Double

  package init(numeratorDegrees: Double, denominatorDegrees: Double) {
    self.numeratorDegrees = numeratorDegrees
    self.denominatorDegrees = denominatorDegrees
  }

  package var support: ClosedRange<Double> { 0...Double.infinity }

  package func density(_ x: Double) -> Double {
    boost_fisher_f_density(x, numeratorDegrees, denominatorDegrees)
  }

  package func lowerTail(_ x: Double) -> Double {
    boost_fisher_f_lower_tail(x, numeratorDegrees, denominatorDegrees)
  }

  package func upperTail(_ x: Double) -> Double {
    boost_fisher_f_upper_tail(x, numeratorDegrees, denominatorDegrees)
  }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    boost_fisher_f_lower_quantile(tail, numeratorDegrees, denominatorDegrees)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    boost_fisher_f_upper_quantile(tail, numeratorDegrees, denominatorDegrees)
  }

  package func logOfVanishingLowerTail(_ x: Double) -> Double {
    let ratio = x * (numeratorDegrees / denominatorDegrees)
    return logIncompleteBeta(
      numeratorDegrees / 2, denominatorDegrees / 2, ratio / (1 + ratio),
      logX: log(ratio) - log1p(ratio), logRest: -log1p(ratio))
  }

  package func logOfVanishingUpperTail(_ x: Double) -> Double {
    let ratio = x * (numeratorDegrees / denominatorDegrees)
    return logIncompleteBeta(
      denominatorDegrees / 2, numeratorDegrees / 2, 1 / (1 + ratio),
      logX: -log1p(ratio), logRest: log(ratio) - log1p(ratio))
  }
}
