/// Weights people so that one classification of the sample agrees with the population's.
///
/// Each cell is scaled to its total; the weights within a cell keep their proportions.
/// Throws when there is nobody, when a weight or total is negative or not finite, when a
/// cell has a total but nobody in the sample or the other way round, or when cells and
/// weights differ in number. Assumes that within a cell who answered is like who did not.
///
/// - Reference: Holt & Smith (1979), doi:10.2307/2344652.
public struct PostStratification: Sendable, Hashable, Codable {
  public let weights: [Double]
  public let cells: Raking.Margin

  public init(baseWeights: [Double], cells: Raking.Margin) throws(SampleError) {
    weights = try Raking(baseWeights: baseWeights, margins: [cells], tolerance: 1e-9).weights
    self.cells = cells
  }
}
