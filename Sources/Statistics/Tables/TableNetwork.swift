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
  /// What is left of each row, in order, as one number: digits to a base above every total.
  private typealias Node = UInt64

  /// One way to fill a column: where it leads, what it adds to the logarithm, and how many
  /// fillings do just that.
  private struct Arc {
    let end: Node
    let value: Double
    var count: Double
  }

  private struct Ends {
    let likeliest: Double
    let unlikeliest: Double
  }

  /// All ways to a node that have the same value.
  private struct Ways {
    let value: Double
    var count: Double
  }

  private let rows: [Int]
  private let columns: [Int]
  private let base: UInt64
  private let logFactorials: [Double]
  private let limit: Int
  /// The sum of the logarithms of the factorials of the cells observed, with a minus.
  private let observed: Double
  /// What turns such a sum into the logarithm of a probability.
  private let logScale: Double
  private var steps = 0
  private var arcs: [[Node: [Arc]]]
  private var ends: [[Node: Ends]]

  /// Probabilities that differ by less than one in ten million are equal but for rounding.
  private static let tolerance = 1e-7

  init(_ table: ContingencyTable, limit: Int) {
    // The fewer totals make up a node the fewer nodes there are.
    let isWide = table.rowCount <= table.columnCount
    rows = (isWide ? table.rowTotals : table.columnTotals).sorted()
    columns = (isWide ? table.columnTotals : table.rowTotals).sorted(by: >)
    base = UInt64(rows[rows.count - 1]) + 1
    var logFactorials = [0.0]
    for number in 1...max(1, table.count) {
      logFactorials.append(logFactorials[number - 1] + log(Double(number)))
    }
    self.logFactorials = logFactorials
    self.limit = limit
    observed = -table.counts.joined().reduce(0) { $0 + logFactorials[$1] }
    logScale =
      (rows + columns).reduce(0) { $0 + logFactorials[$1] } - logFactorials[table.count]
    arcs = Array(repeating: [:], count: columns.count)
    ends = Array(repeating: [:], count: columns.count + 1)
  }

  var observedProbability: Double { exp(observed + logScale) }

  /// The probability of all tables no likelier than the one observed; nil when it takes more
  /// steps than allowed.
  mutating func pValue() -> Double? {
    guard let start = packed(rows) else { return nil }
    var nodes: [Node: [Int: Ways]] = [start: [0: Ways(value: 0, count: 1)]]
    var sum = CompensatedSum()
    for column in columns.indices {
      var next: [Node: [Int: Ways]] = [:]
      for (node, ways) in nodes.sorted(by: { $0.key < $1.key }) {
        let arrivals = Arrivals(ways.sorted { $0.key < $1.key }.map(\.value))
        guard let arcs = arcs(from: node, column) else { return nil }
        for arc in arcs {
          guard let ahead = ends(from: arc.end, column + 1) else { return nil }
          let room = observed + Self.tolerance - arc.value
          let settled = arrivals.count(upTo: room - ahead.likeliest)
          let open = arrivals.count(upTo: room - ahead.unlikeliest)
          steps += 1 + open - settled
          guard steps <= limit else { return nil }
          if settled > 0 {
            let total = logTotal(from: arc.end, column + 1)
            sum += arc.count * exp(arrivals.logSums[settled] + arc.value + total + logScale)
          }
          guard open > settled else { continue }
          var reached = next.removeValue(forKey: arc.end) ?? [:]
          for way in arrivals.ways[settled..<open] {
            // Values that differ by rounding alone are one.
            let value = way.value + arc.value
            let key = Int((value * 1e9).rounded())
            reached[key, default: Ways(value: value, count: 0)].count += way.count * arc.count
          }
          next[arc.end] = reached
        }
      }
      nodes = next
    }
    return min(1, sum.value)
  }

  /// The ways that reach a node, in the order of their values.
  private struct Arrivals {
    let ways: [Ways]
    /// The logarithm of the weight of the first so many ways.
    let logSums: [Double]

    init(_ ways: [Ways]) {
      self.ways = ways
      var logSums = [-Double.infinity]
      for way in ways {
        let (last, next) = (logSums[logSums.count - 1], log(way.count) + way.value)
        let (low, high) = (min(last, next), max(last, next))
        logSums.append(high + log1p(exp(low - high)))
      }
      self.logSums = logSums
    }

    /// How many ways have no larger a value.
    func count(upTo value: Double) -> Int {
      var (low, high) = (0, ways.count)
      while low < high {
        let middle = (low + high) / 2
        if ways[middle].value <= value { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The ways to fill a column from a node; nil when steps ran out.
  private mutating func arcs(from node: Node, _ column: Int) -> [Arc]? {
    if let known = arcs[column][node] { return known }
    let totals = unpacked(node)
    guard column < columns.count - 1 else {
      let arc = Arc(end: 0, value: -totals.reduce(0) { $0 + logFactorials[$1] }, count: 1)
      arcs[column][node] = [arc]
      return [arc]
    }
    var found: [Node: [Int: Arc]] = [:]
    var left = totals
    func fill(_ row: Int, _ remaining: Int, _ room: Int, _ value: Double) {
      guard row < totals.count else {
        steps += 1
        guard steps <= limit, let end = packed(left.sorted()) else { return }
        let key = Int((value * 1e9).rounded())
        found[end, default: [:]][key, default: Arc(end: end, value: value, count: 0)].count += 1
        return
      }
      let roomAfter = room - totals[row]
      for count in max(0, remaining - roomAfter)...min(totals[row], remaining) {
        left[row] = totals[row] - count
        fill(row + 1, remaining - count, roomAfter, value - logFactorials[count])
        guard steps <= limit else { return }
      }
    }
    fill(0, columns[column], totals.reduce(0, +), 0)
    guard steps <= limit else { return nil }
    let ordered = found.sorted { $0.key < $1.key }
      .flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
    arcs[column][node] = ordered
    return ordered
  }

  /// The likeliest and the unlikeliest way on from a node; nil when steps ran out.
  private mutating func ends(from node: Node, _ column: Int) -> Ends? {
    guard column < columns.count else { return Ends(likeliest: 0, unlikeliest: 0) }
    if let known = ends[column][node] { return known }
    guard let arcs = arcs(from: node, column) else { return nil }
    var (likeliest, unlikeliest) = (-Double.infinity, Double.infinity)
    for arc in arcs {
      guard let ahead = ends(from: arc.end, column + 1) else { return nil }
      likeliest = max(likeliest, arc.value + ahead.likeliest)
      unlikeliest = min(unlikeliest, arc.value + ahead.unlikeliest)
    }
    let found = Ends(likeliest: likeliest, unlikeliest: unlikeliest)
    ends[column][node] = found
    return found
  }

  /// The logarithm of the sum over all ways on from a node, which has a closed form.
  private func logTotal(from node: Node, _ column: Int) -> Double {
    let totals = unpacked(node)
    return (totals + columns[column...]).reduce(logFactorials[totals.reduce(0, +)]) {
      $0 - logFactorials[$1]
    }
  }

  private func packed(_ totals: [Int]) -> Node? {
    var node: Node = 0
    for total in totals {
      let (product, overflow) = node.multipliedReportingOverflow(by: base)
      guard !overflow, product <= .max - base else { return nil }
      node = product + UInt64(total)
    }
    return node
  }

  private func unpacked(_ node: Node) -> [Int] {
    var (rest, totals) = (node, [Int](repeating: 0, count: rows.count))
    for place in totals.indices.reversed() {
      totals[place] = Int(rest % base)
      rest /= base
    }
    return totals
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
