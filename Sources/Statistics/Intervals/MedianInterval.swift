/// Estimates a median, whatever the shape of the distribution.
///
/// The limits are the values at those places that the sign test would just not reject; the
/// interval holds its level for any sample, and `interval.level` is what it reaches, which
/// is more than was asked for. Five or fewer values cannot reach 95 %: the interval is then
/// their whole range, with the lower level that this reaches. Throws when there are no
/// values, when one is not finite, or when the level is not between 0 and 1. Assumes
/// independent values.
///
/// - Reference: Conover (1999), ISBN 978-0-471-16068-7, section 3.2.
public struct MedianInterval: Sendable, Hashable, Codable {
  public let count: Int
  public let interval: Interval

  public init(_ values: Span<Double>, level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let sample = try SortedSample(values)
    let reference = Binomial(trials: sample.count, probability: 0.5)
    // How many values may lie outside at either end.
    var outside = 0
    while reference.lowerTail(outside) <= tail { outside += 1 }
    let place = max(1, outside)
    count = sample.count
    interval = Interval(
      estimate: sample.median, lower: sample[place], upper: sample[sample.count + 1 - place],
      level: 1 - 2 * reference.lowerTail(place - 1))
  }
}
