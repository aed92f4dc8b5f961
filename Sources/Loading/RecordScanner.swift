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
}

/// Finds record boundaries in a stretch of memory.
@safe
struct RecordScanner {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// Whether nothing comes after `count`.
  private let isLast: Bool
  private let delimiter: UInt8
  // The next such byte at or after the place last asked for.
  private var nextLineFeed = -1
  private var nextCarriageReturn = -1
  private var nextQuote = -1

  init(_ bytes: UnsafePointer<UInt8>, count: Int, isLast: Bool, delimiter: UInt8) {
    unsafe self.bytes = unsafe bytes
    self.count = count
    self.isLast = isLast
    self.delimiter = delimiter
  }

  /// The record that starts at `start`; nil when more bytes are needed to tell.
  mutating func record(at start: Int) -> ScannedRecord? {
    guard start < count else { return nil }
    nextQuote = find(0x22, from: start, known: nextQuote)
    let lineEnd = endOfLine(from: start)
    if nextQuote >= lineEnd {
      guard lineEnd < count || isLast else { return nil }
      return plainRecord(from: start, to: lineEnd)
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

  private func plainRecord(from start: Int, to lineEnd: Int) -> ScannedRecord? {
    guard let end = afterLineEnding(lineEnd) else { return nil }
    return ScannedRecord(
      end: end, contentEnd: lineEnd, lines: 1, fault: nil,
      isBlank: isBlank(from: start, to: lineEnd))
  }

  private func isBlank(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end, unsafe isSpace(bytes[index]) { index += 1 }
    return index == end
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }

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
    var fault: ScannedRecord.Fault?
    while index < count {
      while index < count, unsafe isSpace(bytes[index]) { index += 1 }
      guard index < count else { break }
      if unsafe bytes[index] == 0x22 {
        switch closeQuote(openedAt: index) {
        case .needsMore: return nil
        case .unclosed: return cut(from: start, quoteAt: index)
        case .closed(let end, let newLines, let isStray):
          lines += newLines
          if isStray { fault = .strayQuote }
          index = end
        }
      } else {
        while index < count, unsafe bytes[index] != delimiter, unsafe !isLineEnd(bytes[index]) {
          index += 1
        }
      }
      guard index < count else { break }
      if unsafe isLineEnd(bytes[index]) {
        guard let end = afterLineEnding(index) else { return nil }
        return ScannedRecord(
          end: end, contentEnd: index, lines: lines, fault: fault, isBlank: false)
      }
      index += 1
    }
    guard isLast else { return nil }
    return ScannedRecord(
      end: count, contentEnd: count, lines: lines, fault: fault, isBlank: false)
  }

  private enum Closing {
    case closed(end: Int, lines: Int, isStray: Bool)
    case unclosed
    case needsMore
  }

  /// Finds the quote that closes the one at `open`, and the delimiter or line end behind it.
  private func closeQuote(openedAt open: Int) -> Closing {
    var index = open + 1
    var isStray = false
    // The stray quotes met so far stand on the line of the opening one.
    var sameLine = open
    while true {
      let quote = find(0x22, from: index, known: -1)
      guard quote < count else { return isLast ? .unclosed : .needsMore }
      let next = quote + 1
      guard next < count else {
        guard isLast else { return .needsMore }
        return .closed(end: count, lines: newLines(open, count), isStray: isStray)
      }
      if unsafe bytes[next] == 0x22 {
        index = next + 1
        continue
      }
      var after = next
      while after < count, unsafe isSpace(bytes[after]) { after += 1 }
      guard after < count || isLast else { return .needsMore }
      if after == count || (unsafe bytes[after] == delimiter) || (unsafe isLineEnd(bytes[after])) {
        return .closed(end: after, lines: newLines(open, after), isStray: isStray)
      }
      // A quote in mid-text. On a later line than the opening one it is more
      // likely to open a field of another record.
      if newLines(sameLine, quote) > 0 { return .unclosed }
      sameLine = quote
      isStray = true
      index = next
    }
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
  of record: ArraySlice<UInt8>, delimiter: UInt8, literalQuote: Int? = nil
) -> [[UInt8]] {
  var fields: [[UInt8]] = []
  var index = record.startIndex
  let literal = literalQuote.map { $0 + record.startIndex }
  func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }
  while true {
    index = record[index...].firstIndex { !isSpace($0) } ?? record.endIndex
    let field: [UInt8]
    if index < record.endIndex, record[index] == 0x22, index != literal {
      (field, index) = quotedField(of: record, from: index, delimiter: delimiter)
    } else {
      let end = record[index...].firstIndex(of: delimiter) ?? record.endIndex
      let last = record[index..<end].lastIndex { !isSpace($0) }
      field = Array(record[index..<(last.map { $0 + 1 } ?? index)])
      index = end
    }
    fields.append(field)
    guard index < record.endIndex else { return fields }
    index += 1
  }
}

private func quotedField(
  of record: ArraySlice<UInt8>, from open: Int, delimiter: UInt8
) -> (field: [UInt8], end: Int) {
  var field: [UInt8] = []
  var index = open + 1
  while index < record.endIndex {
    guard record[index] == 0x22 else {
      field.append(record[index])
      index += 1
      continue
    }
    let next = index + 1
    if next < record.endIndex, record[next] == 0x22 {
      field.append(0x22)
      index = next + 1
      continue
    }
    var after = next
    while after < record.endIndex, record[after] == 0x20 || record[after] == 0x09,
      record[after] != delimiter
    { after += 1 }
    if after == record.endIndex || record[after] == delimiter { return (field, after) }
    field.append(0x22)
    index = next
  }
  return (field, record.endIndex)
}

/// Fields as one RFC 4180 record, every field quoted, with a line feed.
func quotedRecord(_ fields: [[UInt8]], delimiter: UInt8) -> [UInt8] {
  var record: [UInt8] = []
  for (index, field) in fields.enumerated() {
    if index > 0 { record.append(delimiter) }
    record.append(0x22)
    for byte in field {
      if byte == 0x22 { record.append(0x22) }
      record.append(byte)
    }
    record.append(0x22)
  }
  record.append(0x0A)
  return record
}
