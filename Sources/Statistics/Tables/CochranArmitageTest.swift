/// Tests whether a proportion rises or falls steadily over ordered groups.
///
/// Approximate, with the variance under no trend. The effect is the slope, how much the
/// proportion rises for each step of the scores, with the same variance. Throws when the
/// lists differ in length, when there are fewer than two groups, when successes are not
/// among the trials, when a score is not finite, when nobody or everybody succeeded, or when
/// all people have the same score. Assumes independent people.
///
/// - Reference: Cochran (1954), doi:10.2307/3001616; Armitage (1955), doi:10.2307/3001775.
public struct CochranArmitageTest: HypothesisTest {
  public static let name = "Cochran–Armitage test for trend"

  public let count: Int
  public let alternative: Alternative
  /// The slope in standard errors; its square is the chi-squared statistic for trend.
  public let statistic: Double
  public let pValue: Double
  public let effect: Interval

  /// The scores are 1, 2, 3 and so on when none are given.
  public init(
    successes: [Int], trials: [Int], scores: [Double]? = nil,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let scores = scores ?? trials.indices.map { Double($0 + 1) }
    guard successes.count == trials.count, scores.count == trials.count else {
      throw .unequalLengths(first: successes.count, second: trials.count)
    }
    guard trials.count >= 2 else {
      throw .tooFewCategories(required: 2, found: trials.count)
    }
    for index in trials.indices {
      try checkProportion(successes[index], of: trials[index])
      guard scores[index].isFinite else { throw .nonFiniteValue(index: index) }
    }
    let size = Double(try total(of: trials))
    let share = Double(successes.reduce(0, +)) / size
    guard share > 0, share < 1 else { throw .zeroVariance }
    let center = zip(scores, trials).reduce(0) { $0 + $1.0 * Double($1.1) } / size
    var (products, squares) = (CompensatedSum(), CompensatedSum())
    for index in trials.indices {
      let distance = scores[index] - center
      products += distance * (Double(successes[index]) - Double(trials[index]) * share)
      squares += distance * distance * Double(trials[index])
    }
    guard squares.value > 0 else { throw .zeroVariance }
    let error = (share * (1 - share) / squares.value).squareRoot()
    let slope = products.value / squares.value
    count = trials.reduce(0, +)
    self.alternative = alternative
    statistic = slope / error
    pValue = Normal.pValue(statistic, alternative)
    effect = Interval(estimate: slope, margin: quantile * error, level: level)
  }
}
