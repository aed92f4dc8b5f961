import EvaluationData

/// The work on one column: collects its changes and problems.
struct ColumnCleaner {
  struct Result: Sendable {
    let column: Column
    let changes: ColumnChanges
    let problems: [Problem]
  }

  private let source: SourceTable
  private let schema: ColumnSchema
  private var changes: ColumnChanges
  private var problems: [Problem] = []

  static func clean(_ schema: ColumnSchema, of source: SourceTable) -> Result {
    var cleaner = ColumnCleaner(source: source, schema: schema)
    let column = Column(name: schema.name, cells: cleaner.cells())
    return Result(column: column, changes: cleaner.changes, problems: cleaner.problems)
  }

  private init(source: SourceTable, schema: ColumnSchema) {
    self.source = source
    self.schema = schema
    changes = ColumnChanges(header: schema.header)
  }

  private var texts: SourceColumn {
    guard let texts = source.column(schema.name.name) else {
      preconditionFailure("the load request is made from the schema")
    }
    return texts
  }

  private mutating func cells() -> Cells {
    switch schema.kind {
    case .text, .id:
      return .text(textCells())
    case .category(let levels, let also):
      let reader = LevelReader(schema, levels: levels, also: also)
      var cells = CategoryColumn(levels: levels)
      cells.reserveCapacity(source.rowCount)
      read(texts, with: reader.read) { cells.append($0) }
      return .category(cells)
    case .number(let isWhole, let minimum, let maximum):
      let schema = schema
      var cells = NumberColumn()
      read(
        texts,
        with: {
          readNumber($0, isWhole: isWhole, minimum: minimum, maximum: maximum, schema: schema)
        }, append: { cells.append($0) })
      return .number(cells)
    case .date(let order):
      let schema = schema
      var cells = DateColumn()
      read(
        texts, with: { readDate($0, order: order, schema: schema) },
        append: { cells.append($0) })
      return .date(cells)
    case .choices(let choices, let separator):
      return .choices(joined(choices, separator))
    case .oneHot(let choices):
      return .choices(oneHot(choices))
    }
  }

  /// A reading with the number under which its change is registered.
  private struct Noted<Value: Sendable & Hashable> {
    let reading: Reading<Value>
    let change: Int?
    /// Whether anything is to be said of each row that carries the text.
    var isNoteworthy: Bool { change != nil || reading.problem != nil }
  }

  private mutating func noted<Value>(
    _ text: String, _ reading: Reading<Value>
  ) -> Noted<Value> {
    let change = reading.change.map { rule, after in
      changes.add(ColumnChanges.Change(before: text, after: after, rule: rule))
    }
    return Noted(reading: reading, change: change)
  }

  private mutating func note<Value>(_ noted: Noted<Value>, _ text: String, row: Int) {
    if let change = noted.change { changes.note(change, row: row) }
    guard let (kind, expected) = noted.reading.problem else { return }
    let address = source.addresses.address(of: row, column: schema.header)
    problems.append(Problem(kind, at: address, expected: expected, value: text))
  }

  /// Reads each text once where the source keeps it once.
  private mutating func read<Value>(
    _ texts: SourceColumn, with reading: (String) -> Reading<Value>,
    append: (Cell<Value>) -> Void
  ) {
    let isAsked = isAsked(texts)
    switch texts.storage {
    case .distinct(let codes, let distinct):
      let readings = (0..<distinct.count).map { code in
        let text = distinct[code]
        return noted(text, reading(text))
      }
      let cells = readings.map(\.reading.cell)
      let isNoteworthy = readings.map(\.isNoteworthy)
      for (row, code) in codes.enumerated() {
        guard isAsked?[row] ?? true else {
          append(.missing(.notAsked))
          continue
        }
        append(cells[Int(code)])
        if isNoteworthy[Int(code)] { note(readings[Int(code)], distinct[Int(code)], row: row) }
      }
    case .each(let each):
      for row in 0..<each.count {
        guard isAsked?[row] ?? true else {
          append(.missing(.notAsked))
          continue
        }
        let text = each[row]
        let reading = noted(text, reading(text))
        append(reading.reading.cell)
        if reading.isNoteworthy { note(reading, text, row: row) }
      }
    }
  }

