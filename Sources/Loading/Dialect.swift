/// Where a file's headings are and what separates its cells.
struct Dialect {
  let delimiter: UInt8
  /// How many records, counted without blank lines, come before the first row of data.
  let recordsBeforeData: Int
  let headerLine: Int
  let headings: [String]

  static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x09: "tab"
    case 0x7C: "pipe"
    default: String(UnicodeScalar(delimiter))
    }
  }
}

/// Finds the delimiter and the row of headings: the pair under which most of
/// the wanted headings are found.
///
/// Title rows above the headings are passed over; a file may have up to twenty.
func detectDialect(
  head: [UInt8], isWholeFile: Bool, request: LoadRequest, file: String
) throws(LoadError) -> Dialect {
  var best: (score: Int, dialect: Dialect)?
  for delimiter in request.delimiter.map({ [$0] }) ?? Dialect.candidates {
    for (index, record) in headRecords(head, isWholeFile: isWholeFile, delimiter: delimiter)
      .enumerated()
    {
      let headings = record.fields.map(foldedHeading)
      let score = request.columns.count { column in
        column.valueOfFile == nil
          && column.headers.contains { headings.contains(foldedHeading($0)) }
      }
      if score > best?.score ?? 0 {
        let dialect = Dialect(
          delimiter: delimiter, recordsBeforeData: index + 1, headerLine: record.line,
          headings: record.fields)
        best = (score, dialect)
      }
    }
  }
  guard let best else {
    let wanted = request.columns.filter { $0.valueOfFile == nil }
    throw .noHeaderRow(file: file, wanted: wanted.compactMap(\.headers.first))
  }
  return best.dialect
}

/// A heading without the differences that do not count: case, and white space of any kind.
func foldedHeading(_ heading: String) -> String {
  heading.split { $0.isWhitespace }.joined(separator: " ").lowercased()
}

private func headRecords(
  _ head: [UInt8], isWholeFile: Bool, delimiter: UInt8
) -> [(fields: [String], line: Int)] {
  var records: [(fields: [String], line: Int)] = []
  unsafe head.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    var scanner = unsafe RecordScanner(
      base, count: buffer.count, isLast: isWholeFile, delimiter: delimiter)
    var start = 0
    var line = 1
    while records.count < 21, let record = scanner.record(at: start) {
      if !record.isBlank {
        let cells = fields(of: head[start..<record.contentEnd], delimiter: delimiter)
        records.append((cells.map { String(decoding: $0, as: UTF8.self) }, line))
      }
      line += record.lines
      start = record.end
    }
  }
  return records
}
