/// Estimates by how much a proportion changed among the same people, as after minus before.
///
/// The changes that a score test would not reject. Only those count who changed; the others
/// say how many there are in all. Throws when a count is negative, when there is nobody, or
/// when the level is not between 0 and 1. Assumes independent pairs.
///
/// - Reference: Tango (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B.
public struct TangoInterval: Sendable, Hashable, Codable {
  public let count: Int
  public let interval: Interval

  /// - Parameters:
  ///   - gained: those with yes after only.
  ///   - lost: those with yes before only.
  ///   - unchanged: all others.
  ///   - level: the confidence level.
  /// - Throws: a `SampleError`, as the type says.
  public init(
    gained: Int, lost: Int, unchanged: Int, level: Double = 0.95
  ) throws(SampleError) {
    count = try total(of: [gained, lost, unchanged])
    let quantile = try ConfidenceLevel(level).normalQuantile
    let (size, up, down) = (Double(count), Double(gained), Double(lost))
    /// The standard error of the net count under a difference.
    func spread(_ difference: Double) -> Double {
      let b = (2 * size - up + down) * difference - up - down
      let c = -down * difference * (1 - difference)
      let discriminant = max(0, b * b - 8 * size * c).squareRoot()
      // The form without cancellation of the larger root.
      let share = b <= 0 ? (discriminant - b) / (4 * size) : -2 * c / (b + discriminant)
      return (size * max(0, 2 * share + difference * (1 - difference))).squareRoot()
    }
    let net = up - down
    let estimate = net / size
    let lower = root(from: -1, to: estimate) { size * $0 - net + quantile * spread($0) }
    let upper = root(from: estimate, to: 1) { size * $0 - net - quantile * spread($0) }
    guard let lower, let upper else { throw .didNotConverge }
    interval = Interval(
      estimate: estimate, lower: min(lower, estimate), upper: max(upper, estimate), level: level)
  }
}