  /// For each row whether its file has the column; nil when all have.
  private func isAsked(_ texts: SourceColumn) -> [Bool]? {
    guard !texts.notAsked.isEmpty else { return nil }
    var isAsked = [Bool](repeating: true, count: texts.count)
    for rows in texts.notAsked { for row in rows { isAsked[row] = false } }
    return isAsked
  }

  private mutating func textCells() -> TextCells {
    let texts = texts
    if case .each(let each) = texts.storage, texts.notAsked.isEmpty { return eachText(each) }
    let schema = schema
    var kept = TextColumn()
    var reasons = MissingReasons()
    reasons.reserveCapacity(source.rowCount)
    read(
      texts,
      with: { text -> Reading<String> in schema.missing(text) ?? Reading(cell: .value(text)) },
      append: { cell in
        kept.append(cell.value ?? "")
        reasons.append(cell.missingReason)
      })
    return TextCells(texts: kept, reasons: reasons)
  }

  /// Leaves the texts where they are: only those that may stand for no answer are read.
  private mutating func eachText(_ texts: TextColumn) -> TextCells {
    var reasons = MissingReasons()
    reasons.reserveCapacity(texts.count)
    var folder = ShortTextFolder(missingTexts: schema.missingTexts.keys)
    // "Did not answer" may stand in every sixth row.
    var known: [String: Noted<String>] = [:]
    for row in 0..<texts.count {
      switch texts.withBytes(of: row, { folder.look(at: $0) }) {
      case .ordinary: reasons.append(nil)
      case .blank where !schema.isRequired: reasons.append(.skipped)
      default:
        let text = texts[row]
        let reading =
          known[text] ?? noted(text, schema.missing(text) ?? Reading(cell: .value("")))
        if known.count < 1000 { known[text] = reading }
        reasons.append(reading.reading.cell.missingReason)
        note(reading, text, row: row)
      }
    }
    return TextCells(texts: texts, reasons: reasons)
  }

  private mutating func joined(_ choices: [Named], _ separator: String) -> ChoiceColumn {
    let reader = LevelReader(schema, levels: choices, also: [:])
    var cells = ChoiceColumn(choices: choices)
    let wordCount = cells.wordsPerRow
    read(
      texts,
      with: { reader.readSeveral($0, separator: separator, wordCount: wordCount) },
      append: { cell in
        cells.append(
          cell.value ?? [UInt64](repeating: 0, count: wordCount), missing: cell.missingReason)
      })
    return cells
  }

  private func oneHot(_ choices: [Named]) -> ChoiceColumn {
    // "0 0" is 0.0, as statistics programs write it.
    let none = Set(["", "0", "0 0", "no", "n", "false", "unchecked", "not selected"])
      .union(schema.missingTexts.keys)
    let wordCount = ChoiceColumn.wordsPerRow(choices.count)
    var words = [UInt64](repeating: 0, count: source.rowCount * wordCount)
    for (choice, name) in schema.sourceColumns.enumerated() {
      guard let texts = source.column(name) else { continue }
      let bit: UInt64 = 1 << UInt64(choice % 64)
      switch texts.storage {
      case .distinct(let codes, let distinct):
        let bits = (0..<distinct.count).map { none.contains(foldedLevel(distinct[$0])) ? 0 : bit }
        for (row, code) in codes.enumerated() {
          words[row * wordCount + choice / 64] |= bits[Int(code)]
        }
      case .each(let each):
        for row in 0..<each.count where !none.contains(foldedLevel(each[row])) {
          words[row * wordCount + choice / 64] |= bit
        }
      }
    }
    return ChoiceColumn(choices: choices, words: words, reasons: oneHotReasons())
  }

  /// Nobody was asked in the rows of files that have none of the columns.
  private func oneHotReasons() -> MissingReasons {
    let parts = schema.sourceColumns.map { source.column($0).flatMap(isAsked) }
    guard !parts.isEmpty, !parts.contains(where: { $0 == nil }) else {
      return MissingReasons(presentRows: source.rowCount)
    }
    var reasons = MissingReasons()
    reasons.reserveCapacity(source.rowCount)
    for row in 0..<source.rowCount {
      reasons.append(parts.contains { $0?[row] == true } ? nil : .notAsked)
    }
    return reasons
  }
}
