import EvaluationData
import TextCoding
import Testing

@Suite struct RuleToolsTests {
  private func frame() throws -> CodeFrame {
    try Responses.frame([
      (
        "tea",
        [
          Responses.rule(["tea", "cup* of tea", "coffee"], unless: ["tea time"]),
          Responses.rule(
            ["biscuits"], conditions: [.init(column: "site", levels: ["south"])]),
        ]
      ),
      ("drinks", [Responses.rule(["(tea|water)"])]),
    ])
  }

  private let texts: [String?] = [
    "A cup of tea", "Tea and tea again", "Tea time was late", "The bus was late", nil,
    "biscuits", "biscuits and water", "The bus", "A cup of tea again",
  ]
  private let sites: [Cell<Int>] = [0, 0, 0, 0, 0, 0, 1, 1, 1].map { .value($0) }

  // MARK: Coverage

  @Test func `what each pattern finds, and what it alone finds, is counted`() async throws {
    let coverage = try await coverage(
      of: frame(), in: Responses.table(texts, site: sites), column: "comment", leastTogether: 1,
      width: 1)
    #expect(coverage.base == 8)
    #expect(coverage.uncoded == 3)
    #expect(coverage.responses == [4, 5])
    let uses = coverage.patterns.map { "\($0.pattern) \($0.matches) \($0.responses) \($0.alone)" }
    #expect(
      uses == [
        "tea 4 3 1", "cup* of tea 2 2 0", "coffee 0 0 0", "biscuits 1 1 1", "(tea|water) 6 5 5",
      ])
    #expect(coverage.unused.map(\.pattern) == ["coffee"])
    #expect(coverage.redundant.map(\.pattern) == ["cup* of tea"])
    #expect(coverage.broad(above: 0.3).map(\.pattern) == ["(tea|water)", "tea"])
    #expect(
      coverage.together.map { [$0.code, $0.other, $0.responses, $0.otherResponses] }
        == [[0, 1, 4, 5]])
  }

  @Test func `words typical of responses without a code come in order of their keyness`()
    async throws
  {
    let texts =
      Array(repeating: "tea here", count: 8) + Array(repeating: "late bus here", count: 4)
      + ["late tea"]
    let coverage = try await coverage(
      of: frame(), in: Responses.table(texts, site: texts.map { _ in .value(0) }),
      column: "comment", width: 1)
    #expect(coverage.uncodedWords.map(\.word) == ["bus", "late"])
    #expect(coverage.uncodedWords.first?.keyness.count == 4)
  }

  // MARK: Concordance

  @Test func `a concordance shows what stands before and behind each place`() async throws {
    let table = Responses.table(["“Tea”, then tea", nil, "no"])
    let lines = try await concordance(
      of: Pattern("tea"), in: table, column: "comment", width: 1)
    #expect(
      lines.map { [$0.before, $0.match, $0.after] } == [
        ["“", "Tea", "”, then tea"], ["“Tea”, then ", "tea", ""],
      ])
    #expect(lines.map(\.row) == [0, 0])
  }

  // MARK: Explanation

  @Test func `a text is explained by what gave a code and by what nearly did`() async throws {
    let evidence = try await explain("Tea time with biscuits, then tea", by: frame())
    let told = evidence.map { "\($0.place.code).\($0.place.rule) \($0.words) \($0.outcome)" }
    #expect(
      told == [
        "0.0 Tea excluded(by: \"tea time\", words: \"Tea time\")", "0.0 tea given",
        "0.1 biscuits given", "1.0 Tea given", "1.0 tea given",
      ])
    #expect(evidence[2].conditions.map(\.column) == ["site"])
  }

  @Test func `what is explained as given is what a run gives where conditions hold`() async throws {
    let frame = try frame()
    for text in texts.compactMap(\.self) {
      let coded = try await code(
        Responses.table([text], site: [.value(1)]), column: "comment", by: frame, width: 1)
      let given = try await explain(text, by: frame).filter { $0.outcome == .given }
      #expect(
        Set(given.map { [$0.place.code, $0.place.rule, $0.start] })
          == Set(coded.matches.map { [$0.code, $0.rule, $0.start] }))
    }
  }

  // MARK: Difference

  @Test func `a difference names each response that gains or loses a code`() async throws {
    let new = try Responses.frame([
      ("drinks", [Responses.rule(["water"])]), ("tea", [Responses.rule(["tea"])]),
    ])
    let table = Responses.table(texts, site: sites)
    let changes = try await difference(
      from: frame(), to: new, in: table, column: "comment", width: 1)
    #expect(
      changes.map { "\($0.row) \($0.isGained ? "+" : "-")\($0.code.name)" } == [
        "0 -drinks", "1 -drinks", "2 -drinks", "2 +tea", "6 -tea", "8 -drinks",
      ])
    #expect(changes[3].matches.map(\.rule) == [0])
    let back = try await difference(
      from: new, to: frame(), in: table, column: "comment", width: 1)
    #expect(
      Set(back.map { "\($0.row) \($0.code.name) \(!$0.isGained)" })
        == Set(changes.map { "\($0.row) \($0.code.name) \($0.isGained)" }))
    let none = try await difference(
      from: new, to: new, in: table, column: "comment", width: 1)
    #expect(none.isEmpty)
  }

  // MARK: Sample

  @Test func `each stratum gives its share, and one at least`() {
    let texts = (0..<100).map { "text \($0)" }
    let sites = (0..<100).map { Cell<Int>.value($0 < 96 ? 0 : 1) }
    let table = Responses.table(texts, site: sites)
    let strata = drawSample(of: 10, from: table, column: "comment", strata: ["site"], seed: 4)
    #expect(strata.map(\.levels) == [["north"], ["south"]])
    #expect(strata.map(\.size) == [96, 4])
    #expect(strata.map(\.rows.count) == [9, 1])
    #expect(Set(strata.flatMap(\.rows)).count == 10)
    let again = drawSample(of: 10, from: table, column: "comment", strata: ["site"], seed: 4)
    #expect(strata == again)
    let other = drawSample(of: 10, from: table, column: "comment", strata: ["site"], seed: 5)
    #expect(strata != other)
  }

  @Test(arguments: [0, 1, 3, 7, 20, 37, 500])
  func `a sample has as many responses as are asked for or there are`(_ count: Int) {
    let table = Responses.table((0..<37).map { $0 % 5 == 0 ? nil : "text \($0)" })
    let drawn = drawSample(of: count, from: table, column: "comment", strata: [], seed: 1)
    #expect(drawn.reduce(0) { $0 + $1.rows.count } == min(count, 29))
    #expect(drawn.flatMap(\.rows).allSatisfy { $0 % 5 != 0 })
  }
}
