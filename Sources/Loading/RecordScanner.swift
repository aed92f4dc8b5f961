#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Advice to the next person: libcsv says neither where a record began nor that
// a quote went wrong; lenient, it swallows the rest of the file after one stray
// quote. So this pass decides where each record ends, by the same rules of
// white space and quotes as libcsv, and hands over only what both read alike.
// Whatever is changed here must keep that agreement: `CSVParser` counts rows
// and stops the run when the two differ.

/// Where one record ends and what is wrong with it.
struct ScannedRecord {
  enum Fault: Equatable {
    /// A quote inside a quoted field that closes nothing.
    case strayQuote
    /// A quote that is never closed: the record ends with the line that it stands on.
    case unclosedQuote(offset: Int)
    /// A backslash, which libcsv does not know; the record is in order.
    case backslash
    /// Spaces round a quoted cell where spaces are kept: libcsv would take the quote for a
    /// letter; the record is in order.
    case spacesRoundQuotes
  }

  /// Where the next record starts.
  let end: Int
  /// Where the record's own bytes end, without its line ending.
  let contentEnd: Int
  /// How many lines of the file it takes up.
  let lines: Int
  let fault: Fault?
  /// White space only: not a record.
  let isBlank: Bool
  /// Whether a cell without quotes around it holds some, which are letters then; where the cells
  /// are too many or too few, that says enough.
  var hasQuoteAsLetter = false
}

/// Finds record boundaries in a stretch of memory.
@safe
struct RecordScanner {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// Whether nothing comes after `count`.
  private let isLast: Bool
  private let cells: CellForm
  // The next such byte at or after the place last asked for.
  private var nextLineFeed = -1
  private var nextCarriageReturn = -1
  private var nextQuote = -1
  private var nextBackslash = -1

  init(_ bytes: UnsafePointer<UInt8>, count: Int, isLast: Bool, cells: CellForm) {
    unsafe self.bytes = unsafe bytes
    self.count = count
    self.isLast = isLast
    self.cells = cells
  }

  /// The record that starts at `start`; nil when more bytes are needed to tell.
  mutating func record(at start: Int) -> ScannedRecord? {
    guard start < count else { return nil }
    nextQuote = find(cells.quote, from: start, known: nextQuote)
    let lineEnd = endOfLine(from: start)
    if nextQuote >= lineEnd {
      guard lineEnd < count || isLast else { return nil }
      let isEscaped = cells.usesBackslash && backslash(from: start) < lineEnd
      return plainRecord(from: start, to: lineEnd, fault: isEscaped ? .backslash : nil)
    }
    return quotedRecord(from: start)
  }

  private func find(_ byte: UInt8, from start: Int, known: Int) -> Int {
    if known >= start { return known }
    guard start < count else { return count }
    guard let found = unsafe memchr(bytes + start, Int32(byte), count - start) else {
      return count
    }
    return unsafe UnsafePointer<UInt8>(found.assumingMemoryBound(to: UInt8.self)) - bytes
  }

  /// The first line feed or carriage return; `count` when there is none.
  private mutating func endOfLine(from start: Int) -> Int {
    nextLineFeed = find(0x0A, from: start, known: nextLineFeed)
    nextCarriageReturn = find(0x0D, from: start, known: nextCarriageReturn)
    return min(nextLineFeed, nextCarriageReturn)
  }

  private mutating func backslash(from start: Int) -> Int {
    nextBackslash = find(0x5C, from: start, known: nextBackslash)
    return nextBackslash
  }

  private func plainRecord(
    from start: Int, to lineEnd: Int, fault: ScannedRecord.Fault?
  ) -> ScannedRecord? {
    guard let end = afterLineEnding(lineEnd) else { return nil }
    return ScannedRecord(
      end: end, contentEnd: lineEnd, lines: 1, fault: fault,
      isBlank: isBlank(from: start, to: lineEnd))
  }

  private func isBlank(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, unsafe isSpace(bytes[index]) { index += 1 }
    return index == end
  }

  private func isSpace(_ byte: UInt8) -> Bool { cells.isSpace(byte) }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The place after the line ending; nil when a line feed may still follow.
  private func afterLineEnding(_ lineEnd: Int) -> Int? {
    guard lineEnd < count else { return count }
    guard unsafe bytes[lineEnd] == 0x0D else { return lineEnd + 1 }
    guard lineEnd + 1 < count else { return isLast ? count : nil }
    return unsafe bytes[lineEnd + 1] == 0x0A ? lineEnd + 2 : lineEnd + 1
  }

