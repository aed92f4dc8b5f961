import EvaluationData

/// A row that is quoted for a code.
struct QuotePlace: Hashable {
  let row: Int
  /// The code's place in the code frame.
  let code: Int
}

/// Chooses quotes so that no person and no group speaks for all.
///
/// The next quote of a code is of the person who was quoted least, then of the group that this code
/// has least of, then of the group that all codes have least of; the seed decides among equals.
struct QuoteChoice {
  private let candidates: QuoteCandidates
  private(set) var chosen: [Int: [Int]] = [:]
  private var taken: Set<Int> = []
  private var timesQuoted: [String: Int] = [:]
  private var timesOfGroup: [GroupKey: Int] = [:]

  private struct GroupKey: Hashable {
    /// Nil for all codes together.
    let code: Int?
    let column: Int
    let level: Int
  }

  init(_ candidates: QuoteCandidates) { self.candidates = candidates }

  /// Adds rows to what a code has until it has enough; `isFit` may still refuse one.
  mutating func fill(
    _ code: Int, from rows: [Int], isFit: (_ row: Int) -> Bool = { _ in true }
  ) {
    var groups = candidates.inGroups(rows.filter { !taken.contains($0) })
    while chosen[code, default: []].count < candidates.spec.perCode {
      let heads = groups.indices.compactMap { group in
        head(of: groups[group].rows).map { (group: group, place: $0) }
      }
      let best = heads.min { first, second in
        let (one, other) = (groups[first.group], groups[second.group])
        return isBefore(
          (one.rows[first.place], one.levels), (other.rows[second.place], other.levels), code)
      }
      guard let best else { return }
      let row = groups[best.group].rows.remove(at: best.place)
      if isFit(row.row) { take(row.row, for: code) }
    }
  }

  /// The first of those whose writers were quoted least.
  private func head(of rows: [QuoteCandidates.RankedRow]) -> Int? {
    var best: (place: Int, times: Int)?
    for (place, row) in rows.enumerated() {
      let times = timesQuoted(row.row)
      if times < best?.times ?? .max { best = (place, times) }
      if times == 0 { break }
    }
    return best?.place
  }

  private typealias Head = (row: QuoteCandidates.RankedRow, levels: [Int])

  private func isBefore(_ first: Head, _ second: Head, _ code: Int) -> Bool {
    let (one, other) = (burden(first, code), burden(second, code))
    return one == other ? first.row < second.row : one.lexicographicallyPrecedes(other)
  }

  /// How often those whom the row stands for were quoted already.
  private func burden(_ head: Head, _ code: Int) -> [Int] {
    func times(_ code: Int?) -> [Int] {
      head.levels.enumerated().map { column, level in
        timesOfGroup[GroupKey(code: code, column: column, level: level), default: 0]
      }
    }
    return [timesQuoted(head.row.row)] + times(code) + times(nil)
  }

  private func timesQuoted(_ row: Int) -> Int {
    candidates.person(row).map { timesQuoted[$0, default: 0] } ?? 0
  }

  private mutating func take(_ row: Int, for code: Int) {
    chosen[code, default: []].append(row)
    taken.insert(row)
    if let person = candidates.person(row) { timesQuoted[person, default: 0] += 1 }
    for (column, level) in candidates.groups(row).enumerated() {
      for code in [code, nil] {
        timesOfGroup[GroupKey(code: code, column: column, level: level), default: 0] += 1
      }
    }
  }
}
