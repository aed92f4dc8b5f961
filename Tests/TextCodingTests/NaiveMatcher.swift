/// The pattern language once more, as plainly as can be: no folding ahead, no
/// literals, a list of every way in which a pattern can go on.
///
/// It shares nothing with the engine, so that the two can be compared.
struct NaivePattern {
  struct Stem {
    let letters: String
    let isOpenAtStart: Bool
    let isOpenAtEnd: Bool

    var text: String { (isOpenAtStart ? "*" : "") + letters + (isOpenAtEnd ? "*" : "") }

    func matches(_ word: String) -> Bool {
      switch (isOpenAtStart, isOpenAtEnd) {
      case (false, false): word == letters
      case (false, true): word.hasPrefix(letters)
      case (true, false): word.hasSuffix(letters)
      case (true, true):
        word.indices.contains { word[$0...].hasPrefix(letters) }
      }
    }
  }

  enum Part {
    case word([Stem], isOptional: Bool)
    case gap(Int)
    /// The parts beside it may stand in any order.
    case near(Int)

    var text: String {
      switch self {
      case .gap(let size): "<\(size)>"
      case .near(let size): "<~\(size)>"
      case .word(let stems, let isOptional):
        if isOptional {
          stems.count == 1
            ? "[\(stems[0].text)]" : "[(\(stems.map(\.text).joined(separator: "|")))]"
        } else {
          stems.count == 1 ? stems[0].text : "(\(stems.map(\.text).joined(separator: "|")))"
        }
      }
    }
  }

  var parts: [Part]
  var isAnchoredAtStart = false
  var isAnchoredAtEnd = false

  var text: String {
    (isAnchoredAtStart ? "^" : "") + parts.map(\.text).joined(separator: " ")
      + (isAnchoredAtEnd ? "$" : "")
  }

  /// Word ranges: for each order of its parts leftmost first, none overlapping another.
  func matches(in words: [NaiveWord]) -> [Range<Int>] {
    let orders = orders
    guard orders.count > 1 else { return matchesInThisOrder(in: words) }
    return orders.flatMap { $0.matchesInThisOrder(in: words) }
  }

  private var orders: [NaivePattern] {
    guard
      let place = parts.firstIndex(where: { if case .near = $0 { true } else { false } }),
      case .near(let size) = parts[place]
    else { return [self] }
    let (first, second) = (parts[..<place], parts[(place + 1)...])
    return [first + [.gap(size)] + second, second + [.gap(size)] + first].map { parts in
      var pattern = self
      pattern.parts = Array(parts)
      return pattern
    }
  }

  private func matchesInThisOrder(in words: [NaiveWord]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < words.count {
      if isAnchoredAtStart, start > 0 { break }
      let ends = ends(parts[...], from: start, in: words, sentence: words[start].sentence)
        .filter { !isAnchoredAtEnd || $0 == words.count }
      if let end = ends.first {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// Every place where the parts can end, the preferred first: optional words are
  /// taken where they can be, gaps skip as few as they can.
  private func ends(
    _ parts: ArraySlice<Part>, from index: Int, in words: [NaiveWord], sentence: Int
  ) -> [Int] {
    guard let part = parts.first else { return [index] }
    let rest = parts.dropFirst()
    func isHere(_ index: Int) -> Bool {
      index < words.count && words[index].sentence == sentence
    }
    switch part {
    case .gap(let size), .near(let size):
      var found: [Int] = []
      for skipped in 0...size {
        if skipped > 0, !isHere(index + skipped - 1) { break }
        found += ends(rest, from: index + skipped, in: words, sentence: sentence)
      }
      return found
    case .word(let stems, let isOptional):
      var found: [Int] = []
      if isHere(index), stems.contains(where: { $0.matches(words[index].folded) }) {
        found = ends(rest, from: index + 1, in: words, sentence: sentence)
      }
      return isOptional
        ? found + ends(rest, from: index, in: words, sentence: sentence) : found
    }
  }
}

extension NaivePattern {
  /// Whether it has a word for each word of the negator that must be there.
  func holds(_ negator: NaivePattern) -> Bool {
    let own = stems(optionalToo: true).joined()
    return negator.stems(optionalToo: false).allSatisfy { wanted in
      wanted.contains { stem in
        own.contains { $0.matches(stem.letters) || stem.matches($0.letters) }
      }
    }
  }

  private func stems(optionalToo: Bool) -> [[Stem]] {
    parts.compactMap { part in
      guard case .word(let stems, let isOptional) = part, optionalToo || !isOptional
      else { return nil }
      return stems
    }
  }
}

/// A word with its place in the bytes of the text, and its sentence.
struct NaiveWord {
  var folded = ""
  let start: Int
  var end: Int
  let sentence: Int

  /// The words of a text, letter by letter.
  static func words(of text: String) -> [NaiveWord] {
    let letters = Array(text)
    func isLetter(_ place: Int) -> Bool {
      letters.indices.contains(place) && (letters[place].isLetter || letters[place].isNumber)
    }
    func isDigit(_ place: Int) -> Bool { isLetter(place) && letters[place].isNumber }
    var words: [NaiveWord] = []
    var sentence = 0
    var offset = 0
    for (place, letter) in letters.enumerated() {
      let isInside = words.last?.end == offset && isLetter(place - 1)
      let isApostrophe = isInside && isLetter(place + 1) && "'’".contains(letter)
      let end = offset + letter.utf8.count
      if isLetter(place) || isApostrophe {
        let folded = isApostrophe ? "'" : letter.lowercased()
        if words.last?.end == offset {
          words[words.count - 1].folded += folded
          words[words.count - 1].end = end
        } else {
          words.append(NaiveWord(folded: folded, start: offset, end: end, sentence: sentence))
        }
      } else if ".!?…\n".contains(letter),
        !(letter == "." && isDigit(place - 1) && isDigit(place + 1))
      {
        sentence += 1
      }
      offset = end
    }
    return words
  }
}
