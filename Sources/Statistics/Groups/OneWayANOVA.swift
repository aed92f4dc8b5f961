/// Tests whether several independent groups have the same mean, if their variances are
/// equal.
///
/// With two groups this is Student's t-test, squared. Throws when there are fewer than
/// two groups or more groups than values less one, when a group is empty, when a value is
/// not finite, or when no group varies: the statistic would be a division by zero.
/// Assumes independent values of equal variance whose means are near normal. Without
/// equal variances take `WelchANOVA`.
///
/// - Reference: Fisher (1925), Statistical Methods for Research Workers, chapter VII.
public struct OneWayANOVA: Sendable, Hashable, Codable {
  /// How many values each group has.
  public let counts: [Int]
  public let means: [Double]
  public let squaresBetween: Double
  public let squaresWithin: Double
  /// Number of groups less one.
  public let degreesBetween: Double
  /// Number of values less number of groups.
  public let degreesWithin: Double
  /// F: the variance between the groups over that within them.
  public let statistic: Double
  public let pValue: Double
  /// The decimal logarithm of the p-value, which may be too small for a number itself.
  public let logPValue: Double

  /// The variance within the groups.
  public var meanSquareWithin: Double { squaresWithin / degreesWithin }

  public init(_ groups: [[Double]]) throws(SampleError) {
    let moments = try GroupMoments(groups, leastCount: 1)
    let (variance, degreesWithin) = try moments.pooled()
    var between = CompensatedSum()
    for (count, mean) in zip(moments.counts, moments.means) {
      let distance = mean - moments.all.mean
      between += Double(count) * distance * distance
    }
    counts = moments.counts
    means = moments.means
    squaresBetween = between.value
    squaresWithin = moments.squaredDeviations.reduce(0, +)
    degreesBetween = Double(groups.count - 1)
    self.degreesWithin = degreesWithin
    statistic = squaresBetween / degreesBetween / variance
    let reference = FisherF(
      numeratorDegrees: degreesBetween, denominatorDegrees: degreesWithin)
    pValue = reference.upperTail(statistic)
    logPValue = reference.logUpperTail(statistic) / log(10)
  }
}
