import EvaluationData

/// How grave, and in what tone, what was said is.
///
/// Of all responses with a text, and of those with each code; nothing where no rule says so.
func codeTones(
  _ coded: CodedText, all: CodeCounts, _ scope: Scope, _ outline: CodeOutline
) -> [Finding] {
  let tones = coded.tones.joined()
  var findings: [Finding] = []
  if tones.contains(where: { $0.severity != nil }) {
    let tally = ToneTally(coded, outline, levels: ToneTally.severities) { tone in
      tone.severity.flatMap { Severity.allCases.firstIndex(of: $0) }
        .map { 1 << (Severity.allCases.count - 1 - $0) }
    }
    findings += tally.findings(Named("severity", label: "Severity"), all, scope, outline)
  }
  if tones.contains(where: { $0.sentiment != nil }) {
    let tally = ToneTally(coded, outline, levels: ToneTally.sentiments) { tone in
      switch tone.sentiment {
      case .positive: 0b0001
      case .negative: 0b0010
      case .neutral: 0b1000
      case nil: nil
      }
    }
    findings += tally.findings(Named("sentiment", label: "Sentiment"), all, scope, outline)
  }
  return findings
}

/// How many responses are at each level of a scale, by the gravest or by all of their matches.
private struct ToneTally {
  static let severities = Severity.allCases.reversed().map {
    Named($0.rawValue, label: sentence($0.rawValue))
  }
  static let sentiments = [
    Named("positive", label: "Positive"), Named("negative", label: "Negative"),
    Named("mixed", label: "Both"), Named("neutral", label: "Neutral"),
  ]
  static let notRated = Named("not-rated", label: "Not rated")

  private let levels: [Named]
  /// By level, of all responses.
  private var all: [Int]
  /// By code, then by level, where some rule of the code or of a part of it says one.
  private var byCode: [Int: [Int]] = [:]

  /// `bit` tells the level of a match as one bit; the lowest bit that a response has is its
  /// level, and of the sentiments both of the lowest two are the third.
  init(
    _ coded: CodedText, _ outline: CodeOutline, levels: [Named], bit: (RuleTone) -> Int?
  ) {
    self.levels = levels
    all = [Int](repeating: 0, count: levels.count)
    let isMixed = levels.contains { $0.name == "mixed" }
    let bits = coded.tones.map { $0.map { bit($0) ?? 0 } }
    for (code, own) in bits.enumerated() where own.contains(where: { $0 != 0 }) {
      for ancestor in sequence(first: code, next: { outline.parent(of: $0) }) {
        byCode[ancestor] = [Int](repeating: 0, count: levels.count)
      }
    }
    func level(_ bits: Int) -> Int {
      isMixed && bits & 0b11 == 0b11 ? 2 : bits.trailingZeroBitCount
    }
    var rowBits = 0
    var codeBits: [Int: Int] = [:]
    for (index, match) in coded.matches.enumerated() {
      let own =
        bits.indices.contains(match.code) && bits[match.code].indices.contains(match.rule)
        ? bits[match.code][match.rule] : 0
      if own != 0 {
        rowBits |= own
        for code in sequence(first: match.code, next: { outline.parent(of: $0) }) {
          codeBits[code, default: 0] |= own
        }
      }
      let isLast = index + 1 == coded.matches.count || coded.matches[index + 1].row != match.row
      guard isLast, rowBits != 0 else { continue }
      all[level(rowBits)] += 1
      for (code, bits) in codeBits { byCode[code]?[level(bits)] += 1 }
      rowBits = 0
      codeBits.removeAll(keepingCapacity: true)
    }
  }

  func findings(
    _ scale: Named, _ all: CodeCounts, _ scope: Scope, _ outline: CodeOutline
  ) -> [Finding] {
    let everything = Named("\(outline.variable.name)-\(scale.name)", label: "All responses")
    var findings = self.findings(
      self.all, of: all.responses, everything, scale, scope, outline)
    for code in outline.order {
      guard let counts = byCode[code] else { continue }
      let name = outline.codes[code]
      findings += self.findings(
        counts, of: all.counts[code], Named("\(name.name)-\(scale.name)", label: name.label),
        scale, scope, outline
      ).map { finding in
        var finding = finding
        finding.derivedFrom = [outline.cell(code, in: scope)]
        return finding
      }
    }
    return findings
  }

  /// Each response is at one level, or not rated.
  private func findings(
    _ counts: [Int], of base: Int, _ indicator: Named, _ scale: Named, _ scope: Scope,
    _ outline: CodeOutline
  ) -> [Finding] {
    zip(levels + [Self.notRated], counts + [base - counts.reduce(0, +)]).flatMap { level, count in
      scope.countAndShare(
        count, of: base, indicator: indicator, variable: scale, level: level
      ).map { finding in
        var finding = finding
        finding.excludesOtherLevels = true
        return finding
      }
    }
  }

  private static func sentence(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
