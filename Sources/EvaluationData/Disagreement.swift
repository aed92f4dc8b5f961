/// A code that people gave to a response and other people did not, to be settled by talking.
package struct Disagreement: Sendable, Hashable {
  /// What was settled.
  package enum Decision: String, Sendable, Hashable {
    case open = ""
    /// The code applies.
    case yes
    case no
  }

  package let source: Named
  /// The response's id, or its file and line.
  package let response: String
  package let address: CellAddress
  /// What the person wrote; empty where the pipeline does not say which text was coded.
  package let text: String
  package let code: Named
  package let givenBy: [Named]
  package let notGivenBy: [Named]
  package let decision: Decision
  package let note: String

  package init(
    source: Named, response: String, address: CellAddress, text: String, code: Named,
    givenBy: [Named], notGivenBy: [Named], decision: Decision, note: String
  ) {
    self.source = source
    self.response = response
    self.address = address
    self.text = text
    self.code = code
    self.givenBy = givenBy
    self.notGivenBy = notGivenBy
    self.decision = decision
    self.note = note
  }
}

/// A row of the file in which people settle what coders differ on.
package struct Adjudication: Sendable, Hashable {
  package static let file = "decisions/adjudication.csv"
  /// The columns that are read.
  package static let header = ["source", "response", "text", "code", "decision", "note"]

  /// Its line in the file of decisions.
  package let line: Int
  package let source: String
  package let response: String
  package let text: String
  package let code: String
  /// As it was written.
  package let decision: String
  package let note: String

  /// The cells in the order of `header`.
  package init(line: Int, cells: [String]) {
    func cell(_ place: Int) -> String { place < cells.count ? trimmed(cells[place]) : "" }
    self.line = line
    source = cell(0)
    response = cell(1)
    text = cell(2)
    code = cell(3)
    decision = cell(4)
    note = cell(5)
  }

  /// What was settled; nil where the words say no such thing.
  package var answer: Disagreement.Decision? {
    switch decision.lowercased() {
    case "": .open
    case "yes", "y", "1": .yes
    case "no", "n", "0": .no
    default: nil
    }
  }

  package func problem(_ kind: ProblemKind, _ column: String, _ expected: String) -> Problem {
    Problem(
      kind, at: CellAddress(file: Adjudication.file, line: line, column: column),
      expected: expected)
  }
}

private func trimmed(_ text: String) -> String {
  let start = text.drop(while: \.isWhitespace)
  let kept = start.reversed().drop(while: \.isWhitespace)
  return String(kept.reversed())
}

extension String {
  /// Whether two texts are the same but for white space and the sign that keeps a spreadsheet from
  /// running one of them.
  package func isSame(as other: String) -> Bool { plainWords == other.plainWords }

  private var plainWords: [Substring] {
    let isMarked = ["'=", "'+", "'-", "'@"].contains(where: hasPrefix)
    return (isMarked ? dropFirst() : self[...]).split(whereSeparator: \.isWhitespace)
  }
}
