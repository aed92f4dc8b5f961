import CBoostMath

/// Fisher's F distribution.
package struct FisherF {
  package let numeratorDegreesOfFreedom: Double
  package let denominatorDegreesOfFreedom: Double

  package init(_ numerator: Double, _ denominator: Double) {
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator
  }

  /// The probability of a value above `f`, accurate far into the tail.
  package func upperTail(_ f: Double) -> Double {
    boost_f_upper_tail(f, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
  }

  /// The value that has probability `tail` above it.
  package func upperQuantile(_ tail: Double) -> Double {
    boost_f_upper_quantile(tail, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
  }
}
