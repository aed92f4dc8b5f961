/// Whether each line of a file stands in quotation marks as a whole, as in `"1,""a, b"",3"`.
///
/// So a spreadsheet saves records that it has taken for texts of one column.
func holdsWrappedLines(_ head: [UInt8], isWholeFile: Bool) -> Bool {
  let cells = CellForm(delimiter: CellForm.noDelimiter)
  let records = headRecords(head, isLast: isWholeFile, cells: cells, limit: 200)
  guard records.count >= 2,
    records.allSatisfy({ $0.bytes.first == cells.quote && !$0.isMisquoted })
  else { return false }
  let lines = records.map { $0.shape.fields[0] }
  let isOneLine = lines.allSatisfy { !$0.contains(0x0A) && !$0.contains(0x0D) }
  guard isOneLine else { return false }
  let dialect = detectedDialect(of: Array(lines.joined(separator: [0x0A])), isWholeFile: true)
  guard let delimiter = dialect.delimiter, FileForm.usualDelimiters.contains(delimiter) else {
    return false
  }
  // The commas of sentences and names are seldom as many, and have a space behind them.
  let inner = CellForm(delimiter: delimiter)
  let widths = Set(lines.map { fields(of: $0[...], inner).count })
  let isSpaced = lines.contains { line in
    zip(line, line.dropFirst()).contains { $0 == delimiter && $1 == 0x20 }
  }
  let isQuotedInside = lines.contains { $0.contains(inner.quote) }
  return widths.count == 1 && (widths.first ?? 0) >= (isSpaced && !isQuotedInside ? 4 : 2)
}

/// The lines without the quotation marks round them; each ends where it did.
func withoutWrapping(_ bytes: [UInt8]) -> [UInt8] {
  let quote: UInt8 = 0x22
  let whole = CellForm(delimiter: CellForm.noDelimiter)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let end =
      bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    let line = bytes[index..<end]
    let cells = line.first == quote ? fields(of: line, whole) : []
    text += cells.count == 1 ? cells[0][...] : line
    index = bytes[end...].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? bytes.endIndex
    text += bytes[end..<index]
  }
  return text
}
