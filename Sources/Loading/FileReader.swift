import EvaluationData

/// Reads one file: decides its encoding and dialect, then its rows.
struct FileReader {
  private let file: InputFile
  private let request: LoadRequest
  private var contents: Contents
  private let encoding: String
  private let dialect: Dialect
  /// For each column of the file, the requested columns that it is: one as a rule.
  private let requested: [[Int]]
  /// The requested columns that this file does not have.
  let absentColumns: [Int]
  private var problems: [Problem] = []

  private static let blockSize = 1 << 20

  init(_ file: InputFile, request: LoadRequest) throws(LoadError) {
    self.file = file
    self.request = request
    (contents, encoding) = try decode(file, as: request.encoding)
    let head = try contents.head(FileReader.blockSize)
    guard !head.isEmpty else { throw .empty(file: file.path) }
    dialect = try detectDialect(
      head: head, isWholeFile: head.count < FileReader.blockSize, request: request,
      file: file.path)
    (requested, absentColumns) = try FileReader.assign(request.columns, to: dialect, of: file)
    if let line = contents.damagedLine {
      problems.append(
        Problem(
          .undecodableBytes, at: CellAddress(file: file.path, line: line),
          expected: "text in \(encoding)"))
    }
  }

  private static func assign(
    _ columns: [RequestedColumn], to dialect: Dialect, of file: InputFile
  ) throws(LoadError) -> (requested: [[Int]], absent: [Int]) {
    let headings = dialect.headings.map(foldedHeading)
    var requested = [[Int]](repeating: [], count: headings.count)
    var absent: [Int] = []
    for (index, column) in columns.enumerated() {
      if column.valueOfFile != nil {
        absent.append(index)
        continue
      }
      let wanted = column.headers.map(foldedHeading)
      let places = headings.indices.filter { wanted.contains(headings[$0]) }
      let shown = column.headers.first ?? column.name
      if places.count > 1 {
        throw .columnTwice(file: file.path, line: dialect.headerLine, column: shown)
      }
      if let place = places.first {
        requested[place].append(index)
      } else if column.isOptional {
        absent.append(index)
      } else {
        throw .columnMissing(
          file: file.path, line: dialect.headerLine, column: shown,
          nearest: nearestName(
            to: shown, among: dialect.headings.filter { !foldedHeading($0).isEmpty }))
      }
    }
    return (requested, absent)
  }

  /// In order of line, for the order of finding depends on where blocks end.
  var problemsByLine: [Problem] {
    problems.enumerated().sorted {
      ($0.element.address.line, $0.offset) < ($1.element.address.line, $1.offset)
    }.map(\.element)
  }

  func summary(rows: Int) -> LoadedFile {
    LoadedFile(
      path: file.path, byteCount: file.byteCount, encoding: encoding,
      delimiter: Dialect.name(of: dialect.delimiter), headerLine: dialect.headerLine, rows: rows)
  }

  mutating func readRows(
    into builders: inout [ColumnBuilder], _ addresses: inout RowAddresses
  ) throws(LoadError) {
    var parser = CSVParser(isKept: requested.map { !$0.isEmpty }, delimiter: dialect.delimiter)
    var lines: [Int] = []
    var buffer = [UInt8](repeating: 0, count: FileReader.blockSize)
    var filled = 0
    var line = 1
    var toSkip = dialect.recordsBeforeData
    contents.rewind()
    while true {
      let count = try contents.read(into: &buffer, from: filled)
      filled += count
      let isLast = count == 0
      let used = unsafe buffer.withUnsafeBufferPointer { bytes in
        unsafe feed(
          bytes, count: filled, isLast: isLast, to: &parser, lines: &lines, line: &line,
          toSkip: &toSkip)
      }
      guard parser.batchRows == lines.count else {
        // Our record boundaries and libcsv's differ: every line number would be wrong.
        throw .readersDisagree(file: file.path, line: line)
      }
      flush(&parser, lines, into: &builders, &addresses)
      lines.removeAll(keepingCapacity: true)
      if isLast { break }
      buffer.replaceSubrange(0..<(filled - used), with: buffer[used..<filled])
      filled -= used
      if filled * 2 > buffer.count {
        buffer.append(contentsOf: repeatElement(0, count: buffer.count))
      }
      guard line < Int(UInt32.max) else { throw .tooLarge(file: file.path) }
    }
  }

