import CLibCSV

/// What libcsv's callbacks write to: plain memory, no class, no array.
///
/// A callback that touched a Swift array or object took five times as long.
@safe
struct ParsedRows {
  /// For each column of the file whether it is kept.
  let isKept: UnsafeMutablePointer<Bool>
  let columnCount: Int

  /// One kept field with a text.
  ///
  /// Most fields of wide exports are empty, and leave no trace here.
  struct Field {
    let row: Int
    let column: Int
    /// Where its text ends in `bytes`; it starts where the field before ends.
    let end: Int
  }

  /// The texts of the kept fields, end to end.
  var bytes: UnsafeMutablePointer<UInt8>
  var byteCount = 0
  var byteCapacity: Int
  /// Row by row.
  var fields: UnsafeMutablePointer<Field>
  var fieldCount = 0
  var fieldCapacity: Int
  var rowCount = 0
  /// How many fields the row at hand has so far.
  var field = 0
  /// The rows of this batch with too few or too many fields, and how many they have.
  var irregular: [(row: Int, fields: Int)] = []

  mutating func addField(_ source: UnsafeMutableRawPointer?, _ count: Int) {
    if count > 0 {
      if field >= columnCount {
        hasSurplus = true
      } else if unsafe isKept[field],
        let start = unsafe source?.assumingMemoryBound(to: UInt8.self)
      {
        if byteCount + count > byteCapacity { growBytes(by: count) }
        unsafe (bytes + byteCount).update(from: start, count: count)
        byteCount += count
        if fieldCount == fieldCapacity { growFields() }
        unsafe (fields + fieldCount).initialize(
          to: Field(row: rowCount, column: field, end: byteCount))
        fieldCount += 1
      }
    }
    field += 1
  }

  private var hasSurplus = false

  mutating func endRow() {
    if field < columnCount {
      irregular.append((rowCount, field))
    } else if hasSurplus {
      irregular.append((rowCount, field))
    }
    hasSurplus = false
    field = 0
    rowCount += 1
  }

  private mutating func growBytes(by count: Int) {
    let capacity = max(byteCapacity * 2, byteCapacity + count)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe grown.update(from: bytes, count: byteCount)
    unsafe bytes.deallocate()
    unsafe bytes = unsafe grown
    byteCapacity = capacity
  }

  private mutating func growFields() {
    let grown = UnsafeMutablePointer<Field>.allocate(capacity: fieldCapacity * 2)
    unsafe grown.update(from: fields, count: fieldCount)
    unsafe fields.deallocate()
    unsafe fields = unsafe grown
    fieldCapacity *= 2
  }

  init(isKept columns: [Bool]) {
    columnCount = columns.count
    unsafe isKept = .allocate(capacity: max(1, columns.count))
    for (index, kept) in columns.enumerated() {
      unsafe (isKept + index).initialize(to: kept)
    }
    byteCapacity = 1 << 20
    unsafe bytes = .allocate(capacity: byteCapacity)
    fieldCapacity = 1 << 14
    unsafe fields = .allocate(capacity: fieldCapacity)
  }

  mutating func startBatch() {
    byteCount = 0
    fieldCount = 0
    rowCount = 0
    irregular.removeAll(keepingCapacity: true)
  }

  func deallocate() {
    unsafe isKept.deallocate()
    unsafe bytes.deallocate()
    unsafe fields.deallocate()
  }
}

/// libcsv, fed with records whose boundaries are already known.
@safe
struct CSVParser: ~Copyable {
  private let parser: UnsafeMutablePointer<csv_parser>
  private let rows: UnsafeMutablePointer<ParsedRows>

  init(isKept: [Bool], cells: CellForm) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    unsafe csv_init(parser, UInt8(CSV_EMPTY_IS_NULL))
    unsafe csv_set_delim(parser, cells.delimiter)
    unsafe csv_set_quote(parser, cells.quote)
    if cells.keepsOuterSpaces { unsafe csv_set_space_func(parser) { _ in 0 } }
    unsafe rows = .allocate(capacity: 1)
    unsafe rows.initialize(to: ParsedRows(isKept: isKept))
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe rows.pointee.deallocate()
    unsafe rows.deinitialize(count: 1)
    unsafe rows.deallocate()
  }

  /// Parses whole records; what it reads is added to the batch.
  mutating func parse(_ records: UnsafeRawBufferPointer) {
    guard let base = records.baseAddress else { return }
    _ = unsafe csv_parse(
      parser, base, records.count,
      { field, count, context in
        guard let context = unsafe context else { return }
        unsafe context.assumingMemoryBound(to: ParsedRows.self).pointee.addField(field, count)
      },
      { _, context in
        guard let context = unsafe context else { return }
        unsafe context.assumingMemoryBound(to: ParsedRows.self).pointee.endRow()
      },
      rows)
  }

  /// Lends the batch, then starts the next.
  mutating func takeBatch<Result>(_ body: (borrowing ParsedRows) -> Result) -> Result {
    let result = unsafe body(rows.pointee)
    unsafe rows.pointee.startBatch()
    return result
  }

  /// How many rows the batch holds.
  var batchRows: Int { unsafe rows.pointee.rowCount }
}
