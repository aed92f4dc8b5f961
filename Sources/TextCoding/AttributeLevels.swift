import EvaluationData

/// Levels of a column under which a rule applies.
struct LevelCondition: Sendable, Hashable {
  let column: String
  /// Their places in the column's list.
  let levels: Set<Int>
}

/// A category column by which a rule may be limited, for the responses at hand.
struct AttributeLevels: Sendable {
  let column: String
  let names: [String]
  /// By response; nil without a level.
  private let levels: [Int?]

  init(_ column: CategoryColumn, named name: String, rows: [Int]) {
    self.column = name
    names = column.levels.map(\.name)
    levels = rows.map { column[$0].value }
  }

  func isIn(_ set: Set<Int>, _ row: Int) -> Bool { levels[row].map(set.contains) ?? false }

  /// The levels that carry a code at least as often as all responses, and twice as often.
  func likely(_ isCoded: [Bool], rows: [Int], prior: Double) -> [Set<Int>] {
    let counts = counts(isCoded, rows: rows)
    let shares = counts.map { ($0.coded + 5 * prior) / ($0.all + 5) }
    var sets: [Set<Int>] = []
    for times in [1.0, 2] {
      let set = Set(shares.indices.filter { shares[$0] >= times * prior })
      if !set.isEmpty, !sets.contains(set) { sets.append(set) }
    }
    return sets
  }

  /// The levels in which a term is purer than altogether; none where it is rare.
  func better(for rows: [Int32], _ isCoded: [Bool]) -> [Set<Int>] {
    guard rows.count >= 8 else { return [] }
    let purity = Double(rows.count { isCoded[Int($0)] }) / Double(rows.count)
    let counts = counts(isCoded, rows: rows.map { Int($0) })
    let set = Set(
      counts.indices.filter {
        counts[$0].all > 0 && (counts[$0].coded + 2 * purity) / (counts[$0].all + 2) > purity
      })
    return set.isEmpty ? [] : [set]
  }

  private func counts(_ isCoded: [Bool], rows: [Int]) -> [(coded: Double, all: Double)] {
    var counts = [(coded: Double, all: Double)](repeating: (0, 0), count: names.count)
    for row in rows {
      guard let level = levels[row] else { continue }
      counts[level].all += 1
      if isCoded[row] { counts[level].coded += 1 }
    }
    return counts
  }
}
