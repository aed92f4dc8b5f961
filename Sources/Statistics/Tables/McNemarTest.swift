/// Tests whether a proportion changed among the same people.
///
/// Only those count who changed. The exact p-value compares those who gained with fair
/// coins; the mid-p value, which takes off half of what the observed count adds, is less
/// cautious and close to its level; the approximate ones are for large counts. The effect
/// is the change of the proportion, after minus before, with Tango's interval. Throws when
/// a count is negative, or when nobody changed. Assumes independent people.
///
/// - Reference: McNemar (1947), doi:10.1007/BF02295996; correction by Edwards (1948),
///   doi:10.1007/BF02289261; mid-p by Fagerland, Lydersen & Laake (2013),
///   doi:10.1186/1471-2288-13-91.
public struct McNemarTest: HypothesisTest {
  public static let name = "McNemar's test"

  /// How the p-value is computed.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    case exact
    case midP
    /// By the chi-squared distribution.
    case approximate
    /// By the chi-squared distribution, corrected for continuity.
    case corrected
  }

  public let count: Int
  public let gained: Int
  public let lost: Int
  public let form: Form
  public let method: TestMethod
  /// The number of those who gained, or the chi-squared statistic in the approximate forms.
  public let statistic: Double
  public let pValue: Double
  public let effect: Interval

  /// A change in either direction counts.
  public let alternative: Alternative

  /// - Parameters:
  ///   - gained: those with yes after only.
  ///   - lost: those with yes before only.
  ///   - unchanged: all others.
  ///   - form: how the p-value is computed.
  ///   - level: the confidence level of the effect.
  /// - Throws: a `SampleError`, as the type says.
  public init(
    gained: Int, lost: Int, unchanged: Int, form: Form = .exact, level: Double = 0.95
  ) throws(SampleError) {
    effect = try TangoInterval(
      gained: gained, lost: lost, unchanged: unchanged, level: level
    ).interval
    let changed = gained + lost
    guard changed > 0 else { throw .noDifferences }
    count = changed + unchanged
    self.gained = gained
    self.lost = lost
    self.form = form
    alternative = .twoSided
    switch form {
    case .exact, .midP:
      let exact = try BinomialTest(successes: gained, trials: changed, probability: 0.5).pValue
      let observed = Binomial(trials: changed, probability: 0.5).probability(of: gained)
      method = .exact
      statistic = Double(gained)
      pValue = form == .exact ? exact : exact - observed
    case .approximate, .corrected:
      let distance = Double(abs(gained - lost))
      let left = form == .corrected ? max(0, distance - 1) : distance
      method = .approximate
      statistic = left * left / Double(changed)
      pValue = ChiSquared(degreesOfFreedom: 1).upperTail(statistic)
    }
  }
}

/// Estimates the odds of losing against those of gaining among people who changed.
///
/// The limits are exact, from Clopper and Pearson's interval; they reach zero or infinity
/// when all changed alike. Throws when a count is negative, or when nobody changed.
///
/// - Reference: Breslow & Day (1980), ISBN 978-92-832-0132-8, section 5.2.
public struct DiscordantOddsRatio: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(lost: Int, gained: Int, level: Double = 0.95) throws(SampleError) {
    _ = try total(of: [lost, gained])
    let share = try ClopperPearsonInterval(
      successes: lost, trials: lost + gained, level: level
    ).interval
    func odds(_ share: Double) -> Double { share < 1 ? share / (1 - share) : .infinity }
    interval = Interval(
      estimate: gained == 0 ? .infinity : Double(lost) / Double(gained),
      lower: odds(share.lower), upper: odds(share.upper), level: level)
  }
}
