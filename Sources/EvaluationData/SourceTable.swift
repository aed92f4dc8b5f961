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

  package init(name: String, header: String, storage: Storage, notAsked: [Range<Int>] = []) {
    self.name = name
    self.header = header
    self.storage = storage
    self.notAsked = notAsked
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

  package func line(of row: Int) -> Int { Int(lines[row]) }

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
  /// Relative to the data root, with `/`.
  package let path: String
  package let byteCount: Int
  package let encoding: String
  package let delimiter: String
  package let headerLine: Int
  package let rows: Int

  package init(
    path: String, byteCount: Int, encoding: String, delimiter: String, headerLine: Int, rows: Int
  ) {
    self.path = path
    self.byteCount = byteCount
    self.encoding = encoding
    self.delimiter = delimiter
    self.headerLine = headerLine
    self.rows = rows
  }
}

/// The rows of one source as they were loaded.
package struct SourceTable: Sendable {
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

  package func column(_ name: String) -> SourceColumn? { columns.first { $0.name == name } }
}
