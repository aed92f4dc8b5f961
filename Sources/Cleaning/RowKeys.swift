import EvaluationData

/// Tells which rows repeat the key of an earlier row.
struct RowKeys {
  // Open addressing; 0 is free, else the upper half of the hash beside the row
  // and one: texts are compared only where those halves agree.
  private var slots: [UInt64]
  private let columns: [SourceColumn]
  // The columns' parts, so that the loop over all rows asks for them once.
  private let texts: [TextColumn]
  private let codes: [[UInt16]]

  init(columns: [SourceColumn], rows: Int) {
    self.columns = columns
    texts = columns.map(\.distinctTexts)
    codes = columns.map { column in
      if case .distinct(let codes, _) = column.storage { codes } else { [] }
    }
    var size = 16
    while size < rows * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Remembers the row; returns the earlier row with the same key, if there is one.
  ///
  /// A row without a key is nobody's repeat.
  mutating func insert(_ row: Int) -> Int? {
    guard let hash = hash(row) else { return nil }
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
        let other = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if columns.allSatisfy({ $0.isSame(row, other) }) { return other }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = tag | UInt64(row + 1)
    return nil
  }

  /// The hash of a row's key; nil when one of its columns is blank.
  private func hash(_ row: Int) -> UInt64? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in columns.indices {
      let isBlank = add(index, row, to: &hash)
      if isBlank { return nil }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    // FNV leaves the upper half of short texts alike.
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }

  /// Adds a text to the hash; says whether it is blank.
  private func add(_ index: Int, _ row: Int, to hash: inout UInt64) -> Bool {
    let place = codes[index].isEmpty ? row : Int(codes[index][row])
    let bytes = texts[index].bytes
    var isBlank = true
    let range = texts[index].range(of: place)
    for place in range {
      let byte = bytes[place]
      if byte != 0x20, !(9...13).contains(byte) { isBlank = false }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return isBlank
      || bytes[range.lowerBound] >= 0x80 && columns[index][row].trimmingWhiteSpace.isEmpty
  }
}
