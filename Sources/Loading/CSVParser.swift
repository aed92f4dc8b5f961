import CLibCSV

/// What libcsv's callbacks write to: plain memory, no class, no array.
///
/// A callback that touched a Swift array or object took five times as long.
@safe
struct ParsedRows {
  /// One field with a text.
  ///
  /// Most fields of wide exports are empty, and leave no trace here.
  struct Field {
    let row: Int
    /// Where its text ends among those of its column; it starts where the one before ends.
    let end: Int
  }

  /// The texts of one column, in the order of the rows.
  @safe
  struct Column {
    let isKept: Bool
    fileprivate var bytes: UnsafeMutablePointer<UInt8>
    fileprivate var byteCount = 0
    private var byteCapacity = 64
    fileprivate var fields: UnsafeMutablePointer<Field>
    fileprivate var fieldCount = 0
    private var fieldCapacity = 8

    init(isKept: Bool) {
      self.isKept = isKept
      unsafe bytes = .allocate(capacity: byteCapacity)
      unsafe fields = .allocate(capacity: fieldCapacity)
    }

    // Apart from the callback, which most often has nothing to do.
    @inline(never)
    mutating func append(_ text: UnsafePointer<UInt8>, _ count: Int, row: Int) {
      if byteCount + count > byteCapacity { growBytes(by: count) }
      unsafe (bytes + byteCount).update(from: text, count: count)
      byteCount += count
      if fieldCount == fieldCapacity { growFields() }
      unsafe (fields + fieldCount).initialize(to: Field(row: row, end: byteCount))
      fieldCount += 1
    }

    @inline(never)
    private mutating func growBytes(by count: Int) {
      let capacity = max(byteCapacity * 2, byteCapacity + count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      unsafe grown.update(from: bytes, count: byteCount)
      unsafe bytes.deallocate()
      unsafe bytes = unsafe grown
      byteCapacity = capacity
    }

    @inline(never)
    private mutating func growFields() {
      let grown = UnsafeMutablePointer<Field>.allocate(capacity: fieldCapacity * 2)
      unsafe grown.update(from: fields, count: fieldCount)
      unsafe fields.deallocate()
      unsafe fields = unsafe grown
      fieldCapacity *= 2
    }

    func deallocate() {
      unsafe bytes.deallocate()
      unsafe fields.deallocate()
    }
  }

  let columnCount: Int
  private let columns: UnsafeMutablePointer<Column>
  fileprivate var rowCount = 0
  /// How many fields the row at hand has so far.
  private var field = 0
  private var hasSurplus = false
  /// The rows of this batch with too few or too many fields, and how many they have.
  private(set) var irregular: [(row: Int, fields: Int)] = []
  /// How many rows have too many fields of which the surplus is empty, and the first of them.
  private(set) var spareCount = 0
  private(set) var spare: [Int] = []
  static let mostSpare = 1000

  init(isKept: [Bool]) {
    columnCount = isKept.count
    unsafe columns = .allocate(capacity: max(1, columnCount))
    for (index, isKept) in isKept.enumerated() {
      unsafe (columns + index).initialize(to: Column(isKept: isKept))
    }
  }

  @inline(__always)
  mutating func addField(_ source: UnsafeMutableRawPointer?, _ count: Int) {
    if count > 0 {
      if field >= columnCount {
        hasSurplus = true
      } else if unsafe columns[field].isKept,
        let text = unsafe source?.assumingMemoryBound(to: UInt8.self)
      {
        unsafe columns[field].append(text, count, row: rowCount)
      }
    }
    field += 1
  }

  mutating func endRow() {
    if field < columnCount || hasSurplus {
      irregular.append((rowCount, field))
    } else if field > columnCount {
      spareCount += 1
      if spareCount <= ParsedRows.mostSpare { spare.append(rowCount) }
    }
    hasSurplus = false
    field = 0
    rowCount += 1
  }

  /// Lends the texts of one column of the file.
  func texts(_ column: Int) -> ParsedTexts {
    precondition(column >= 0 && column < columnCount)
    return unsafe ParsedTexts(columns[column])
  }

  mutating func startBatch() {
    for index in 0..<columnCount {
      unsafe columns[index].byteCount = 0
      unsafe columns[index].fieldCount = 0
    }
    rowCount = 0
    irregular.removeAll(keepingCapacity: true)
    spareCount = 0
    spare.removeAll(keepingCapacity: true)
  }

  func deallocate() {
    for index in 0..<columnCount { unsafe columns[index].deallocate() }
    unsafe columns.deallocate()
  }
}

/// The texts of one column that are not empty, for as long as the batch is lent.
@safe
struct ParsedTexts {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let fields: UnsafeMutablePointer<ParsedRows.Field>
  let count: Int
  let byteCount: Int

  fileprivate init(_ column: ParsedRows.Column) {
    unsafe bytes = unsafe column.bytes
    unsafe fields = unsafe column.fields
    count = column.fieldCount
    byteCount = column.byteCount
  }

  /// Lends the texts one by one, in the order of their rows.
  @inline(__always)
  func forEach(_ body: (_ text: UnsafeBufferPointer<UInt8>, _ row: Int) -> Void) {
    var start = 0
    for index in 0..<count {
      let field = unsafe fields[index]
      unsafe body(
        UnsafeBufferPointer(start: bytes + start, count: field.end - start), field.row)
      start = field.end
    }
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

  /// Leaves out what was read since the last batch.
  mutating func discardBatch() { unsafe rows.pointee.startBatch() }

  /// The rows of the batch that do not have one field for each column.
  ///
  /// Of fields too many that are empty nothing is thought where many rows have them.
  var doubtfulRows: [Int] {
    let irregular = unsafe rows.pointee.irregular.map(\.row)
    let spare = unsafe rows.pointee.spareCount
    guard spare * 3 <= batchRows, spare <= ParsedRows.mostSpare else { return irregular }
    return unsafe (irregular + rows.pointee.spare).sorted()
  }

  /// How many rows the batch holds.
  var batchRows: Int { unsafe rows.pointee.rowCount }
}
