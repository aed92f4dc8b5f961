import CBoostMath

/// The normal distribution; its static functions are those of the standard one.
package struct Normal: ContinuousDistribution {
  package let mean: Double
  package let standardDeviation: Double

  package init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The probability of a value above `z`, accurate far into the tail.
  package static func upperTail(_ z: Double) -> Double {
    boost_normal_upper_tail(z)
  }

  /// The value that has probability `tail` above it.
  package static func upperQuantile(_ tail: Double) -> Double {
    boost_normal_upper_quantile(tail)
  }

  package static func density(_ z: Double) -> Double { boost_normal_density(z) }

  static func pValue(_ z: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: min(1, 2 * upperTail(abs(z)))
    case .less: upperTail(-z)
    case .greater: upperTail(z)
    }
  }

  package var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  package func density(_ x: Double) -> Double {
    boost_normal_density(standardized(x)) / standardDeviation
  }

  package func lowerTail(_ x: Double) -> Double { boost_normal_lower_tail(standardized(x)) }

  package func upperTail(_ x: Double) -> Double { boost_normal_upper_tail(standardized(x)) }

  package func approximateLowerQuantile(_ tail: Double) -> Double {
    mean + standardDeviation * boost_normal_lower_quantile(tail)
  }

  package func approximateUpperQuantile(_ tail: Double) -> Double {
    mean + standardDeviation * boost_normal_upper_quantile(tail)
  }

  package func logOfVanishingLowerTail(_ x: Double) -> Double {
    Self.logOfVanishingTail(-standardized(x))
  }

  package func logOfVanishingUpperTail(_ x: Double) -> Double {
    Self.logOfVanishingTail(standardized(x))
  }

  private func standardized(_ x: Double) -> Double { (x - mean) / standardDeviation }

  /// Half of the tail of a squared normal, which is a gamma variable.
  private static func logOfVanishingTail(_ z: Double) -> Double {
    logUpperGamma(shape: 0.5, z * z / 2) - log(2)
  }
}