  /// Hands the whole records in the buffer to libcsv and says how many bytes they took.
  private mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int, isLast: Bool, to parser: inout CSVParser,
    lines: inout [Int], line: inout Int, toSkip: inout Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var scanner = unsafe RecordScanner(
      base, count: count, isLast: isLast, delimiter: dialect.delimiter)
    var start = 0
    var runStart = 0
    while let record = scanner.record(at: start) {
      defer {
        line += record.lines
        start = record.end
      }
      if record.isBlank { continue }
      if toSkip > 0 {
        toSkip -= 1
        runStart = record.end
        continue
      }
      lines.append(line)
      guard let fault = record.fault else { continue }
      unsafe parser.parse(UnsafeRawBufferPointer(start: base + runStart, count: start - runStart))
      report(fault, of: record, line: line)
      repair(unsafe Array(bytes[start..<record.contentEnd]), fault, with: &parser)
      runStart = record.end
    }
    unsafe parser.parse(UnsafeRawBufferPointer(start: base + runStart, count: start - runStart))
    if isLast, start > 0, !lines.isEmpty, runStart < start, unsafe !endsWithNewLine(bytes, start) {
      let newLine: [UInt8] = [0x0A]
      unsafe newLine.withUnsafeBytes { unsafe parser.parse($0) }
    }
    return start
  }

  private func endsWithNewLine(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    unsafe bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
  }

  private mutating func report(
    _ fault: ScannedRecord.Fault, of record: ScannedRecord, line: Int
  ) {
    switch fault {
    case .strayQuote:
      problems.append(
        Problem(
          .strayQuote, at: CellAddress(file: file.path, line: line),
          expected: "quotation marks inside a cell to be doubled"))
    case .unclosedQuote:
      // The record was cut at the end of the line that the quote stands on.
      problems.append(
        Problem(
          .unclosedQuote, at: CellAddress(file: file.path, line: line + record.lines - 1),
          expected: "a second quotation mark to end the cell"))
    }
  }

  private func repair(
    _ record: [UInt8], _ fault: ScannedRecord.Fault, with parser: inout CSVParser
  ) {
    let literalQuote: Int? =
      switch fault {
      case .strayQuote: nil
      case .unclosedQuote(let offset): offset
      }
    let repaired = quotedRecord(
      fields(of: record[...], delimiter: dialect.delimiter, literalQuote: literalQuote),
      delimiter: dialect.delimiter)
    unsafe repaired.withUnsafeBytes { unsafe parser.parse($0) }
  }

  private mutating func flush(
    _ parser: inout CSVParser, _ lines: [Int], into builders: inout [ColumnBuilder],
    _ addresses: inout RowAddresses
  ) {
    let first = addresses.count
    for line in lines { addresses.append(line: line) }
    let present = requested.flatMap { $0 }
    for column in present { builders[column].begin(rows: lines.count) }
    let irregular = parser.takeBatch { batch in
      var start = 0
      for index in 0..<batch.fieldCount {
        let field = unsafe batch.fields[index]
        let cell = unsafe UnsafeBufferPointer(
          start: batch.bytes + start, count: field.end - start)
        for column in requested[field.column] {
          unsafe builders[column].set(cell, row: first + field.row)
        }
        start = field.end
      }
      return batch.irregular
    }
    for column in present { builders[column].end(rows: addresses.count) }
    for (row, count) in irregular {
      let expected = dialect.headings.count
      problems.append(
        Problem(
          count < expected ? .shortRow : .longRow,
          at: CellAddress(file: file.path, line: lines[row]),
          expected: "\(expected) cells, found \(count)"))
    }
  }
}
