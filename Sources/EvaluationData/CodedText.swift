/// One place where a tagging rule found its pattern in a response.
package struct Match: Sendable, Hashable {
  // There are millions of matches in a large run: half the width, half the memory.
  private let storedRow: Int32
  private let storedCode: Int32
  private let storedRule: Int32
  private let storedStart: Int32
  private let storedEnd: Int32

  package init(row: Int, code: Int, rule: Int, start: Int, end: Int) {
    storedRow = Int32(row)
    storedCode = Int32(code)
    storedRule = Int32(rule)
    storedStart = Int32(start)
    storedEnd = Int32(end)
  }

  package var row: Int { Int(storedRow) }
  /// The code's place in the code frame.
  package var code: Int { Int(storedCode) }
  /// The rule's place among the code's rules, from 0.
  package var rule: Int { Int(storedRule) }
  /// The span in bytes of the response's UTF-8.
  package var start: Int { Int(storedStart) }
  package var end: Int { Int(storedEnd) }
}

/// The responses of one text column with the codes that they carry.
package struct CodedText: Sendable {
  package let source: String
  package let column: String
  /// For each row its codes; missing where there is no text.
  package let codes: ChoiceColumn
  /// The evidence, in order of row and place.
  package let matches: [Match]

  package init(source: String, column: String, codes: ChoiceColumn, matches: [Match]) {
    self.source = source
    self.column = column
    self.codes = codes
    self.matches = matches
  }
}
