/// Estimates how far shares lie from expected shares: 0.1 is small, 0.5 large.
///
/// The root of the squared distances, each relative to the expected share. The
/// limits invert the noncentral chi-squared distribution; the upper one takes a
/// fit that is closer than chance as if it were as close as chance, since the
/// plain limit would then be zero and claim certainty. It never passes the value
/// that w has when everybody is in the category expected to be smallest. Both limits
/// are moved out to the estimate where it lies beyond them. At 95 % the lower one
/// is above zero when the p-value is below 0.025, not 0.05: the interval is cut at
/// either side, the test at one. Throws as `ChiSquaredGoodnessOfFitTest` does, and
/// assumes the same.
///
/// - Reference: Cohen (1988), ISBN 978-0-8058-0283-2; interval by Steiger (2004),
///   doi:10.1037/1082-989X.9.2.164.
public struct CohensW: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    counts: [Int], probabilities: [Double], level: Double = 0.95
  ) throws(SampleError) {
    self = try CohensW(ExpectedShares(counts: counts, probabilities: probabilities), level: level)
  }

  init(_ expected: ExpectedShares, level: Double) throws(SampleError) {
    let chiSquared = expected.chiSquared
    let limits = try NoncentralChiSquared.noncentralityLimits(
      of: chiSquared, degreesOfFreedom: expected.degreesOfFreedom, level: ConfidenceLevel(level))
    guard let limits else { throw .didNotConverge }
    let size = Double(expected.count)
    let estimate = (chiSquared / size).squareRoot()
    let largest = (1 / expected.smallestProbability - 1).squareRoot()
    interval = Interval(
      estimate: estimate, lower: min(estimate, (limits.lower / size).squareRoot()),
      upper: max(estimate, min(largest, (limits.upper / size).squareRoot())), level: level)
  }
}
