/// How far the items of a scale measure the same, by how far they vary together.
///
/// The interval is Feldt's, exact when answers are normal and items parallel; at 1 it has
/// no width. Alpha can be negative, and is not cut off: items that run against each other
/// are then to be reversed or left out. Throws when there are fewer than two items or two
/// people, when an answer is not finite, when the sum of the items does not vary, or when
/// the level is out of range. Assumes complete answers and errors of items that are
/// independent; a lower bound of reliability otherwise.
///
/// - Reference: Cronbach (1951), doi:10.1007/BF02310555; interval by Feldt, Woodruff &
///   Salih (1987), doi:10.1177/014662168701100107.
public struct CronbachsAlpha: Sendable, Hashable, Codable {
  public let count: Int
  public let itemCount: Int
  public let alpha: Interval
  /// Without assuming that items are parallel, only that answers are normal.
  ///
  /// - Reference: Duhachek & Iacobucci (2004), doi:10.1037/0021-9010.89.5.792.
  public let standardError: Double
  /// Alpha of the items brought to equal variance; nil when an item does not vary.
  public let standardized: Double?
  /// Nil when an item does not vary.
  public let meanCorrelation: Double?
  /// Guttman's lower bound of reliability from multiple correlations; nil when an item
  /// does not vary, or is a combination of the others.
  ///
  /// - Reference: Guttman (1945), doi:10.1007/BF02288892.
  public let guttmansLambda6: Double?

  public init(_ scores: ItemScores, level: Double = 0.95) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let items = Double(scores.itemCount)
    let people = Double(scores.count - 1)
    let estimate = try scores.alpha()
    let shape = FisherF(numeratorDegrees: people, denominatorDegrees: people * (items - 1))
    let rest = 1 - estimate
    count = scores.count
    itemCount = scores.itemCount
    alpha = Interval(
      estimate: estimate, lower: 1 - rest * shape.upperQuantile(tail),
      upper: 1 - rest
        / FisherF(numeratorDegrees: people * (items - 1), denominatorDegrees: people).upperQuantile(
          tail), level: level)
    standardError = scores.alphaStandardError
    let correlations = scores.correlations
    meanCorrelation = correlations.map { matrix in
      (matrix.reduce(0) { $0 + $1.reduce(0, +) } - items) / (items * (items - 1))
    }
    standardized = meanCorrelation.flatMap { correlation in
      let total = 1 + (items - 1) * correlation
      return total > 0 ? items * correlation / total : nil
    }
    guttmansLambda6 = correlations.flatMap { matrix in
      CholeskyFactor(matrix).map { factor in
        let unexplained = factor.inverse.indices.reduce(0) { $0 + 1 / factor.inverse[$1][$1] }
        return 1 - unexplained / matrix.reduce(0) { $0 + $1.reduce(0, +) }
      }
    }
  }
}

extension ItemScores {
  /// Throws when the sum of the items does not vary.
  func alpha() throws(SampleError) -> Double {
    let sum = (0..<itemCount).reduce(0) { $0 + variance($1) }
    let total = totalVariance
    guard total > 1e-14 * sum, total > 0 else { throw .zeroVariance }
    let items = Double(itemCount)
    return items / (items - 1) * (1 - sum / total)
  }

  fileprivate var alphaStandardError: Double {
    let items = Double(itemCount)
    let total = totalVariance
    let own = (0..<itemCount).reduce(0) { $0 + variance($1) }
    var (ofSquares, sumOfSquares) = (0.0, 0.0)
    for row in covariances {
      let sum = row.reduce(0, +)
      sumOfSquares += sum * sum
      ofSquares += row.reduce(0) { $0 + $1 * $1 }
    }
    let spread = total * (ofSquares + own * own) - 2 * own * sumOfSquares
    let scale = 2 * items * items / ((items - 1) * (items - 1) * total * total * total)
    return (max(0, scale * spread) / Double(count)).squareRoot()
  }
}
