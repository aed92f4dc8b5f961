/// An estimate and the range of values that the data leave plausible.
public struct Interval: Sendable, Hashable, Codable {
  public let estimate: Double
  public let lower: Double
  public let upper: Double
  /// The confidence level, such as 0.95.
  public let level: Double

  public init(estimate: Double, lower: Double, upper: Double, level: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// An interval that reaches as far below its estimate as above it.
  init(estimate: Double, margin: Double, level: Double) {
    self.init(
      estimate: estimate, lower: estimate - margin, upper: estimate + margin, level: level)
  }
}
