/// One way to fill a column of a table: where it leads, what it adds to the logarithm, and how
/// many fillings do just that.
struct TableArc {
  let end: Int
  let value: Double
  var count: Double
}

/// The ways to fill a column, gathered by what they leave of the rows.
///
/// What is left of the rows, in order, is one number to a base above every total; such numbers
/// are looked up in a table of open addresses.
struct ColumnFillings {
  private let base: UInt64
  private let logFactorials: [Double]
  /// What is left of each row, for each number that fillings led to.
  private(set) var ends: [[Int]] = []
  /// How many fillings the last arcs took.
  private(set) var steps = 0
  private var limit = 0

  /// One more than the place of an end, where its number is; 0 where there is none.
  private var slots: [Int] = []
  private var keys: [UInt64] = []
  /// For each end its first arc among those being gathered, or -1; and each arc's next.
  private var firstArc: [Int] = []
  private var nextArc: [Int] = []
  private var arcs: [TableArc] = []

  private var totals: [Int] = []
  private var left: [Int] = []
  private var ordered: [Int] = []

  /// Nil when what is left of the rows has no place in one number.
  init?(_ rows: [Int], _ logFactorials: [Double]) {
    let largest = UInt64(rows.max() ?? 0) + 1
    var reach: UInt64 = 1
    for _ in rows {
      let (product, overflow) = reach.multipliedReportingOverflow(by: largest)
      guard !overflow else { return nil }
      reach = product
    }
    base = largest
    self.logFactorials = logFactorials
  }

  /// Forgets all ends: the next fillings are of another column.
  mutating func begin() {
    (ends, keys, firstArc) = ([], [], [])
    slots = [Int](repeating: 0, count: 1024)
  }

  /// The ways to fill a column; what they lead to is added to `ends`.
  mutating func arcs(from totals: [Int], _ column: Int, limit: Int) -> [TableArc] {
    (self.totals, self.left, self.limit) = (totals, totals, limit)
    ordered = Array(totals.dropLast(2))
    (steps, arcs, nextArc) = (0, [], [])
    fill(0, remaining: column, room: totals.reduce(0, +), value: 0)
    for arc in arcs { firstArc[arc.end] = -1 }
    return arcs
  }

  private mutating func fill(_ row: Int, remaining: Int, room: Int, value: Double) {
    let total = totals[row]
    let cells = max(0, remaining - (room - total))...min(total, remaining)
    guard row < totals.count - 2 else {
      return close(row, cells, remaining: remaining, value: value)
    }
    for cell in cells {
      left[row] = total - cell
      fill(
        row + 1, remaining: remaining - cell, room: room - total,
        value: value - logFactorials[cell])
      guard steps <= limit else { return }
    }
  }

  /// The last two rows: one number gives the other.
  private mutating func close(
    _ row: Int, _ cells: ClosedRange<Int>, remaining: Int, value: Double
  ) {
    orderLeft(row)
    steps += cells.count
    for cell in cells {
      let (one, other) = (totals[row] - cell, totals[row + 1] - (remaining - cell))
      let place = place(of: min(one, other), max(one, other))
      add(place, value - logFactorials[cell] - logFactorials[remaining - cell])
    }
  }

  /// Puts what is left of the rows before this one in order.
  private mutating func orderLeft(_ row: Int) {
    for place in 0..<row {
      let number = left[place]
      var hole = place
      while hole > 0, ordered[hole - 1] > number {
        ordered[hole] = ordered[hole - 1]
        hole -= 1
      }
      ordered[hole] = number
    }
  }

  /// Counts a filling in.
  private mutating func add(_ end: Int, _ value: Double) {
    var place = firstArc[end]
    while place >= 0 {
      if abs(arcs[place].value - value) < 1e-9 {
        arcs[place].count += 1
        return
      }
      place = nextArc[place]
    }
    nextArc.append(firstArc[end])
    firstArc[end] = arcs.count
    arcs.append(TableArc(end: end, value: value, count: 1))
  }

  /// The place among all ends of the rows in order with two more.
  private mutating func place(of smaller: Int, _ larger: Int) -> Int {
    var key: UInt64 = 0
    var (lacksSmaller, lacksLarger) = (true, true)
    for number in ordered {
      if lacksSmaller, smaller <= number {
        key = key &* base &+ UInt64(smaller)
        lacksSmaller = false
      }
      if lacksLarger, larger <= number {
        key = key &* base &+ UInt64(larger)
        lacksLarger = false
      }
      key = key &* base &+ UInt64(number)
    }
    if lacksSmaller { key = key &* base &+ UInt64(smaller) }
    if lacksLarger { key = key &* base &+ UInt64(larger) }

    let mask = slots.count - 1
    var slot = Self.slot(of: key, mask)
    while slots[slot] != 0 {
      let place = slots[slot] - 1
      if keys[place] == key { return place }
      slot = (slot + 1) & mask
    }
    return insert(key, at: slot)
  }

  private mutating func insert(_ key: UInt64, at slot: Int) -> Int {
    keys.append(key)
    firstArc.append(-1)
    slots[slot] = keys.count
    var (rest, row) = (key, totals)
    for place in row.indices.reversed() {
      row[place] = Int(rest % base)
      rest /= base
    }
    ends.append(row)
    if 2 * keys.count > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    let mask = 2 * slots.count - 1
    slots = [Int](repeating: 0, count: mask + 1)
    for (place, key) in keys.enumerated() {
      var slot = Self.slot(of: key, mask)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = place + 1
    }
  }

  /// Multiplies by the golden ratio, which spreads numbers that lie close together.
  private static func slot(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
