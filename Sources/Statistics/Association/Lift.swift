/// Estimates how many times as often two things occur together as they would if neither had
/// to do with the other.
///
/// The share that has both, divided by the product of the shares that have each. The interval
/// is normal on the logarithmic scale, its variance by the delta method. Throws when the
/// counts do not fit together, when nobody has both, or when the level is not between 0
/// and 1. Assumes independent people.
///
/// - Reference: Brin, Motwani, Ullman & Tsur (1997), doi:10.1145/253260.253325 (as interest);
///   Agresti (2013), Categorical Data Analysis, 3rd edition, section 16.1 (delta method).
public struct Lift: Sendable, Hashable, Codable {
  public let interval: Interval

  public init(
    both: Int, first: Int, second: Int, total: Int, level: Double = 0.95
  ) throws(SampleError) {
    try checkProportion(first, of: total)
    try checkProportion(second, of: total)
    let smaller = min(first, second)
    guard (max(0, first + second - total)...smaller).contains(both) else {
      throw .countOutOfRange(count: both, total: smaller)
    }
    guard both > 0 else { throw .emptyCell }
    let quantile = try ConfidenceLevel(level).normalQuantile
    let (joint, one, other, size) = (Double(both), Double(first), Double(second), Double(total))
    // Products and sums in pairs, so that the order of the two does not matter.
    let lift = joint * size / (one * other)
    let variance = max(0, 1 / joint - (1 / one + 1 / other) + (2 * lift - 1) / size)
    let factor = exp(quantile * variance.squareRoot())
    interval = Interval(estimate: lift, lower: lift / factor, upper: lift * factor, level: level)
  }
}
