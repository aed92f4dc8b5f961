import CBoostMath

/// The number of independent rare events.
package struct Poisson {
  package let mean: Double

  package init(mean: Double) {
    self.mean = mean
  }

  /// The probability of exactly so many events.
  package func probability(of count: Int) -> Double {
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    return boost_poisson_probability(Double(count), mean)
  }
}
