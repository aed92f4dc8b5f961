import CBoostMath

/// The number of successes in independent trials.
package struct Binomial: DiscreteDistribution {
  package let trials: Int
  package let probability: Double

  package init(trials: Int, probability: Double) {
    self.trials = trials
    self.probability = probability
  }

  package var support: ClosedRange<Int> { 0...trials }

  /// The probability of exactly so many successes.
  package func probability(of successes: Int) -> Double {
    guard support.contains(successes) else { return 0 }
    return boost_binomial_probability(Double(successes), Double(trials), probability)
  }

  /// The probability of at most so many successes.
  package func lowerTail(_ successes: Int) -> Double {
    guard successes >= 0 else { return 0 }
    guard successes < trials else { return 1 }
    return boost_binomial_lower_tail(Double(successes), Double(trials), probability)
  }

  /// The probability of at least so many successes.
  package func upperTail(atLeast successes: Int) -> Double {
    guard successes > 0 else { return 1 }
    guard successes <= trials else { return 0 }
    return boost_binomial_upper_tail(Double(successes - 1), Double(trials), probability)
  }

  /// The natural logarithm of the probability of at most so many successes, also where that
  /// is too small for a number.
  package func logLowerTail(_ successes: Int) -> Double {
    guard successes >= 0 else { return -.infinity }
    return logTail(lowerTail(successes), opposite: upperTail(atLeast: successes + 1)) {
      Beta(alpha: Double(trials - successes), beta: Double(successes + 1))
        .logLowerTail(1 - probability)
    }
  }

  /// The natural logarithm of the probability of at least so many successes.
  package func logUpperTail(atLeast successes: Int) -> Double {
    guard successes <= trials else { return -.infinity }
    return logTail(upperTail(atLeast: successes), opposite: lowerTail(successes - 1)) {
      Beta(alpha: Double(successes), beta: Double(trials - successes + 1))
        .logLowerTail(probability)
    }
  }

  private func logTail(
    _ tail: Double, opposite: Double, vanishing: () -> Double
  ) -> Double {
    if opposite < 0.5 { return log1p(-opposite) }
    return tail > 1e-290 || probability <= 0 || probability >= 1 ? log(tail) : vanishing()
  }
}
