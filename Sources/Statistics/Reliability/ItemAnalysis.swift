/// Which items of a scale fit the others, and which do not.
///
/// Throws when there are fewer than two items or two people, or when an answer is not
/// finite. Assumes complete answers.
///
/// - Reference: Nunnally & Bernstein (1994), Psychometric Theory, 3rd edition.
public struct ItemAnalysis: Sendable, Hashable, Codable {
  public struct Item: Sendable, Hashable, Codable {
    public let mean: Double
    public let standardDeviation: Double
    /// The correlation with the sum of the other items; nil when either does not vary.
    public let itemRestCorrelation: Double?
    /// The correlation with the sum of all items; nil when either does not vary.
    public let itemTotalCorrelation: Double?
    /// Cronbach's alpha of the other items; nil when fewer than two are left, or when
    /// their sum does not vary.
    public let alphaIfDropped: Double?
  }

  public let count: Int
  public let items: [Item]

  public init(_ scores: ItemScores) {
    let total = scores.totalVariance
    count = scores.count
    items = (0..<scores.itemCount).map { index in
      let own = scores.variance(index)
      let withTotal = scores.covariances[index].reduce(0, +)
      let withRest = withTotal - own
      let rest = total - own - 2 * withRest
      return Item(
        mean: scores.means[index], standardDeviation: own.squareRoot(),
        itemRestCorrelation: correlation(withRest, own, rest, scores.itemVaries(index)),
        itemTotalCorrelation: correlation(withTotal, own, total, scores.itemVaries(index)),
        alphaIfDropped: scores.leavingOut(index).flatMap { try? $0.alpha() })
    }
  }
}

private func correlation(
  _ covariance: Double, _ first: Double, _ second: Double, _ varies: Bool
) -> Double? {
  guard varies, second > 1e-14 * first else { return nil }
  return max(-1, min(1, covariance / first.squareRoot() / second.squareRoot()))
}
