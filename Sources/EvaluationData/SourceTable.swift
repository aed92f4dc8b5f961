/// One column as it stood in the exports: text, nothing read into it.
package struct SourceColumn: Sendable {
  /// Columns with few distinct texts keep each text once: cleaning then reads a
  /// text once, however many rows carry it.
  package enum Storage: Sendable {
    case distinct(codes: [UInt16], texts: TextColumn)
    case each(TextColumn)
  }

  /// The name that the schema gives it.
  package let name: String
  /// Its heading in the exports.
  package let header: String
  package let storage: Storage
  /// Rows of files that do not have this column: nobody was asked.
  package let notAsked: [Range<Int>]
  /// What is known of the tools that wrote some of the rows, in ascending order.
  package let habits: [ToolHabits]

  package init(
    name: String, header: String, storage: Storage, notAsked: [Range<Int>] = [],
    habits: [ToolHabits] = []
  ) {
    self.name = name
    self.header = header
    self.storage = storage
    self.notAsked = notAsked
    self.habits = habits
  }

  package var count: Int {
    switch storage {
    case .distinct(let codes, _): codes.count
    case .each(let texts): texts.count
    }
  }

  package subscript(row: Int) -> String {
    switch storage {
    case .distinct(let codes, let texts): texts[Int(codes[row])]
    case .each(let texts): texts[row]
    }
  }

  /// Lends the bytes of a row's text without copying them.
  package func withBytes<Result>(of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    switch storage {
    case .distinct(let codes, let texts): texts.withBytes(of: Int(codes[row]), body)
    case .each(let texts): texts.withBytes(of: row, body)
    }
  }

  /// Whether two rows have the same text, byte for byte.
  package func isSame(_ first: Int, _ second: Int) -> Bool {
    switch storage {
    case .distinct(let codes, _): codes[first] == codes[second]
    case .each(let texts):
      texts.bytes[texts.range(of: first)].elementsEqual(texts.bytes[texts.range(of: second)])
    }
  }

  /// The rows given, which are in ascending order.
  fileprivate func keeping(_ rows: [Int]) -> SourceColumn {
    let kept: Storage =
      switch storage {
      case .distinct(let codes, let texts): .distinct(codes: rows.map { codes[$0] }, texts: texts)
      case .each(let texts): .each(texts.keeping(rows))
      }
    func moved(_ range: Range<Int>) -> Range<Int> {
      place(range.lowerBound, in: rows)..<place(range.upperBound, in: rows)
    }
    return SourceColumn(
      name: name, header: header, storage: kept, notAsked: notAsked.map(moved),
      habits: habits.map { $0.moved(to: moved($0.rows)) })
  }

  /// How many of the rows stand before a row.
  private func place(_ row: Int, in rows: [Int]) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Where each row stood: file and line, for good.
package struct RowAddresses: Sendable {
  private struct Part: Sendable {
    let file: String
    let firstRow: Int
  }

  private var parts: [Part] = []
  private var lines: [UInt32] = []

  package init() {}

  package var count: Int { lines.count }

  /// Says that the rows to come stand in this file.
  package mutating func begin(file: String) {
    parts.append(Part(file: file, firstRow: lines.count))
  }

  package mutating func append(line: Int) { lines.append(UInt32(truncatingIfNeeded: line)) }

  package mutating func append(lines: [UInt32]) { self.lines.append(contentsOf: lines) }

  package func line(of row: Int) -> Int { Int(lines[row]) }

  /// The line of the last row so far; 0 when there is none.
  package var lastLine: Int { lines.last.map(Int.init) ?? 0 }

  package func file(of row: Int) -> String {
    // Files are few: the last part that begins at or before the row.
    var low = 0
    var high = parts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if parts[middle].firstRow <= row { low = middle } else { high = middle }
    }
    return parts[low].file
  }

  /// The rows of each file, in their order.
  package var files: [(file: String, rows: Range<Int>)] {
    parts.indices.map { index in
      let end = index + 1 < parts.count ? parts[index + 1].firstRow : lines.count
      return (parts[index].file, parts[index].firstRow..<end)
    }
  }

  package func address(of row: Int, column: String?) -> CellAddress {
    CellAddress(file: file(of: row), line: line(of: row), column: column)
  }

  /// The addresses of the rows that are kept, in their order.
  package func keeping(_ rows: [Int]) -> RowAddresses {
    var kept = RowAddresses()
    var part = -1
    for row in rows {
      while part + 1 < parts.count, parts[part + 1].firstRow <= row {
        part += 1
        kept.begin(file: parts[part].file)
      }
      kept.append(line: line(of: row))
    }
    return kept
  }
}

