/// Tests whether values of one independent group tend to be higher than those of another,
/// without assuming that the groups spread alike.
///
/// The effect is the probability that a value of the first group exceeds one of the second;
/// ties count half, and its null value is one half. By the t distribution, with degrees of
/// freedom from the spread of the ranks; with fewer than ten values a group it is rough.
/// Throws when a group has fewer than two values, when a value is not finite, or when all
/// values of one group lie above those of the other: the spread is then unknown. Assumes
/// independent values.
///
/// - Reference: Brunner & Munzel (2000),
///   doi:10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U.
public struct BrunnerMunzelTest: HypothesisTest {
  public static let name = "Brunner-Munzel test"

  public let counts: [Int]
  public let alternative: Alternative
  public let statistic: Double
  public let degreesOfFreedom: Double
  public let pValue: Double
  /// The probability that the first group is higher, from 0 to 1.
  public let effect: Interval

  public init(
    _ first: Span<Double>, _ second: Span<Double>,
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    guard first.count >= 2, second.count >= 2 else {
      throw .tooFewObservations(required: 2, found: min(first.count, second.count))
    }
    let groups = [try finiteValues(first), try finiteValues(second)]
    let all = Ranks(groups[0] + groups[1]).doubled.map { Double($0) / 2 }
    let ranks = [Array(all[..<first.count]), Array(all[first.count...])]
    let spreads = zip(ranks, groups).map(Self.spread)
    let sizes = [Double(first.count), Double(second.count)]
    let parts = [sizes[0] * spreads[0], sizes[1] * spreads[1]]
    let whole = parts[0] + parts[1]
    guard whole > 0 else { throw .separatedGroups }
    let means = zip(ranks, sizes).map { $0.reduce(0, +) / $1 }
    let share = parts[0] / whole
    let reference = StudentT(
      degreesOfFreedom: 1
        / (share * share / (sizes[0] - 1) + (1 - share) * (1 - share) / (sizes[1] - 1)))
    let probability = (means[0] - (sizes[0] + 1) / 2) / sizes[1]
    let margin =
      reference.upperQuantile(tail) * whole.squareRoot() / (sizes[0] * sizes[1])
    counts = [first.count, second.count]
    self.alternative = alternative
    statistic =
      sizes[0] * sizes[1] * (means[0] - means[1])
      / ((sizes[0] + sizes[1]) * whole.squareRoot())
    degreesOfFreedom = reference.degreesOfFreedom
    pValue = reference.pValue(statistic, alternative)
    effect = Interval(
      estimate: probability, lower: max(0, probability - margin),
      upper: min(1, probability + margin), level: level)
  }

  /// The sample variance of the placements: how many of the other group lie below each value.
  private static func spread(_ ranks: [Double], _ values: [Double]) -> Double {
    let placements = zip(ranks, Ranks(values).doubled).map { $0 - Double($1) / 2 }
    let center = placements.reduce(0, +) / Double(placements.count)
    return placements.reduce(0) { $0 + ($1 - center) * ($1 - center) }
      / Double(placements.count - 1)
  }
}
