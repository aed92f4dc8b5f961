import CBoostMath

/// Student's t distribution.
package struct StudentT: ContinuousDistribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  package var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  package func density(_ t: Double) -> Double { boost_student_t_density(t, degreesOfFreedom) }

  package func lowerTail(_ t: Double) -> Double { boost_student_t_upper_tail(-t, degreesOfFreedom) }

  /// The probability of a value above `t`, accurate far into the tail.
  package func upperTail(_ t: Double) -> Double {
    boost_student_t_upper_tail(t, degreesOfFreedom)
  }

  package func lowerQuantile(_ tail: Double) -> Double {
    checkedLowerQuantile(boost_student_t_lower_quantile(tail, degreesOfFreedom), tail)
  }

  /// The value that has probability `tail` above it.
  package func upperQuantile(_ tail: Double) -> Double {
    checkedUpperQuantile(boost_student_t_upper_quantile(tail, degreesOfFreedom), tail)
  }

  func pValue(_ t: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: 2 * upperTail(abs(t))
    case .less: upperTail(-t)
    case .greater: upperTail(t)
    }
  }

  /// The natural logarithm of the two-sided p-value, where that itself may be too small.
  package func logTwoSidedPValue(_ t: Double) -> Double { log(2) + logUpperTail(abs(t)) }

  package func logOfVanishingLowerTail(_ t: Double) -> Double { logOfVanishingUpperTail(-t) }

  package func logOfVanishingUpperTail(_ t: Double) -> Double {
    let square = t * t
    let whole = degreesOfFreedom + square
    return logIncompleteBeta(
      degreesOfFreedom / 2, 0.5, degreesOfFreedom / whole, rest: square / whole) - log(2)
  }
}
