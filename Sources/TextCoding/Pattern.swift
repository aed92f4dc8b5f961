/// Words to be found in a row, as a tagging rule writes them.
///
/// `*` at an end of a word stands for any letters, `(a|b)` for one of several
/// words, `[a]` for a word that may be absent, `<3>` for up to three words in
/// between, `<~3>` for the same in any order, `^` and `$` for the start and the
/// end of the response.
package struct Pattern: Sendable, Hashable {
  struct Word: Sendable, Hashable {
    /// Folded, without the stars.
    let letters: [UInt8]
    let isOpenAtStart: Bool
    let isOpenAtEnd: Bool
  }

  enum Element: Sendable, Hashable {
    case word([Word], isOptional: Bool)
    case gap(Int)
    /// What stands before it may also stand behind, with up to so many words in between.
    case near(Int)
  }

  package let text: String
  var elements: [Element]
  let isAnchoredAtStart: Bool
  let isAnchoredAtEnd: Bool
}

/// What is wrong with a pattern, and at which of its characters.
package struct PatternError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    case empty
    case unclosed(Character)
    case emptyAlternative
    case severalWords
    case badGap
    case gapAtEdge
    case nearNothing
    case unequalGaps
    case tooManyOrders
    case starInside
    case anchorInside
    case misplaced(Character)
    case noFixedWord
    case listInOne(Character)
    case expressionSign(Character)
    case sentenceEnd(Character)
    case tooLong
  }

  package let kind: Kind
  /// Counted from 0.
  package let offset: Int

  package var description: String {
    switch kind {
    case .empty: "the pattern is empty"
    case .unclosed(let bracket): "'\(bracket)' is never closed"
    case .emptyAlternative: "an alternative between '(' , '|' and ')' is empty"
    case .severalWords: "an alternative may be one word only; write several patterns instead"
    case .badGap: "a gap is written <n> or <~n>, with n from 1 to 20"
    case .gapAtEdge: "a gap must stand between two words, or beside '^' or '$'"
    case .nearNothing: "on both sides of <~n> there must be a word that may not be absent"
    case .unequalGaps: "all <~n> of a pattern must have the same number"
    case .tooManyOrders: "a pattern may have three <~n> at most"
    case .starInside: "'*' may stand at the start or the end of a word only"
    case .anchorInside: "'^' may stand at the start only, and '$' at the end only"
    case .misplaced(let mark): "'\(mark)' may not stand here"
    case .noFixedWord: "the words that must be there need two letters or more"
    case .listInOne(let mark):
      "'\(mark)' does not part patterns: write each by itself, as in [\"bus*\", \"train*\"]"
    case .expressionSign(let mark):
      "'\(mark)' means nothing in a pattern; regular expressions stand under 'regex'"
    case .sentenceEnd(let mark):
      "a sentence ends at '\(mark)', and no pattern finds words of two; leave it out"
    case .tooLong: "a pattern may have \(Pattern.mostLetters) letters at most"
    }
  }
}

extension Pattern {
  fileprivate static let mostLetters = 1000

  package init(_ text: String) throws(PatternError) {
    guard text.count <= Pattern.mostLetters else {
      throw PatternError(kind: .tooLong, offset: Pattern.mostLetters)
    }
    var parser = PatternParser(text)
    try parser.parse()
    self.text = text
    elements = parser.elements
    isAnchoredAtStart = parser.isAnchoredAtStart
    isAnchoredAtEnd = parser.isAnchoredAtEnd
  }
}

extension Pattern {
  /// The patterns without `near` for which this one is short: one for each order of its parts.
  var orders: [Pattern] {
    var size = 0
    let parts = elements.split { element in
      if case .near(let words) = element { size = words }
      return if case .near = element { true } else { false }
    }
    guard parts.count > 1 else { return [self] }
    return Pattern.permutations(parts.map(Array.init)).map { order in
      var pattern = self
      pattern.elements = Array(order.joined(separator: [.gap(size)]))
      return pattern
    }
  }

  private static func permutations<Item>(_ items: [Item]) -> [[Item]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}

private struct PatternParser {
  /// The signs that mean something in a pattern; none can be part of a word.
  private static let marks: Set<Character> = ["^", "$", "<", ">", "[", "]", "(", ")", "|"]

  private let characters: [Character]
  private var index = 0
  private(set) var elements: [Pattern.Element] = []
  private(set) var isAnchoredAtStart = false
  private(set) var isAnchoredAtEnd = false

  init(_ text: String) { characters = Array(text) }

  mutating func parse() throws(PatternError) {
    while index < characters.count {
      switch characters[index] {
      case " ": index += 1
      case "^":
        guard index == 0 else { throw PatternError(kind: .anchorInside, offset: index) }
        isAnchoredAtStart = true
        index += 1
      case "$":
        guard index == characters.count - 1 else {
          throw PatternError(kind: .anchorInside, offset: index)
        }
        isAnchoredAtEnd = true
        index += 1
      case "<": try parseGap()
      case "[": try parseOptional()
      case "(": elements.append(.word(try parseAlternatives(), isOptional: false))
      case let mark where PatternParser.marks.contains(mark):
        throw PatternError(kind: .misplaced(mark), offset: index)
      default: try parseWords()
      }
    }
    try check()
  }

