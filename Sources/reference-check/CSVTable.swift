/// The columns of a CSV file in which an empty cell is missing.
package struct CSVTable: Sendable {
  package let names: [String]
  private let columns: [String: [String?]]
  package let rowCount: Int

  package init(_ text: String) {
    var rows = Self.rows(text)
    names = (rows.isEmpty ? [] : rows.removeFirst()).map { $0 ?? "" }
    rowCount = rows.count
    var columns: [String: [String?]] = [:]
    for (place, name) in names.enumerated() {
      columns[name] = rows.map { place < $0.count ? $0[place] : nil }
    }
    self.columns = columns
  }

  /// The columns as they stand in a case itself.
  init(_ values: [String: ReferenceValue]) {
    names = values.keys.sorted()
    columns = values.mapValues { column in
      guard case .list(let cells) = column else { return [] }
      return cells.map { cell in
        switch cell {
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .text(let text): text
        default: nil
        }
      }
    }
    rowCount = columns.values.map(\.count).max() ?? 0
  }

  package func cells(_ name: String) -> [String?]? { columns[name] }

  private static func rows(_ text: String) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var cell: [UInt8] = []
    var (isQuoted, wasQuoted) = (false, false)
    func content() -> String? {
      cell.isEmpty && !wasQuoted ? nil : String(decoding: cell, as: UTF8.self)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        wasQuoted = true
      case UInt8(ascii: ",") where !isQuoted:
        row.append(content())
        (cell, wasQuoted) = ([], false)
      case UInt8(ascii: "\n") where !isQuoted:
        row.append(content())
        (cell, wasQuoted) = ([], false)
        rows.append(row)
        row = []
      case UInt8(ascii: "\r") where !isQuoted: continue
      default: cell.append(byte)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [content()]) }
    return rows
  }
}
