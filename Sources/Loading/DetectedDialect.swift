/// How a file separates its cells, as decided from its first bytes.
package struct DetectedDialect: Sendable, Hashable {
  /// Nil when the file has one column and nothing separates.
  package let delimiter: UInt8?
  /// Nil when no quoted cell was seen.
  ///
  /// That is no promise for the rest of the file: a reader goes on taking the
  /// quotation mark of RFC 4180 for one.
  package let quote: UInt8?
  package let escape: Escape
  package let lineEnding: LineEnding
  /// Whether the first line is `sep=;` or its like: no part of the table.
  package let hasSeparatorLine: Bool
  package let evidence: Evidence

  /// How a quotation mark stands inside a quoted cell.
  package enum Escape: String, Sendable, Hashable {
    case none
    case doubled
    case backslash
  }

  /// What ends the records; line ends inside quoted cells do not count.
  package enum LineEnding: String, Sendable, Hashable {
    case none
    case lineFeed = "lf"
    case carriageReturn = "cr"
    case both = "crlf"
    case mixed

    /// In words for people.
    package var wording: String {
      switch self {
      case .none: "none"
      case .lineFeed: "LF, as on Linux and macOS"
      case .carriageReturn: "CR, as on old Macintoshes"
      case .both: "CR LF, as on Windows"
      case .mixed: "of several kinds"
      }
    }
  }

  /// Why the delimiter is the one it is.
  package enum Evidence: Sendable, Hashable {
    case stated
    case separatorLine
    /// Under it the file has the headings of a survey tool.
    case surveyTool(SurveyTool)
    case widths(cells: Int, agreeing: Int, records: Int)
    case oneColumn(records: Int)
    case noText
  }

  /// The word for a delimiter; nil is no delimiter at all.
  package static func name(of delimiter: UInt8?) -> String {
    switch delimiter {
    case nil: "none"
    case 0x09: "tab"
    case 0x20: "space"
    case 0x2C: "comma"
    case 0x3A: "colon"
    case 0x3B: "semicolon"
    case 0x7C: "pipe"
    case 0x5E: "caret"
    case 0x7E: "tilde"
    case 0x2F: "slash"
    case .some(let byte) where byte > 0x20 && byte < 0x7F: String(UnicodeScalar(byte))
    case .some(let byte): "0x" + String(byte, radix: 16, uppercase: true)
    }
  }
}

extension DetectedDialect.Evidence: CustomStringConvertible {
  package var description: String {
    switch self {
    case .stated: "the pipeline states it"
    case .surveyTool(let tool): "under it the headings are those of \(tool.label)"
    case .separatorLine: "the first line of the file states it"
    case .widths(let cells, let agreeing, let records):
      "\(agreeing) of the first \(records) records have \(cells) cells"
    case .oneColumn(let records): "nothing splits the first \(records) records alike"
    case .noText: "there is no text to tell from"
    }
  }
}

/// What the pipeline states about a dialect; the rest is detected.
package struct FixedDialect: Sendable, Hashable {
  package let delimiter: UInt8?
  package let quote: UInt8?
  /// Why the delimiter is fixed.
  package let evidence: DetectedDialect.Evidence

  package init(
    delimiter: UInt8? = nil, quote: UInt8? = nil, evidence: DetectedDialect.Evidence = .stated
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.evidence = evidence
  }
}
