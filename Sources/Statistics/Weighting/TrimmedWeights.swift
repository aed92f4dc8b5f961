/// Weights cut off where they are largest, so that few people do not decide the result.
///
/// What is cut off goes to the others, so that the sum stays. Throws when there is no
/// weight, when a weight is negative or not finite, or when the limit lies below the mean
/// weight, so that the sum could not be kept.
///
/// - Reference: Potter (1990), Proceedings of the Survey Research Methods Section, ASA,
///   225–230.
public struct TrimmedWeights: Sendable, Hashable, Codable {
  /// Who gets what is cut off.
  public enum Redistribution: String, Sendable, Hashable, Codable, CaseIterable {
    /// The others, the same amount each, in one go: some may end above the limit.
    case equallyOnce
    /// The others, the same amount each, until nobody is above the limit.
    case equally
    /// Everybody in proportion, in one go: the largest end above the limit.
    case proportionally
  }

  public let weights: [Double]
  /// The weights cut off, before what was cut off is given to others.
  public let cut: [Double]
  public let limit: Double
  /// How many weights were above the limit at first.
  public let cutCount: Int
  public let redistribution: Redistribution

  public init(
    _ weights: [Double], limit: Double, redistribution: Redistribution = .equally
  ) throws(SampleError) {
    let weights = try amounts(weights.span)
    guard !weights.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    var sum = CompensatedSum()
    for weight in weights { sum += weight }
    guard sum.value > 0 else { throw .zeroTotal }
    guard limit * Double(weights.count) >= sum.value * (1 - 1e-9) else {
      throw .limitTooLow(limit: limit, mean: sum.value / Double(weights.count))
    }
    let cut = weights.map { min($0, limit) }
    var kept = CompensatedSum()
    for weight in cut { kept += weight }
    // Weights that come from an iteration may pass the limit by rounding only.
    let isAbove = weights.map { $0 > limit * (1 + 1e-9) }
    let cutCount = isAbove.count { $0 }
    self.cut = cut
    self.limit = limit
    self.cutCount = cutCount
    self.redistribution = redistribution
    let rest = Double(weights.count - cutCount)
    self.weights =
      switch redistribution {
      case .proportionally: cut.map { $0 * (sum.value / kept.value) }
      case .equallyOnce:
        zip(weights, isAbove).map { $1 ? limit : $0 + (sum.value - kept.value) / rest }
      case .equally: Self.raised(weights, to: sum.value, below: limit)
      }
  }

  /// All weights raised by the same amount but not above the limit, to a given sum.
  private static func raised(
    _ weights: [Double], to sum: Double, below limit: Double
  ) -> [Double] {
    let descending = weights.sorted(by: >)
    var below = CompensatedSum()
    for weight in weights { below += weight }
    // The more of the largest are held at the limit, the more the others are raised.
    for held in descending.indices {
      let rise =
        (sum - Double(held) * limit - below.value) / Double(descending.count - held)
      if rise >= 0, descending[held] + rise <= limit {
        return weights.map { min(limit, $0 + rise) }
      }
      below += -descending[held]
    }
    return weights.map { _ in limit }
  }
}
