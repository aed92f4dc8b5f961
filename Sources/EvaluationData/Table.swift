/// Answers from a closed list of levels.
package struct CategoryColumn: Sendable {
  /// The levels, in the order of the schema.
  package let levels: [Named]
  /// For each row the level's place in `levels`, or a code of a missing reason.
  ///
  /// Codes from `firstMissingCode` up say why there is no level; read them
  /// through the subscript, or compare with `levels.count` in a hot loop.
  package private(set) var codes: [UInt16] = []

  static let firstMissingCode: UInt16 = 0xFF00

  package init(levels: [Named]) {
    self.levels = levels
  }

  package mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  package mutating func append(_ cell: Cell<Int>) { codes.append(CategoryColumn.code(cell)) }

  /// Appends many cells at once, given by codes of another list of texts.
  package mutating func append(_ codes: ArraySlice<UInt16>, standingFor cells: [Cell<Int>]) {
    let own = cells.map(CategoryColumn.code)
    self.codes.reserveCapacity(self.codes.count + codes.count)
    for code in codes { self.codes.append(own[Int(code)]) }
  }

  /// Appends a cell by the code that `code(_:)` gave for it.
  package mutating func append(code: UInt16) { codes.append(code) }

  package static func code(_ cell: Cell<Int>) -> UInt16 {
    switch cell {
    case .value(let level): UInt16(level)
    case .missing(let reason): firstMissingCode + UInt16(reason.code)
    }
  }

  package var count: Int { codes.count }

  package subscript(row: Int) -> Cell<Int> {
    let code = codes[row]
    guard code >= CategoryColumn.firstMissingCode else { return .value(Int(code)) }
    return .missing(MissingReason(code: UInt8(truncatingIfNeeded: code)) ?? .unreadable)
  }

  package func level(_ row: Int) -> Named? { self[row].value.map { levels[$0] } }

  package func index(of name: String) -> Int? { levels.firstIndex { $0.name == name } }

  fileprivate var missingCounts: [MissingReason: Int] {
    var tally = [Int](repeating: 0, count: 256)
    for code in codes where code >= CategoryColumn.firstMissingCode {
      tally[Int(code & 0xFF)] += 1
    }
    return MissingReasons.counts(tally)
  }
}

/// Numbers, whole or not.
package struct NumberColumn: Sendable {
  package private(set) var values: [Double] = []
  fileprivate var reasons = MissingReasons()

  package init() {}

  package mutating func append(_ cell: Cell<Double>) {
    values.append(cell.value ?? 0)
    reasons.append(cell.missingReason)
  }

  package var count: Int { values.count }

  package subscript(row: Int) -> Cell<Double> {
    if let reason = reasons[row] { return .missing(reason) }
    return .value(values[row])
  }
}

/// Days of the calendar.
package struct DateColumn: Sendable {
  private var days: [Int32] = []
  fileprivate var reasons = MissingReasons()

  package init() {}

  package mutating func append(_ cell: Cell<CalendarDate>) {
    days.append(Int32(cell.value?.daysSince1970 ?? 0))
    reasons.append(cell.missingReason)
  }

  package var count: Int { days.count }

  package subscript(row: Int) -> Cell<CalendarDate> {
    if let reason = reasons[row] { return .missing(reason) }
    return .value(CalendarDate(daysSince1970: Int(days[row])))
  }
}

/// Free text or ids.
package struct TextCells: Sendable {
  package private(set) var texts: TextColumn
  package private(set) var reasons: MissingReasons

  package init(texts: TextColumn, reasons: MissingReasons) {
    self.texts = texts
    self.reasons = reasons
  }

  package var count: Int { texts.count }

  package subscript(row: Int) -> Cell<String> {
    if let reason = reasons[row] { return .missing(reason) }
    return .value(texts[row])
  }
}

