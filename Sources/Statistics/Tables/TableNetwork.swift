/// All tables with given margins, filled column by column.
///
/// What is left of the row totals after some columns is a node; tables that meet in a node
/// share their remaining columns. From a node on, three things are known once and for all:
/// the probability of all ways on, and the likeliest and the unlikeliest of them. A way up
/// to a node is settled as soon as even its likeliest end is as unlikely as the table
/// observed, or even its unlikeliest one is not; few ways are ever walked to their end.
/// Rows can be swapped, so the totals of a node are kept in order.
///
/// - Reference: Mehta & Patel (1983), doi:10.1080/01621459.1983.10477989.
struct TableNetwork {
  private typealias Node = [Int]

  private struct Ends {
    let likeliest: Double
    let unlikeliest: Double
  }

  private let rows: [Int]
  private let columns: [Int]
  private let logFactorials: [Double]
  private let limit: Int
  /// The sum of the logarithms of the factorials of the cells observed, with a minus.
  private let observed: Double
  /// What turns such a sum into the logarithm of a probability.
  private let logScale: Double
  private var steps = 0
  private var ends: [[Node: Ends]]

  /// Probabilities that differ by less than one in ten million are equal but for rounding.
  private static let tolerance = 1e-7

  init(_ table: ContingencyTable, limit: Int) {
    // The fewer totals make up a node the fewer nodes there are.
    let isWide = table.rowCount <= table.columnCount
    rows = (isWide ? table.rowTotals : table.columnTotals).sorted()
    columns = (isWide ? table.columnTotals : table.rowTotals).sorted(by: >)
    var logFactorials = [0.0]
    for number in 1...max(1, table.count) {
      logFactorials.append(logFactorials[number - 1] + log(Double(number)))
    }
    self.logFactorials = logFactorials
    self.limit = limit
    observed = -table.counts.joined().reduce(0) { $0 + logFactorials[$1] }
    logScale =
      (rows + columns).reduce(0) { $0 + logFactorials[$1] } - logFactorials[table.count]
    ends = Array(repeating: [:], count: columns.count + 1)
  }

  var observedProbability: Double { exp(observed + logScale) }

  /// The probability of all tables no likelier than the one observed; nil when it takes more
  /// steps than allowed.
  mutating func pValue() -> Double? {
    // Ways to a node by their own value; those that differ by rounding alone are one.
    var ways: [Node: [Int: (value: Double, weight: Double)]] = [rows: [0: (0, 1)]]
    var sum = CompensatedSum()
    for column in columns.indices {
      var next: [Node: [Int: (value: Double, weight: Double)]] = [:]
      for (node, arrivals) in ways.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        for (child, value) in children(of: node, column) {
          guard let ahead = endsFrom(child, column + 1) else { return nil }
          let total = logTotal(from: child, column + 1)
          for (_, way) in arrivals.sorted(by: { $0.key < $1.key }) {
            steps += 1
            let reached = way.value + value
            if reached + ahead.likeliest <= observed + Self.tolerance {
              sum += way.weight * exp(reached + total + logScale)
            } else if reached + ahead.unlikeliest <= observed + Self.tolerance {
              let key = Int((reached * 1e9).rounded())
              next[child, default: [:]][key, default: (reached, 0)].weight += way.weight
            }
          }
          guard steps <= limit else { return nil }
        }
      }
      ways = next
    }
    return min(1, sum.value)
  }

  /// The nodes that a column leads to, and what each adds to the logarithm.
  private func children(of node: Node, _ column: Int) -> [(Node, Double)] {
    guard column < columns.count - 1 else {
      let value = -node.reduce(0) { $0 + logFactorials[$1] }
      return [([Int](repeating: 0, count: node.count), value)]
    }
    var found: [(Node, Double)] = []
    var left = node
    func fill(_ row: Int, _ remaining: Int, _ room: Int, _ value: Double) {
      guard row < node.count else {
        found.append((left.sorted(), value))
        return
      }
      let roomAfter = room - node[row]
      for count in max(0, remaining - roomAfter)...min(node[row], remaining) {
        left[row] = node[row] - count
        fill(row + 1, remaining - count, roomAfter, value - logFactorials[count])
      }
    }
    fill(0, columns[column], node.reduce(0, +), 0)
    return found
  }

  /// The likeliest and the unlikeliest way on from a node; nil when steps ran out.
  private mutating func endsFrom(_ node: Node, _ column: Int) -> Ends? {
    guard column < columns.count else { return Ends(likeliest: 0, unlikeliest: 0) }
    if let known = ends[column][node] { return known }
    var (likeliest, unlikeliest) = (-Double.infinity, Double.infinity)
    for (child, value) in children(of: node, column) {
      steps += 1
      guard steps <= limit, let ahead = endsFrom(child, column + 1) else { return nil }
      likeliest = max(likeliest, value + ahead.likeliest)
      unlikeliest = min(unlikeliest, value + ahead.unlikeliest)
    }
    let found = Ends(likeliest: likeliest, unlikeliest: unlikeliest)
    ends[column][node] = found
    return found
  }

  /// The logarithm of the sum over all ways on from a node, which has a closed form.
  private func logTotal(from node: Node, _ column: Int) -> Double {
    let totals = node + columns[column...]
    return logFactorials[node.reduce(0, +)] - totals.reduce(0) { $0 + logFactorials[$1] }
  }
}

// MARK: Random tables

extension TableNetwork {
  /// The value of a random table with the same margins.
  func draw(using generator: inout SplitMix64) -> Double {
    var (value, left) = (0.0, rows)
    for column in columns.dropLast() {
      var (remaining, room) = (column, left.reduce(0, +))
      for row in left.indices {
        room -= left[row]
        let cell = Hypergeometric(marked: left[row], unmarked: room, drawn: remaining)
          .lowerQuantile(generator.nextUniform())
        left[row] -= cell
        remaining -= cell
        value -= logFactorials[cell]
      }
    }
    return left.reduce(value) { $0 - logFactorials[$1] }
  }

  func isNoLikelier(_ value: Double) -> Bool { value <= observed + Self.tolerance }
}
