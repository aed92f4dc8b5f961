import EvaluationData

/// Tells which rows repeat the key of an earlier row.
struct RowKeys {
  // Open addressing; 0 is free, else the upper half of the hash beside the row
  // and one: texts are compared only where those halves agree.
  private var slots: [UInt64]
  private let columns: [SourceColumn]
  private let rows: Int

  /// So many rows are looked up together.
  private static let batchSize = 64

  init(columns: [SourceColumn], rows: Int) {
    self.columns = columns
    self.rows = rows
    var size = 16
    while size < rows * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Calls `body` with each row whose key an earlier row has, and with the first such row.
  ///
  /// A row without a key is nobody's repeat.
  mutating func forEachRepeat(_ body: (_ row: Int, _ earlier: Int) -> Void) {
    for first in stride(from: 0, to: rows, by: RowKeys.batchSize) {
      let batch = first..<min(first + RowKeys.batchSize, rows)
      let hashes = hashes(batch)
      // The slots lie far apart in slow memory, which answers many questions in the time of one.
      let known = hashes.map { $0.map { slots[slot($0)] } ?? 0 }
      for row in batch {
        guard let hash = hashes[row - first] else { continue }
        if let earlier = insert(row, hash, known: known[row - first]) { body(row, earlier) }
      }
    }
  }

  private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  /// Remembers the row; returns the earlier row with the same key, if there is one.
  ///
  /// `known` is what its slot held a moment ago: what was free then may be taken now.
  private mutating func insert(_ row: Int, _ hash: UInt64, known: UInt64) -> Int? {
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var slot = slot(hash)
    var held = known != 0 ? known : slots[slot]
    while held != 0 {
      if held & 0xFFFF_FFFF_0000_0000 == tag {
        let other = Int(held & 0xFFFF_FFFF) - 1
        if columns.allSatisfy({ $0.isSame(row, other) }) { return other }
      }
      slot = (slot + 1) & (slots.count - 1)
      held = slots[slot]
    }
    slots[slot] = tag | UInt64(row + 1)
    return nil
  }

  /// The hashes of the rows' keys; nil where one of the columns is blank.
  private func hashes(_ rows: Range<Int>) -> [UInt64?] {
    var hashes = [UInt64?](repeating: 0xcbf2_9ce4_8422_2325, count: rows.count)
    for column in columns {
      switch column.storage {
      case .distinct(let codes, let texts):
        for (place, row) in rows.enumerated() {
          hashes[place] = hashes[place].flatMap { add(texts, at: Int(codes[row]), to: $0) }
        }
      case .each(let texts):
        for (place, row) in rows.enumerated() {
          hashes[place] = hashes[place].flatMap { add(texts, at: row, to: $0) }
        }
      }
    }
    return hashes.map { $0.map { RowKeys.spread($0) } }
  }

  private static func spread(_ hash: UInt64) -> UInt64 {
    let spread = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return spread ^ (spread >> 29)
  }

  /// The hash with a text added, eight bytes a step; nil when the text is blank.
  private func add(_ texts: TextColumn, at place: Int, to hash: UInt64) -> UInt64? {
    let range = texts.range(of: place)
    return unsafe texts.bytes.withUnsafeBytes { all in
      let text = unsafe UnsafeRawBufferPointer(rebasing: all[range])
      guard let first = unsafe text.first else { return nil }
      if RowKeys.isSpace(first), unsafe text.allSatisfy(RowKeys.isSpace) { return nil }
      if first >= 0x80, texts[place].trimmingWhiteSpace.isEmpty { return nil }
      var hash = hash
      var index = 0
      while index + 8 <= text.count {
        let word = unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
      }
      while index < text.count {
        hash = unsafe (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3
        index += 1
      }
      // Columns end where their texts do: "a" and "bc" are not "ab" and "c".
      return (hash ^ UInt64(text.count) << 8 ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
