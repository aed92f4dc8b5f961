import CBoostMath

/// The chi-squared distribution.
package struct ChiSquared {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value above `x`, accurate far into the tail.
  package func upperTail(_ x: Double) -> Double {
    boost_chi_squared_upper_tail(x, degreesOfFreedom)
  }
}
