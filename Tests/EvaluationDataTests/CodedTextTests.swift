import EvaluationData
import Testing

@Suite struct CodedTextTests {
  /// Three responses: the first with `bus`, the second with `tea` and `site`, the third blank.
  private static func coded(parents: [Int?]) -> CodedText {
    var codes = ChoiceColumn(choices: ["site", "travel", "bus", "tea"].map { Named($0) })
    codes.append([0b0100])
    codes.append([0b1001])
    codes.append([0], missing: .skipped)
    var coded = CodedText(
      source: "cards", column: "comment", codes: codes,
      matches: [
        Match(row: 0, code: 2, rule: 1, start: 0, end: 3),
        Match(row: 1, code: 0, rule: 0, start: 0, end: 3),
        Match(row: 1, code: 3, rule: 0, start: 4, end: 7),
        Match(row: 1, code: 3, rule: 1, start: 4, end: 7),
      ])
    coded.parents = parents
    return coded
  }

  @Test func `a response with a code has all that the code is a part of`() {
    let codes = CodedTextTests.coded(parents: [nil, 0, 1, nil]).codesWithParents
    #expect((0..<4).filter { codes.contains($0, row: 0) } == [0, 1, 2])
    #expect((0..<4).filter { codes.contains($0, row: 1) } == [0, 3])
    #expect(codes.isMissing(2) && codes.count == 3)
  }

  @Test func `without parents the codes are as they were found`() {
    let coded = CodedTextTests.coded(parents: [nil, nil, nil, nil])
    #expect(coded.codesWithParents.words == coded.codes.words)
  }

  @Test func `a response is as grave as its gravest match`() {
    var coded = CodedTextTests.coded(parents: [])
    #expect(coded.severities.isEmpty)
    coded.tones = [
      [RuleTone(severity: .low)], [], [RuleTone(severity: .critical), RuleTone()],
      [RuleTone(severity: .high, sentiment: .negative), RuleTone(severity: .medium)],
    ]
    #expect(coded.severities == [1: .high])
    #expect(coded.tone(of: coded.matches[2]).sentiment == .negative)
    #expect(Severity.allCases == Severity.allCases.sorted())
  }
}
