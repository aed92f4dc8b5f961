import EvaluationData
import Measures
import Testing

@Suite struct CodeTonesTests {
  /// Each match as a row, a code and a rule; `delay` is a part of `care`, `food` has no tone.
  private static func findings(
    _ matches: [(row: Int, code: Int, rule: Int)], rows: Int = 6
  ) -> Findings {
    let names = ["care", "delay", "food"]
    let table = Tables.table(
      "cards", [Tables.text("comment", [String](repeating: "a", count: rows))])
    var coded = CodedText(
      source: "cards", column: "comment",
      codes: Tables.choices(
        names,
        (0..<rows).map { row in matches.filter { $0.row == row }.map { names[$0.code] } }),
      matches: matches.map { Match(row: $0.row, code: $0.code, rule: $0.rule, start: 0, end: 1) })
    coded.parents = [nil, 0, nil]
    coded.tones = [
      [
        RuleTone(severity: .low, sentiment: .positive),
        RuleTone(severity: .critical, sentiment: .negative), RuleTone(),
      ], [RuleTone(severity: .high, sentiment: .neutral)], [RuleTone()],
    ]
    var spec = MeasureSpec()
    spec.coding = [CodeFrequencySpec(source: "cards", text: "comment", by: [])]
    return Findings(spec, [table], coded: [coded])
  }

  private static let matches = [
    (row: 0, code: 0, rule: 0), (row: 0, code: 0, rule: 1), (row: 1, code: 0, rule: 0),
    (row: 1, code: 1, rule: 0), (row: 2, code: 0, rule: 2), (row: 3, code: 2, rule: 0),
    (row: 4, code: 1, rule: 0),
  ]

  private func counts(_ found: Findings, _ indicator: String, _ levels: [String]) throws
    -> [Double?]
  {
    try levels.map { try found.value("coding/cards/\(indicator)/\($0)/count") }
  }

  @Test func `a response is as grave as the gravest of its matches`() throws {
    let found = Self.findings(Self.matches)
    let levels = ["critical", "high", "medium", "low", "not-rated"]
    #expect(try counts(found, "comment-severity", levels) == [1, 2, 0, 0, 3])
    let high = try found("coding/cards/comment-severity/high/share")
    #expect(high.base == 6 && high.value == Finding.rounded(2.0 / 6) && high.limits != nil)
    // Of those with care, or with delay as a part of it.
    #expect(try counts(found, "care-severity", levels) == [1, 2, 0, 0, 1])
    #expect(try counts(found, "delay-severity", levels) == [0, 2, 0, 0, 0])
    #expect(try found("coding/cards/care-severity/high/share").base == 4)
    #expect(!found.has("coding/cards/food-severity/high/count"))
  }

  @Test func `praise and blame in one response are both`() throws {
    let found = Self.findings(Self.matches)
    let levels = ["positive", "negative", "mixed", "neutral", "not-rated"]
    #expect(try counts(found, "comment-sentiment", levels) == [1, 0, 1, 1, 3])
  }

  @Test func `the levels of a code add up to its count`() throws {
    let found = Self.findings(Self.matches)
    for code in ["care", "delay"] {
      let levels = found.all.filter {
        $0.indicator?.name == "\(code)-severity" && $0.statistic == .count
      }
      let sum = levels.compactMap(\.value).reduce(0, +)
      #expect(try found.value("coding/cards/comment/\(code)/count") == sum)
      #expect(levels.allSatisfy { $0.excludesOtherLevels })
      #expect(levels.allSatisfy { $0.derivedFrom == ["coding/cards/comment/\(code)"] })
    }
  }

  @Test func `rules without a tone give no findings of it`() {
    let table = Tables.table("cards", [Tables.text("comment", ["a"])])
    var coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["a"], [["a"]]),
      matches: [Match(row: 0, code: 0, rule: 0, start: 0, end: 1)])
    coded.tones = [[RuleTone()]]
    var spec = MeasureSpec()
    spec.coding = [CodeFrequencySpec(source: "cards", text: "comment", by: [])]
    #expect(!Findings(spec, [table], coded: [coded]).all.contains { $0.excludesOtherLevels })
  }
}
