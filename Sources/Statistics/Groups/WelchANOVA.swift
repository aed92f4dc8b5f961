/// Tests whether several independent groups have the same mean, without assuming equal
/// variances.
///
/// With two groups this is Welch's t-test, squared. Throws when there are fewer than two
/// groups, when a group has fewer than two values or does not vary, or when a value is not
/// finite. Assumes independent values whose means are near normal.
///
/// - Reference: Welch (1951), doi:10.1093/biomet/38.3-4.330.
public struct WelchANOVA: Sendable, Hashable, Codable {
  /// How many values each group has.
  public let counts: [Int]
  public let means: [Double]
  /// Number of groups less one.
  public let degreesBetween: Double
  public let degreesWithin: Double
  public let statistic: Double
  public let pValue: Double
  /// The decimal logarithm of the p-value, which may be too small for a number itself.
  public let logPValue: Double

  public init(_ groups: [[Double]]) throws(SampleError) {
    let moments = try GroupMoments(groups, leastCount: 2)
    let variances = moments.variances
    for (group, variance) in variances.enumerated() {
      let error = (variance / Double(moments.counts[group])).squareRoot()
      guard variesBeyondRounding(error, near: moments.means[group]) else {
        throw .zeroVariance
      }
    }
    let weights = zip(moments.counts, variances).map { Double($0) / $1 }
    let total = weights.reduce(0, +)
    // Counted from the mean of all, so that large means lose no digits.
    let distances = moments.means.map { $0 - moments.all.mean }
    let center = zip(weights, distances).reduce(0) { $0 + $1.0 * $1.1 } / total
    let between = zip(weights, distances).reduce(0) { sum, group in
      sum + group.0 * (group.1 - center) * (group.1 - center)
    }
    let size = Double(groups.count)
    let unevenness = zip(weights, moments.counts).reduce(0) { sum, group in
      let rest = 1 - group.0 / total
      return sum + rest * rest / Double(group.1 - 1)
    }
    counts = moments.counts
    means = moments.means
    degreesBetween = size - 1
    degreesWithin = (size * size - 1) / (3 * unevenness)
    statistic =
      between / (size - 1) / (1 + 2 * (size - 2) * unevenness / (size * size - 1))
    let reference = FisherF(
      numeratorDegrees: degreesBetween, denominatorDegrees: degreesWithin)
    pValue = reference.upperTail(statistic)
    logPValue = reference.logUpperTail(statistic) / log(10)
  }
}
