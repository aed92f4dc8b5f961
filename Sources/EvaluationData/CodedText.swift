/// One place where a tagging rule found its pattern in a response.
package struct Match: Sendable, Hashable {
  package let row: Int
  /// The code's place in the code frame.
  package let code: Int
  /// The rule's place among the code's rules, from 0.
  package let rule: Int
  /// The span in bytes of the response's UTF-8.
  package let start: Int
  package let end: Int

  package init(row: Int, code: Int, rule: Int, start: Int, end: Int) {
    self.row = row
    self.code = code
    self.rule = rule
    self.start = start
    self.end = end
  }
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
