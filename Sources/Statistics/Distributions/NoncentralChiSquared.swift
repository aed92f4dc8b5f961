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

extension NoncentralChiSquared {
  /// The noncentralities under which `statistic` would lie at the edge of either tail.
  ///
  /// For the upper one a statistic that is smaller than chance makes expect is taken to be
  /// what chance makes expect.
  static func noncentralityLimits(
    of statistic: Double, degreesOfFreedom: Double, level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    let tail = level.tail
    let atLeastChance = max(statistic, degreesOfFreedom)
    // One of the squared normals that make up the statistic alone puts the limit
    // below the square of this sum.
    let reach = atLeastChance.squareRoot() + level.normalQuantile + 1
    func distribution(_ noncentrality: Double) -> NoncentralChiSquared {
      NoncentralChiSquared(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality)
    }
    // No noncentrality is small enough when even none leaves the statistic inside.
    let isInside = ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic) >= tail
    let lower =
      isInside
      ? 0
      : root(from: 0, to: reach * reach) { distribution($0).upperTail(statistic) - tail }
    let upper = root(from: 0, to: reach * reach) {
      tail - distribution($0).lowerTail(atLeastChance)
    }
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }
}
