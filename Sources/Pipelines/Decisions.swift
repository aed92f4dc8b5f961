import Cleaning
import Disclosing
import EvaluationData
import Loading
import Reporting

/// What people decided about the data, in `decisions/` beside the exports.
struct Decisions: Sendable {
  private(set) var corrections: [Cleaning.Correction] = []
  private(set) var levels: [LevelDecision] = []
  /// Which ids are one person's.
  private(set) var people: [PeopleDecision] = []
  private(set) var headings: [HeadingDecision] = []
  private(set) var quotes: [QuoteDecision] = []
  private(set) var adjudications: [Adjudication] = []
  /// What analysts wrote about what was said.
  private(set) var summaries: [FrameworkSummary] = []
  /// The ids of people who withdrew their consent.
  private(set) var withdrawn: [String] = []
  private(set) var problems: [Problem] = []

  /// Files of other names in the folder are nobody's decisions and are passed over.
  init(_ files: [InputFile], width: Int) async throws {
    for file in files {
      let name = lastComponent(of: file.path)
      if name.hasPrefix("corrections") {
        try await readCorrections(file, width: width)
      } else if file.path == LevelDecision.file {
        levels = try await rows(of: file, LevelDecision.header, width: width)
          .map(LevelDecision.init)
      } else if file.path == PeopleDecision.file {
        people = try await rows(of: file, PeopleDecision.header, width: width)
          .map(PeopleDecision.init)
      } else if file.path == HeadingDecision.file {
        headings = try await rows(of: file, HeadingDecision.header, width: width)
          .map(HeadingDecision.init)
      } else if file.path == QuoteDecision.file {
        quotes = try await rows(of: file, QuoteDecision.header, width: width)
          .map { QuoteDecision(line: $0.line, cells: $0.cells) }
      } else if file.path == Adjudication.file {
        adjudications = try await rows(of: file, Adjudication.header, width: width)
          .map { Adjudication(line: $0.line, cells: $0.cells) }
      } else if file.path == FrameworkSummary.file {
        summaries += try await FrameworkSummary.list(file, width: width)
      } else if FrameworkSummary.isSheet(file.path) {
        summaries += try await FrameworkSummary.sheet(file, width: width)
      } else if file.path == WithdrawalFile.file {
        withdrawn = try await rows(of: file, [WithdrawalFile.header[0]], width: width)
          .compactMap(\.cells.first)
      }
    }
  }

  private mutating func readCorrections(_ file: InputFile, width: Int) async throws {
    let table = try await inspect(file, width: width).table
    var reader: CorrectionReader
    do throws(CorrectionDefect) {
      reader = try CorrectionReader(headings: table.columns.map(\.name))
    } catch {
      throw DecisionsError(file: file.path, reason: error.description)
    }
    for row in 0..<table.rowCount { reader.read(table.columns.map { $0[row] }) }
    for (row, defect) in reader.defects {
      problems.append(
        Problem(
          .staleCorrection,
          at: CellAddress(file: file.path, line: table.addresses.line(of: row - 1)),
          expected: defect.description.droppingExpected))
    }
    corrections += reader.corrections.map(Cleaning.Correction.init)
  }

  /// The rows with the cells of the wanted columns.
  private func rows(
    of file: InputFile, _ header: [String], width: Int
  ) async throws -> [DecisionRow] {
    let table = try await inspect(file, width: width).table
    let columns = try header.map { heading in
      let column = table.columns.first { $0.name.lowercased() == heading }
      guard let column else {
        throw DecisionsError(file: file.path, reason: "expected a column '\(heading)'")
      }
      return column
    }
    return (0..<table.rowCount).map { row in
      DecisionRow(
        line: table.addresses.line(of: row), cells: columns.map { unmarked($0[row]) })
    }
  }
}

/// A text without the `'` by which we keep a spreadsheet from running it.
func unmarked(_ text: String) -> String {
  let beginnings = ["'=", "'+", "'-", "'@"]
  return beginnings.contains(where: text.hasPrefix) ? String(text.dropFirst()) : text
}

/// Why a file of decisions cannot be used.
package struct DecisionsError: Error, Sendable, CustomStringConvertible {
  let file: String
  let reason: String

  package var description: String {
    "\(file): \(reason)\nCorrect the file, or take it out of the folder of decisions."
  }
}

extension Cleaning.Correction {
  /// The same as a row of `corrections.csv`.
  fileprivate init(_ correction: Reporting.Correction) {
    let (file, line) =
      switch correction.place {
      case .everywhere: ("", "")
      case .file(let file): (file, "")
      case .row(let file, let line): (file, String(line))
      }
    self.init(
      DecisionRow(
        line: 0,
        cells: [
          correction.source, file, line, correction.column, correction.before, correction.after,
          correction.reason,
        ]))
  }
}

extension String {
  /// A problem's message says "expected" itself.
  fileprivate var droppingExpected: String {
    hasPrefix("expected ") ? String(dropFirst("expected ".count)) : self
  }
}
