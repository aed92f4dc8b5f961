/// One thing that is wrong in a pipeline or rules file, with its place.
package struct SpecError: Sendable, Hashable {
  /// Relative to the workspace.
  package let file: String
  /// From 1; 0 speaks of the file as a whole.
  package let line: Int
  /// From 1; 0 speaks of the line as a whole.
  package let column: Int
  package let message: String
  /// The line itself, for the caret; nil where there is none.
  package let text: String?
}

extension SpecError: CustomStringConvertible {
  package var description: String {
    guard line > 0 else { return "\(file): \(message)" }
    guard column > 0 else { return "\(file):\(line): \(message)" }
    var description = "\(file):\(line):\(column): \(message)"
    if let text {
      let number = String(line)
      let margin = String(repeating: " ", count: number.count)
      let indent = text.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
      let shown = text.count > 160 ? "\(text.prefix(160))…" : text
      description += "\n  \(number) | \(shown)\n  \(margin) | \(indent)^"
    }
    return description
  }
}

/// Everything that is wrong in a pipeline's files.
package struct InvalidSpec: Error, Sendable, Hashable, CustomStringConvertible {
  package let errors: [SpecError]

  package var description: String { errors.map(\.description).joined(separator: "\n") }
}
