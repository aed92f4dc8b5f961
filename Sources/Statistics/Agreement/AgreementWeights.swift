/// How far two ratings agree, by how far apart their categories lie.
public enum AgreementWeights: String, Sendable, Hashable, Codable, CaseIterable {
  /// Ratings agree in full or not at all: for categories without an order.
  case unweighted
  /// Agreement falls evenly with the number of categories in between.
  case linear
  /// Agreement falls with the square of the number of categories in between.
  case quadratic

  /// How far two of so many categories disagree, from 0 to 1.
  func disagreement(_ first: Int, _ second: Int, of categoryCount: Int) -> Double {
    guard first != second else { return 0 }
    let distance = Double(abs(first - second)) / Double(categoryCount - 1)
    return switch self {
    case .unweighted: 1
    case .linear: distance
    case .quadratic: distance * distance
    }
  }

  /// How far any two of so many categories agree.
  func matrix(_ categoryCount: Int) -> [[Double]] {
    (0..<categoryCount).map { first in
      (0..<categoryCount).map { 1 - disagreement(first, $0, of: categoryCount) }
    }
  }
}
