/// By how much unequal weights make a sample less precise.
///
/// The design effect is one plus the squared coefficient of variation of the weights; the
/// effective size is that of an equally weighted sample as precise. It holds where weights
/// have nothing to do with the answers; otherwise compare a weighted estimate's own design
/// effect. Throws when there is no weight, when one is negative or not finite, or when all
/// are zero.
///
/// - Reference: Kish (1992), Weighting for unequal Pi, Journal of Official Statistics 8,
///   183–200.
public struct KishDesignEffect: Sendable, Hashable, Codable {
  public let count: Int
  public let designEffect: Double
  public let effectiveCount: Double
  /// The squared coefficient of variation, with the count less one as divisor.
  ///
  /// Nil for a single weight.
  public let squaredVariation: Double?

  public init(weights: Span<Double>) throws(SampleError) {
    let relative = try relativeToMean(weights)
    var squares = CompensatedSum()
    for weight in relative { squares += (weight - 1) * (weight - 1) }
    let size = Double(relative.count)
    count = relative.count
    designEffect = 1 + squares.value / size
    effectiveCount = size / (1 + squares.value / size)
    squaredVariation = relative.count > 1 ? squares.value / (size - 1) : nil
  }
}
