import CBoostMath

/// The distribution of a chi-squared statistic whose effect is not zero.
package struct NoncentralChiSquared {
  package let degreesOfFreedom: Double
  package let noncentrality: Double

  package init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  package func upperTail(_ x: Double) -> Double {
    boost_noncentral_chi_squared_upper_tail(x, degreesOfFreedom, noncentrality)
  }

  package func lowerTail(_ x: Double) -> Double {
    boost_noncentral_chi_squared_lower_tail(x, degreesOfFreedom, noncentrality)
  }
}
