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

extension NoncentralT {
  // Beyond this size Boost's series ends early and loses digits without a word.
  private static let largestStatistic = 1000.0

  /// The noncentralities under which `statistic` would lie at the edge of either tail.
  static func noncentralityLimits(
    of statistic: Double, degreesOfFreedom: Double, level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    let size = abs(statistic)
    guard size <= largestStatistic else { return nil }
    // Wide enough: the statistic's own spread grows with its size, the more
    // so the fewer degrees of freedom there are.
    let reach = (level.normalQuantile + 1) * (1 + size)
    func distribution(_ noncentrality: Double) -> NoncentralT {
      NoncentralT(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
    }
    let lower = root(from: size - reach, to: size + reach) {
      distribution($0).upperTail(size) - level.tail
    }
    let upper = root(from: size - reach, to: size + reach) {
      level.tail - distribution($0).lowerTail(size)
    }
    guard let lower, let upper else { return nil }
    return statistic < 0 ? (-upper, -lower) : (lower, upper)
  }
}
