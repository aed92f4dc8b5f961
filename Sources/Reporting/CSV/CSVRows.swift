/// Rows of RFC 4180, with LF between them and quotation marks only where they are needed.
struct CSVRows {
  private(set) var bytes: [UInt8] = []
  private var isRowBegun = false

  init() {}

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { utf8 in unsafe appendQuoted(utf8) }
  }

  /// The text with `'` before it where a spreadsheet would run it.
  mutating func append(forPeople text: String) {
    separate()
    var text = text
    text.withUTF8 { utf8 in
      let first = unsafe utf8.first
      unsafe appendQuoted(utf8, marked: first.map(startsFormula) ?? false)
    }
  }

  /// The UTF-8 of a text as it is.
  mutating func append(_ text: Span<UInt8>) {
    separate()
    unsafe text.withUnsafeBufferPointer { unsafe appendQuoted($0) }
  }

  /// Shows that there is a cell where the row has nothing else.
  mutating func appendEmptyQuotes() { bytes.append(contentsOf: [0x22, 0x22]) }

  /// The UTF-8 of a text, with `'` before it where a spreadsheet would run it.
  mutating func append(forPeople text: Span<UInt8>) {
    separate()
    let isMarked = text.isEmpty ? false : startsFormula(text[0])
    unsafe text.withUnsafeBufferPointer { unsafe appendQuoted($0, marked: isMarked) }
  }

  mutating func append(_ number: Int) {
    separate()
    guard number >= 0 else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    // As many digits as the largest number has, filled from the last on.
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var first = digits.count
    var rest = UInt(number)
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    unsafe digits.span.extracting(first..<digits.count).withUnsafeBufferPointer {
      unsafe bytes.append(contentsOf: $0)
    }
  }

  /// Cells as `append(ready:)` takes them, each with `'` where a spreadsheet would run it.
  static func cells(forPeople texts: [String]) -> [UInt8] {
    var rows = CSVRows()
    for text in texts { rows.append(forPeople: text) }
    return rows.bytes
  }

  /// Cells that are written as they are to stand, such as a part that many rows share.
  mutating func append(ready cells: [UInt8]) {
    separate()
    bytes.append(contentsOf: cells)
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isRowBegun = false
  }

  mutating func appendRow(_ fields: [String]) {
    for field in fields { append(field) }
    endRow()
  }

  private mutating func separate() {
    if isRowBegun { bytes.append(UInt8(ascii: ",")) }
    isRowBegun = true
  }

  /// The signs for which a text is quoted: comma, quotation mark, line feed, carriage return.
  private static let signs: UInt64 = 1 << 0x2C | 1 << 0x22 | 1 << 0x0A | 1 << 0x0D

  private mutating func appendQuoted(
    _ utf8: UnsafeBufferPointer<UInt8>, marked isMarked: Bool = false
  ) {
    // Without a branch for each byte: a bit for each sign, of which a byte asks for one.
    var asked: UInt64 = 0
    for index in 0..<utf8.count { asked |= unsafe CSVRows.signs >> UInt64(utf8[index]) }
    let needsQuotes = asked & 1 != 0
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isMarked { bytes.append(UInt8(ascii: "'")) }
    guard needsQuotes else { return unsafe bytes.append(contentsOf: utf8) }
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet takes a text that begins so for a formula.
private func startsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    UInt8(ascii: "\t"), UInt8(ascii: "\r"):
    true
  default: false
  }
}
