/// How a frame tells that something is denied.
package struct Negation: Sendable, Hashable {
  /// Words such as "not"; any pattern will do.
  package var negators: [Pattern] = []
  /// Words such as "but", behind which a negator no longer counts.
  package var ends: [Pattern] = []
  /// How many words before a match are looked at.
  package var window = 3

  package init() {}
}

/// What becomes of the matches of a rule that are denied, and of those that are not.
package enum Negated: Sendable, Hashable {
  /// All count.
  case ignore
  /// Those that are denied do not count.
  case drop
  /// Only those that are denied count.
  case only
}

extension Pattern {
  /// Whether the pattern itself holds all words of a negator, as `not heard` does.
  func holds(_ negator: Pattern) -> Bool {
    let own = fixedAndOptionalWords.flatMap { $0 }
    return negator.orders[0].fixedWords.allSatisfy { alternatives in
      alternatives.contains { word in own.contains { $0.meets(word) } }
    }
  }

  private var fixedAndOptionalWords: [[Word]] {
    elements.compactMap { if case .word(let words, _) = $0 { words } else { nil } }
  }

  private var fixedWords: [[Word]] {
    elements.compactMap { element in
      if case .word(let words, isOptional: false) = element { words } else { nil }
    }
  }
}

extension Pattern.Word {
  /// Whether one of the two finds the letters of the other.
  fileprivate func meets(_ other: Pattern.Word) -> Bool {
    matches(other.letters) || other.matches(letters)
  }
}

/// Where negators stand in one response.
struct NegatorPlaces: ~Copyable {
  /// By word: where the last negator begins that ends with it; -1 without one.
  private var begins = FlatList<Int32>()
  /// By word: where the first end of a negation is over that begins with it; -1 without one.
  private var ends = FlatList<Int32>()
  private var firstWord = 0
  private var window = 0

  mutating func prepare(_ response: FoldedResponses.Response, window: Int) {
    self.window = window
    firstWord = response.words.lowerBound
    begins.removeAll()
    ends.removeAll()
    for _ in response.words {
      begins.append(-1)
      ends.append(-1)
    }
  }

  mutating func add(negator words: Range<Int>) {
    let last = words.upperBound - 1 - firstWord
    begins[last] = max(begins[last], Int32(words.lowerBound))
  }

  mutating func add(end words: Range<Int>) {
    let first = words.lowerBound - firstWord
    let over = Int32(words.upperBound)
    ends[first] = ends[first] < 0 ? over : min(ends[first], over)
  }

  /// Whether a negator stands before the words, or, if it may, among them.
  func deny(
    _ words: Range<Int>, alsoInside: Bool, of responses: borrowing FoldedResponses
  ) -> Bool {
    guard !words.isEmpty else { return false }
    let sentence = responses.words[words.lowerBound].sentence
    for word in stride(from: words.lowerBound - 1, through: firstWord, by: -1)
      .prefix(window)
    {
      if responses.words[word].sentence != sentence { break }
      if begins[word - firstWord] >= 0 { return true }
      let over = ends[word - firstWord]
      if over >= 0, Int(over) <= words.lowerBound { break }
    }
    guard alsoInside else { return false }
    for word in words where Int(begins[word - firstWord]) >= words.lowerBound { return true }
    return false
  }
}
