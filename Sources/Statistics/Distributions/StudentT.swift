import CBoostMath

/// Student's t distribution.
package struct StudentT {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value above `t`, accurate far into the tail.
  package func upperTail(_ t: Double) -> Double {
    boost_student_t_upper_tail(t, degreesOfFreedom)
  }

  /// The value that has probability `tail` above it.
  package func upperQuantile(_ tail: Double) -> Double {
    boost_student_t_upper_quantile(tail, degreesOfFreedom)
  }

  func pValue(_ t: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: 2 * upperTail(abs(t))
    case .less: upperTail(-t)
    case .greater: upperTail(t)
    }
  }
}
