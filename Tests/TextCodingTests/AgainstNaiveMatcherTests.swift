import EvaluationData
import Testing
import TextCoding

@Suite struct AgainstNaiveMatcherTests {
  /// A rule as both matchers can read it.
  struct Rule {
    let match: [NaivePattern]
    let unless: [NaivePattern]
  }

  @Test(arguments: 1...40)
  func `the engine finds what a naive matcher finds`(_ seed: Int) async throws {
    var language = RandomLanguage(seed: UInt64(seed))
    let texts = (0..<40).map { _ in language.text() }
    let rules = (0..<60).map { _ in
      Rule(
        match: (0..<language.pick([1, 1, 2])).map { _ in language.pattern() },
        unless: (0..<language.pick([0, 0, 1, 2])).map { _ in language.pattern() })
    }
    let frame = Responses.frame(
      try rules.enumerated().map { index, rule in
        let tagging = try Responses.rule(rule.match.map(\.text), unless: rule.unless.map(\.text))
        return ("code-\(index)", [tagging])
      })
    let coded = try await Responses.coded(texts, by: frame)
    let byRow = Dictionary(grouping: coded.matches, by: \.row)
    for (row, text) in texts.enumerated() {
      let words = NaiveWord.words(of: text)
      // Two patterns of one rule that find the same words are one match.
      let all = rules.enumerated().flatMap { code, rule in
        naiveMatches(rule, words).map {
          Match(
            row: row, code: code, rule: 0, start: words[$0.lowerBound].start,
            end: words[$0.upperBound - 1].end)
        }
      }
      let expected = Set(all).sorted {
        ($0.start, $0.code, $0.end) < ($1.start, $1.code, $1.end)
      }
      let found = byRow[row] ?? []
      if found != expected {
        let codes = Set(found).symmetricDifference(expected).map(\.code)
        let patterns = codes.map { rules[$0].match.map(\.text) + rules[$0].unless.map(\.text) }
        Issue.record("they differ on \(text.debugDescription) by \(patterns)")
      }
    }
  }

  @Test func `the random language finds something now and then`() {
    var language = RandomLanguage(seed: 1)
    let texts = (0..<100).map { _ in NaiveWord.words(of: language.text()) }
    let patterns = (0..<100).map { _ in language.pattern() }
    let hits = patterns.count { pattern in
      texts.contains { !pattern.matches(in: $0).isEmpty }
    }
    #expect((40...98).contains(hits))
    #expect(patterns.contains { $0.isAnchoredAtStart && $0.isAnchoredAtEnd })
  }

  private func naiveMatches(_ rule: Rule, _ words: [NaiveWord]) -> [Range<Int>] {
    let excluded = rule.unless.flatMap { $0.matches(in: words) }
    return rule.match.flatMap { $0.matches(in: words) }
      .filter { found in !excluded.contains { $0.overlaps(found) } }
  }
}

/// Texts and patterns over few words, so that they often meet.
struct RandomLanguage {
  private static let words = [
    "good", "Good", "GOODS", "staff", "stuff", "not", "so", "don't", "don’t", "Don't", "café",
    "CAFÉ", "ŵyr", "Ŵyr", "a", "i", "12", "3.5", "مستشفى", "it's", "kindness", "Kindnesses",
    "helpful", "helpfully",
  ]
  private static let gaps = [
    " ", " ", " ", " ", "  ", ", ", "-", ". ", "! ", "\n", "… ", " 😀 ", " ' ",
  ]
  private static let stems = [
    "good", "goods", "goo", "od", "staff", "sta", "ff", "f", "stuff", "st", "not", "no", "so",
    "don't", "don", "café", "caf", "fé", "ŵyr", "yr", "a", "i", "12", "مستشفى", "مست", "it's",
    "kindness", "kindnesse", "ndness", "helpful", "help",
  ]

  private var generator: Sequence

  /// Marsaglia's xorshift: the same everywhere.
  struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  init(seed: UInt64) { generator = Sequence(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1) }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &generator)]
  }

  private mutating func happens(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  mutating func text() -> String {
    var text = happens(0.1) ? pick(["… ", "- ", "😀", " "]) : ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      text += pick(RandomLanguage.words) + pick(RandomLanguage.gaps)
    }
    return text
  }

  private mutating func stem() -> NaivePattern.Stem {
    NaivePattern.Stem(
      letters: pick(RandomLanguage.stems), isOpenAtStart: happens(0.2), isOpenAtEnd: happens(0.3))
  }

  /// A pattern that the language accepts.
  mutating func pattern() -> NaivePattern {
    while true {
      var parts: [NaivePattern.Part] = []
      for _ in 0..<pick([1, 1, 2, 2, 3, 4]) {
        if happens(0.25) { parts.append(.gap(pick([1, 2, 3, 20]))) }
        let stems = (0..<pick([1, 1, 1, 2, 3])).map { _ in stem() }
        parts.append(.word(stems, isOptional: happens(0.2)))
      }
      if happens(0.1) { parts.append(.gap(2)) }
      let pattern = NaivePattern(
        parts: parts, isAnchoredAtStart: happens(0.15), isAnchoredAtEnd: happens(0.15))
      if (try? Pattern(pattern.text)) != nil { return pattern }
    }
  }
}
