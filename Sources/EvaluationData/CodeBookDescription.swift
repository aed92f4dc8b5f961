// The one text that other programs have for a code, where a code book has several.

extension CodeBook.Entry {
  private typealias List = (
    title: String, items: any WritableKeyPath<CodeBook.Entry, [String]> & Sendable
  )

  private static let lists: [List] = [
    ("Give it for:", \.include), ("Do not give it for:", \.exclude),
    ("Examples:", \.examples), ("Not this code:", \.counterexamples),
  ]

  /// The definition, and below it each list under a heading of its own.
  package var description: String {
    let lists = CodeBook.Entry.lists.filter { !self[keyPath: $0.items].isEmpty }
      .map { title, items in
        ([title] + self[keyPath: items].map { "- \($0)" }).joined(separator: "\n")
      }
    return ((definition.isEmpty ? [] : [definition]) + lists).joined(separator: "\n\n")
  }

  /// Takes a description apart that was put together so; any other is a definition.
  package mutating func read(description: String) {
    var paragraphs: [String] = []
    for paragraph in description.paragraphs {
      let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false)
      if let list = CodeBook.Entry.lists.first(where: { $0.title == lines[0] }),
        lines.count > 1, lines.dropFirst().allSatisfy({ $0.hasPrefix("- ") })
      {
        self[keyPath: list.items] += lines.dropFirst().map { String($0.dropFirst(2)) }
      } else {
        paragraphs.append(paragraph)
      }
    }
    definition = paragraphs.joined(separator: "\n\n")
  }
}

extension String {
  /// What stands between blank lines, without white space around it.
  fileprivate var paragraphs: [String] {
    var paragraphs: [[String]] = [[]]
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = String(line.trimmed)
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...end]
  }
}
