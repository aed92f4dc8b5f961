/// One place where a tagging rule found its pattern in a response.
package struct Match: Sendable, Hashable {
  // There are millions of matches in a large run: half the width, half the memory.
  private let storedRow: Int32
  private let storedCode: Int32
  private let storedRule: Int32
  private let storedStart: Int32
  private let storedEnd: Int32

  package init(row: Int, code: Int, rule: Int, start: Int, end: Int) {
    storedRow = Int32(row)
    storedCode = Int32(code)
    storedRule = Int32(rule)
    storedStart = Int32(start)
    storedEnd = Int32(end)
  }

  package var row: Int { Int(storedRow) }
  /// The code's place in the code frame.
  package var code: Int { Int(storedCode) }
  /// The rule's place among the code's rules, from 0.
  package var rule: Int { Int(storedRule) }
  /// The span in bytes of the response's UTF-8.
  package var start: Int { Int(storedStart) }
  package var end: Int { Int(storedEnd) }
}

/// How grave it is what a rule finds, the gravest last.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case low, medium, high, critical

  package static func < (first: Severity, second: Severity) -> Bool {
    (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
  }
}

/// Whether what a rule finds is said in praise or in blame.
package enum Sentiment: String, Sendable, Hashable, CaseIterable {
  case positive, neutral, negative
}

/// What a rule says of its matches beside their code.
package struct RuleTone: Sendable, Hashable {
  package var severity: Severity?
  package var sentiment: Sentiment?

  package init(severity: Severity? = nil, sentiment: Sentiment? = nil) {
    self.severity = severity
    self.sentiment = sentiment
  }
}

/// The responses of one text column with the codes that they carry.
package struct CodedText: Sendable {
  package let source: String
  package let column: String
  /// For each row the codes whose own rules match; missing where there is no text.
  package let codes: ChoiceColumn
  /// The evidence, in order of row and place.
  package let matches: [Match]
  /// For each code the place of the code that it is a part of.
  package var parents: [Int?] = []
  /// For each code, by rule.
  package var tones: [[RuleTone]] = []

  package init(source: String, column: String, codes: ChoiceColumn, matches: [Match]) {
    self.source = source
    self.column = column
    self.codes = codes
    self.matches = matches
  }

  package func tone(of match: Match) -> RuleTone {
    tones.indices.contains(match.code) && tones[match.code].indices.contains(match.rule)
      ? tones[match.code][match.rule] : RuleTone()
  }

  /// For each row its codes and all that these are a part of.
  package var codesWithParents: ChoiceColumn { codes.adding(parents: parents) }

  /// The rows with a severity, each with that of its gravest match.
  package var severities: [Int: Severity] {
    var severities: [Int: Severity] = [:]
    for match in matches {
      guard let severity = tone(of: match).severity else { continue }
      severities[match.row] = max(severity, severities[match.row] ?? severity)
    }
    return severities
  }
}
