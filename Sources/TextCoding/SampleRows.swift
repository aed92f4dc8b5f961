package import EvaluationData

/// One stratum of a sample: rows that have the same levels.
package struct Stratum: Sendable, Hashable {
  /// The labels of the levels; "none" stands for a row without.
  package let levels: [String]
  package let size: Int
  /// The rows drawn.
  package let rows: [Int]
}

/// Draws responses with a text for people to code, from each stratum in proportion to its size.
///
/// Each stratum gives one at least, as long as there are as many to draw as strata. Which rows are
/// drawn follows from the seed and from each row's file and line alone.
package func drawSample(
  of count: Int, from table: Table, column: String, strata columns: [String], seed: UInt64
) -> [Stratum] {
  guard let cells = table.text(column) else { return [] }
  let categories = columns.compactMap { table.category($0) }
  var rowsOfStratum: [[Int]: [Int]] = [:]
  for row in 0..<table.rowCount where !cells.reasons.isMissing(row) {
    rowsOfStratum[categories.map { $0[row].value ?? $0.levels.count }, default: []].append(row)
  }
  let keys = rowsOfStratum.keys.sorted { $0.lexicographicallyPrecedes($1) }
  let sizes = keys.map { rowsOfStratum[$0]?.count ?? 0 }
  return zip(keys, allocation(of: count, to: sizes)).map { key, drawn in
    let rows = rowsOfStratum[key] ?? []
    let draws = rows.map { row in
      let place = "\(table.addresses.file(of: row)):\(table.addresses.line(of: row))"
      return (draw: seededUniform(place, seed: seed), row: row)
    }
    let levels = zip(key, categories).map { level, column in
      level < column.levels.count ? column.levels[level].label : "none"
    }
    return Stratum(
      levels: levels, size: rows.count,
      rows: draws.sorted { $0 < $1 }.prefix(drawn).map(\.row))
  }
}

/// Shares a number out in proportion by the largest remainders, one each at least where it can be.
func allocation(of count: Int, to sizes: [Int]) -> [Int] {
  let all = sizes.reduce(0, +)
  guard all > 0 else { return sizes.map { _ in 0 } }
  let count = min(max(0, count), all)
  let least = count >= sizes.count ? 1 : 0
  var given = sizes.map { max(least, count * $0 / all) }
  let byRemainder = sizes.indices.sorted {
    let (first, second) = (count * sizes[$0] % all, count * sizes[$1] % all)
    return first == second ? $0 < $1 : first > second
  }
  for index in byRemainder where given.reduce(0, +) < count && given[index] < sizes[index] {
    given[index] += 1
  }
  while given.reduce(0, +) > count {
    guard let most = given.indices.max(by: { (given[$0], $1) < (given[$1], $0) }) else { break }
    given[most] -= 1
  }
  return given
}
