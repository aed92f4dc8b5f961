package import EvaluationData

/// A source after cleaning, with every change that was made to it.
package struct CleanedSource: Sendable {
  package let table: Table
  package let ledger: [LedgerEntry]
}

/// Reads the texts of a source as the schema says, leaving the source as it was.
///
/// Nothing is guessed: what cannot be read becomes missing, with a problem that
/// names the place, and every change stands in the ledger.
package func clean(_ source: SourceTable, to schema: SourceSchema) -> Checked<CleanedSource> {
  var cleaner = Cleaner(source: source, schema: schema)
  let rows = cleaner.rowsToKeep()
  let columns = schema.columns.map { cleaner.column($0, rows: rows) }
  let addresses = rows.count == source.rowCount ? source.addresses : source.addresses.keeping(rows)
  let table = Table(
    name: schema.source, columns: columns, addresses: addresses, loadedRows: source.rowCount)
  return Checked(
    CleanedSource(table: table, ledger: cleaner.ledger), problems: cleaner.problems)
}

/// The work on one source: collects the ledger and the problems.
private struct Cleaner {
  let source: SourceTable
  let schema: SourceSchema
  var ledger: [LedgerEntry] = []
  var problems: [Problem] = []

  /// The rows that are not left out as repeats of earlier ones.
  mutating func rowsToKeep() -> [Int] {
    let columns = schema.key.compactMap(source.column)
    guard !columns.isEmpty else { return Array(0..<source.rowCount) }
    var keys = RowKeys(columns: columns, rows: source.rowCount)
    var kept: [Int] = []
    kept.reserveCapacity(source.rowCount)
    for row in 0..<source.rowCount {
      // A row without a key is nobody's repeat.
      if keys.isBlank(row) {
        kept.append(row)
      } else if let earlier = keys.insert(row) {
        leaveOut(row, repeating: earlier, key: columns[0])
      } else {
        kept.append(row)
      }
    }
    return kept
  }

  private mutating func leaveOut(_ row: Int, repeating earlier: Int, key: SourceColumn) {
    let address = source.addresses.address(of: row, column: key.header)
    let isSame = source.columns.allSatisfy { column in
      same(column, row, earlier) || foldedLevel(column[row]) == foldedLevel(column[earlier])
    }
    let first = source.addresses.address(of: earlier, column: nil)
    problems.append(
      Problem(
        isSame ? .duplicateRecord : .conflictingRecord, at: address,
        expected: "one row for it; the first is at \(first.file):\(first.line)", value: key[row]))
    ledger.append(
      LedgerEntry(
        source: schema.source.name, address: address, before: key[row], after: "",
        rule: .duplicateRow))
  }

  mutating func column(_ column: ColumnSchema, rows: [Int]) -> Column {
    guard case .oneHot(let choices) = column.kind else {
      guard let texts = source.column(column.name.name) else {
        preconditionFailure("the load request is made from the schema")
      }
      return Column(name: column.name, cells: cells(column, of: texts, rows: rows))
    }
    return Column(name: column.name, cells: .choices(oneHot(column, choices, rows: rows)))
  }

  private mutating func cells(
    _ column: ColumnSchema, of texts: SourceColumn, rows: [Int]
  ) -> Cells {
    switch column.kind {
    case .text, .id:
      return .text(textCells(column, of: texts, rows: rows))
    case .category(let levels, let also):
      let reader = LevelReader(column, levels: levels, also: also)
      var cells = CategoryColumn(levels: levels)
      cells.reserveCapacity(rows.count)
      read(column, texts, rows, with: reader.read) { cells.append($0) }
      return .category(cells)
    case .number(let isWhole, let minimum, let maximum):
      var cells = NumberColumn()
      read(
        column, texts, rows,
        with: {
          readNumber($0, isWhole: isWhole, minimum: minimum, maximum: maximum, schema: column)
        }, append: { cells.append($0) })
      return .number(cells)
    case .date(let order):
      var cells = DateColumn()
      read(
        column, texts, rows, with: { readDate($0, order: order, schema: column) },
        append: { cells.append($0) })
      return .date(cells)
    case .choices(let choices, let separator):
      return .choices(joined(column, choices, separator, of: texts, rows: rows))
    case .oneHot(let choices):
      return .choices(oneHot(column, choices, rows: rows))
    }
  }

  /// Reads each text once where the source keeps it once.
  private mutating func read<Value>(
    _ column: ColumnSchema, _ texts: SourceColumn, _ rows: [Int],
    with reading: (String) -> Reading<Value>, append: (Cell<Value>) -> Void
  ) {
    var next = 0
    func isNotAsked(_ row: Int) -> Bool {
      while next < texts.notAsked.count, texts.notAsked[next].upperBound <= row { next += 1 }
      return next < texts.notAsked.count && texts.notAsked[next].contains(row)
    }
    switch texts.storage {
    case .distinct(let codes, let distinct):
      let readings = (0..<distinct.count).map { reading(distinct[$0]) }
      for row in rows {
        let reading = readings[Int(codes[row])]
        if !texts.notAsked.isEmpty, isNotAsked(row) {
          append(.missing(.notAsked))
        } else {
          append(reading.cell)
          note(reading, column, texts, row)
        }
      }
    case .each(let each):
      for row in rows {
        if !texts.notAsked.isEmpty, isNotAsked(row) {
          append(.missing(.notAsked))
        } else {
          let reading = reading(each[row])
          append(reading.cell)
          note(reading, column, texts, row)
        }
      }
    }
  }

