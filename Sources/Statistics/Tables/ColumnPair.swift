/// The tables of two columns that are left when all others of a larger table are filled.
///
/// The value of a table is the sum of the logarithms of the factorials of its cells, with a
/// minus. In two columns it is a sum over rows, each of which is concave in its first cell.
struct ColumnPair {
  private let totals: [Int]
  private let first: Int
  /// For each row and each number in its first cell what it adds to the value.
  private let values: [[Double]]

  init(_ totals: [Int], first: Int, _ logFactorials: [Double]) {
    self.totals = totals
    self.first = first
    values = totals.map { total in
      (0...total).map { -logFactorials[$0] - logFactorials[total - $0] }
    }
  }

  /// The values of the likeliest and of the unlikeliest table.
  var ends: TableNetwork.Ends { TableNetwork.Ends(likeliest: likeliest, unlikeliest: unlikeliest) }

  /// One person after another goes where the value gains most: right for concave sums.
  private var likeliest: Double {
    var cells = totals.map { _ in 0 }
    for _ in 0..<first {
      var (best, gain) = (0, -Double.infinity)
      for row in cells.indices where cells[row] < totals[row] {
        let gained = values[row][cells[row] + 1] - values[row][cells[row]]
        if gained > gain { (best, gain) = (row, gained) }
      }
      cells[best] += 1
    }
    return zip(values, cells).reduce(0) { $0 + $1.0[$1.1] }
  }

  /// In a corner of what is allowed, all rows but one are in one column alone: concave sums
  /// are smallest there.
  private var unlikeliest: Double {
    let apart = values.reduce(0) { $0 + $1[0] }
    var least = Double.infinity
    for split in totals.indices {
      var isReached = [true] + [Bool](repeating: false, count: first)
      for (row, total) in totals.enumerated() where row != split && total > 0 && total <= first {
        for sum in stride(from: first, through: total, by: -1) where isReached[sum - total] {
          isReached[sum] = true
        }
      }
      for cell in 0...min(totals[split], first) where isReached[first - cell] {
        least = min(least, apart - values[split][0] + values[split][cell])
      }
    }
    return least
  }

  /// The sum over all tables, each times the weight of as many limits as it does not exceed.
  ///
  /// Limits fall; `weights` has the weight of none of them, of the first, of the first two, and
  /// so on. A table counts relative to the likeliest one.
  func sum(limits: [Double], weights: [Double], steps: inout Int) -> Double {
    var search = Search(self, limits: limits, weights: weights)
    search.fill(0, remaining: first, room: totals.reduce(0, +), value: 0)
    steps += search.steps
    return search.sum
  }

  /// Walks through all tables, row by row.
  private struct Search {
    private let pair: ColumnPair
    private let limits: [Double]
    private let weights: [Double]
    private let likeliest: Double
    private(set) var steps = 0
    private(set) var sum = 0.0

    init(_ pair: ColumnPair, limits: [Double], weights: [Double]) {
      self.pair = pair
      self.limits = limits
      self.weights = weights
      likeliest = pair.likeliest
    }

    mutating func fill(_ row: Int, remaining: Int, room: Int, value: Double) {
      let total = pair.totals[row]
      let cells = max(0, remaining - (room - total))...min(total, remaining)
      guard row < pair.totals.count - 2 else {
        return close(row, cells, remaining: remaining, value: value)
      }
      for cell in cells {
        fill(
          row + 1, remaining: remaining - cell, room: room - total,
          value: value + pair.values[row][cell])
      }
    }

    /// The last two rows: one number gives the other.
    private mutating func close(
      _ row: Int, _ cells: ClosedRange<Int>, remaining: Int, value: Double
    ) {
      let next = pair.values[row]
      let last = pair.values[row + 1]
      steps += cells.count
      for cell in cells {
        let whole = value + next[cell] + last[remaining - cell]
        let weight = weights[count(reaching: whole)]
        if weight > 0 { sum += weight * exp(whole - likeliest) }
      }
    }

    /// How many limits are no smaller than a value.
    private func count(reaching value: Double) -> Int {
      let limits = limits.span
      var (low, high) = (0, limits.count)
      while low < high {
        let middle = (low + high) / 2
        if limits[middle] >= value { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
