import EvaluationData

/// Collects the texts of one column: each text once while there are few, else all of them.
struct ColumnBuilder {
  private var texts = TextColumn()
  private var codes: [UInt16] = []
  private var isDistinct: Bool
  // Open addressing over the distinct texts; 0 is free, else the code plus one.
  private var slots: [UInt16]
  private static let slotCount = 1 << 17
  private static let limit = Int(UInt16.max) - 1
  // Neighbouring rows often agree.
  private var lastCode: UInt16 = 0
  private var lastCount = -1

  init(isMostlyUnique: Bool) {
    isDistinct = !isMostlyUnique
    slots = isMostlyUnique ? [] : [UInt16](repeating: 0, count: 1 << 10)
  }

  var count: Int { isDistinct ? codes.count : texts.count }

  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    guard isDistinct else {
      unsafe texts.append(cell)
      return
    }
    if cell.count == lastCount, cell.count == 0 || (unsafe equals(cell, Int(lastCode))) {
      codes.append(lastCode)
      return
    }
    unsafe appendDistinct(cell)
  }

  /// Appends the same text for all rows of a file that lacks the column.
  mutating func append(_ text: String, rows: Int) {
    var text = text
    text.withUTF8 { bytes in
      for _ in 0..<rows { unsafe append(bytes) }
    }
  }

  func storage() -> SourceColumn.Storage {
    isDistinct ? .distinct(codes: codes, texts: texts) : .each(texts)
  }

  private func equals(_ cell: UnsafeBufferPointer<UInt8>, _ code: Int) -> Bool {
    let range = texts.range(of: code)
    guard range.count == cell.count else { return false }
    for index in 0..<cell.count {
      if unsafe texts.bytes[range.lowerBound + index] != cell[index] { return false }
    }
    return true
  }

  private mutating func appendDistinct(_ cell: UnsafeBufferPointer<UInt8>) {
    var slot = unsafe hash(cell) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if unsafe equals(cell, code) {
        lastCode = UInt16(code)
        lastCount = cell.count
        codes.append(lastCode)
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard texts.count < ColumnBuilder.limit else {
      keepEach()
      unsafe texts.append(cell)
      return
    }
    unsafe texts.append(cell)
    lastCode = UInt16(texts.count - 1)
    lastCount = cell.count
    slots[slot] = UInt16(texts.count)
    codes.append(lastCode)
    if texts.count * 2 > slots.count, slots.count < ColumnBuilder.slotCount { growSlots() }
  }

  private mutating func growSlots() {
    slots = [UInt16](repeating: 0, count: slots.count * 2)
    for code in 0..<texts.count {
      let hash = texts.withBytes(of: code) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe self.hash($0) }
      }
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(code + 1)
    }
  }

  /// Too many different texts: from now on every row has its own.
  private mutating func keepEach() {
    var each = TextColumn()
    for code in codes {
      texts.withBytes(of: Int(code)) { each.append($0) }
    }
    texts = each
    codes = []
    slots = []
    isDistinct = false
  }

  // FNV-1a, eight bytes a step: only the speed of look-ups depends on it.
  private func hash(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(cell)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0
    while index + 8 <= raw.count {
      hash =
        unsafe (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    while index < raw.count {
      hash = unsafe (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
