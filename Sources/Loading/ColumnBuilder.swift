import EvaluationData

/// Collects the texts of one column: each text once while there are few, else all of them.
///
/// Rows come in batches; a row that is not set stays empty.
struct ColumnBuilder {
  private var texts = TextColumn()
  private var codes: [UInt16] = []
  private var isDistinct: Bool
  // Open addressing over the distinct texts; 0 is free, else the code. The
  // code 0 stands for the empty text, which is never looked up.
  private var slots: [UInt16]
  private static let slotCount = 1 << 17
  private static let limit = Int(UInt16.max)
  // Neighbouring rows often agree.
  private var lastCode: UInt16 = 0

  init(isMostlyUnique: Bool) {
    isDistinct = !isMostlyUnique
    slots = isMostlyUnique ? [] : [UInt16](repeating: 0, count: 1 << 10)
    if isDistinct { texts.append("") }
  }

  /// Whether no row has a text.
  var isEmpty: Bool { isDistinct ? texts.count == 1 : texts.bytes.isEmpty }

  var count: Int { isDistinct ? codes.count : texts.count }

  /// Appends a batch of so many rows; those without a text are empty.
  mutating func append(_ texts: ParsedTexts, rows: Int) {
    if !isDistinct { self.texts.reserve(bytes: texts.byteCount, cells: rows) }
    let first = count
    begin(rows: rows)
    unsafe texts.forEach { text, row in unsafe set(text, row: first + row) }
    end(rows: first + rows)
  }

  /// Makes room for the rows of a batch, all of them empty.
  private mutating func begin(rows: Int) {
    if isDistinct { codes.append(contentsOf: repeatElement(0, count: rows)) }
  }

  /// Gives a row of the batch its text; rows come in ascending order.
  private mutating func set(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
    if cell.isEmpty { return }
    guard isDistinct else {
      end(rows: row)
      unsafe texts.append(cell)
      return
    }
    if lastCode > 0, unsafe equals(cell, Int(lastCode)) {
      codes[row] = lastCode
      return
    }
    unsafe setDistinct(cell, row: row)
  }

  /// Ends a batch after which there are so many rows.
  private mutating func end(rows: Int) {
    guard !isDistinct else { return }
    while texts.count < rows { texts.append("") }
  }

  /// Appends the same text for all rows of a file that lacks the column.
  mutating func append(_ text: String, rows: Int) {
    let first = count
    begin(rows: rows)
    var text = text
    text.withUTF8 { bytes in
      for row in first..<(first + rows) { unsafe set(bytes, row: row) }
    }
    end(rows: first + rows)
  }

  /// Makes room for so many parts of the size of this one.
  ///
  /// Memory that is only promised costs nothing; memory that is moved does.
  mutating func reserve(_ parts: Int, like part: ColumnBuilder) {
    if isDistinct {
      codes.reserveCapacity(codes.count + parts * part.codes.count)
    } else if !part.isDistinct {
      texts.reserve(parts, like: part.texts)
    }
  }

  /// Appends the rows of a later part of the same column.
  mutating func append(_ part: ColumnBuilder) {
    if part.isDistinct, isDistinct, let codes = codes(of: part.texts) {
      // As a rule the part met the same texts in the same order.
      if codes.enumerated().allSatisfy({ $0 == Int($1) }) {
        self.codes.append(contentsOf: part.codes)
      } else {
        self.codes.append(contentsOf: part.codes.lazy.map { codes[Int($0)] })
      }
      return
    }
    if isDistinct { keepEach(before: codes.count) }
    if part.isDistinct {
      for code in part.codes { part.texts.withBytes(of: Int(code)) { texts.append($0) } }
    } else {
      texts.append(part.texts)
    }
  }

  /// The codes of distinct texts, each added where it is new; nil when they get too many.
  private mutating func codes(of part: TextColumn) -> [UInt16]? {
    var codes: [UInt16] = [0]
    for index in 1..<part.count {
      let code: UInt16? = part.withBytes(of: index) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe self.code(of: $0) }
      }
      guard let code else { return nil }
      codes.append(code)
    }
    return codes
  }

  func storage() -> SourceColumn.Storage {
    isDistinct ? .distinct(codes: codes, texts: texts) : .each(texts)
  }

  private func equals(_ cell: UnsafeBufferPointer<UInt8>, _ code: Int) -> Bool {
    let range = texts.range(of: code)
    guard range.count == cell.count else { return false }
    return unsafe texts.bytes.withUnsafeBufferPointer { bytes in
      unsafe cell.elementsEqual(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  private mutating func setDistinct(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
    guard let code = unsafe code(of: cell) else {
      keepEach(before: row)
      unsafe texts.append(cell)
      return
    }
    lastCode = code
    codes[row] = code
  }

  /// The code of a text that is not empty, which may be new; nil when there are too many.
  private mutating func code(of cell: UnsafeBufferPointer<UInt8>) -> UInt16? {
    var slot = unsafe hash(cell) & (slots.count - 1)
    while slots[slot] != 0 {
      if unsafe equals(cell, Int(slots[slot])) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard texts.count < ColumnBuilder.limit else { return nil }
    let code = UInt16(texts.count)
    unsafe texts.append(cell)
    slots[slot] = code
    if texts.count * 2 > slots.count, slots.count < ColumnBuilder.slotCount { growSlots() }
    return code
  }

  private mutating func growSlots() {
    slots = [UInt16](repeating: 0, count: slots.count * 2)
    for code in 1..<texts.count {
      let hash = texts.withBytes(of: code) { bytes in
        unsafe bytes.withUnsafeBufferPointer { unsafe self.hash($0) }
      }
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(code)
    }
  }

  /// Too many different texts: from now on every row has its own.
  private mutating func keepEach(before row: Int) {
    var each = TextColumn()
    for code in codes[..<row] {
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
