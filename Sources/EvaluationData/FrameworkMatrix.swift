/// What was said in each case about each theme, as in framework analysis.
///
/// It holds what people wrote: it is for the team alone.
///
/// - Reference: Ritchie & Spencer (1994), Qualitative data analysis for applied policy research,
///   in Bryman & Burgess (eds), Analyzing qualitative data.
package struct FrameworkMatrix: Sendable, Hashable {
  /// One column.
  package struct Theme: Sendable, Hashable {
    package let name: Named
    /// The uppermost code that it is a part of, or itself.
    package let group: Named

    package init(name: Named, group: Named) {
      self.name = name
      self.group = group
    }
  }

  /// What was said once, in full.
  package struct Response: Sendable, Hashable {
    /// By which a cell of the matrix refers to it.
    package let id: String
    package let address: CellAddress
    package let caseName: String
    package let text: String
    package let codes: [Named]

    package init(
      id: String, address: CellAddress, caseName: String, text: String, codes: [Named]
    ) {
      self.id = id
      self.address = address
      self.caseName = caseName
      self.text = text
      self.codes = codes
    }
  }

  /// What one case said about one theme.
  package struct Cell: Sendable, Hashable {
    /// Each on one line, with the id of its response; at the end how many more there are.
    package var lines: [String] = []
    /// The place of the first of its responses.
    package var firstResponse: Int?
    package var responseCount = 0
    /// What an analyst wrote about it; empty where nobody has.
    package var summary = ""
    /// Whether what was said has changed since the summary was written.
    package var isStale = false

    package init() {}

    package var isEmpty: Bool { lines.isEmpty && summary.isEmpty }
  }

  package let source: Named
  /// What a case is, such as a site.
  package let caseLabel: String
  package let themes: [Theme]
  package let cases: [String]
  /// By case, then by theme.
  package var cells: [[Cell]]
  /// Case by case.
  package let responses: [Response]

  package init(
    source: Named, caseLabel: String, themes: [Theme], cases: [String], cells: [[Cell]],
    responses: [Response]
  ) {
    self.source = source
    self.caseLabel = caseLabel
    self.themes = themes
    self.cases = cases
    self.cells = cells
    self.responses = responses
  }
}

extension FrameworkMatrix {
  /// The words of the three rows that each case has.
  package static let summaryRow = "Summary"
  package static let verbatimRow = "What was said"
  package static let linkRow = "In full"

  /// How a line begins that holds what was said, and one that says how much is left out.
  package static let verbatimMark = "• "
  package static let restMark = "… and "

  /// How many letters of what was said a cell holds; Excel takes 32,767.
  package static let mostLetters = 30_000

  /// What tells whether lines say what they said, wherever their responses stand now.
  ///
  /// Of lines that hold what was said, without the id at their end; in the order of the texts.
  package static func basis(of lines: [String]) -> String {
    let texts = lines.compactMap { line -> String? in
      if line.hasPrefix(restMark) { return line }
      guard line.hasPrefix(verbatimMark) else { return nil }
      guard line.last == "]", let id = line.lastIndex(of: "[") else { return line }
      return String(line[..<id])
    }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.sorted()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in texts.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A row in which an analyst summarises what a case said about a theme.
package struct FrameworkSummary: Sendable, Hashable {
  /// The columns of `decisions/summaries.csv`; the last may be missing.
  package static let header = ["case", "theme", "summary", "basis"]

  package let address: CellAddress
  /// In words, as the matrix shows them.
  package let caseName: String
  package let theme: String
  package let text: String
  /// Of the lines that it was written from; nil where that is not told.
  package let basis: String?

  package init(
    address: CellAddress, caseName: String, theme: String, text: String, basis: String?
  ) {
    self.address = address
    self.caseName = caseName
    self.theme = theme
    self.text = text
    self.basis = basis
  }
}
