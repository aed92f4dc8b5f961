import CBoostMath

/// Student's t distribution.
package struct StudentT: ContinuousDistribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  package var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  package func density(_ t: Double) -> Double { boost_student_t_density(t, degreesOfFreedom) }

  package func lowerTail(_ t: Double) -> Double { upperTail(-t) }

  /// The probability of a value above `t`, accurate far into the tail.
  package func upperTail(_ t: Double) -> Double {
    // The square of a t beyond this is no number any more.
    t > 1e150
      ? exp(logOfVanishingUpperTail(t)) : boost_student_t_upper_tail(t, degreesOfFreedom)
  }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    boost_student_t_lower_quantile(tail, degreesOfFreedom)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    boost_student_t_upper_quantile(tail, degreesOfFreedom)
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
    // The share of the variance that t leaves, and its logarithm where it is no number.
    let ratio = (t / degreesOfFreedom) * t
    let logShare =
      ratio.isFinite ? -log1p(ratio) : log(degreesOfFreedom) - 2 * log(t)
    return logIncompleteBeta(
      degreesOfFreedom / 2, 0.5, 1 / (1 + ratio), logX: logShare, logRest: log1p(-1 / (1 + ratio)))
      - log(2)
  }
}
