/// Tests whether two independent proportions are equal.
///
/// The normal test with a pooled variance; its square is Pearson's chi-squared statistic.
/// Approximate: take `FisherExactTest` for small counts. The continuity correction, when it
/// is asked for, takes half a person off the distance, or the distance if that is less. The
/// effect is the difference with Newcombe's interval. Throws when a sample is empty, when
/// successes are not among the trials, or when nobody or everybody succeeded: the statistic
/// would be 0/0. Assumes independent samples of independent trials.
///
/// - Reference: Pearson (1900), doi:10.1080/14786440009463897; correction by Yates (1934),
///   doi:10.2307/2983604.
public struct TwoProportionsTest: HypothesisTest {
  public static let name = "Test of two proportions"

  public let count: Int
  public let isCorrected: Bool
  public let alternative: Alternative
  /// The distance in standard errors, above zero when the first proportion is larger.
  public let statistic: Double
  public let pValue: Double
  public let effect: Interval

  public init(
    successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int,
    isCorrected: Bool = false, alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    effect = try NewcombeInterval(
      successes: successes, trials: trials, otherSuccesses: otherSuccesses,
      otherTrials: otherTrials, level: level
    ).interval
    let (size, other) = (Double(trials), Double(otherTrials))
    let pooled = Double(successes + otherSuccesses) / (size + other)
    guard pooled > 0, pooled < 1 else { throw .zeroVariance }
    // How many more succeeded in the first sample than the pooled share makes expect.
    let excess = (Double(successes) * other - Double(otherSuccesses) * size) / (size + other)
    let distance = isCorrected ? max(0, abs(excess) - 0.5) : abs(excess)
    let spread = (pooled * (1 - pooled) * size * other / (size + other)).squareRoot()
    count = trials + otherTrials
    self.isCorrected = isCorrected
    self.alternative = alternative
    statistic = excess < 0 ? -distance / spread : distance / spread
    pValue = Normal.pValue(statistic, alternative)
  }
}
