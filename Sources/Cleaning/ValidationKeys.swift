import EvaluationData

/// The texts of a column without white space at both ends.
struct TrimmedTexts: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  init(_ texts: TextColumn) {
    bytes = texts.bytes
    ends = texts.ends
  }

  /// Lends the bytes of one text.
  func withBytes<Result>(of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    var start = row == 0 ? 0 : ends[row - 1]
    var end = ends[row]
    while start < end, TrimmedTexts.isSpace(bytes[start]) { start += 1 }
    while start < end, TrimmedTexts.isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end, bytes[start] >= 0x80 || bytes[end - 1] >= 0x80 else {
      return body(bytes.span.extracting(start..<end))
    }
    // White space beyond ASCII, such as the no-break space.
    let text = String(decoding: bytes[start..<end], as: UTF8.self).trimmingWhiteSpace
    let trimmed = Array(text.utf8)
    return body(trimmed.span)
  }

  func isSame(_ first: Int, _ second: Int) -> Bool {
    withBytes(of: first) { first in
      withBytes(of: second) { second in first.hasSameBytes(as: second) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}

extension Span<UInt8> {
  func hasSameBytes(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}

/// A hash that is the same in every run, unlike `Hasher`'s.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// FNV-1a, then mixed: it leaves the upper half of short texts alike.
  mutating func combine(_ bytes: Span<UInt8>) {
    var hash = value
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    value = hash ^ hash >> 32
    combine(UInt64(bytes.count))
  }
}

/// Which rows have values that stand in an earlier row too.
struct RepeatedRows {
  /// How many rows have a value in each column.
  private(set) var checked = 0
  private(set) var rows: [UInt32] = []
  /// For each of them the first row with the same values.
  private(set) var firstRows: [UInt32] = []

  init(of columns: [Cells], rowCount: Int) {
    // Column by column, which asks once for the type of the cells.
    var hashes = [StableHash](repeating: StableHash(), count: rowCount)
    var isMissing = [Bool](repeating: false, count: rowCount)
    for column in columns { column.hash(into: &hashes, isMissing: &isMissing) }
    let isSame = columns.map(\.equality)
    // Open addressing; 0 is free, else the upper half of the hash beside the row
    // and one: values are compared only where those halves agree.
    var size = 16
    while size < rowCount * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for row in 0..<rowCount where !isMissing[row] {
      checked += 1
      let hash = hashes[row].value
      let tag = hash & 0xFFFF_FFFF_0000_0000
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      var first: Int?
      while first == nil, slots[slot] != 0 {
        if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
          let other = Int(slots[slot] & 0xFFFF_FFFF) - 1
          if isSame.allSatisfy({ $0(row, other) }) { first = other }
        }
        slot = (slot + 1) & (size - 1)
      }
      if let first {
        rows.append(UInt32(row))
        firstRows.append(UInt32(first))
      } else {
        slots[slot] = tag | UInt64(row + 1)
      }
    }
  }
}

extension Cells {
  fileprivate func hash(into hashes: inout [StableHash], isMissing: inout [Bool]) {
    switch self {
    case .text(let cells):
      let (texts, reasons) = (TrimmedTexts(cells.texts), cells.reasons)
      for row in hashes.indices {
        if reasons.isMissing(row) { isMissing[row] = true }
        texts.withBytes(of: row) { hashes[row].combine($0) }
      }
    case .category(let column):
      for (row, code) in column.codes.enumerated() {
        if code >= column.levels.count { isMissing[row] = true }
        hashes[row].combine(UInt64(code))
      }
    case .number(let column):
      for row in hashes.indices {
        // Adding 0 makes 0 of -0, which equals it.
        let number = column[row].value.map { $0 + 0 }
        if let number { hashes[row].combine(number.bitPattern) } else { isMissing[row] = true }
      }
    case .date(let column):
      for row in hashes.indices {
        let day = column[row].value?.daysSince1970
        if let day { hashes[row].combine(UInt64(bitPattern: Int64(day))) }
        if day == nil { isMissing[row] = true }
      }
    case .choices(let column):
      let (words, count) = (column.words, column.wordsPerRow)
      for row in hashes.indices {
        if column.isMissing(row) { isMissing[row] = true }
        for word in row * count..<(row + 1) * count { hashes[row].combine(words[word]) }
      }
    }
  }

  /// Whether two rows, neither of them missing, have the same value.
  fileprivate var equality: (_ first: Int, _ second: Int) -> Bool {
    switch self {
    case .text(let cells):
      let texts = TrimmedTexts(cells.texts)
      return { texts.isSame($0, $1) }
    case .category(let column):
      return { column.codes[$0] == column.codes[$1] }
    case .number(let column):
      return { column.values[$0] == column.values[$1] }
    case .date(let column):
      return { column[$0] == column[$1] }
    case .choices(let column):
      let (words, count) = (column.words, column.wordsPerRow)
      return { first, second in
        (0..<count).allSatisfy { words[first * count + $0] == words[second * count + $0] }
      }
    }
  }
}
