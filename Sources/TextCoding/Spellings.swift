/// Words that are spelled in several ways, declared once for all patterns.
package struct Spellings: Sendable, Hashable {
  /// The spellings of one word, or of all words that begin so.
  private struct Group: Hashable {
    let letters: [[UInt8]]
    let isOfBeginnings: Bool
  }

  private var groups: [Group] = []

  package init() {}

  /// Adds spellings of one word; those that end in `*` stand for all words that begin so.
  package mutating func add(_ spellings: [String]) throws(SpellingError) {
    var words: [Pattern.Word] = []
    for (index, spelling) in spellings.enumerated() {
      let pattern: Pattern
      do throws(PatternError) {
        pattern = try Pattern(spelling)
      } catch {
        throw SpellingError(index: index, kind: .pattern(error))
      }
      guard pattern.elements.count == 1, !pattern.isAnchoredAtStart, !pattern.isAnchoredAtEnd,
        case .word(let alternatives, isOptional: false) = pattern.elements[0],
        alternatives.count == 1, !alternatives[0].isOpenAtStart
      else { throw SpellingError(index: index, kind: .notOneWord) }
      words.append(alternatives[0])
    }
    guard words.count > 1 else { throw SpellingError(index: 0, kind: .alone) }
    if let other = words.firstIndex(where: { $0.isOpenAtEnd != words[0].isOpenAtEnd }) {
      throw SpellingError(index: other, kind: .starOfSome)
    }
    groups.append(Group(letters: words.map(\.letters), isOfBeginnings: words[0].isOpenAtEnd))
  }

  /// The word itself, then its other spellings.
  func variants(of word: Pattern.Word) -> [Pattern.Word] {
    var variants = [word]
    for group in groups {
      for variant in variants {
        for (index, letters) in group.letters.enumerated()
        where group.isOfBeginnings
          ? variant.letters.starts(with: letters) : variant.letters == letters
        {
          for (other, spelling) in group.letters.enumerated() where other != index {
            let respelled = Pattern.Word(
              letters: spelling + variant.letters.dropFirst(letters.count),
              isOpenAtStart: word.isOpenAtStart, isOpenAtEnd: word.isOpenAtEnd)
            if !variants.contains(respelled) { variants.append(respelled) }
          }
        }
      }
    }
    return variants
  }
}

/// Why a group of spellings cannot be used, and which of them is to blame.
package struct SpellingError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    case pattern(PatternError)
    case notOneWord
    case alone
    case starOfSome
  }

  package let index: Int
  package let kind: Kind

  package var description: String {
    switch kind {
    case .pattern(let error): error.description
    case .notOneWord: "a spelling is one word, with '*' at its end or without"
    case .alone: "a word with one spelling needs no line; write the others beside it"
    case .starOfSome: "either all spellings of a word end in '*' or none does"
    }
  }
}

extension Pattern {
  /// The same pattern, which also finds other spellings of its words.
  package func spelled(by spellings: Spellings) -> Pattern {
    var pattern = self
    pattern.elements = elements.map { element in
      guard case .word(let words, let isOptional) = element else { return element }
      var variants: [Word] = []
      for word in words.flatMap({ spellings.variants(of: $0) }) where !variants.contains(word) {
        variants.append(word)
      }
      return .word(variants, isOptional: isOptional)
    }
    return pattern
  }
}
