/// A code frame as people read, discuss and exchange it.
package struct CodeBook: Sendable, Hashable {
  /// One code; a code comes after the code that it is a part of.
  package struct Entry: Sendable, Hashable {
    package let name: Named
    /// A UUID, by which other programs know the code again.
    package let id: String
    /// The place of the code that it is a part of.
    package var parent: Int?
    package var definition = ""
    /// What it is to be given for, and what it is not to be given for.
    package var include: [String] = []
    package var exclude: [String] = []
    package var examples: [String] = []
    package var counterexamples: [String] = []
    /// As `#rrggbb`.
    package var colour: String?
    package var outcomes: [String] = []
    package var themes: [String] = []
    /// What the tagging rules look for.
    package var patterns: [String] = []

    package init(name: Named, id: String) {
      self.name = name
      self.id = id
    }
  }

  package let title: String
  package let entries: [Entry]

  package init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  /// The places of the codes that are part of one, or of none.
  package func parts(of parent: Int?) -> [Int] {
    entries.indices.filter { entries[$0].parent == parent }
  }

  /// The places of all codes, each before its parts, with how deep it stands.
  package var outline: [(entry: Int, depth: Int)] { outline(of: nil, depth: 0) }

  private func outline(of parent: Int?, depth: Int) -> [(entry: Int, depth: Int)] {
    parts(of: parent).flatMap { [($0, depth)] + outline(of: $0, depth: depth + 1) }
  }
}
