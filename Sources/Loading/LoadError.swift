/// Why a source cannot be loaded at all.
package enum LoadError: Error, Sendable, Hashable {
  case unreadable(file: String, reason: String)
  case empty(file: String)
  case binary(file: String)
  case webPage(file: String)
  case noHeaderRow(file: String, wanted: [String])
  case columnMissing(file: String, line: Int, column: String, nearest: String?)
  case columnTwice(file: String, line: Int, column: String, found: [String])
  case tooLarge(file: String)
  /// A mistake of ours: every line number after it would be wrong.
  case readersDisagree(file: String, line: Int)
}

extension LoadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason)"
    case .empty(let file):
      """
      \(file): empty-file: expected a row of headings and rows of data
      Export it again, or remove the file from the data folder.
      """
    case .binary(let file):
      """
      \(file): not-text: expected a CSV file
      It looks like a workbook, a picture or another kind of file. In Excel use "Save as" and \
      choose "CSV UTF-8".
      """
    case .webPage(let file):
      """
      \(file): not-a-table: expected a CSV file, found a web page
      The export may have failed, or asks for a login. Open the file in a browser and look.
      """
    case .noHeaderRow(let file, let wanted):
      """
      \(file): no-header-row: expected a row of headings such as \(quoted(wanted))
      None of the first rows has these headings. Check that this is the right file, or change \
      `header:` in the pipeline.
      """
    case .columnMissing(let file, let line, let column, let nearest):
      """
      \(file):\(line): column-missing: expected a column '\(column)'\
      \(nearest.map { "; the nearest heading is '\($0)'" } ?? "")
      Rename the column in the export, add the new heading under `header:` in the pipeline, or \
      mark it `optional: true`.
      """
    case .columnTwice(let file, let line, let column, let found):
      """
      \(file):\(line): column-twice: expected one column '\(column)', found \(found.count)
      Say under `header:` in the pipeline which one is meant: \(quoted(found)).
      """
    case .readersDisagree(let file, let line):
      """
      \(file):\(line): CountIn lost count of the lines near here; this is a mistake in CountIn
      Please report it, if you can with the few lines around this place.
      """
    case .tooLarge(let file):
      """
      \(file): too-many-rows: expected at most 4 billion lines
      Split the export into several files.
      """
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
  }
}
