/// Writes a CSV file row by row, however long it gets.
///
/// ```swift
/// var writer = try CSVWriter(path: path, header: CSVWriter.problemsHeader)
/// try writer.write(problem)
/// try writer.close()
/// ```
/// A writer that is not closed leaves a file that is not complete.
package struct CSVWriter: ~Copyable {
  private static let chunk = 1 << 18

  private let file: OutputFile
  private var rows = CSVRows()

  package init(path: String, header: [String]) throws(ReportError) {
    file = try OutputFile(path: path)
    rows.appendRow(header)
  }

  /// The next cell of the row.
  package mutating func append(_ text: String) { rows.append(text) }

  /// The next cell of the row, with `'` before a text that a spreadsheet would run.
  package mutating func append(forPeople text: String) { rows.append(forPeople: text) }

  mutating func append(forPeople text: Span<UInt8>) { rows.append(forPeople: text) }

  mutating func append(ready cells: [UInt8]) { rows.append(ready: cells) }

  package mutating func append(_ number: Int) { rows.append(number) }

  package mutating func endRow() throws(ReportError) {
    rows.endRow()
    guard rows.bytes.count >= CSVWriter.chunk else { return }
    try file.write(rows.bytes.span)
    rows.removeAll()
  }

  package mutating func write(_ fields: [String]) throws(ReportError) {
    for field in fields { append(field) }
    try endRow()
  }

  package consuming func close() throws(ReportError) {
    try file.write(rows.bytes.span)
    try file.close()
  }
}
