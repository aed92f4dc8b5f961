/// All tables with given margins, filled column by column.
///
/// What is left of the row totals after some columns is a node; tables that meet in a node
/// share their remaining columns. From a node on, three things are known once and for all:
/// the probability of all ways on, and the likeliest and the unlikeliest of them. A way up
/// to a node is settled as soon as even its likeliest end is as unlikely as the table
/// observed, or even its unlikeliest one is not; few ways are ever walked to their end.
/// Rows can be swapped, so the totals of a node are kept in order. The last two columns are
/// filled in one go, for all open ways to a node at once.
///
/// - Reference: Mehta & Patel (1983), doi:10.1080/01621459.1983.10477989; (1986),
///   doi:10.1145/6497.214326.
struct TableNetwork {
  private let rows: [Int]
  private let columns: [Int]
  private let logFactorials: [Double]
  private let limit: Int
  /// The sum of the logarithms of the factorials of the cells observed, with a minus.
  private let observed: Double
  /// What turns such a sum into the logarithm of a probability.
  private let logScale: Double
  private var steps = 0

  /// Probabilities that differ by less than one in ten million are equal but for rounding.
  private static let tolerance = 1e-7
  /// Sums of logarithms that differ by less than this are one but for rounding.
  private static let resolution = 1e-9

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
  }

  var observedProbability: Double { exp(observed + logScale) }

  /// The probability of all tables no likelier than the one observed; nil when it takes more
  /// steps than allowed.
  mutating func pValue() -> Double? {
    guard var stages = stages() else { return nil }
    for place in stages.indices.reversed() {
      stages[place].nodes.indices.forEach { node in
        stages[place].nodes[node].ends =
          place == stages.count - 1
          ? pair(stages[place].nodes[node].totals).ends
          : ends(of: node, stages[place], ahead: stages[place + 1])
      }
    }
    stages[0].nodes[0].ways = [Way(value: 0, count: 1)]
    var sum = CompensatedSum()
    for place in stages.indices {
      for node in stages[place].nodes.indices where !stages[place].nodes[node].ways.isEmpty {
        let arrivals = Arrivals(stages[place].nodes[node].ways, within: Self.resolution)
        stages[place].nodes[node].ways = []
        let added =
          place == stages.count - 1
          ? finish(arrivals, at: stages[place].nodes[node])
          : move(arrivals, along: stages[place].arcs[node], to: &stages[place + 1], place + 1)
        sum += added
        guard steps <= limit else { return nil }
      }
    }
    return min(1, sum.value)
  }
}

// MARK: Nodes

extension TableNetwork {
  /// The likeliest and the unlikeliest way on.
  struct Ends {
    var likeliest: Double
    var unlikeliest: Double
  }

  /// All ways to a node that have the same value.
  struct Way {
    let value: Double
    var count: Double
  }

  private struct Node {
    /// What is left of each row, in order.
    let totals: [Int]
    var ends = Ends(likeliest: 0, unlikeliest: 0)
    var ways: [Way] = []
  }

  /// The nodes that as many columns lead to, and for each the ways to fill the next one.
  private struct Stage {
    var nodes: [Node] = []
    var arcs: [[TableArc]] = []
  }

  /// All nodes, up to those with two columns left; nil when steps ran out.
  private mutating func stages() -> [Stage]? {
    guard var fillings = ColumnFillings(rows, logFactorials) else { return nil }
    var stages = [Stage(nodes: [Node(totals: rows)])]
    for column in columns.dropLast(2) {
      fillings.begin()
      for node in stages[stages.count - 1].nodes {
        let arcs = fillings.arcs(from: node.totals, column, limit: limit - steps)
        steps += fillings.steps
        guard steps <= limit else { return nil }
        stages[stages.count - 1].arcs.append(arcs)
      }
      stages.append(Stage(nodes: fillings.ends.map { Node(totals: $0) }))
    }
    return stages
  }

  private func ends(of node: Int, _ stage: Stage, ahead: Stage) -> Ends {
    var ends = Ends(likeliest: -.infinity, unlikeliest: .infinity)
    for arc in stage.arcs[node] {
      let further = ahead.nodes[arc.end].ends
      ends.likeliest = max(ends.likeliest, arc.value + further.likeliest)
      ends.unlikeliest = min(ends.unlikeliest, arc.value + further.unlikeliest)
    }
    return ends
  }

  private func pair(_ totals: [Int]) -> ColumnPair {
    ColumnPair(totals, first: columns[columns.count - 2], logFactorials)
  }

  /// The logarithm of the sum over all ways on from a node, which has a closed form.
  private func logTotal(from totals: [Int], _ column: Int) -> Double {
    (totals + columns[column...]).reduce(logFactorials[totals.reduce(0, +)]) {
      $0 - logFactorials[$1]
    }
  }
}

// MARK: Ways

extension TableNetwork {
  /// The ways that reach a node, in the order of their values.
  private struct Arrivals {
    let ways: [Way]
    /// The logarithm of the weight of the first so many ways.
    let logSums: [Double]

    init(_ unordered: [Way], within resolution: Double) {
      var ways: [Way] = []
      for way in unordered.sorted(by: { $0.value < $1.value }) {
        if let last = ways.last, way.value - last.value < resolution {
          ways[ways.count - 1].count += way.count
        } else {
          ways.append(way)
        }
      }
      var logSums = [-Double.infinity]
      for way in ways {
        let (last, next) = (logSums[logSums.count - 1], log(way.count) + way.value)
        let (low, high) = (min(last, next), max(last, next))
        logSums.append(high + log1p(exp(low - high)))
      }
      (self.ways, self.logSums) = (ways, logSums)
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

  /// Adds what is settled by filling a column, and takes what is open to the next stage.
  private mutating func move(
    _ arrivals: Arrivals, along arcs: [TableArc], to next: inout Stage, _ column: Int
  ) -> Double {
    var sum = CompensatedSum()
    for arc in arcs {
      let ahead = next.nodes[arc.end].ends
      let room = observed + Self.tolerance - arc.value
      let settled = arrivals.count(upTo: room - ahead.likeliest)
      let open = arrivals.count(upTo: room - ahead.unlikeliest)
      steps += 1 + open - settled
      guard steps <= limit else { break }
      if settled > 0 {
        let total = logTotal(from: next.nodes[arc.end].totals, column)
        sum += arc.count * exp(arrivals.logSums[settled] + arc.value + total + logScale)
      }
      for way in arrivals.ways[settled..<open] {
        next.nodes[arc.end].ways.append(
          Way(value: way.value + arc.value, count: way.count * arc.count))
      }
    }
    return sum.value
  }

  /// Adds all ways with their last two columns.
  private mutating func finish(_ arrivals: Arrivals, at node: Node) -> Double {
    let room = observed + Self.tolerance
    let settled = arrivals.count(upTo: room - node.ends.likeliest)
    let open = arrivals.count(upTo: room - node.ends.unlikeliest)
    var sum = 0.0
    if settled > 0 {
      sum = exp(
        arrivals.logSums[settled] + logTotal(from: node.totals, columns.count - 2) + logScale)
    }
    guard open > settled else { return sum }
    // The more a table weighs, the fewer ways it may be joined to.
    let joined = Arrivals(Array(arrivals.ways[settled..<open]), within: 0)
    let shift = node.ends.likeliest + logScale
    sum += pair(node.totals).sum(
      limits: joined.ways.map { room - $0.value }, weights: joined.logSums.map { exp($0 + shift) },
      steps: &steps)
    return sum
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
