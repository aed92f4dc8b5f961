/// Tests whether a proportion is the same in two groups, however small they are.
///
/// Exact, given the margins of the table. Two-sided, the p-value adds up the probabilities
/// of all tables that are no likelier than the one observed, as R does. The effect is the
/// difference of the proportions with Newcombe's interval; for the odds ratio see
/// `ConditionalOddsRatio`. Throws when a group is empty, when successes are not among the
/// trials, or when the level is not between 0 and 1. Assumes independent people.
///
/// - Reference: Fisher (1935), doi:10.2307/2342435.
public struct FisherExactTest: HypothesisTest {
  public static let name = "Fisher's exact test"

  public let count: Int
  public let successes: Int
  public let alternative: Alternative
  public let pValue: Double
  public let effect: Interval

  /// The number of successes in the first group.
  public var statistic: Double { Double(successes) }

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    effect = try NewcombeInterval(
      successes: successes, trials: trials, otherSuccesses: otherSuccesses,
      otherTrials: otherTrials, level: level
    ).interval
    let reference = Hypergeometric(
      marked: trials, unmarked: otherTrials, drawn: successes + otherSuccesses)
    count = trials + otherTrials
    self.successes = successes
    self.alternative = alternative
    pValue =
      switch alternative {
      case .less: reference.lowerTail(successes)
      case .greater: reference.upperTail(atLeast: successes)
      case .twoSided: reference.probability(ofNoMoreLikelyThan: successes)
      }
  }
}