  private mutating func quotedRecord(from start: Int) -> ScannedRecord? {
    var index = start
    var lines = 1
    var fields = 1
    var fault: ScannedRecord.Fault?
    var hasQuoteAsLetter = false
    while index < count {
      let fieldStart = index
      while index < count, unsafe isSpace(bytes[index]) { index += 1 }
      guard index < count else { break }
      if unsafe bytes[index] == cells.quote {
        switch closeQuote(openedAt: index, field: fields) {
        case .needsMore: return nil
        case .unclosed: return cut(from: start, quoteAt: index)
        case .closed(let end, let newLines, let isStray):
          lines += newLines
          if isStray {
            fault = .strayQuote
          } else if cells.keepsOuterSpaces, fault == nil,
            unsafe index > fieldStart || bytes[end - 1] != cells.quote
          {
            fault = .spacesRoundQuotes
          }
          index = end
        }
      } else {
        while index < count, unsafe bytes[index] != cells.delimiter,
          unsafe !isLineEnd(bytes[index])
        {
          if unsafe bytes[index] == cells.quote { hasQuoteAsLetter = true }
          index += cells.usesBackslash && isEscape(index) ? 2 : 1
        }
        index = min(index, count)
      }
      guard index < count else { break }
      if unsafe isLineEnd(bytes[index]) {
        guard let end = afterLineEnding(index) else { return nil }
        return ScannedRecord(
          end: end, contentEnd: index, lines: lines,
          fault: fault ?? escaped(from: start, to: index), isBlank: false,
          hasQuoteAsLetter: hasQuoteAsLetter && fields == cells.width)
      }
      fields += 1
      index += 1
    }
    guard isLast else { return nil }
    return ScannedRecord(
      end: count, contentEnd: count, lines: lines, fault: fault ?? escaped(from: start, to: count),
      isBlank: false, hasQuoteAsLetter: hasQuoteAsLetter && fields == cells.width)
  }

  /// Whether a backslash takes the meaning from the next sign; line ends keep theirs.
  private func isEscape(_ index: Int) -> Bool {
    guard unsafe bytes[index] == 0x5C, index + 1 < count else { return false }
    return unsafe !isLineEnd(bytes[index + 1])
  }

  private mutating func escaped(from start: Int, to end: Int) -> ScannedRecord.Fault? {
    cells.usesBackslash && backslash(from: start) < end ? .backslash : nil
  }

  private enum Closing {
    case closed(end: Int, lines: Int, isStray: Bool)
    case unclosed
    case needsMore
  }

  /// Finds the quote that closes the one at `open`, and the delimiter or line end behind it.
  private func closeQuote(openedAt open: Int, field: Int) -> Closing {
    var index = open + 1
    var isStray = false
    // The stray quotes met so far stand on the line of the opening one.
    var sameLine = open
    while true {
      let quote = find(cells.quote, from: index, known: -1)
      guard quote < count else { return isLast ? .unclosed : .needsMore }
      if cells.usesBackslash, isEscaped(quote, from: open + 1) {
        index = quote + 1
        continue
      }
      let next = quote + 1
      guard next < count else {
        guard isLast else { return .needsMore }
        return .closed(end: count, lines: newLines(open, count), isStray: isStray)
      }
      if unsafe bytes[next] == cells.quote {
        index = next + 1
        continue
      }
      var after = next
      while after < count, unsafe isSpace(bytes[after]) { after += 1 }
      guard after < count || isLast else { return .needsMore }
      if after == count || (unsafe bytes[after] == cells.delimiter)
        || (unsafe isLineEnd(bytes[after]))
      {
        let lines = newLines(open, after)
        if isStray, lines > 0, isWholeLine(quoteAt: open, field: field) { return .unclosed }
        return .closed(end: after, lines: lines, isStray: isStray)
      }
      // A quote in mid-text. On a later line than the opening one it is more
      // likely to open a field of another record.
      if newLines(sameLine, quote) > 0 { return .unclosed }
      sameLine = quote
      isStray = true
      index = next
    }
  }

  /// Whether the line is a whole record if the quote on it is a letter, as in `8" pipe`.
  private func isWholeLine(quoteAt quote: Int, field: Int) -> Bool {
    guard let width = cells.width else { return false }
    var fields = field
    var index = quote
    while index < count, unsafe !isLineEnd(bytes[index]) {
      if unsafe bytes[index] == cells.delimiter { fields += 1 }
      index += 1
    }
    return fields == width
  }

  /// Whether an odd number of backslashes stands before a sign.
  private func isEscaped(_ index: Int, from start: Int) -> Bool {
    var first = index
    while first > start, unsafe bytes[first - 1] == 0x5C { first -= 1 }
    return (index - first) % 2 == 1
  }

  private func newLines(_ start: Int, _ end: Int) -> Int {
    var lines = 0
    var index = start
    while index < end {
      let byte = unsafe bytes[index]
      if byte == 0x0A { lines += 1 }
      if byte == 0x0D, index + 1 >= count || (unsafe bytes[index + 1] != 0x0A) { lines += 1 }
      index += 1
    }
    return lines
  }