/// Several choices of one list for each row, as a set of bits.
package struct ChoiceColumn: Sendable {
  package let choices: [Named]
  /// 64 choices a word, the words of a row side by side.
  package private(set) var words: [UInt64] = []
  fileprivate var reasons = MissingReasons()
  /// The choices that the file of some rows has no column for: nobody could make them there.
  package var notOffered: [(rows: Range<Int>, choices: Set<Int>)] = []

  package init(choices: [Named]) {
    self.choices = choices
  }

  /// All rows at once; `words` has `wordsPerRow` words a row.
  package init(choices: [Named], words: [UInt64], reasons: MissingReasons) {
    self.choices = choices
    self.words = words
    self.reasons = reasons
  }

  @inlinable
  package var wordsPerRow: Int { ChoiceColumn.wordsPerRow(choices.count) }

  @inlinable
  package static func wordsPerRow(_ choices: Int) -> Int { max(1, (choices + 63) / 64) }

  /// The same rows, with each choice also what it is a part of, and what that is a part of.
  package func adding(parents: [Int?]) -> ChoiceColumn {
    guard parents.contains(where: { $0 != nil }) else { return self }
    let ancestors = parents.indices.map { choice in
      Array(sequence(first: choice) { parents[$0] }.dropFirst())
    }
    var words = self.words
    for row in 0..<count {
      forEachChoice(of: row) { choice in
        for ancestor in ancestors[choice] {
          words[row * wordsPerRow + ancestor / 64] |= 1 << UInt64(ancestor % 64)
        }
      }
    }
    return ChoiceColumn(choices: choices, words: words, reasons: reasons)
  }

  package var count: Int { reasons.count }

  /// Appends a row; `chosen` has `wordsPerRow` words.
  package mutating func append(_ chosen: [UInt64], missing: MissingReason? = nil) {
    words.append(contentsOf: chosen)
    reasons.append(missing)
  }

  package func isMissing(_ row: Int) -> Bool { reasons.isMissing(row) }

  package func missingReason(_ row: Int) -> MissingReason? { reasons[row] }

  @inlinable
  package func contains(_ choice: Int, row: Int) -> Bool {
    words[row * wordsPerRow + choice / 64] >> UInt64(choice % 64) & 1 == 1
  }

  /// Calls `body` for each choice of a row, in order.
  @inlinable
  package func forEachChoice(of row: Int, _ body: (_ choice: Int) -> Void) {
    for word in 0..<wordsPerRow {
      var bits = words[row * wordsPerRow + word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  package func index(of name: String) -> Int? { choices.firstIndex { $0.name == name } }
}

/// The cells of one column after cleaning.
package enum Cells: Sendable {
  case text(TextCells)
  case category(CategoryColumn)
  case number(NumberColumn)
  case date(DateColumn)
  case choices(ChoiceColumn)

  /// How many rows lack a value for each reason; reasons that no row has are not there.
  package var missingCounts: [MissingReason: Int] {
    switch self {
    case .text(let column): column.reasons.counts
    case .category(let column): column.missingCounts
    case .number(let column): column.reasons.counts
    case .date(let column): column.reasons.counts
    case .choices(let column): column.reasons.counts
    }
  }
}

/// One column after cleaning.
package struct Column: Sendable {
  package let name: Named
  package let cells: Cells

  package init(name: Named, cells: Cells) {
    self.name = name
    self.cells = cells
  }
}

/// The rows of one source after cleaning.
package struct Table: Sendable {
  package let name: Named
  package let columns: [Column]
  package let addresses: RowAddresses
  /// How many rows the exports held, before repeated ones were left out.
  package let loadedRows: Int

  package init(name: Named, columns: [Column], addresses: RowAddresses, loadedRows: Int) {
    self.name = name
    self.columns = columns
    self.addresses = addresses
    self.loadedRows = loadedRows
  }

  package var rowCount: Int { addresses.count }

  package func column(_ name: String) -> Column? { columns.first { $0.name.name == name } }

  package func category(_ name: String) -> CategoryColumn? {
    if case .category(let column) = column(name)?.cells { column } else { nil }
  }

  package func number(_ name: String) -> NumberColumn? {
    if case .number(let column) = column(name)?.cells { column } else { nil }
  }

  package func date(_ name: String) -> DateColumn? {
    if case .date(let column) = column(name)?.cells { column } else { nil }
  }

  package func text(_ name: String) -> TextCells? {
    if case .text(let column) = column(name)?.cells { column } else { nil }
  }

  package func choices(_ name: String) -> ChoiceColumn? {
    if case .choices(let column) = column(name)?.cells { column } else { nil }
  }
}
