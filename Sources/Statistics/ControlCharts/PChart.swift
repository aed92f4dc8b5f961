/// Shows whether shares over time vary by chance alone.
///
/// The limits lie three standard errors around the share of all, each for the size of its
/// own period, and stop at 0 and 1. Throws when the lists differ in length, when there is no
/// period, when nobody is in a period, or when a count exceeds its total. Assumes
/// independent people; shares of very large periods leave the limits by small causes.
///
/// - Reference: Shewhart (1931), Economic Control of Quality of Manufactured Product;
///   Montgomery (2013), Introduction to Statistical Quality Control, 7th edition.
public struct PChart: Sendable, Hashable, Codable {
  public struct Point: Sendable, Hashable, Codable {
    public let share: Double
    public let lowerLimit: Double
    public let upperLimit: Double
    /// One of seven points in a row on the same side of the share of all.
    public let isPartOfShift: Bool

    public var isOutsideLimits: Bool { share < lowerLimit || share > upperLimit }
  }

  public let count: Int
  public let center: Double
  public let points: [Point]

  public init(counts: [Int], totals: [Int]) throws(SampleError) {
    guard counts.count == totals.count else {
      throw .unequalLengths(first: counts.count, second: totals.count)
    }
    for (count, total) in zip(counts, totals) { try checkProportion(count, of: total) }
    let all = try total(of: totals)
    let center = Double(counts.reduce(0, +)) / Double(all)
    self.center = center
    count = counts.count
    let sides = zip(counts, totals).map { count, total in
      let share = Double(count) / Double(total)
      return share > center ? 1 : share < center ? -1 : 0
    }
    let shifts = RunRules.runs(of: sides, atLeast: RunRules.runLength)
    points = zip(zip(counts, totals), shifts).map { period, shift in
      let (count, total) = period
      let reach = 3 * (center * (1 - center) / Double(total)).squareRoot()
      return Point(
        share: Double(count) / Double(total), lowerLimit: max(0, center - reach),
        upperLimit: min(1, center + reach), isPartOfShift: shift != 0)
    }
  }
}
