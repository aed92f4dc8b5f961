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
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
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

  private mutating func appendQuoted(
    _ utf8: UnsafeBufferPointer<UInt8>, marked isMarked: Bool = false
  ) {
    // Without a branch for each byte, so that many are looked at in one step.
    var isSpecial: UInt8 = 0
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      isSpecial |= byte == UInt8(ascii: ",") ? 1 : 0
      isSpecial |= byte == UInt8(ascii: "\"") ? 1 : 0
      isSpecial |= byte == UInt8(ascii: "\n") ? 1 : 0
      isSpecial |= byte == UInt8(ascii: "\r") ? 1 : 0
    }
    let needsQuotes = isSpecial != 0
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
