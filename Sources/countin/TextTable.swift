import Reporting

/// A table of text in columns, for a screen of 80 columns.
struct TextTable {
  struct Column {
    let heading: String
    var isNumber = false
    /// A text that is longer is cut in the plain table, never in CSV.
    var widest = 60
  }

  let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func append(_ cells: [String]) { rows.append(cells) }

  var isEmpty: Bool { rows.isEmpty }

  func plain(first most: Int = .max) -> String {
    let shown = rows.prefix(most).map { row in
      zip(row, columns).map { oneLine($0).cut(to: $1.widest) }
    }
    let widths = columns.indices.map { column in
      max(columns[column].heading.count, shown.map { $0[column].count }.max() ?? 0)
    }
    var lines = [line(columns.map(\.heading), widths)]
    lines += shown.map { line($0, widths) }
    if shown.count < rows.count {
      lines.append("  … and \(rows.count - shown.count) more; --csv lists all")
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = " "
    for (index, cell) in cells.enumerated() {
      let room = String(repeating: " ", count: max(0, widths[index] - cell.count))
      line += " " + (columns[index].isNumber ? room + cell : cell + room)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The same for programs and spreadsheets.
  func writeCSV() { _ = writeOutput(plainCSV([columns.map(\.heading)] + rows).span) }
}

/// A text on one line: what is no letter of a line becomes a space.
func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline || $0 == "\t" || $0.isControl ? " " : $0 })
}

extension Character {
  /// Signs that would move the cursor of a terminal, or worse.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension String {
  func cut(to width: Int) -> String { count <= width ? self : prefix(max(0, width - 1)) + "…" }

  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func padded(before width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// A share as a whole percentage; below 1 with one decimal.
func percentage(_ part: Int, of base: Int) -> String {
  guard base > 0 else { return "–" }
  let tenths = Int((1000 * Double(part) / Double(base)).rounded())
  return tenths < 10 ? "0.\(tenths)%" : "\(Int((100 * Double(part) / Double(base)).rounded()))%"
}
