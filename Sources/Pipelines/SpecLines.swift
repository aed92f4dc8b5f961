import Yams

/// Line and column, both from 1.
struct SpecPlace {
  let line: Int
  let column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init?(_ mark: Mark?) {
    guard let mark else { return nil }
    (line, column) = (mark.line, mark.column)
  }
}

/// The lines of the files that together are one document, numbered through.
///
/// A node knows its line but not its file; so each file begins where the one before ends.
struct SpecLines {
  private struct Part {
    let file: String
    /// How many lines all files before it have.
    let linesBefore: Int
    let lines: [Substring]
  }

  private var parts: [Part] = []

  init(file: String, text: String) { _ = append(file: file, text: text) }

  /// Adds a file; returns the blank lines to put before its text, so that its lines are
  /// numbered on from those before.
  mutating func append(file: String, text: String) -> String {
    let before = parts.last.map { $0.linesBefore + $0.lines.count } ?? 0
    parts.append(
      Part(
        file: file, linesBefore: before,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
    return String(repeating: "\n", count: before)
  }

  private func part(of line: Int) -> Part { parts.last { $0.linesBefore < line } ?? parts[0] }

  func file(of line: Int) -> String { part(of: line).file }

  func text(of line: Int) -> Substring? {
    let part = part(of: line)
    let index = line - part.linesBefore - 1
    return part.lines.indices.contains(index) ? part.lines[index] : nil
  }

  /// What the file that was read last is written in.
  var language: String { parts[parts.count - 1].file.hasSuffix(".json") ? "JSON" : "YAML" }

  /// A line and those behind it in the same file.
  func following(_ line: Int) -> Range<Int> {
    let part = part(of: line)
    return line..<max(line, part.linesBefore + part.lines.count + 1)
  }

  /// Without a place, the message is about the file that was read last.
  func error(_ message: String, at place: SpecPlace?) -> SpecError {
    guard let place else {
      return SpecError(
        file: parts[parts.count - 1].file, line: 0, column: 0, message: message, text: nil)
    }
    let part = part(of: place.line)
    return SpecError(
      file: part.file, line: place.line - part.linesBefore, column: place.column,
      message: message, text: text(of: place.line).map(String.init))
  }
}