/// One file as it was read.
package struct LoadedFile: Sendable, Hashable {
  /// How its cells and rows are written, in the words of `countin inspect`.
  package struct Form: Sendable, Hashable {
    package let quote: String
    package let escape: String
    package let lineEnding: String
    /// Rows above the headings, of headings, and below the data.
    package let preambleRows: Int
    package let headerRows: Int
    package let footerRows: Int
    package let columns: Int
    /// The survey tool that the file comes from, in the word of the pipeline file.
    package let tool: String?

    package init(
      quote: String, escape: String, lineEnding: String, preambleRows: Int, headerRows: Int,
      footerRows: Int, columns: Int, tool: String? = nil
    ) {
      self.quote = quote
      self.escape = escape
      self.lineEnding = lineEnding
      self.preambleRows = preambleRows
      self.headerRows = headerRows
      self.footerRows = footerRows
      self.columns = columns
      self.tool = tool
    }
  }

  /// Relative to the data root, with `/`.
  package let path: String
  package let byteCount: Int
  /// As people name it, with what is particular about this file.
  package let encoding: String
  /// Whether some of its bytes stand for no letter: a mark is in their place.
  package let isDamaged: Bool
  package let delimiter: String
  package let form: Form
  package let headerLine: Int
  package let rows: Int

  package init(
    path: String, byteCount: Int, encoding: String, isDamaged: Bool = false, delimiter: String,
    form: Form = Form(
      quote: "double", escape: "none", lineEnding: "lf", preambleRows: 0, headerRows: 1,
      footerRows: 0, columns: 1), headerLine: Int, rows: Int
  ) {
    self.path = path
    self.byteCount = byteCount
    self.encoding = encoding
    self.isDamaged = isDamaged
    self.delimiter = delimiter
    self.form = form
    self.headerLine = headerLine
    self.rows = rows
  }
}

/// The rows of one source as they were loaded.
package struct SourceTable: Sendable {
  /// Stands in a text where a byte fits no letter: a noncharacter, so that no text has it.
  package static let damageMark: [UInt8] = [0xEF, 0xB7, 0x90]
  /// The same as a scalar value.
  package static let damagedLetter: UInt32 = 0xFDD0

  package let name: String
  package let columns: [SourceColumn]
  package let addresses: RowAddresses
  package let files: [LoadedFile]

  package init(
    name: String, columns: [SourceColumn], addresses: RowAddresses, files: [LoadedFile]
  ) {
    self.name = name
    self.columns = columns
    self.addresses = addresses
    self.files = files
  }

  package var rowCount: Int { addresses.count }

  package var isDamaged: Bool { files.contains(where: \.isDamaged) }

  package func column(_ name: String) -> SourceColumn? { columns.first { $0.name == name } }

  /// All rows but these, which are in ascending order.
  package func leavingOut(_ rows: [Int]) -> SourceTable {
    if rows.isEmpty { return self }
    var left = rows[...]
    return keeping(
      (0..<rowCount).filter { row in
        guard left.first == row else { return true }
        left.removeFirst()
        return false
      })
  }

  /// The rows given, which are in ascending order, with their addresses.
  package func keeping(_ rows: [Int]) -> SourceTable {
    SourceTable(
      name: name, columns: columns.map { $0.keeping(rows) }, addresses: addresses.keeping(rows),
      files: files)
  }
}
