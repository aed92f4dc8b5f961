/// What somebody decided that a cell should say.
///
/// It comes from a sheet of `fix-it.xlsx` saved as CSV, or from a file with the columns
/// `Correction.header`. The text `before` must stand in the cell, else the cell is left alone.
package struct Correction: Sendable, Hashable {
  /// Where the text is to be replaced.
  package enum Place: Sendable, Hashable {
    /// In every row of the source, also of exports to come.
    case everywhere
    case file(String)
    case row(file: String, line: Int)
  }

  /// The columns of `corrections.csv`.
  package static let header = ["source", "file", "line", "column", "before", "after", "reason"]

  /// The source's name in the pipeline.
  package let source: String
  package let place: Place
  /// The heading of the column in the exports.
  package let column: String
  package let before: String
  package let after: String
  package let reason: String

  package init(
    source: String, place: Place, column: String, before: String, after: String, reason: String
  ) {
    self.source = source
    self.place = place
    self.column = column
    self.before = before
    self.after = after
    self.reason = reason
  }
}

/// Why a file of corrections, or a row of it, cannot be used.
package enum CorrectionDefect: Error, Sendable, Hashable {
  /// The file lacks a heading.
  case noHeading(String)
  case noSource
  case noColumn
  case unreadableLine
  case lineWithoutFile
  /// A blank may have to become something else in every row.
  case blankEverywhere
  /// An earlier row has another value for the same place.
  case contradiction(row: Int)
}

extension CorrectionDefect: CustomStringConvertible {
  /// Leaves the cells' texts out: they may identify a person.
  package var description: String {
    switch self {
    case .noHeading(let heading):
      "expected a column '\(heading)'; save the owner's sheet of fix-it.xlsx as CSV UTF-8"
    case .noSource: "expected the name of a source"
    case .noColumn: "expected the heading of a column"
    case .unreadableLine: "expected a line number in digits, or none"
    case .lineWithoutFile: "expected a file beside the line number"
    case .blankEverywhere:
      "expected a file and a line number, as a blank cell can only be mended in its own row"
    case .contradiction(let row): "expected the same correct value as in row \(row)"
    }
  }
}

/// Reads the rows of one file of corrections by its headings.
///
/// Rows without a correct value are passed over, other columns too. Rows count from 1 below the
/// headings. Throws when a heading is missing that a correction needs.
package struct CorrectionReader {
  /// For each column of `Correction.header` the headings that name it.
  private static let headings: [(plain: String, sheet: FixItColumn)] = Array(
    zip(Correction.header, [.source, .file, .line, .column, .found, .correct, .reason]))

  private let places: [Int]
  /// Whether texts that a spreadsheet would run have a `'` before them.
  private let isMarked: Bool
  private var seen: [Target: (row: Int, after: String)] = [:]
  private var row = 0

  package private(set) var corrections: [Correction] = []
  /// For each correction its row.
  package private(set) var rows: [Int] = []
  package private(set) var defects: [(row: Int, defect: CorrectionDefect)] = []

  package init(headings: [String]) throws(CorrectionDefect) {
    let names = headings.map(CorrectionReader.name)
    isMarked = names.contains("before")
    var places: [Int] = []
    for (plain, sheet) in CorrectionReader.headings {
      let wanted = [plain, sheet.rawValue.lowercased()]
      guard let place = names.firstIndex(where: { wanted.contains($0) }) else {
        throw .noHeading(isMarked ? plain : sheet.rawValue)
      }
      places.append(place)
    }
    self.places = places
  }

  /// Without case, spaces around it and the mark that Excel puts before UTF-8.
  private static func name(_ heading: String) -> String {
    let scalars = heading.unicodeScalars.filter { $0 != "\u{FEFF}" }
    return trimmed(String(String.UnicodeScalarView(scalars))).lowercased()
  }

  /// Takes the next row; one that ends early has blanks at its end.
  package mutating func read(_ cells: [String]) {
    row += 1
    let fields = places.map { $0 < cells.count ? cells[$0] : "" }
    let after = trimmed(unmarked(fields[5]))
    guard !after.isEmpty else { return }
    do throws(CorrectionDefect) {
      let place = try place(file: trimmed(unmarked(fields[1])), line: trimmed(fields[2]))
      let correction = Correction(
        source: trimmed(unmarked(fields[0])), place: place, column: unmarked(fields[3]),
        before: unmarked(fields[4]), after: after, reason: trimmed(unmarked(fields[6])))
      try check(correction)
      corrections.append(correction)
      rows.append(row)
    } catch {
      defects.append((row, error))
    }
  }

  private func place(file: String, line: String) throws(CorrectionDefect) -> Correction.Place {
    guard !line.isEmpty else { return file.isEmpty ? .everywhere : .file(file) }
    guard line.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(line), number > 0
    else { throw .unreadableLine }
    guard !file.isEmpty else { throw .lineWithoutFile }
    return .row(file: file, line: number)
  }

  private mutating func check(_ correction: Correction) throws(CorrectionDefect) {
    if correction.source.isEmpty { throw .noSource }
    if correction.column.isEmpty { throw .noColumn }
    if correction.before.isEmpty {
      guard case .row = correction.place else { throw .blankEverywhere }
    }
    let target = Target(correction)
    if let earlier = seen[target] {
      guard earlier.after == correction.after else { throw .contradiction(row: earlier.row) }
    } else {
      seen[target] = (row, correction.after)
    }
  }

  private func unmarked(_ text: String) -> String {
    isMarked && isMarkedFormula(text) ? String(text.dropFirst()) : text
  }

  private struct Target: Hashable {
    let source: String
    let place: Correction.Place
    let column: String
    let before: String

    init(_ correction: Correction) {
      source = correction.source
      place = correction.place
      column = correction.column
      before = correction.before
    }
  }
}

/// The corrections as `corrections.csv`, with `'` before texts that a spreadsheet would run.
package func correctionsCSV(_ corrections: [Correction]) -> String {
  var rows = CSVRows()
  rows.appendRow(Correction.header)
  for correction in corrections {
    let (file, line): (String, String) =
      switch correction.place {
      case .everywhere: ("", "")
      case .file(let file): (file, "")
      case .row(let file, let line): (file, String(line))
      }
    for text in [
      correction.source, file, line, correction.column, correction.before, correction.after,
      correction.reason,
    ] { rows.append(marked(text)) }
    rows.endRow()
  }
  return String(decoding: rows.bytes, as: UTF8.self)
}

/// The text with a `'` before it where a spreadsheet would run it, or where it looks marked.
private func marked(_ text: String) -> String {
  isFormula(text.utf8.drop { $0 == UInt8(ascii: "'") }) ? "'\(text)" : text
}

private func isMarkedFormula(_ text: String) -> Bool {
  text.utf8.first == UInt8(ascii: "'")
    && isFormula(text.utf8.drop { $0 == UInt8(ascii: "'") })
}

/// Whether a spreadsheet would run a text of these bytes; as in `CSVRows.append(forPeople:)`.
private func isFormula(_ bytes: Substring.UTF8View) -> Bool {
  bytes.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
}

private func trimmed(_ text: String) -> String {
  let isSpace = { (letter: Character) in letter.isWhitespace }
  let start = text.drop(while: isSpace)
  return String(start.reversed().drop(while: isSpace).reversed())
}
