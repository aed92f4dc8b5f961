/// The columns of one block of records.
struct ParsedBlock: Sendable {
  /// By requested column; nil for one that the file does not have.
  let columns: [ColumnBuilder?]
  /// The line on which each row begins.
  let lines: [UInt32]
  /// The rows with too few or too many cells, and how many they have.
  let irregular: [(row: Int, fields: Int)]
  /// The rows of which the cells were put right.
  let mended: [(row: Int, mending: RowMending)]
  /// Whether libcsv found as many rows as we did.
  let readersAgree: Bool
}

/// Reads blocks of records with libcsv, each apart from the others.
struct BlockParser: Sendable {
  let request: LoadRequest
  let cells: CellForm
  /// For each column of the file, the requested columns that it is: one as a rule.
  let requested: [[Int]]
  let mender: RowMender?

  /// A reader that serves for one block after another.
  func makeParser() -> CSVParser {
    CSVParser(isKept: requested.map { !$0.isEmpty }, cells: cells)
  }

  func parse(_ block: RecordBlock, with parser: inout CSVParser) -> ParsedBlock {
    feed(block, to: &parser)
    guard let mender, parser.batchRows == block.lines.count,
      let right = mender.mended(block, rows: parser.doubtfulRows)
    else { return parsed(block, with: &parser, mended: []) }
    parser.discardBatch()
    feed(right.block, to: &parser)
    return parsed(right.block, with: &parser, mended: right.rows)
  }

  private func parsed(
    _ block: RecordBlock, with parser: inout CSVParser, mended: [(row: Int, mending: RowMending)]
  ) -> ParsedBlock {
    let rows = block.lines.count
    let readersAgree = parser.batchRows == rows
    return parser.takeBatch { batch in
      guard readersAgree else {
        return ParsedBlock(
          columns: [], lines: [], irregular: [], mended: [], readersAgree: false)
      }
      var columns = [ColumnBuilder?](repeating: nil, count: request.columns.count)
      for (place, requested) in requested.enumerated() {
        for index in requested {
          var column = ColumnBuilder(isMostlyUnique: request.columns[index].isMostlyUnique)
          column.append(batch.texts(place), rows: rows)
          columns[index] = column
        }
      }
      return ParsedBlock(
        columns: columns, lines: block.lines, irregular: batch.irregular, mended: mended,
        readersAgree: true)
    }
  }

  /// Hands the records to libcsv, those that it would misread in a form that it does not.
  private func feed(_ block: RecordBlock, to parser: inout CSVParser) {
    let bytes = block.bytes
    unsafe bytes.withUnsafeBytes { buffer in
      var start = block.start
      for exception in block.exceptions {
        unsafe parser.parse(
          UnsafeRawBufferPointer(rebasing: buffer[start..<exception.start]))
        let rewritten = quotedRecord(fields(of: exception, in: bytes), cells)
        unsafe rewritten.withUnsafeBytes { unsafe parser.parse($0) }
        start = exception.end
      }
      unsafe parser.parse(UnsafeRawBufferPointer(rebasing: buffer[start..<block.end]))
      // libcsv ends a row with its line only.
      if block.isLast, start < block.end, !block.lines.isEmpty, unsafe !endsLine(buffer, block.end)
      {
        let newLine: [UInt8] = [0x0A]
        unsafe newLine.withUnsafeBytes { unsafe parser.parse($0) }
      }
    }
  }

  /// The cells that libcsv is given for a record; none for one that is left out.
  private func fields(of exception: RecordBlock.Exception, in bytes: [UInt8]) -> [[UInt8]] {
    switch exception.treatment {
    case .leftOut: []
    case .rewritten(let literalQuote):
      Loading.fields(of: bytes[exception.content], cells, literalQuote: literalQuote)
    case .mended(let fields): fields
    }
  }

  private func endsLine(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Bool {
    unsafe bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
  }
}
