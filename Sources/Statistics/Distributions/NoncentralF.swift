import CBoostMath

/// The distribution of an F statistic whose effect is not zero.
package struct NoncentralF {
  package let numeratorDegrees: Double
  package let denominatorDegrees: Double
  package let noncentrality: Double

  package init(numeratorDegrees: Double, denominatorDegrees: Double, noncentrality: Double) {
    self.numeratorDegrees = numeratorDegrees
    self.denominatorDegrees = denominatorDegrees
    self.noncentrality = noncentrality
  }

  package func upperTail(_ x: Double) -> Double {
    boost_noncentral_f_upper_tail(x, numeratorDegrees, denominatorDegrees, noncentrality)
  }

  package func lowerTail(_ x: Double) -> Double {
    boost_noncentral_f_lower_tail(x, numeratorDegrees, denominatorDegrees, noncentrality)
  }
}
