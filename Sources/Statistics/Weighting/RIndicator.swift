/// How representative a response is, by how little the chances to respond differ.
///
/// One less twice the standard deviation of the propensities to respond: 1 when everybody
/// was as likely to respond. The propensities come from a model of yours; their own error
/// makes the indicator a little too low. Throws when there are fewer than two propensities,
/// or when one lies outside 0...1.
///
/// - Reference: Schouten, Cobben & Bethlehem (2009), Survey Methodology 35, 101–113.
public struct RIndicator: Sendable, Hashable, Codable {
  public let count: Int
  public let value: Double
  /// With the count less one as divisor.
  public let standardDeviation: Double

  public init(propensities: Span<Double>) throws(SampleError) {
    let values = try finiteValues(propensities)
    if let outside = values.first(where: { !(0...1).contains($0) }) {
      throw .probabilityOutOfRange(outside)
    }
    let moments = try Moments(propensities)
    count = moments.count
    standardDeviation = moments.standardDeviation
    value = 1 - 2 * standardDeviation
  }
}