  private mutating func note<Value>(
    _ reading: Reading<Value>, _ column: ColumnSchema, _ texts: SourceColumn, _ row: Int
  ) {
    guard reading.change != nil || reading.problem != nil else { return }
    let address = source.addresses.address(of: row, column: column.header)
    if let (rule, after) = reading.change {
      ledger.append(
        LedgerEntry(
          source: schema.source.name, address: address, before: texts[row], after: after,
          rule: rule))
    }
    if let (kind, expected) = reading.problem {
      problems.append(Problem(kind, at: address, expected: expected, value: texts[row]))
    }
  }

  private mutating func textCells(
    _ column: ColumnSchema, of texts: SourceColumn, rows: [Int]
  ) -> TextCells {
    var reasons = MissingReasons()
    reasons.reserveCapacity(rows.count)
    var folder = ShortTextFolder(missingTexts: column.missingTexts.keys)
    if case .each(let each) = texts.storage, texts.notAsked.isEmpty {
      for row in rows {
        switch folder.look(at: each.bytes[each.range(of: row)]) {
        case .ordinary: reasons.append(nil)
        case .blank where !column.isRequired: reasons.append(.skipped)
        default:
          let reading: Reading<String> = column.missing(each[row]) ?? Reading(cell: .value(""))
          reasons.append(reading.cell.missingReason)
          note(reading, column, texts, row)
        }
      }
      if rows.count == each.count { return TextCells(texts: each, reasons: reasons) }
      return TextCells(texts: keeping(rows, of: each), reasons: reasons)
    }
    var kept = TextColumn()
    read(
      column, texts, rows,
      with: { text -> Reading<String> in column.missing(text) ?? Reading(cell: .value(text)) },
      append: { cell in
        kept.append(cell.value ?? "")
        reasons.append(cell.missingReason)
      })
    return TextCells(texts: kept, reasons: reasons)
  }

  private func keeping(_ rows: [Int], of texts: TextColumn) -> TextColumn {
    var kept = TextColumn()
    for row in rows { texts.withBytes(of: row) { kept.append($0) } }
    return kept
  }

  private mutating func joined(
    _ column: ColumnSchema, _ choices: [Named], _ separator: String, of texts: SourceColumn,
    rows: [Int]
  ) -> ChoiceColumn {
    let reader = LevelReader(column, levels: choices, also: [:])
    var cells = ChoiceColumn(choices: choices)
    let wordCount = cells.wordsPerRow
    read(
      column, texts, rows,
      with: { reader.readSeveral($0, separator: separator, wordCount: wordCount) },
      append: { cell in
        cells.append(
          cell.value ?? [UInt64](repeating: 0, count: wordCount), missing: cell.missingReason)
      })
    return cells
  }

  private func oneHot(_ column: ColumnSchema, _ choices: [Named], rows: [Int]) -> ChoiceColumn {
    // "0 0" is 0.0, as statistics programs write it.
    let none = Set(["", "0", "0 0", "no", "n", "false", "unchecked", "not selected"])
      .union(column.missingTexts.keys)
    let wordCount = ChoiceColumn.wordsPerRow(choices.count)
    var words = [UInt64](repeating: 0, count: rows.count * wordCount)
    for (choice, name) in column.sourceColumns.enumerated() {
      guard let texts = source.column(name) else { continue }
      let bit: UInt64 = 1 << UInt64(choice % 64)
      switch texts.storage {
      case .distinct(let codes, let distinct):
        let isChosen = (0..<distinct.count).map { !none.contains(foldedLevel(distinct[$0])) }
        for (place, row) in rows.enumerated() where isChosen[Int(codes[row])] {
          words[place * wordCount + choice / 64] |= bit
        }
      case .each(let each):
        for (place, row) in rows.enumerated() where !none.contains(foldedLevel(each[row])) {
          words[place * wordCount + choice / 64] |= bit
        }
      }
    }
    return ChoiceColumn(choices: choices, words: words, reasons: notAsked(column, rows: rows))
  }

  /// Nobody was asked in the rows of files that have none of the columns.
  private func notAsked(_ column: ColumnSchema, rows: [Int]) -> MissingReasons {
    let ranges = column.sourceColumns.map { source.column($0)?.notAsked ?? [] }
    guard !ranges.isEmpty, !ranges.contains(where: \.isEmpty) else {
      return MissingReasons(presentRows: rows.count)
    }
    var reasons = MissingReasons()
    reasons.reserveCapacity(rows.count)
    for row in rows {
      let isAsked = !ranges.allSatisfy { $0.contains { $0.contains(row) } }
      reasons.append(isAsked ? nil : .notAsked)
    }
    return reasons
  }
}
