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
  /// The people who withdrew their consent.
  private(set) var withdrawn: [Withdrawal] = []
  private(set) var problems: [Problem] = []

  init(_ inputs: Inputs, width: Int) async throws {
    problems = inputs.unreadFiles
    for file in inputs.decisionFiles {
      switch DecisionFile(named: lastComponent(of: file.path)) {
      case .corrections: try await readCorrections(file, width: width)
      case .levels:
        levels = try await rows(of: file, LevelDecision.header, width: width)
          .map(LevelDecision.init)
      case .people:
        people = try await rows(of: file, PeopleDecision.header, width: width)
          .map(PeopleDecision.init)
      case .headings:
        headings = try await rows(of: file, HeadingDecision.header, width: width)
          .map(HeadingDecision.init)
      case .quotes:
        quotes = try await rows(of: file, QuoteDecision.header, width: width)
          .map { QuoteDecision(line: $0.line, cells: $0.cells) }
      case .adjudication:
        adjudications = try await rows(of: file, Adjudication.header, width: width)
          .map { Adjudication(line: $0.line, cells: $0.cells) }
      case .summaries: summaries += try await FrameworkSummary.list(file, width: width)
      case .framework: summaries += try await FrameworkSummary.sheet(file, width: width)
      case .withdrawn:
        withdrawn += try await withdrawals(of: file, width: width)
      case nil: break
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
    for (row, correction) in zip(reader.rows, reader.corrections) {
      var made = Cleaning.Correction(correction, line: table.addresses.line(of: row - 1))
      made.origin = file.path
      corrections.append(made)
    }
  }

  /// The ids of people who withdrew; a list of nothing but ids will do.
  private func withdrawals(of file: InputFile, width: Int) async throws -> [Withdrawal] {
    let table = try await inspect(file, width: width).table
    let heading = Withdrawal.header[0]
    func firstPart(_ text: String) -> String {
      String(text.prefix { !",;\t".contains($0) }).trimmingWhiteSpace
    }
    let isList = table.columns.count == 1
    guard
      let column = table.columns.first(where: { column in
        let name = column.name.lowercased()
        return (isList ? firstPart(name) : name.trimmingWhiteSpace) == heading
      })
    else {
      throw DecisionsError(
        file: file.path, reason: "expected '\(heading)' in the first line, above the ids")
    }
    return (0..<table.rowCount).map { row in
      let text = unmarked(column[row])
      return Withdrawal(
        file: file.path, line: table.addresses.line(of: row),
        id: isList ? firstPart(text) : text)
    }
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

/// The files of decisions that are read, by their names.
enum DecisionFile: CaseIterable {
  case adjudication, corrections, framework, headings, levels, people, quotes, summaries, withdrawn

  /// Capitals do not matter; of corrections and of people who withdrew there may be several files.
  init?(named name: String) {
    let name = name.lowercased()
    guard name.hasSuffix(".csv") else { return nil }
    let stem = String(name.dropLast(4))
    let file = DecisionFile.allCases.first { file in
      file.mayBeSeveral ? stem.hasPrefix("\(file)") : stem == "\(file)"
    }
    guard let file else { return nil }
    self = file
  }

  private var mayBeSeveral: Bool {
    [.corrections, .framework, .withdrawn].contains(self)
  }

  /// How the files are called, in words.
  static var names: String {
    let single = allCases.filter { !$0.mayBeSeveral }.map { "\($0).csv" }
    let several = allCases.filter(\.mayBeSeveral).map { "'\($0)'" }
    return single.joined(separator: ", ") + ", or a CSV file whose name begins with "
      + several.dropLast().joined(separator: ", ") + " or " + (several.last ?? "")
  }
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
  fileprivate init(_ correction: Reporting.Correction, line number: Int) {
    let (file, line) =
      switch correction.place {
      case .everywhere: ("", "")
      case .file(let file): (file, "")
      case .row(let file, let line): (file, String(line))
      }
    self.init(
      DecisionRow(
        line: number,
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
