import EvaluationData
import Testing
import TextCoding

@Suite struct AgainstNaiveMatcherTests {
  /// A rule as both matchers can read it.
  struct Rule {
    let match: [NaivePattern]
    let unless: [NaivePattern]
    let negated: Negated
  }

  /// What a frame says for all its rules.
  struct Settings {
    let negators: [NaivePattern]
    let ends: [NaivePattern]
    let window: Int
    let overlap: CodeFrame.Overlap
  }

  @Test(arguments: 1...40)
  func `the engine finds what a naive matcher finds`(_ seed: Int) async throws {
    var language = RandomLanguage(seed: UInt64(seed))
    let texts = (0..<40).map { _ in language.text() }
    let rules = (0..<60).map { _ in
      Rule(
        match: (0..<language.pick([1, 1, 2])).map { _ in language.pattern() },
        unless: (0..<language.pick([0, 0, 1, 2])).map { _ in language.pattern() },
        negated: language.pick([.ignore, .ignore, .drop, .only]))
    }
    let settings = Settings(
      negators: (0..<2).map { _ in language.pattern() },
      ends: (0..<language.pick([0, 1])).map { _ in language.pattern() },
      window: language.pick([1, 2, 5]), overlap: language.pick([.all, .all, .longest]))
    var frame = Responses.frame(
      try rules.enumerated().map { index, rule in
        let tagging = try Responses.rule(
          rule.match.map(\.text), unless: rule.unless.map(\.text), negated: rule.negated)
        return ("code-\(index)", [tagging])
      })
    frame.negation.negators = try settings.negators.map { try Pattern($0.text) }
    frame.negation.ends = try settings.ends.map { try Pattern($0.text) }
    frame.negation.window = settings.window
    frame.overlap = settings.overlap
    let coded = try await Responses.coded(texts, by: frame)
    let byRow = Dictionary(grouping: coded.matches, by: \.row)
    for (row, text) in texts.enumerated() {
      let words = NaiveWord.words(of: text)
      // Two patterns of one rule that find the same words are one match.
      let all = rules.enumerated().flatMap { code, rule in
        naiveMatches(rule, words, settings).map {
          Match(
            row: row, code: code, rule: 0, start: words[$0.lowerBound].start,
            end: words[$0.upperBound - 1].end)
        }
      }
      let counted = settings.overlap == .longest ? longest(Set(all)) : Set(all)
      let expected = counted.sorted {
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
    #expect((25...98).contains(hits))
    #expect(patterns.contains { $0.isAnchoredAtStart && $0.isAnchoredAtEnd })
  }

  private func naiveMatches(
    _ rule: Rule, _ words: [NaiveWord], _ settings: Settings
  ) -> [Range<Int>] {
    let excluded = rule.unless.flatMap { $0.matches(in: words) }
    return rule.match.flatMap { pattern in
      pattern.matches(in: words)
        .filter { found in !excluded.contains { $0.overlaps(found) } }
        .filter { found in
          let isDenied = isDenied(found, by: pattern, words, settings)
          return rule.negated == .ignore || isDenied == (rule.negated == .only)
        }
    }
  }

  private func isDenied(
    _ found: Range<Int>, by pattern: NaivePattern, _ words: [NaiveWord], _ settings: Settings
  ) -> Bool {
    let ends = settings.ends.flatMap { $0.matches(in: words) }
    let negators = settings.negators.flatMap { $0.matches(in: words) }
    let isBefore = negators.contains { negator in
      let distance = found.lowerBound - negator.upperBound
      return (0..<settings.window).contains(distance)
        && words[negator.lowerBound].sentence == words[found.lowerBound].sentence
        && !ends.contains {
          $0.lowerBound >= negator.upperBound && $0.upperBound <= found.lowerBound
        }
    }
    let isInside =
      !settings.negators.contains { pattern.holds($0) }
      && negators.contains {
        found.lowerBound <= $0.lowerBound && $0.upperBound <= found.upperBound
      }
    return isBefore || isInside
  }

  /// The longest are taken first; what overlaps a longer one that was taken is left out.
  private func longest(_ matches: Set<Match>) -> Set<Match> {
    var kept: Set<Match> = []
    for match in matches.sorted(by: { $0.end - $0.start > $1.end - $1.start }) {
      let isCovered = kept.contains {
        $0.end - $0.start > match.end - match.start && $0.start < match.end
          && match.start < $0.end
      }
      if !isCovered { kept.insert(match) }
    }
    return kept
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
      if happens(0.15), parts.count > 1 {
        parts.insert(.near(pick([1, 3])), at: Int.random(in: 1..<parts.count, using: &generator))
      }
      let pattern = NaivePattern(
        parts: parts, isAnchoredAtStart: happens(0.15), isAnchoredAtEnd: happens(0.15))
      if (try? Pattern(pattern.text)) != nil { return pattern }
    }
  }
}