  /// The record up to the end of the line with the open quote, which is taken for a letter.
  private mutating func cut(from start: Int, quoteAt quote: Int) -> ScannedRecord? {
    let lineEnd = endOfLine(from: quote)
    // The places remembered may lie behind the start of the next record.
    nextQuote = -1
    guard let end = afterLineEnding(lineEnd) else { return nil }
    return ScannedRecord(
      end: end, contentEnd: lineEnd, lines: 1 + newLines(start, quote),
      fault: .unclosedQuote(offset: quote - start), isBlank: false)
  }
}

/// The fields of one record, read leniently by ourselves: for headings and for faulty records.
///
/// A quote at `literalQuote` is a letter; so is one in mid-field.
func fields(
  of record: ArraySlice<UInt8>, _ cells: CellForm, literalQuote: Int? = nil
) -> [[UInt8]] {
  var fields: [[UInt8]] = []
  var index = record.startIndex
  let literal = literalQuote.map { $0 + record.startIndex }
  while true {
    let first = record[index...].firstIndex { !cells.isSpace($0) } ?? record.endIndex
    let field: [UInt8]
    if first < record.endIndex, record[first] == cells.quote, first != literal {
      (field, index) = quotedField(of: record, from: first, cells)
    } else {
      (field, index) = plainField(
        of: record, from: cells.keepsOuterSpaces ? index : first, cells)
    }
    fields.append(field)
    guard index < record.endIndex else { return fields }
    index += 1
  }
}

/// Where the field that starts at a place ends: at its delimiter or with the record.
func endOfField(
  of record: ArraySlice<UInt8>, from start: Int, _ cells: CellForm, isQuoted: Bool = true
) -> Int {
  let first = record[start...].firstIndex { !cells.isSpace($0) } ?? record.endIndex
  guard isQuoted, first < record.endIndex, record[first] == cells.quote else {
    return plainField(of: record, from: start, cells).end
  }
  return quotedField(of: record, from: first, cells).end
}

private func plainField(
  of record: ArraySlice<UInt8>, from start: Int, _ cells: CellForm
) -> (field: [UInt8], end: Int) {
  guard cells.usesBackslash else {
    let end = record[start...].firstIndex(of: cells.delimiter) ?? record.endIndex
    if cells.keepsOuterSpaces { return (Array(record[start..<end]), end) }
    let last = record[start..<end].lastIndex { !cells.isSpace($0) }
    return (Array(record[start..<(last.map { $0 + 1 } ?? start)]), end)
  }
  var field: [UInt8] = []
  var index = start
  while index < record.endIndex, record[index] != cells.delimiter {
    index = appendSign(of: record, at: index, cells, to: &field)
  }
  if !cells.keepsOuterSpaces {
    while let last = field.last, cells.isSpace(last) { field.removeLast() }
  }
  return (field, index)
}

/// Appends the sign at a place, or the one behind a backslash; returns the next place.
private func appendSign(
  of record: ArraySlice<UInt8>, at index: Int, _ cells: CellForm, to field: inout [UInt8]
) -> Int {
  let next = index + 1
  if cells.usesBackslash, record[index] == 0x5C, next < record.endIndex,
    [0x5C, cells.quote, cells.delimiter].contains(record[next])
  {
    field.append(record[next])
    return next + 1
  }
  field.append(record[index])
  return next
}

private func quotedField(
  of record: ArraySlice<UInt8>, from open: Int, _ cells: CellForm
) -> (field: [UInt8], end: Int) {
  var field: [UInt8] = []
  var index = open + 1
  while index < record.endIndex {
    guard record[index] == cells.quote else {
      index = appendSign(of: record, at: index, cells, to: &field)
      continue
    }
    let next = index + 1
    if next < record.endIndex, record[next] == cells.quote {
      field.append(cells.quote)
      index = next + 1
      continue
    }
    var after = next
    while after < record.endIndex, cells.isSpace(record[after]) { after += 1 }
    if after == record.endIndex || record[after] == cells.delimiter { return (field, after) }
    field.append(cells.quote)
    index = next
  }
  return (field, record.endIndex)
}

/// Fields as one RFC 4180 record, every field quoted, with a line feed; nothing for no fields.
func quotedRecord(_ fields: [[UInt8]], _ cells: CellForm) -> [UInt8] {
  if fields.isEmpty { return [] }
  var record: [UInt8] = []
  for (index, field) in fields.enumerated() {
    if index > 0 { record.append(cells.delimiter) }
    record.append(cells.quote)
    for byte in field {
      if byte == cells.quote { record.append(byte) }
      record.append(byte)
    }
    record.append(cells.quote)
  }
  record.append(0x0A)
  return record
}
