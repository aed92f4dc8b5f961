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
    let isRun = runsInSpreadsheet(text)
    text.withUTF8 { utf8 in
      guard isRun else { return unsafe appendQuoted(utf8) }
      var marked: [UInt8] = [UInt8(ascii: "'")]
      unsafe marked.append(contentsOf: utf8)
      unsafe marked.withUnsafeBufferPointer { unsafe appendQuoted($0) }
    }
  }

  mutating func append(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
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

  private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    let needsQuotes = unsafe utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return unsafe bytes.append(contentsOf: utf8) }
    bytes.append(UInt8(ascii: "\""))
    for index in 0..<utf8.count {
      let byte = unsafe utf8[index]
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet takes the text for a formula.
func runsInSpreadsheet(_ text: String) -> Bool {
  switch text.utf8.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    UInt8(ascii: "\t"), UInt8(ascii: "\r"):
    true
  default: false
  }
}
