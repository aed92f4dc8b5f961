import EvaluationData

/// Some whole records of a file, with what is known of each before libcsv reads them.
struct RecordBlock: Sendable {
  /// A record that libcsv is not given as it stands.
  struct Exception: Sendable {
    enum Treatment: Sendable {
      /// It is no row of data.
      case leftOut
      /// libcsv would misread it.
      case rewritten(literalQuote: Int?)
      /// Its cells were put right.
      case mended([[UInt8]])
    }

    let treatment: Treatment
    let start: Int
    /// Its bytes without the line ending and without a mark in front.
    let content: Range<Int>
    /// Where the next record starts.
    let end: Int
  }

  /// The records, and behind `end` the beginning of the next.
  let bytes: [UInt8]
  fileprivate(set) var start = 0
  fileprivate(set) var end = 0
  /// The line on which each row begins.
  fileprivate(set) var lines: [UInt32] = []
  /// In order of place.
  var exceptions: [Exception] = []
  /// Whether the file ends with it.
  let isLast: Bool

  fileprivate init(bytes: [UInt8], isLast: Bool) {
    self.bytes = bytes
    self.isLast = isLast
  }
}

/// Cuts a file into blocks of whole records.
///
/// This is all that must be done one after another; what is in a block is read beside others.
struct RecordBlocks: Sendable {
  static let blockSize = 1 << 21
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A row that may turn out to stand below the table.
  private struct Recent {
    let content: Range<Int>
    let end: Int
    let line: Int
    let followsBlankLine: Bool
  }

  private let path: String
  private let form: FileForm
  /// Whether a doubtful row stays a row of data.
  private let isCautious: Bool
  private var contents: Contents
  private var toSkip: Int
  private var line = 1
  private var records = 0
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var followsBlankLine = false
  /// Rows of blank cells of which it is not known yet whether data follow.
  private var blankRows: [Int] = []
  private var recent: [Recent] = []
  private(set) var problems: [Problem] = []
  /// How many records below the data were left out.
  private(set) var footerRows = 0
  /// How often it was looked whether another table begins behind a blank line.
  private var looks = 0
  /// Rows with quotation marks in cells that have none around them, and the first one's line.
  private var quotesAsLetters: (rows: Int, line: Int)?
  /// Where another table begins, and how many records are left out from there on.
  private var otherTable: (line: Int, records: Int)?

  init(_ contents: Contents, form: FileForm, isCautious: Bool, path: String) {
    self.contents = contents
    self.contents.rewind()
    self.path = path
    self.form = form
    self.isCautious = isCautious
    toSkip = form.recordsBeforeData
    if let mending = form.headerMending {
      report(
        .mendedRow, form.headerLine, "\(form.headings.count) cells; \(mending.wording)")
    }
    for line in form.doubtfulHeaderLines {
      report(.secondHeadings, line, "one row of headings; this row was read as more of them")
    }
    if let line = form.lineOfTableAbove {
      report(
        .secondTable, line,
        "one table in the file; what stands above line \(form.headerLine) is left out")
    }
  }

  /// The next block; nil behind the last.
  mutating func next() throws(LoadError) -> RecordBlock? {
    while !isAtEnd {
      // A record may be longer than a block: what is held doubles until it is whole.
      let bytes = try contents.read(
        RecordBlocks.blockSize + rest.count, after: rest, isAtEnd: &isAtEnd)
      var block = RecordBlock(bytes: bytes, isLast: isAtEnd)
      recent = []
      scan(&block)
      rest = bytes[block.end...]
      guard line < Int(UInt32.max) else { throw .tooLarge(file: path) }
      if isAtEnd { endFile(of: &block) }
      if block.end > 0 || isAtEnd { return block }
    }
    return nil
  }

