/// Where a cell stood in the exports.
package struct CellAddress: Sendable, Hashable {
  /// Relative to the data root.
  package let file: String
  /// The first line is 1; 0 speaks of the file as a whole.
  package let line: Int
  /// The heading of the column; nil speaks of the row as a whole.
  package let column: String?

  package init(file: String, line: Int = 0, column: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
