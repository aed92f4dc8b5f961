/// Estimates the share of promoters less the share of detractors, on -100...100.
///
/// The interval is Wald's, with the count as divisor. When everybody gave the same
/// kind of answer Wald's has no width at all, and the adjusted form is used
/// instead: as if three more people had answered, 3/4 of a promoter, 3/4 of a
/// detractor and 3/2 passives. Limits stop at -100 and 100. Throws when a
/// count is negative, when nobody answered, or when the level is not between 0
/// and 1. Assumes that people answered independently.
///
/// - Reference: Rocks (2016), doi:10.1080/00031305.2016.1158124.
public struct NetScore: Sendable, Hashable, Codable {
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    case wald
    case adjustedWald
  }

  public let count: Int
  public let method: Method
  /// Of Wald's interval, zero when everybody gave the same kind of answer.
  public let standardError: Double
  public let interval: Interval

  public init(
    promoters: Int, passives: Int, detractors: Int, level: Double = 0.95
  ) throws(SampleError) {
    let counts = [promoters, passives, detractors]
    let count = try total(of: counts)
    let quantile = try ConfidenceLevel(level).normalQuantile
    let plain = Shares(Double(promoters), Double(detractors), of: Double(count))
    let adjusted = Shares(
      Double(promoters) + 0.75, Double(detractors) + 0.75, of: Double(count) + 3)
    let used = counts.contains(count) ? adjusted : plain
    let margin = quantile * used.standardError
    self.count = count
    standardError = 100 * plain.standardError
    method = counts.contains(count) ? .adjustedWald : .wald
    interval = Interval(
      estimate: 100 * plain.net,
      lower: 100 * max(-1, min(plain.net, used.net - margin)),
      upper: 100 * min(1, max(plain.net, used.net + margin)),
      level: level)
  }

  private struct Shares {
    let net: Double
    let standardError: Double

    init(_ promoters: Double, _ detractors: Double, of size: Double) {
      net = (promoters - detractors) / size
      standardError = (((promoters + detractors) / size - net * net) / size).squareRoot()
    }
  }
}

/// The sum of counts.
///
/// Throws when one is negative, or when all are zero.
func total(of counts: [Int]) throws(SampleError) -> Int {
  var total = 0
  for (index, count) in counts.enumerated() {
    guard count >= 0 else { throw .negativeCount(index: index) }
    let (sum, overflow) = total.addingReportingOverflow(count)
    guard !overflow else { throw .overflow }
    total = sum
  }
  guard total > 0 else { throw .tooFewObservations(required: 1, found: 0) }
  return total
}
