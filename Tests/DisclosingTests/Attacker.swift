import EvaluationData

/// Somebody who works hidden numbers out: wherever a sum has one number unknown, it
/// is the difference.
struct Attacker {
  /// Known counts: groups by levels, with the totals in the last row and column.
  private(set) var known: [[Int?]]
  private let groups: Int
  private let levels: Int

  /// Reads everything that a published table says of counts.
  init(_ table: Tabulation, shown: [Finding]) {
    groups = table.counts.count
    levels = table.levels
    known = [[Int?]](repeating: [Int?](repeating: nil, count: levels + 1), count: groups + 1)
    for finding in shown {
      let row =
        finding.group.map { name in
          (0..<groups).first { table.group($0) == name } ?? groups
        } ?? groups
      let column = finding.level.map { name in
        (0..<levels).first { table.level($0) == name } ?? levels
      }
      for base in [finding.base, finding.n] {
        if let base { known[row][levels] = base }
      }
      guard let column, let value = finding.value else { continue }
      if finding.statistic == .count { known[row][column] = Int(value) }
      if finding.statistic == .share, let base = finding.base {
        known[row][column] = Int((value * Double(base)).rounded())
      }
      if finding.statistic == .gap, let base = finding.base {
        known[row][column] = Int(((value + 0.5) * Double(base)).rounded())
      }
    }
  }

  mutating func solve() {
    var hasLearned = true
    while hasLearned {
      hasLearned = false
      for row in 0...groups {
        hasLearned = learn((0...levels).map { (row, $0) }) || hasLearned
      }
      for column in 0...levels {
        hasLearned = learn((0...groups).map { ($0, column) }) || hasLearned
      }
    }
  }

  /// All but the last of the places add up to the last.
  private mutating func learn(_ places: [(row: Int, column: Int)]) -> Bool {
    let unknown = places.indices.filter { known[places[$0].row][places[$0].column] == nil }
    guard unknown.count == 1 else { return false }
    let total = places.count - 1
    let sum = places[..<total].reduce(0) { $0 + (known[$1.row][$1.column] ?? 0) }
    let place = places[unknown[0]]
    let last = known[places[total].row][places[total].column] ?? 0
    known[place.row][place.column] = unknown[0] == total ? sum : last - sum
    return true
  }

  /// The counts from 1 to 4 that are known.
  var small: [Int] { known.joined().compactMap { $0 }.filter { (1...4).contains($0) } }
}
