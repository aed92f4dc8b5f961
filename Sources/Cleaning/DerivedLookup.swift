import EvaluationData

/// The rows of a lookup, by their keys.
struct LookupIndex {
  /// The column of the values.
  let values: Cells
  /// Two rows of the lookup with the same key: the first was kept.
  private(set) var problems: [Problem] = []
  private let folds: Bool
  private var exact = BytesIndex()
  private var folded: [String: Int] = [:]
  /// What spellings came to when they were folded.
  private var learnt = BytesIndex()

  init(_ lookup: LookupColumn, in table: Table) {
    guard let keys = table.text(lookup.key.name), let values = table.column(lookup.value.name)
    else { preconditionFailure("a rule is applied to tables that it fits") }
    self.values = values.cells
    folds = lookup.folds
    let texts = TrimmedTexts(keys.texts)
    for row in 0..<keys.count where !keys.reasons.isMissing(row) {
      let text = keys.texts[row].trimmingWhiteSpace
      let earlier: Int?
      if folds {
        let key = foldedLevel(text)
        earlier = folded[key]
        if earlier == nil { folded[key] = row }
      } else {
        earlier = texts.withBytes(of: row) { exact.insert($0, row) }
      }
      guard let earlier else { continue }
      let first = table.addresses.address(of: earlier, column: nil)
      problems.append(
        Problem(
          .conflictingRecord, at: table.addresses.address(of: row, column: lookup.key.header),
          expected: "one row for it; the first is at \(first.file):\(first.line)", value: text))
    }
  }

  /// The row of a key, given without white space at its ends.
  mutating func row(of key: Span<UInt8>) -> Int? {
    guard folds else { return exact.value(of: key) }
    if let row = learnt.value(of: key) { return row < 0 ? nil : row }
    // Folding takes a hundred times as long as finding, and exports repeat
    // themselves: what a spelling came to is kept, -1 standing for nothing.
    let row = folded[foldedLevel(String(key))] ?? -1
    if learnt.count < 100_000 { _ = learnt.insert(key, row) }
    return row < 0 ? nil : row
  }
}

extension String {
  fileprivate init(_ span: Span<UInt8>) {
    var bytes: [UInt8] = []
    for index in span.indices { bytes.append(span[index]) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

/// Whole numbers by texts.
private struct BytesIndex {
  /// Open addressing; -1 is free, else the place in `values`.
  private var slots = [Int32](repeating: -1, count: 16)
  private var hashes: [UInt64] = []
  private var keys = TextColumn()
  private var values: [Int] = []

  var count: Int { values.count }

  /// Gives the text a value, unless it has one, which is then returned.
  mutating func insert(_ key: Span<UInt8>, _ value: Int) -> Int? {
    let hash = hash(key)
    let slot = slot(of: key, hash)
    if slots[slot] >= 0 { return values[Int(slots[slot])] }
    slots[slot] = Int32(values.count)
    hashes.append(hash)
    keys.append(key)
    values.append(value)
    if values.count * 2 > slots.count { grow() }
    return nil
  }

  func value(of key: Span<UInt8>) -> Int? {
    let place = slots[slot(of: key, hash(key))]
    return place < 0 ? nil : values[Int(place)]
  }

  private func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(key)
    return hash.value
  }

  /// Where the text stands, or the free slot where it would.
  private func slot(of key: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, keys.withBytes(of: place, { $0.hasSameBytes(as: key) }) {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }
}

extension Cells {
  /// The cells in the rows given; a row may be a reason instead.
  func gathered(_ rows: [Cell<Int>]) -> Cells {
    switch self {
    case .text(let column): return .text(column.gathered(rows))
    case .category(let column):
      var copy = CategoryColumn(levels: column.levels)
      copy.reserveCapacity(rows.count)
      for row in rows { copy.append(row.reading { column[$0] }) }
      return .category(copy)
    case .number(let column):
      var copy = NumberColumn()
      for row in rows { copy.append(row.reading { column[$0] }) }
      return .number(copy)
    case .date(let column):
      var copy = DateColumn()
      for row in rows { copy.append(row.reading { column[$0] }) }
      return .date(copy)
    case .choices(let column):
      var copy = ChoiceColumn(choices: column.choices)
      let (words, count) = (column.words, column.wordsPerRow)
      let none = [UInt64](repeating: 0, count: count)
      for row in rows {
        switch row {
        case .value(let row):
          copy.append(
            Array(words[row * count..<(row + 1) * count]), missing: column.missingReason(row))
        case .missing(let reason): copy.append(none, missing: reason)
        }
      }
      return .choices(copy)
    }
  }
}

extension TextCells {
  fileprivate func gathered(_ rows: [Cell<Int>]) -> TextCells {
    var texts = TextColumn()
    var reasons = MissingReasons()
    reasons.reserveCapacity(rows.count)
    for row in rows {
      switch row {
      case .value(let row):
        self.texts.withBytes(of: row) { texts.append($0) }
        reasons.append(self.reasons[row])
      case .missing(let reason):
        texts.append("")
        reasons.append(reason)
      }
    }
    return TextCells(texts: texts, reasons: reasons)
  }
}

extension Cell {
  /// The cell to which a value leads; a reason stays what it is.
  func reading<Other>(_ cell: (Value) -> Cell<Other>) -> Cell<Other> {
    switch self {
    case .value(let value): cell(value)
    case .missing(let reason): .missing(reason)
    }
  }
}
