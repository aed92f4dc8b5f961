/// A record of which all cells are looked at, to tell what the table is.
struct HeadRecord {
  private(set) var shape: ShapeRecord
  let bytes: ArraySlice<UInt8>
  let line: Int
  /// Whether a quotation mark stands where none belongs.
  let isMisquoted: Bool
  /// What was put right to read it as wide as the others.
  private(set) var mending: RowMending?

  /// What is left without separators, quotation marks and all other signs.
  var lettersAndDigits: [UInt8] {
    bytes.filter { $0 >= 0x80 || isDecimalDigit($0) || (0x61...0x7A).contains($0 | 0x20) }
  }
}

/// The first records from a place of the bytes on, at most `limit`, blank lines left out.
///
/// The file ends with the bytes if `isLast`; else a record that they cut is left out.
func headRecords(
  _ bytes: [UInt8], from place: Int = 0, line: Int = 1, isLast: Bool, cells: CellForm, limit: Int
) -> [HeadRecord] {
  var records: [HeadRecord] = []
  unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    var scanner = unsafe RecordScanner(base, count: buffer.count, isLast: isLast, cells: cells)
    var start = place
    var line = line
    var followsBlankLine = false
    while records.count < limit, let record = scanner.record(at: start) {
      if !record.isBlank {
        let content = bytes[start..<record.contentEnd]
        let fields = fields(of: content, cells, literalQuote: record.literalQuote)
        records.append(
          HeadRecord(
            shape: ShapeRecord(fields: fields, followsBlankLine: followsBlankLine),
            bytes: content, line: line,
            isMisquoted: record.fault == .strayQuote || record.literalQuote != nil))
      }
      followsBlankLine = record.isBlank
      line += record.lines
      start = record.end
    }
  }
  return records
}

extension ScannedRecord {
  /// The place of a quote that is never closed, from the start of the record.
  var literalQuote: Int? {
    if case .unclosedQuote(let offset) = fault { offset } else { nil }
  }
}

extension [HeadRecord] {
  /// The records with those put right of which a misplaced quotation mark joins some cells.
  ///
  /// A row of headings can be compared with nothing but the width of the rows.
  func withMendedQuotes(_ cells: CellForm) -> [HeadRecord] {
    let widths = filter { !$0.isMisquoted }.map(\.shape.fields.count).sorted()
    guard widths.count < count, widths.count >= 3 else { return self }
    let width = widths[widths.count / 2]
    return map { record in
      guard record.isMisquoted, record.shape.fields.count != width else { return record }
      let reading = QuoteReadings(of: record.bytes, cells, width: width).cheapest
      return reading.map(record.mended) ?? record
    }
  }
}

extension HeadRecord {
  fileprivate func mended(_ reading: QuoteReadings.Reading) -> HeadRecord {
    var record = self
    record.shape = ShapeRecord(
      fields: reading.fields, followsBlankLine: shape.followsBlankLine)
    record.mending = reading.mending
    return record
  }
}
