/// A pattern of file names, in which `{site}` is a part that a column is made of.
package struct FilePattern: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case letters(String)
    case star
    /// `{name}`.
    case capture(String)
  }

  /// Why a text is no pattern, and where.
  struct Defect: Error {
    let message: String
    let offset: Int
  }

  let text: String
  private var parts: [Part] = []
  /// The names in braces, each with its place in the text.
  private(set) var captures: [Capture] = []

  struct Capture: Sendable, Hashable {
    let name: String
    let offset: Int
  }

  init(_ text: String) throws(Defect) {
    self.text = text
    var rest = text[...]
    while let sign = rest.first {
      let offset = text.distance(from: text.startIndex, to: rest.startIndex)
      switch sign {
      case "*":
        try add(.star, at: offset)
        rest = rest.dropFirst()
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw Defect(message: "the '{' lacks its '}'", offset: offset)
        }
        let name = String(rest[..<end].dropFirst())
        if captures.contains(where: { $0.name == name }) {
          throw Defect(message: "'{\(name)}' stands twice", offset: offset)
        }
        try add(.capture(name), at: offset)
        captures.append(Capture(name: name, offset: offset))
        rest = rest[rest.index(after: end)...]
      default:
        let letters = rest.prefix { $0 != "*" && $0 != "{" }
        try add(.letters(String(letters)), at: offset)
        rest = rest[letters.endIndex...]
      }
    }
    let place = text.firstIndex { $0 == "?" || $0 == "[" }
    if let place, !captures.isEmpty {
      throw Defect(
        message: "'\(text[place])' does not go with names in braces",
        offset: text.distance(from: text.startIndex, to: place))
    }
  }

  private mutating func add(_ part: Part, at offset: Int) throws(Defect) {
    // Two parts of any letters side by side could be cut anywhere.
    switch (parts.last, part) {
    case (.capture, .capture), (.capture, .star), (.star, .capture):
      throw Defect(message: "letters must stand between this and what is before it", offset: offset)
    default: parts.append(part)
    }
  }

  /// The pattern as the file system understands it.
  var glob: String {
    parts.map { part in
      switch part {
      case .letters(let letters): letters
      case .star, .capture: "*"
      }
    }.joined()
  }

  /// Every way to cut a path so that it fits: the text of each name.
  func cuts(of path: String) -> Set<[String: String]> {
    guard !captures.isEmpty else { return [[:]] }
    return cuts(of: path[...], parts[...])
  }

  private func cuts(of path: Substring, _ parts: ArraySlice<Part>) -> Set<[String: String]> {
    guard let part = parts.first else { return path.isEmpty ? [[:]] : [] }
    let rest = parts.dropFirst()
    switch part {
    case .letters(let letters):
      return path.hasPrefix(letters) ? cuts(of: path.dropFirst(letters.count), rest) : []
    case .star:
      return ends(in: path, atLeast: 0).reduce(into: []) {
        $0.formUnion(cuts(of: path[$1...], rest))
      }
    case .capture(let name):
      return ends(in: path, atLeast: 1).reduce(into: []) { cuts, end in
        for var cut in self.cuts(of: path[end...], rest) {
          cut[name] = String(path[..<end])
          cuts.insert(cut)
        }
      }
    }
  }

  /// Where a part of any letters may end; it lies in one folder.
  private func ends(in path: Substring, atLeast count: Int) -> [String.Index] {
    let most = path.prefix { $0 != "/" }
    return (most.indices + [most.endIndex]).filter {
      path.distance(from: path.startIndex, to: $0) >= count
    }
  }
}
