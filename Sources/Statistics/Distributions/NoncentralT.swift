import CBoostMath

/// The distribution of a t statistic whose effect is not zero.
package struct NoncentralT {
  package let degreesOfFreedom: Double
  package let noncentrality: Double

  package init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  package func upperTail(_ t: Double) -> Double {
    boost_noncentral_t_upper_tail(t, degreesOfFreedom, noncentrality)
  }

  package func lowerTail(_ t: Double) -> Double {
    boost_noncentral_t_lower_tail(t, degreesOfFreedom, noncentrality)
  }
}
