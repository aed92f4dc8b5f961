package import EvaluationData

/// The place of a pattern among the rules of a code frame.
package struct PatternPlace: Sendable, Hashable, Comparable {
  package let code: Int
  /// The rule's place among the code's rules, and the pattern's place in its `match`; behind
  /// these stand its regular expressions.
  package let rule: Int
  package let pattern: Int

  package static func < (first: PatternPlace, second: PatternPlace) -> Bool {
    (first.code, first.rule, first.pattern) < (second.code, second.rule, second.pattern)
  }
}

extension CodeFrame {
  /// The same frame with a rule for each pattern, so that matches tell which pattern they are of.
  package var byPattern: (frame: CodeFrame, places: [[PatternPlace]]) {
    var places: [[PatternPlace]] = []
    var frame = self
    for (code, item) in codes.enumerated() {
      var rules: [TaggingRule] = []
      var own: [PatternPlace] = []
      for (rule, tagging) in item.rules.enumerated() {
        for (pattern, single) in tagging.onePatternEach.enumerated() {
          rules.append(single)
          own.append(PatternPlace(code: code, rule: rule, pattern: pattern))
        }
      }
      frame.codes[code].rules = rules
      places.append(own)
    }
    return (frame, places)
  }
}

extension TaggingRule {
  /// Its patterns and regular expressions, each in a rule that is else the same.
  fileprivate var onePatternEach: [TaggingRule] {
    match.map { single([$0], []) } + expressions.map { single([], [$0]) }
  }

  private func single(_ match: [Pattern], _ expressions: [Expression]) -> TaggingRule {
    var rule = TaggingRule(match: match, unless: unless, conditions: conditions)
    rule.expressions = expressions
    rule.language = language
    rule.negated = negated
    rule.tone = tone
    return rule
  }

  /// The text of a pattern, or of an expression behind the patterns.
  func text(ofPattern place: Int) -> String {
    place < match.count ? match[place].text : expressions[place - match.count].text
  }
}

/// What one pattern does.
package struct PatternUse: Sendable, Hashable {
  package let place: PatternPlace
  package let pattern: String
  package let matches: Int
  /// Responses that it finds.
  package let responses: Int
  /// Responses that get the code from this pattern and from no other.
  package let alone: Int
}

/// Two codes of which the first never comes without the second.
package struct CodesTogether: Sendable, Hashable {
  package let code: Int
  package let other: Int
  package let responses: Int
  package let otherResponses: Int
}

/// A word with how surely it tells one set of responses from another.
package struct KeyWord: Sendable, Hashable {
  package let word: String
  package let keyness: Keyness
}

/// What the rules of a code frame do and do not reach in the responses of a text column.
package struct RuleCoverage: Sendable {
  /// Responses with a text.
  package let base: Int
  package let uncoded: Int
  /// By code.
  package let responses: [Int]
  /// In the order of the frame.
  package let patterns: [PatternUse]
  /// Codes that many responses carry, and that never come without another.
  package let together: [CodesTogether]
  /// The words that tell responses without a code from the others, the surest first.
  package let uncodedWords: [KeyWord]

  package var unused: [PatternUse] { patterns.filter { $0.responses == 0 } }

  /// Patterns that find something, but nothing that others of the code do not find.
  package var redundant: [PatternUse] { patterns.filter { $0.responses > 0 && $0.alone == 0 } }

  /// Patterns that find more than this share of all responses.
  package func broad(above share: Double) -> [PatternUse] {
    patterns.filter { Double($0.responses) > share * Double(base) }
      .sorted { ($1.responses, $0.place) < ($0.responses, $1.place) }
  }
}

/// Measures what each pattern of the frame does.
///
/// Two codes count as always together from `leastTogether` responses on.
package func coverage(
  of frame: CodeFrame, in table: Table, column: String, leastTogether: Int = 5, width: Int
) async throws -> RuleCoverage {
  guard let cells = table.text(column) else {
    preconditionFailure("the pipeline was checked: \(column) is free text")
  }
  let (single, places) = frame.byPattern
  let coded = try await code(table, column: column, by: single, width: width)
  let rows = (0..<table.rowCount).filter { !cells.reasons.isMissing($0) }
  let carried = coded.codes
  var codesOfRow: [[Int]] = []
  var hasCode: [Bool] = []
  for row in rows {
    var codes: [Int] = []
    carried.forEachChoice(of: row) { codes.append($0) }
    codesOfRow.append(codes)
    hasCode.append(!codes.isEmpty)
  }
  var responses = [Int](repeating: 0, count: frame.codes.count)
  for code in codesOfRow.joined() { responses[code] += 1 }
  return RuleCoverage(
    base: rows.count, uncoded: hasCode.count { !$0 }, responses: responses,
    patterns: patternUses(coded.matches, places, frame),
    together: together(codesOfRow, responses, least: leastTogether),
    uncodedWords: keyWords(ResponseWords(cells, rows: rows), isInSet: hasCode.map { !$0 }))
}

private func patternUses(
  _ matches: [Match], _ places: [[PatternPlace]], _ frame: CodeFrame
) -> [PatternUse] {
  var counts = places.map { [PatternCount](repeating: PatternCount(), count: $0.count) }
  var first = 0
  while first < matches.count {
    var last = first
    while last < matches.count, matches[last].row == matches[first].row { last += 1 }
    var finders: [Int: Set<Int>] = [:]
    for match in matches[first..<last] {
      counts[match.code][match.rule].matches += 1
      finders[match.code, default: []].insert(match.rule)
    }
    for (code, rules) in finders {
      for rule in rules {
        counts[code][rule].responses += 1
        if rules.count == 1 { counts[code][rule].alone += 1 }
      }
    }
    first = last
  }
  return zip(places, counts).flatMap { places, counts in
    zip(places, counts).map { place, count in
      PatternUse(
        place: place,
        pattern: frame.codes[place.code].rules[place.rule].text(ofPattern: place.pattern),
        matches: count.matches, responses: count.responses, alone: count.alone)
    }
  }
}

private struct PatternCount {
  var matches = 0
  var responses = 0
  var alone = 0
}

private func together(
  _ codesOfRow: [[Int]], _ responses: [Int], least: Int
) -> [CodesTogether] {
  var both: [[Int]: Int] = [:]
  for codes in codesOfRow where codes.count > 1 {
    for code in codes {
      for other in codes where other != code { both[[code, other], default: 0] += 1 }
    }
  }
  return both.filter { $0.value >= least && $0.value == responses[$0.key[0]] }
    .map { pair, count in
      CodesTogether(
        code: pair[0], other: pair[1], responses: count, otherResponses: responses[pair[1]])
    }
    .sorted { ($0.code, $0.other) < ($1.code, $1.other) }
}

/// The words that are more frequent in a set of responses than in the others, the surest first.
func keyWords(_ responses: ResponseWords, isInSet: [Bool]) -> [KeyWord] {
  let size = isInSet.count { $0 }
  return zip(responses.words, responses.rowsByWord)
    .map { word, rows in
      let count = rows.count { isInSet[Int($0)] }
      return KeyWord(
        word: word,
        keyness: Keyness(
          count: count, of: size, otherCount: rows.count - count, of: isInSet.count - size))
    }
    .filter { $0.keyness.isOverused && $0.keyness.g2 >= 6.63 }
    .sorted { first, second in
      let (g2, other) = (first.keyness.g2, second.keyness.g2)
      return g2 == other ? first.word < second.word : g2 > other
    }
}