  private func check() throws(PatternError) {
    guard !elements.isEmpty else { throw PatternError(kind: .empty, offset: 0) }
    if case .gap = elements.first, !isAnchoredAtStart {
      throw PatternError(kind: .gapAtEdge, offset: 0)
    }
    if case .gap = elements.last, !isAnchoredAtEnd {
      throw PatternError(kind: .gapAtEdge, offset: characters.count - 1)
    }
    try checkParts()
    let fixedLetters = elements.reduce(0) { sum, element in
      guard case .word(let words, isOptional: false) = element else { return sum }
      return sum + (words.map(\.letters.count).min() ?? 0)
    }
    guard fixedLetters >= 2 else { throw PatternError(kind: .noFixedWord, offset: 0) }
  }

  /// Each part beside a `near` must begin and end with a word and hold one that is always there.
  private func checkParts() throws(PatternError) {
    let sizes = elements.compactMap { if case .near(let size) = $0 { size } else { nil } }
    guard let size = sizes.first else { return }
    // The sign itself is where the pattern goes wrong.
    let place = characters.firstIndex(of: "~").map { $0 - 1 } ?? 0
    guard sizes.allSatisfy({ $0 == size }) else {
      throw PatternError(kind: .unequalGaps, offset: place)
    }
    guard sizes.count <= 3 else { throw PatternError(kind: .tooManyOrders, offset: place) }
    let parts = elements.split(omittingEmptySubsequences: false) {
      if case .near = $0 { true } else { false }
    }
    for part in parts {
      guard
        part.contains(where: { if case .word(_, isOptional: false) = $0 { true } else { false } })
      else { throw PatternError(kind: .nearNothing, offset: place) }
      if case .gap = part.first { throw PatternError(kind: .gapAtEdge, offset: place) }
      if case .gap = part.last { throw PatternError(kind: .gapAtEdge, offset: place) }
    }
  }

  private mutating func take(until closing: Character) throws(PatternError) -> String {
    let open = index
    guard let end = characters[open...].firstIndex(of: closing) else {
      throw PatternError(kind: .unclosed(characters[open]), offset: open)
    }
    index = end + 1
    return String(characters[(open + 1)..<end])
  }

  private mutating func parseGap() throws(PatternError) {
    let start = index
    let inner = try take(until: ">")
    let isNear = inner.hasPrefix("~")
    guard let size = Int(isNear ? String(inner.dropFirst()) : inner), (1...20).contains(size)
    else { throw PatternError(kind: .badGap, offset: start) }
    elements.append(isNear ? .near(size) : .gap(size))
  }

  private mutating func parseOptional() throws(PatternError) {
    let start = index
    var inner = try take(until: "]")
    if inner.hasPrefix("("), inner.hasSuffix(")") { inner = String(inner.dropFirst().dropLast()) }
    elements.append(.word(try alternatives(inner, at: start), isOptional: true))
  }

  private mutating func parseAlternatives() throws(PatternError) -> [Pattern.Word] {
    let start = index
    return try alternatives(try take(until: ")"), at: start)
  }

  private func alternatives(
    _ text: String, at start: Int
  ) throws(PatternError) -> [Pattern.Word] {
    if let mark = text.first(where: { $0 != "|" && PatternParser.marks.contains($0) }) {
      throw PatternError(kind: .misplaced(mark), offset: start)
    }
    var words: [Pattern.Word] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let found = try self.words(String(part), at: start)
      guard let word = found.first else {
        throw PatternError(kind: .emptyAlternative, offset: start)
      }
      guard found.count == 1 else { throw PatternError(kind: .severalWords, offset: start) }
      words.append(word)
    }
    return words
  }

  private mutating func parseWords() throws(PatternError) {
    let start = index
    while index < characters.count, characters[index] != " ",
      !PatternParser.marks.contains(characters[index])
    {
      index += 1
    }
    let text = characters[start..<index]
    if let mark = text.last, ".!…".contains(mark),
      characters[index...].contains(where: { $0 != " " })
    {
      throw PatternError(kind: .sentenceEnd(mark), offset: index - 1)
    }
    for word in try words(String(text), at: start) {
      elements.append(.word([word], isOptional: false))
    }
  }

  /// The words of a stretch of pattern: it may be several where a hyphen parts them.
  private func words(_ text: String, at start: Int) throws(PatternError) -> [Pattern.Word] {
    for (place, mark) in text.enumerated() {
      if mark == "," || mark == ";" {
        throw PatternError(kind: .listInOne(mark), offset: start + place)
      }
      if mark == "?" || mark == "\\" {
        throw PatternError(kind: .expressionSign(mark), offset: start + place)
      }
    }
    var response = FoldedResponses()
    // A star is no letter: it is looked for beside the words found.
    let bytes = Array(text.utf8)
    response.append(bytes.span, row: 0)
    let found = (0..<response.words.count).map { response.words[$0] }
    for (place, byte) in bytes.enumerated() where byte == 0x2A {
      let starts = found.contains { $0.start == place + 1 }
      let ends = found.contains { $0.end == place }
      guard starts != ends else { throw PatternError(kind: .starInside, offset: start) }
    }
    return found.map { word in
      Pattern.Word(
        letters: (word.foldedStart..<word.foldedEnd).map { response.bytes[Int($0)] },
        isOpenAtStart: word.start > 0 && bytes[Int(word.start) - 1] == 0x2A,
        isOpenAtEnd: word.end < bytes.count && bytes[Int(word.end)] == 0x2A)
    }
  }
}
