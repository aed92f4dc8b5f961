import EvaluationData

/// Tells which rows repeat the key of an earlier row.
struct RowKeys {
  private var slots: [UInt32]
  private let columns: [SourceColumn]

  init(columns: [SourceColumn], rows: Int) {
    self.columns = columns
    var size = 16
    while size < rows * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// Remembers the row; returns the earlier row with the same key, if there is one.
  mutating func insert(_ row: Int) -> Int? {
    var slot = Int(truncatingIfNeeded: hash(row)) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if columns.allSatisfy({ same($0, row, other) }) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(row + 1)
    return nil
  }

  /// Whether one of the columns of the key is blank.
  func isBlank(_ row: Int) -> Bool {
    columns.contains { column in
      let (texts, index) = place(column, row)
      let bytes = texts.bytes[texts.range(of: index)]
      guard let first = bytes.first(where: { $0 != 0x20 && !(9...13).contains($0) }) else {
        return true
      }
      return first >= 0x80 && texts[index].trimmingWhiteSpace.isEmpty
    }
  }

  private func hash(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for column in columns {
      let (texts, index) = place(column, row)
      for byte in texts.bytes[texts.range(of: index)] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    return hash ^ (hash >> 32)
  }
}

/// The text column that holds a row's text, and its place there.
private func place(_ column: SourceColumn, _ row: Int) -> (texts: TextColumn, index: Int) {
  switch column.storage {
  case .distinct(let codes, let texts): (texts, Int(codes[row]))
  case .each(let texts): (texts, row)
  }
}

func same(_ column: SourceColumn, _ first: Int, _ second: Int) -> Bool {
  switch column.storage {
  case .distinct(let codes, _): codes[first] == codes[second]
  case .each(let texts):
    texts.bytes[texts.range(of: first)].elementsEqual(texts.bytes[texts.range(of: second)])
  }
}
