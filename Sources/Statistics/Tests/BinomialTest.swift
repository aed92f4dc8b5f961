/// Tests whether a proportion differs from a given one.
///
/// Exact. Two-sided, the p-value adds up the probabilities of all counts that
/// are no more likely than the one observed, as R does. The effect is the
/// proportion with its Clopper–Pearson interval. Throws when there are no trials,
/// when the successes are not among them, or when probability or level are out
/// of range. Assumes independent trials.
///
/// - Reference: Sterne (1954), doi:10.1093/biomet/41.1-2.275.
public struct BinomialTest: HypothesisTest {
  public static let name = "Exact binomial test"

  public let successes: Int
  public let trials: Int
  /// The proportion under the null hypothesis.
  public let probability: Double
  public let alternative: Alternative
  public let pValue: Double
  public let effect: Interval

  /// The number of successes.
  public var statistic: Double { Double(successes) }

  public init(
    successes: Int, trials: Int, probability: Double,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    guard (0...1).contains(probability) else { throw .probabilityOutOfRange(probability) }
    effect = try ClopperPearsonInterval(
      successes: successes, trials: trials, level: level
    ).interval
    let reference = Binomial(trials: trials, probability: probability)
    self.successes = successes
    self.trials = trials
    self.probability = probability
    self.alternative = alternative
    pValue =
      switch alternative {
      case .less: reference.lowerTail(successes)
      case .greater: reference.upperTail(atLeast: successes)
      case .twoSided: reference.probability(ofNoMoreLikelyThan: successes)
      }
  }
}

extension Binomial {
  /// The probability of all counts no more likely than the one given.
  ///
  /// Counts whose probabilities differ by less than one in ten million are
  /// equally likely: they are, but for rounding.
  fileprivate func probability(ofNoMoreLikelyThan successes: Int) -> Double {
    let expected = Double(trials) * probability
    guard Double(successes) != expected else { return 1 }
    let limit = probability(of: successes) * (1 + 1e-7)
    if Double(successes) < expected {
      let opposite = firstCount(from: Int(expected.rounded(.up)), to: trials + 1) {
        self.probability(of: $0) <= limit
      }
      return min(1, lowerTail(successes) + upperTail(atLeast: opposite))
    }
    let opposite = firstCount(from: 0, to: Int(expected) + 1) {
      self.probability(of: $0) > limit
    }
    return min(1, lowerTail(opposite - 1) + upperTail(atLeast: successes))
  }
}

/// The first count from which a condition holds, or `end` if it never does.
///
/// The condition must not cease to hold once it does: halving the range finds
/// in twenty steps what R finds by trying every count.
private func firstCount(from start: Int, to end: Int, where holds: (Int) -> Bool) -> Int {
  var (low, high) = (start, end)
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
