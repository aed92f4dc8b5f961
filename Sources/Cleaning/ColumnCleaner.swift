import EvaluationData

/// The work on one column: collects its changes and problems.
struct ColumnCleaner {
  struct Result: Sendable {
    let column: Column
    let changes: ColumnChanges
    let problems: [Problem]
  }

  let source: SourceTable
  let schema: ColumnSchema
  let periodEnd: CalendarDate
  private var changes: ColumnChanges
  var problems: [Problem] = []
  /// The heading that problems name.
  var heading: String

  static func clean(
    _ schema: ColumnSchema, of source: SourceTable, periodEnd: CalendarDate
  ) -> Result {
    var cleaner = ColumnCleaner(source: source, schema: schema, periodEnd: periodEnd)
    let column = Column(name: schema.name, cells: cleaner.cells())
    return Result(column: column, changes: cleaner.changes, problems: cleaner.problems)
  }

  private init(source: SourceTable, schema: ColumnSchema, periodEnd: CalendarDate) {
    self.source = source
    self.schema = schema
    self.periodEnd = periodEnd
    changes = ColumnChanges(header: schema.header)
    heading = schema.header
  }

  var texts: SourceColumn {
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
      read(
        texts, with: reader.read,
        appendAll: { codes, known in
          cells.append(codes, standingFor: known)
          return true
        },
        append: { cells.append($0) })
      return .category(cells)
    case .number(let isWhole, let minimum, let maximum, let decimal):
      return .number(
        numbers(isWhole: isWhole, minimum: minimum, maximum: maximum, decimal: decimal))
    case .date(let order):
      return .date(dates(order))
    case .boolean(let recodes):
      return .category(booleans(recodes))
    case .postcode(let allowsOutward):
      let schema = schema
      return .text(
        codes { readPostcode($0, allowsOutward: allowsOutward, schema: schema) })
    case .nhsNumber:
      let schema = schema
      return .text(codes { readNHSNumber($0, schema: schema) })
    case .localAuthority:
      let reader = LocalAuthorityReader(schema, areas: LocalAuthorityReader.census2021)
      return .text(codes(reader.read))
    case .multiSelect(let question):
      return .choices(choices(question))
    case .ownWords(let question):
      return .text(ownWords(question))
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
      changes.add(ColumnChanges.Change(before: text.showingDamage, after: after, rule: rule))
    }
    return Noted(reading: reading, change: change)
  }

  private mutating func note<Value>(_ noted: Noted<Value>, _ text: String, row: Int) {
    if let change = noted.change { changes.note(change, row: row) }
    guard let (kind, expected) = noted.reading.problem else { return }
    let address = source.addresses.address(of: row, column: heading)
    problems.append(Problem(kind, at: address, expected: expected, value: text.showingDamage))
  }

  /// Reads each text once where the source keeps it once.
  ///
  /// `quick` reads the bytes of a text of which nothing is to be said, if it can. `appendAll`
  /// may take many rows at once, by their codes and the cell that each code stands for.
  mutating func read<Value>(
    _ texts: SourceColumn, rows: Range<Int>? = nil,
    quick: (Span<UInt8>) -> Value? = { _ in nil },
    with readText: (String) -> Reading<Value>,
    appendAll: (_ codes: ArraySlice<UInt16>, _ cells: [Cell<Value>]) -> Bool = { _, _ in false },
    append: (Cell<Value>) -> Void
  ) {
    let isAsked = isAsked(texts)
    let isDamaged = source.isDamaged
    for part in texts.parts(of: rows ?? 0..<texts.count) {
      let habits = part.habits.map { HabitReader($0, schema: schema) }
      func reading(_ text: String) -> Reading<Value> {
        if isDamaged, text.isDamaged { return .damaged }
        return habits?.read(text, otherwise: readText) ?? readText(text)
      }
      switch texts.storage {
      case .distinct(let codes, let distinct):
        readDistinct(
          codes, distinct, rows: part.rows, isAsked, with: reading, appendAll: appendAll,
          append: append)
      case .each(let each):
        readEach(
          each, rows: part.rows, isAsked, quick: habits == nil ? quick : { _ in nil },
          with: reading, append: append)
      }
    }
  }

  private mutating func readDistinct<Value>(
    _ codes: [UInt16], _ distinct: TextColumn, rows: Range<Int>, _ isAsked: [Bool]?,
    with reading: (String) -> Reading<Value>,
    appendAll: (_ codes: ArraySlice<UInt16>, _ cells: [Cell<Value>]) -> Bool,
    append: (Cell<Value>) -> Void
  ) {
    var isUsed = [Bool](repeating: false, count: distinct.count)
    for row in rows { isUsed[Int(codes[row])] = true }
    let readings = isUsed.indices.map { code in
      isUsed[code] ? noted(distinct[code], reading(distinct[code])) : nil
    }
    // Plain arrays for the loop over all rows.
    let cells = readings.map { $0?.reading.cell ?? .missing(.skipped) }
    let isNoteworthy = readings.map { $0?.isNoteworthy ?? false }
    if isAsked == nil, appendAll(codes[rows], cells) {
      guard isNoteworthy.contains(true) else { return }
      for row in rows {
        let code = Int(codes[row])
        if isNoteworthy[code], let known = readings[code] { note(known, distinct[code], row: row) }
      }
      return
    }
    for row in rows {
      let code = Int(codes[row])
      guard isAsked?[row] ?? true else {
        append(.missing(.notAsked))
        continue
      }
      append(cells[code])
      if isNoteworthy[code], let known = readings[code] { note(known, distinct[code], row: row) }
    }
  }

  private mutating func readEach<Value>(
    _ each: TextColumn, rows: Range<Int>, _ isAsked: [Bool]?,
    quick: (Span<UInt8>) -> Value?,
    with reading: (String) -> Reading<Value>, append: (Cell<Value>) -> Void
  ) {
    let isDamaged = source.isDamaged
    for row in rows {
      guard isAsked?[row] ?? true else {
        append(.missing(.notAsked))
        continue
      }
      if !isDamaged, let value = each.withBytes(of: row, quick) {
        append(.value(value))
        continue
      }
      let text = each[row]
      let reading = noted(text, reading(text))
      append(reading.reading.cell)
      if reading.isNoteworthy { note(reading, text, row: row) }
    }
  }

  /// For each row whether its file has the column; nil when all have.
  private func isAsked(_ texts: SourceColumn) -> [Bool]? {
    guard !texts.notAsked.isEmpty else { return nil }
    var isAsked = [Bool](repeating: true, count: texts.count)
    for rows in texts.notAsked { for row in rows { isAsked[row] = false } }
    return isAsked
  }

  /// Texts that are brought into the form of a published code.
  private mutating func codes(_ reading: (String) -> Reading<String>) -> TextCells {
    var kept = TextColumn()
    var reasons = MissingReasons()
    reasons.reserveCapacity(source.rowCount)
    read(texts, with: reading) { cell in
      kept.append(cell.value ?? "")
      reasons.append(cell.missingReason)
    }
    return TextCells(texts: kept, reasons: reasons)
  }

  private mutating func textCells() -> TextCells {
    let texts = texts
    if case .each(let each) = texts.storage, texts.notAsked.isEmpty, texts.habits.isEmpty,
      !source.isDamaged
    {
      return eachText(each)
    }
    let schema = schema
    let ids = idReader(texts.distinctTexts)
    var kept = TextColumn()
    var reasons = MissingReasons()
    reasons.reserveCapacity(source.rowCount)
    read(
      texts,
      with: { ids?.read($0) ?? schema.textReading($0) },
      append: { cell in
        kept.append(cell.value ?? "")
        reasons.append(cell.missingReason)
      })
    return TextCells(texts: kept, reasons: reasons)
  }

  /// Ids may have been damaged by a spreadsheet; other texts are as they are.
  private func idReader(_ texts: TextColumn) -> ExcelIdReader? {
    guard case .id = schema.kind else { return nil }
    return ExcelIdReader(schema, wholeLength: ExcelIdEvidence(of: texts).wholeLength)
  }

  /// Leaves the texts where they are: only those that may stand for no answer are read.
  private mutating func eachText(_ texts: TextColumn) -> TextCells {
    var reasons = MissingReasons()
    reasons.reserveCapacity(texts.count)
    var folder = ShortTextFolder(missingTexts: schema.missingTexts.keys)
    // "Did not answer" may stand in every sixth row.
    var known: [String: Noted<String>] = [:]
    let ids = idReader(texts)
    let bytes = texts.bytes.span
    for row in 0..<texts.count {
      let span = bytes.extracting(texts.range(of: row))
      switch folder.look(at: span) {
      case .ordinary where ids?.isOrdinary(span) ?? true: reasons.append(nil)
      case .blank where !schema.isRequired: reasons.append(schema.emptyReason)
      default:
        let text = texts[row]
        let before = known[text]
        let reading = before ?? noted(text, ids?.read(text) ?? schema.textReading(text))
        if before == nil, known.count < 1000 { known[text] = reading }
        reasons.append(reading.reading.cell.missingReason)
        note(reading, text, row: row)
      }
    }
    return TextCells(texts: texts, reasons: reasons)
  }
}

extension ColumnSchema {
  /// Reads a text of which any letters may be meant.
  fileprivate func textReading(_ text: String) -> Reading<String> {
    excelError(text) ?? missing(text) ?? Reading(cell: .value(text))
  }
}

extension Reading {
  /// A text that has bytes of no letter; the problem was told when the file was read.
  fileprivate static var damaged: Reading {
    Reading(
      cell: .missing(.unreadable), change: (.unreadable, MissingReason.unreadable.rawValue))
  }
}

extension String {
  /// Whether bytes that stand for no letter are in it.
  var isDamaged: Bool {
    unicodeScalars.contains { $0.value == SourceTable.damagedLetter }
  }

  /// The text with the usual sign where bytes stand for no letter.
  fileprivate var showingDamage: String {
    guard isDamaged else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      shown.append(scalar.value == SourceTable.damagedLetter ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
