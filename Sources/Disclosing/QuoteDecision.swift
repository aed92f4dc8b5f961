import EvaluationData

/// A row of the file in which people decide on quotes.
package struct QuoteDecision: Sendable, Hashable {
  package static let file = "decisions/quotes.csv"
  package static let header = [
    "quote_id", "source", "file", "line", "code", "quote", "attributes", "decision", "use_instead",
  ]

  /// Its line in the file of decisions.
  package let line: Int
  let id: String
  let source: String
  let place: CellAddress
  let code: String
  let text: String
  let attributes: String
  /// The word of the decision, in small letters.
  private(set) var word: String
  private(set) var useInstead: String

  /// The cells in the order of the header.
  package init(line: Int, cells: [String]) {
    func cell(_ place: Int) -> String {
      place < cells.count ? collapsed(cells[place]) : ""
    }
    self.line = line
    id = cell(0)
    source = cell(1)
    place = CellAddress(file: cell(2), line: Int(cell(3)) ?? 0)
    code = cell(4)
    text = cell(5)
    attributes = cell(6)
    word = cell(7).lowercased()
    useInstead = cell(8)
  }

  /// What was decided; nil where the words say no such thing.
  ///
  /// Another text alone accepts the quote in that text.
  var answer: QuoteToCheck.Decision? {
    switch word {
    case "yes", "y": .yes
    case "no", "n": useInstead.isEmpty ? .no : nil
    case "": useInstead.isEmpty ? .open : .yes
    default: nil
    }
  }

  /// The same as if nobody had answered.
  var reopened: QuoteDecision {
    var reopened = self
    reopened.word = ""
    reopened.useInstead = ""
    return reopened
  }

  func problem(_ kind: ProblemKind, _ column: String, _ expected: String) -> Problem {
    Problem(
      kind, at: CellAddress(file: QuoteDecision.file, line: line, column: column),
      expected: expected)
  }
}

/// The text with single blanks in place of all white space, and none at its ends.
func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
