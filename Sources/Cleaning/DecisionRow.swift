/// One row of a file in which people answer, as it was read.
package struct DecisionRow: Sendable, Hashable {
  package let line: Int
  /// The cells in the order of the file's columns; those that are not there are empty.
  package let cells: [String]

  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }

  subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
}

/// A row of a file of people's answers, which is read and written again.
package protocol DecisionFileRow: Sendable, Hashable {
  /// Relative to the data root.
  static var file: String { get }
  static var header: [String] { get }

  init(_ row: DecisionRow)
  /// The row as it is to be written: its own texts, nothing trimmed.
  var cells: [String] { get }
}
