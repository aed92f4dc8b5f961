import EvaluationData
import Testing
import TextCoding

@Suite struct CodeTextTests {
  @Test func `each match says row, code, rule and bytes`() async throws {
    let frame = Responses.frame([
      ("kind", [try Responses.rule(["kind"]), try Responses.rule(["caf*", "staff"])]),
      ("wait", [try Responses.rule(["wait*"])]),
    ])
    let coded = try await Responses.coded(["Café: kind staff", nil, "waiting"], by: frame)
    #expect(
      coded.matches == [
        Match(row: 0, code: 0, rule: 1, start: 0, end: 5),
        Match(row: 0, code: 0, rule: 0, start: 7, end: 11),
        Match(row: 0, code: 0, rule: 1, start: 12, end: 17),
        Match(row: 2, code: 1, rule: 0, start: 0, end: 7),
      ])
    #expect(coded.source == "comments" && coded.column == "comment")
    #expect(Responses.codes(coded) == [["kind"], [], ["wait"]])
  }

  @Test func `at one place matches stand in the order of codes and rules`() async throws {
    let frame = Responses.frame([
      ("b", [try Responses.rule(["good staff"]), try Responses.rule(["good"])]),
      ("a", [try Responses.rule(["good", "good staff"])]),
    ])
    let coded = try await Responses.coded(["good staff"], by: frame)
    #expect(
      coded.matches == [
        Match(row: 0, code: 0, rule: 0, start: 0, end: 10),
        Match(row: 0, code: 0, rule: 1, start: 0, end: 4),
        Match(row: 0, code: 1, rule: 0, start: 0, end: 4),
        Match(row: 0, code: 1, rule: 0, start: 0, end: 10),
      ])
  }

  @Test func `spans count bytes, however long the letters`() async throws {
    let text = "😀 ŵyr مستشفى é staff"
    let frame = Responses.frame([("staff", [try Responses.rule(["staff", "مستشفى"])])])
    let matches = try await Responses.coded([text], by: frame).matches
    let bytes = Array(text.utf8)
    #expect(matches.count == 2)
    #expect(
      matches.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        == ["مستشفى", "staff"])
    #expect(matches.last?.end == bytes.count)
  }

  @Test func `a missing text is not coded, an empty one has no code`() async throws {
    let frame = Responses.frame([("good", [try Responses.rule(["good"])])])
    let coded = try await Responses.coded([nil, "", "…", "good"], by: frame)
    #expect((0..<4).map { coded.codes.isMissing($0) } == [true, false, false, false])
    #expect(coded.codes.missingReason(0) == .skipped)
    #expect(Responses.codes(coded) == [[], [], [], ["good"]])
  }

  @Test func `what stands in a cell without an answer is never read`() async throws {
    var reasons = MissingReasons()
    reasons.append(.preferNotToSay)
    let cells = TextCells(texts: TextColumn(["good"]), reasons: reasons)
    var addresses = RowAddresses()
    addresses.begin(file: "comments.csv")
    addresses.append(line: 2)
    let table = Table(
      name: Named("comments"), columns: [Column(name: Named("comment"), cells: .text(cells))],
      addresses: addresses, loadedRows: 1)
    let frame = Responses.frame([("good", [try Responses.rule(["good"])])])
    let coded = try await code(table, column: "comment", by: frame, width: 1)
    #expect(coded.matches.isEmpty)
    #expect(coded.codes.missingReason(0) == .preferNotToSay)
  }

  // Neighbouring responses are scanned as one text.
  @Test func `no match reaches from one response into the next`() async throws {
    let frame = Responses.frame([
      ("phrase", [try Responses.rule(["good staff", "good <3> staff", "*d s*"])]),
      ("start", [try Responses.rule(["^ staff", "^ <2> staff"])]),
      ("end", [try Responses.rule(["good $", "good <2> $"])]),
      ("undone", [try Responses.rule(["staff"], unless: ["good <2> staff"])]),
    ])
    let coded = try await Responses.coded(["good", "", nil, "staff", "so good staff"], by: frame)
    #expect(
      Responses.codes(coded) == [
        ["end"], [], [], ["start", "undone"], ["phrase", "start", "end"],
      ])
  }

  @Test func `an empty code frame finds nothing`() async throws {
    let coded = try await Responses.coded(["good", nil], by: CodeFrame(codes: []))
    #expect(coded.matches.isEmpty)
    #expect(coded.codes.choices.isEmpty)
    #expect(coded.codes.count == 2)
    let noRules = try await Responses.coded(["good"], by: Responses.frame([("empty", [])]))
    #expect(Responses.codes(noRules) == [[]])
  }

  @Test func `no responses give no rows`() async throws {
    let frame = Responses.frame([("good", [try Responses.rule(["good"])])])
    let coded = try await Responses.coded([], by: frame, width: 4)
    #expect(coded.codes.count == 0)
  }

  @Test(arguments: [
    ("not good", []), ("not so good", []), ("good, not", ["good"]), ("not good but good", ["good"]),
    ("not. Good", ["Good"]), ("good not good", ["good"]), ("never good", []),
  ])
  func `a match that overlaps an exclusion does not count`(
    _ text: String, _ found: [String]
  ) async throws {
    #expect(
      try await Responses.found("good", unless: ["not <1> good", "never good"], in: text) == found)
  }

  @Test func `an exclusion that only touches a match leaves it`() async throws {
    #expect(
      try await Responses.found("good staff", unless: ["so kind"], in: "so kind good staff")
        == ["good staff"])
    #expect(
      try await Responses.found("good staff", unless: ["kind good"], in: "so kind good staff") == []
    )
  }

  @Test func `the exclusions of one rule leave the others alone`() async throws {
    let frame = Responses.frame([
      (
        "a",
        [
          try Responses.rule(["good"], unless: ["not good"]), try Responses.rule(["not good"]),
        ]
      )
    ])
    let coded = try await Responses.coded(["not good"], by: frame)
    #expect(coded.matches == [Match(row: 0, code: 0, rule: 1, start: 0, end: 8)])
  }

  @Test func `a condition holds for its levels, never for a blank cell`() async throws {
    let north = TaggingRule.Condition(column: "site", levels: ["north"])
    let either = TaggingRule.Condition(column: "site", levels: ["north", "south"])
    let nowhere = TaggingRule.Condition(column: "site", levels: [])
    let frame = Responses.frame([
      ("north", [try Responses.rule(["good"], conditions: [north])]),
      ("either", [try Responses.rule(["good"], conditions: [either])]),
      ("both", [try Responses.rule(["good"], conditions: [either, north])]),
      ("nowhere", [try Responses.rule(["good"], conditions: [nowhere])]),
    ])
    let sites: [Cell<Int>] = [.value(0), .value(1), .missing(.skipped), .missing(.unreadable)]
    let coded = try await code(
      Responses.table(["good", "good", "good", "good"], site: sites), column: "comment", by: frame,
      width: 1)
    #expect(Responses.codes(coded) == [["north", "either", "both"], ["either"], [], []])
  }

  @Test func `codes beyond the sixty-fourth are kept apart`() async throws {
    let frame = Responses.frame(
      try (0..<200).map { ("code-\($0)", [try Responses.rule(["word\($0)"])]) })
    let coded = try await Responses.coded(["word3 word64 word199", "word128"], by: frame)
    #expect(Responses.codes(coded) == [["code-3", "code-64", "code-199"], ["code-128"]])
  }

  @Test func `the result is the same for every width`() async throws {
    // More than two blocks of rows, the last one short.
    let words = ["good staff", "not good", "", "long wait", "staff. Good", "wait"]
    let texts = (0..<40_000).map { row in row % 11 == 0 ? nil : words[row * row % 6] }
    let frame = Responses.frame([
      ("good", [try Responses.rule(["good [staff]"], unless: ["not good"])]),
      ("wait", [try Responses.rule(["wait*", "long <1> wait"])]),
    ])
    let alone = try await Responses.coded(texts, by: frame, width: 1)
    #expect(alone.matches.map(\.row) == alone.matches.map(\.row).sorted())
    #expect(alone.matches.count > 10_000)
    for width in [2, 7] {
      let shared = try await Responses.coded(texts, by: frame, width: width)
      #expect(shared.matches == alone.matches)
      #expect(shared.codes.words == alone.codes.words)
      #expect((0..<texts.count).allSatisfy { shared.codes.isMissing($0) == (texts[$0] == nil) })
    }
  }
}
