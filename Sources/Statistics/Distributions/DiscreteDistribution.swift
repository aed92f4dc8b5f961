/// A distribution over a range of whole numbers.
package protocol DiscreteDistribution: Sendable {
  var support: ClosedRange<Int> { get }
  /// The probability of exactly this number.
  func probability(of value: Int) -> Double
  /// The probability of at most this number.
  func lowerTail(_ value: Int) -> Double
  /// The probability of at least this number.
  func upperTail(atLeast value: Int) -> Double
  /// The natural logarithm of the probability of at most this number.
  func logLowerTail(_ value: Int) -> Double
  /// The natural logarithm of the probability of at least this number.
  func logUpperTail(atLeast value: Int) -> Double
}

extension DiscreteDistribution {
  package func logLowerTail(_ value: Int) -> Double {
    let opposite = upperTail(atLeast: value + 1)
    return opposite < 0.5 ? log1p(-opposite) : log(lowerTail(value))
  }

  package func logUpperTail(atLeast value: Int) -> Double {
    let opposite = lowerTail(value - 1)
    return opposite < 0.5 ? log1p(-opposite) : log(upperTail(atLeast: value))
  }

  /// The smallest number whose lower tail reaches `tail`.
  ///
  /// A tail that falls short by no more than rounding reaches it.
  package func lowerQuantile(_ tail: Double) -> Int {
    smallest { lowerTail($0) >= tail * (1 - 1e-13) }
  }

  /// The smallest number above which there is no more than `tail`.
  package func upperQuantile(_ tail: Double) -> Int {
    smallest { upperTail(atLeast: $0 + 1) <= tail * (1 + 1e-13) }
  }

  private func smallest(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (support.lowerBound, support.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
