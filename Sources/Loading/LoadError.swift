/// Why a source cannot be loaded at all.
package enum LoadError: Error, Sendable, Hashable {
  case unreadable(file: String, reason: String)
  case empty(file: String)
  case binary(file: String)
  case webPage(file: String)
  case noHeaderRow(file: String, wanted: [String])
  case columnMissing(file: String, line: Int, MissingColumn)
  case columnTwice(file: String, line: Int, column: String, found: [String])
  case tooLarge(file: String)
  /// A mistake of ours: every line number after it would be wrong.
  case readersDisagree(file: String, line: Int)
  /// What is wrong with several headings or files, in their order.
  indirect case several([LoadError])

  /// One error, or all of them as one; nil when there is none.
  package init?(_ errors: [LoadError]) {
    let all = errors.flatMap(\.each)
    guard let first = all.first else { return nil }
    self = all.count == 1 ? first : .several(all)
  }

  /// Whether it names a heading that may be the one.
  var hasProposal: Bool {
    if case .columnMissing(_, _, let missing) = self { missing.proposal != nil } else { false }
  }

  /// The errors one by one.
  package var each: [LoadError] {
    if case .several(let errors) = self { errors } else { [self] }
  }
}

/// A column that no heading of a file was found for.
package struct MissingColumn: Sendable, Hashable {
  package let source: String
  /// The name in the schema.
  package let column: String
  /// The first heading that it was looked for under.
  package let wording: String
  /// For a multi-select a choice, which may stand behind the question.
  package let choice: String?
  package let proposal: HeadingProposal?

  package init(
    source: String, column: String, wording: String, choice: String? = nil,
    proposal: HeadingProposal?
  ) {
    self.source = source
    self.column = column
    self.wording = wording
    self.choice = choice
    self.proposal = proposal
  }
}

extension MissingColumn {
  /// What was expected and what is there instead, for a message.
  var expectation: String {
    var words = "a column '\(wording)'"
    if let choice { words += ", or one for each choice such as '\(wording) - \(choice)'" }
    guard let proposal else { return words }
    if let alternative = proposal.alternative {
      words += "; the nearest headings are '\(proposal.heading)' and '\(alternative)'"
    } else {
      words += "; the nearest heading is '\(proposal.heading)'"
    }
    if !proposal.tellingWords.isEmpty {
      let told = proposal.tellingWords.map { "'\($0)'" }.joined(separator: ", ")
      words += "; the meaning may have changed: \(told) in one of them only"
    }
    return words
  }

  /// The lines of `decisions/headings.csv` that would accept what is proposed.
  var acceptances: [String] {
    guard let proposal else { return [] }
    return [proposal.heading, proposal.alternative].compactMap(\.self).map { heading in
      [source, column, heading].map(csvField).joined(separator: ",") + ",,"
    }
  }
}

private func csvField(_ text: String) -> String {
  guard text.contains(where: { $0.isNewline || $0 == "," || $0 == "\"" }) else { return text }
  return "\"\(text.replacing("\"", with: "\"\""))\""
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
    case .columnMissing(let file, let line, let missing):
      """
      \(file):\(line): column-missing: expected \(missing.expectation)
      \(remedy(for: [missing]))
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
    case .several(let errors): description(of: errors)
    }
  }

  /// All errors; what can be done about missing columns stands once below them.
  private func description(of errors: [LoadError]) -> String {
    var lines: [String] = []
    var missing: [MissingColumn] = []
    for error in errors {
      if case .columnMissing(let file, let line, let column) = error {
        lines.append("\(file):\(line): column-missing: expected \(column.expectation)")
        missing.append(column)
      }
    }
    if !missing.isEmpty { lines.append(remedy(for: missing)) }
    for error in errors {
      if case .columnMissing = error { continue }
      lines.append(error.description)
    }
    return lines.joined(separator: "\n")
  }

  private func remedy(for missing: [MissingColumn]) -> String {
    var known: Set<String> = []
    let acceptances = missing.flatMap(\.acceptances).filter { known.insert($0).inserted }
    guard !acceptances.isEmpty else {
      return """
        Rename the column in the export, add the new heading under `header:` in the pipeline, or \
        mark it `optional: true`.
        """
    }
    return """
      If a heading asks the same in other words, add it under `header:` of the column in the \
      pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
      the heading:
      source,column,heading,accepted_by,on
      \(acceptances.joined(separator: "\n"))
      If it does not, rename the column in the export, or mark it `optional: true` in the pipeline.
      """
  }

  private func quoted(_ names: [String]) -> String {
    names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
  }
}
