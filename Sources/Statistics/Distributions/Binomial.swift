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
}
