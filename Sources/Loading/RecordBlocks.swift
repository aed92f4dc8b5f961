import EvaluationData

/// Some whole records of a file, with what is known of each before libcsv reads them.
struct RecordBlock: Sendable {
  /// A record that libcsv would misread.
  struct Faulty: Sendable {
    let fault: ScannedRecord.Fault
    /// Its place among the rows of the block.
    let row: Int
    /// Its bytes without the line ending, and where the next record starts.
    let content: Range<Int>
    let end: Int
  }

  /// The records, and behind `end` the beginning of the next.
  let bytes: [UInt8]
  fileprivate(set) var start = 0
  fileprivate(set) var end = 0
  /// The line on which each row begins.
  fileprivate(set) var lines: [UInt32] = []
  fileprivate(set) var faulty: [Faulty] = []
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
struct RecordBlocks {
  static let blockSize = 1 << 21

  private let path: String
  private let delimiter: UInt8
  private var contents: Contents
  /// How many records, counted without blank lines, come before the first row of data.
  private var toSkip: Int
  private var line = 1
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private(set) var problems: [Problem] = []

  init(_ contents: Contents, dialect: Dialect, path: String) {
    self.contents = contents
    self.contents.rewind()
    self.path = path
    delimiter = dialect.delimiter
    toSkip = dialect.recordsBeforeData
  }

  /// The next block; nil behind the last.
  mutating func next() throws(LoadError) -> RecordBlock? {
    while !isAtEnd {
      // A record may be longer than a block: what is held doubles until it is whole.
      let bytes = try contents.read(
        RecordBlocks.blockSize + rest.count, after: rest, isAtEnd: &isAtEnd)
      var block = RecordBlock(bytes: bytes, isLast: isAtEnd)
      scan(&block)
      rest = bytes[block.end...]
      guard line < Int(UInt32.max) else { throw .tooLarge(file: path) }
      if block.end > 0 || isAtEnd { return block }
    }
    return nil
  }

  private mutating func scan(_ block: inout RecordBlock) {
    let bytes = block.bytes
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = unsafe RecordScanner(
        base, count: buffer.count, isLast: block.isLast, delimiter: delimiter)
      while let record = scanner.record(at: block.end) {
        add(record, to: &block)
        line += record.lines
        block.end = record.end
      }
    }
  }

  private mutating func add(_ record: ScannedRecord, to block: inout RecordBlock) {
    if record.isBlank { return }
    if toSkip > 0 {
      toSkip -= 1
      block.start = record.end
      return
    }
    if let fault = record.fault {
      report(fault, of: record)
      block.faulty.append(
        RecordBlock.Faulty(
          fault: fault, row: block.lines.count, content: block.end..<record.contentEnd,
          end: record.end))
    }
    block.lines.append(UInt32(truncatingIfNeeded: line))
  }

  private mutating func report(_ fault: ScannedRecord.Fault, of record: ScannedRecord) {
    switch fault {
    case .strayQuote:
      problems.append(
        Problem(
          .strayQuote, at: CellAddress(file: path, line: line),
          expected: "quotation marks inside a cell to be doubled"))
    case .unclosedQuote:
      // The record was cut at the end of the line that the quote stands on.
      problems.append(
        Problem(
          .unclosedQuote, at: CellAddress(file: path, line: line + record.lines - 1),
          expected: "a second quotation mark to end the cell"))
    }
  }
}
