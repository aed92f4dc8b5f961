import CBoostMath

/// The standard normal distribution.
package enum Normal {
  /// The probability of a value above `z`, accurate far into the tail.
  package static func upperTail(_ z: Double) -> Double {
    boost_normal_upper_tail(z)
  }

  /// The value that has probability `tail` above it.
  package static func upperQuantile(_ tail: Double) -> Double {
    boost_normal_upper_quantile(tail)
  }
}
