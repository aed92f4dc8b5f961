/// The answers of several people to the items of a scale, all of them complete.
///
/// Items in rows, people in columns. Throws when there are fewer than two items or two
/// people, when items differ in length, or when an answer is not finite.
public struct ItemScores: Sendable, Hashable {
  public let itemCount: Int
  public let count: Int
  /// The mean answer to each item.
  public let means: [Double]
  /// The covariances between items, with the count less one as divisor.
  public let covariances: [[Double]]

  public init(_ items: [[Double]]) throws(SampleError) {
    guard items.count >= 2 else { throw .tooFewItems(required: 2, found: items.count) }
    for item in items where item.count != items[0].count {
      throw .unequalLengths(first: items[0].count, second: item.count)
    }
    let count = items[0].count
    guard count >= 2 else { throw .tooFewObservations(required: 2, found: count) }
    var (means, deviations): ([Double], [[Double]]) = ([], [])
    for item in items {
      let middle = try mean(item.span)
      means.append(middle)
      deviations.append(item.map { $0 - middle })
    }
    itemCount = items.count
    self.count = count
    self.means = means
    covariances = items.indices.map { row in
      items.indices.map { column in
        var sum = CompensatedSum()
        for (first, second) in zip(deviations[row], deviations[column]) { sum += first * second }
        return sum.value / Double(count - 1)
      }
    }
    guard covariances.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .overflow }
  }

  private init(_ scores: ItemScores, leavingOut item: Int) {
    let kept = (0..<scores.itemCount).filter { $0 != item }
    itemCount = kept.count
    count = scores.count
    means = kept.map { scores.means[$0] }
    covariances = kept.map { row in kept.map { scores.covariances[row][$0] } }
  }

  /// The same answers without one item; nil if only one would be left.
  func leavingOut(_ item: Int) -> ItemScores? {
    itemCount > 2 ? ItemScores(self, leavingOut: item) : nil
  }

  func variance(_ item: Int) -> Double { covariances[item][item] }

  /// The variance of the sum of all items.
  var totalVariance: Double { covariances.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The correlations between items; nil when an item does not vary.
  var correlations: [[Double]]? {
    let spreads = (0..<itemCount).map { variance($0).squareRoot() }
    guard (0..<itemCount).allSatisfy({ itemVaries($0) }) else { return nil }
    return covariances.indices.map { row in
      covariances.indices.map { column in
        row == column ? 1 : covariances[row][column] / spreads[row] / spreads[column]
      }
    }
  }

  /// Whether an item's answers differ by more than the rounding of their mean.
  func itemVaries(_ item: Int) -> Bool {
    variance(item) > 1e-26 * means[item] * means[item]
  }
}
