/// One defect of the data.
///
/// A problem is a result, not an error: the run goes on.
package struct Problem: Sendable, Hashable {
  package let kind: ProblemKind
  package let address: CellAddress
  /// What should have stood there, in words; never the cell's own text.
  package let expected: String
  /// The cell's text, for `problems.csv` in the internal folder and nowhere else.
  package let value: String?

  package init(
    _ kind: ProblemKind, at address: CellAddress, expected: String, value: String? = nil
  ) {
    self.kind = kind
    self.address = address
    self.expected = expected
    self.value = value
  }
}

extension Problem: CustomStringConvertible {
  /// Leaves the cell's text out: an answer may identify a person.
  package var description: String {
    var place = address.file
    if address.line > 0 { place += ":\(address.line)" }
    if let column = address.column { place += ": column '\(column)'" }
    return "\(place): \(kind.rawValue): expected \(expected)"
  }
}

/// What a stage returns: its value and every problem it met.
package struct Checked<Value: Sendable>: Sendable {
  package let value: Value
  package let problems: [Problem]

  package init(_ value: Value, problems: [Problem] = []) {
    self.value = value
    self.problems = problems
  }
}
