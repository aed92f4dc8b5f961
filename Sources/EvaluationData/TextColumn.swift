/// The text cells of one column, end to end in one buffer.
package struct TextColumn: Sendable {
  /// The UTF-8 of all cells, one after another.
  package private(set) var bytes: [UInt8] = []
  /// Where each cell ends in `bytes`.
  package private(set) var ends: [Int] = []

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  package var count: Int { ends.count }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  package mutating func append(_ cell: Span<UInt8>) {
    unsafe cell.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends one cell from memory that somebody else owns.
  package mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: cell)
    ends.append(bytes.count)
  }

  /// Makes room for so many cells more, of so many bytes together.
  package mutating func reserve(bytes byteCount: Int, cells: Int) {
    bytes.reserveCapacity(bytes.count + byteCount)
    ends.reserveCapacity(ends.count + cells)
  }

  /// Makes room for so many columns of the size of this one.
  package mutating func reserve(_ times: Int, like column: TextColumn) {
    bytes.reserveCapacity(bytes.count + times * column.bytes.count)
    ends.reserveCapacity(ends.count + times * column.count)
  }

  /// Appends all cells of another column.
  package mutating func append(_ column: TextColumn) {
    let offset = bytes.count
    bytes.append(contentsOf: column.bytes)
    ends.append(contentsOf: column.ends.lazy.map { offset + $0 })
  }

  /// Where the cell of `row` stands in `bytes`.
  @inlinable
  package func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// Lends the bytes of one cell without copying them.
  package func withBytes<Result, Failure: Error>(
    of row: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(range(of: row)))
  }

  package subscript(row: Int) -> String {
    String(decoding: bytes[range(of: row)], as: UTF8.self)
  }

  package func keeping(_ rows: [Int]) -> TextColumn {
    var kept = TextColumn()
    for row in rows { withBytes(of: row) { kept.append($0) } }
    return kept
  }
}
