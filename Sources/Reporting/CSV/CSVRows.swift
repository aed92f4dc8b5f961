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

  mutating func append(_ number: Int) {
    separate()
    // A text of up to 15 bytes lives in no memory of its own.
    var digits = String(number)
    digits.withUTF8 { utf8 in unsafe bytes.append(contentsOf: utf8) }
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
    var needsQuotes = false
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      needsQuotes =
        needsQuotes || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
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