  private mutating func scan(_ block: inout RecordBlock) {
    let bytes = block.bytes
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = unsafe RecordScanner(
        base, count: buffer.count, isLast: block.isLast, cells: form.cells)
      var endOfTable = otherTable == nil ? nil : 0
      while let record = scanner.record(at: block.end) {
        if record.isBlank {
          followsBlankLine = true
          if otherTable == nil { leaveOutBlankLine(record, of: &block) }
        } else if otherTable != nil {
          otherTable?.records += 1
        } else {
          switch edge(at: record, of: block) {
          case .unknown: return
          case .end:
            endOfTable = block.end
            endTable(of: &block)
          case .repeatedHeadings: leaveOut(record, of: &block, as: .repeatedHeader)
          case .none: add(record, to: &block)
          }
        }
        line += record.lines
        block.end = record.end
      }
      if let start = endOfTable, start < block.end {
        block.exceptions.append(
          RecordBlock.Exception(
            treatment: .leftOut, start: start, content: start..<start, end: block.end))
      }
    }
  }

  private enum Edge { case none, repeatedHeadings, end, unknown }

  /// Whether a record is no row of the table but headings, its own or another table's.
  private mutating func edge(at record: ScannedRecord, of block: RecordBlock) -> Edge {
    guard toSkip == 0 else { return .none }
    let isRepeated = form.edge.beginsLikeHeadings(
      block.bytes, block.end..<record.contentEnd, form.cells)
    let isApart = followsBlankLine && looks < TableSection.mostLooks
    guard isRepeated || isApart else { return .none }
    let next = headRecords(
      block.bytes, from: block.end, isLast: block.isLast, cells: form.cells,
      limit: TableSection.recordsLookedAt)
    // What follows is in the next block, which is to begin with this record.
    if next.count < TableSection.recordsLookedAt, !block.isLast { return .unknown }
    if isApart { looks += 1 }
    switch form.edge.kind(of: next.map(\.shape), isBehindBlankLine: isApart) {
    case .repeatedHeadings:
      return repeatsRows(below: record, of: block) ? .end : .repeatedHeadings
    case .otherTable: return .end
    case nil: return .none
    }
  }

  /// Whether nothing follows but rows that stand at the top of the table too.
  private func repeatsRows(below record: ScannedRecord, of block: RecordBlock) -> Bool {
    // Of a larger file not all is at hand.
    guard block.isLast, block.start > 0 else { return false }
    let copy = headRecords(
      block.bytes, from: record.end, isLast: true, cells: form.cells, limit: .max)
    guard copy.count >= 3 else { return false }
    let rows = headRecords(
      block.bytes, from: block.start, isLast: true, cells: form.cells, limit: copy.count)
    guard let last = rows.last, last.bytes.endIndex <= block.end else { return false }
    // A copy may have lost quotation marks, and with them its cells.
    return zip(rows, copy).allSatisfy { $0.lettersAndDigits == $1.lettersAndDigits }
  }

  /// Leaves the rest of the file out: it is another table.
  private mutating func endTable(of block: inout RecordBlock) {
    leaveOutFooters(of: &block)
    blankRows = []
    otherTable = (line, 1)
  }

  private mutating func endFile(of block: inout RecordBlock) {
    if let (rows, line) = quotesAsLetters {
      let found = rows == 1 ? "1 row has such a cell" : "\(rows) rows have such cells"
      report(
        .quoteAsLetter, line,
        "quotation marks around a cell that has some inside; from here on \(found)")
    }
    guard let (line, records) = otherTable else { return leaveOutFooters(of: &block) }
    footerRows += records
    let rows = records == 1 ? "1 row is" : "\(records) rows are"
    report(.secondTable, line, "one table in the file; from here on \(rows) left out")
  }

  private mutating func leaveOut(
    _ record: ScannedRecord, of block: inout RecordBlock, as kind: ProblemKind
  ) {
    records += 1
    followsBlankLine = false
    report(kind, line, "the headings once")
    block.exceptions.append(
      RecordBlock.Exception(
        treatment: .leftOut, start: block.end, content: block.end..<record.contentEnd,
        end: record.end))
  }

  /// Where spaces are kept, libcsv would take a line of spaces for a row.
  private func leaveOutBlankLine(_ record: ScannedRecord, of block: inout RecordBlock) {
    guard form.cells.keepsOuterSpaces, toSkip == 0, record.contentEnd > block.end else { return }
    let content = block.end..<record.contentEnd
    block.exceptions.append(
      RecordBlock.Exception(
        treatment: .leftOut, start: content.lowerBound, content: content, end: record.end))
  }

  private mutating func add(_ record: ScannedRecord, to block: inout RecordBlock) {
    let content = block.end..<record.contentEnd
    records += 1
    if toSkip > 0 {
      toSkip -= 1
      block.start = record.end
      return
    }
    let first = block.bytes[content.lowerBound]
    // Nearly all rows begin otherwise than these do.
    if isNoData(first, content, block) {
      block.exceptions.append(
        RecordBlock.Exception(
          treatment: .leftOut, start: content.lowerBound, content: content, end: record.end))
      return
    }
    for line in blankRows { report(.blankRow, line, "a row with data, or none") }
    blankRows = []
    if let fault = record.fault {
      report(fault, of: record)
      let literalQuote: Int? = if case .unclosedQuote(let offset) = fault { offset } else { nil }
      block.exceptions.append(
        RecordBlock.Exception(
          treatment: .rewritten(literalQuote: literalQuote), start: content.lowerBound,
          content: content, end: record.end))
    } else if first == 0xEF, block.bytes[content].starts(with: RecordBlocks.byteOrderMark) {
      report(.byteOrderMark, line, "one byte order mark, at the start of the file")
      block.exceptions.append(
        RecordBlock.Exception(
          treatment: .rewritten(literalQuote: nil), start: content.lowerBound,
          content: content.dropFirst(3), end: record.end))
    }
    if record.hasQuoteAsLetter, form.cells.tellsQuotesAsLetters {
      quotesAsLetters = ((quotesAsLetters?.rows ?? 0) + 1, quotesAsLetters?.line ?? line)
    }
    block.lines.append(UInt32(truncatingIfNeeded: line))
    remember(
      Recent(
        content: content, end: record.end, line: line, followsBlankLine: followsBlankLine))
    followsBlankLine = false
  }

  /// Whether a record is one of blank cells, repeats the headings or is an old mark of the end.
  private mutating func isNoData(
    _ first: UInt8, _ content: Range<Int>, _ block: RecordBlock
  ) -> Bool {
    if first == form.cells.delimiter || CellForm.isRuleSign(first) {
      let record = block.bytes[content]
      let isBlank = form.cells.isBlank(record)
      if isBlank || form.cells.isRule(record) {
        blankRows.append(line)
        followsBlankLine = isBlank
        return true
      }
    }
    // An old mark of the end, or a page break.
    return (first == 0x1A || first == 0x0C) && content.count == 1
  }

  private mutating func remember(_ row: Recent) {
    if recent.count >= 2 * RecordBlocks.tailRows {
      recent.removeFirst(recent.count - RecordBlocks.tailRows)
    }
    recent.append(row)
  }

  private static let tailRows = 60

  /// Leaves out the totals and notes below the last row of data.
  private mutating func leaveOutFooters(of block: inout RecordBlock) {
    footerRows += blankRows.count
    let tail = recent.suffix(RecordBlocks.tailRows).map { row in
      ShapeRecord(
        fields: fields(of: block.bytes[row.content], form.cells),
        followsBlankLine: row.followsBlankLine)
    }
    // In a small file the head is all there is.
    let isAllHead = records == form.head.count + form.preambleRows - form.shape.preambleRows
    let lastRecords = isAllHead ? nil : tail
    let firstData = form.shape.preambleRows + form.shape.headerRows
    let found = detectedFooters(
      head: form.head, tail: lastRecords, firstData: firstData, isCautious: isCautious)
    let kinds = found.filter { $0 != .blank }
    let footers = recent.suffix(min(kinds.count, recent.count))
    let doubtful = doubtfulRows(
      head: form.head, tail: lastRecords, firstData: firstData, footers: found.count)
    for place in doubtful where place <= recent.count - footers.count {
      let row = recent[recent.count - footers.count - place]
      report(.doubtfulRow, row.line, "rows of data, found what may be a total or a note")
    }
    footerRows += footers.count
    if !footers.isEmpty {
      // Rows of blank cells around the notes belong to them.
      let lastRow = recent.dropLast(footers.count).last?.line ?? 0
      let blank = problems.count { $0.kind == .blankRow && $0.address.line > lastRow }
      problems.removeAll { $0.kind == .blankRow && $0.address.line > lastRow }
      footerRows += blank
    }
    block.lines.removeLast(footers.count)
    for (row, kind) in zip(footers, kinds.suffix(footers.count)) {
      block.exceptions.removeAll {
        $0.start >= row.content.lowerBound && $0.end <= row.end
      }
      block.exceptions.append(
        RecordBlock.Exception(
          treatment: .leftOut, start: row.content.lowerBound, content: row.content, end: row.end))
      report(.footerRow, row.line, "rows of data, found a \(kind.rawValue)")
    }
    block.exceptions.sort { $0.start < $1.start }
  }

  private mutating func report(_ kind: ProblemKind, _ line: Int, _ expected: String) {
    problems.append(Problem(kind, at: CellAddress(file: path, line: line), expected: expected))
  }

  private mutating func report(_ fault: ScannedRecord.Fault, of record: ScannedRecord) {
    switch fault {
    case .strayQuote:
      report(.strayQuote, line, "quotation marks inside a cell to be doubled")
    case .unclosedQuote:
      // The record was cut at the end of the line that the quote stands on.
      report(
        .unclosedQuote, line + record.lines - 1, "a second quotation mark to end the cell")
    case .backslash, .spacesRoundQuotes: break
    }
  }
}
