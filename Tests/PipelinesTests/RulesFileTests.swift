import Testing

/// What is said of a tagging-rules file.
@Suite struct RulesFileTests {
  private static let pipeline = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {a: {title: A, files: a.csv}}
    schema:
      a:
        free_text: t
        columns:
          i: {type: id}
          c: {type: category, levels: {en: English, cy: Welsh}}
          t: {type: text}
    coding: [{source: a, rules: tags.yaml}]
    measures: {}
    """

  private static func errors(_ tags: String) async throws -> [String] {
    try await specErrors(["pipeline.yaml": pipeline, "tags.yaml": tags])
      .split(separator: "\n").map { String($0.dropFirst("pipelines/p/tags.yaml:".count)) }
  }

  private static let tags = """
    title: All that a frame can say
    language: en
    language_column: c
    spellings: [["organis*", "organiz*"], [colour, color]]
    negators: [not, never, "*n't"]
    negation_window: 4
    negation_ends: but
    overlap: longest
    codes:
      travel:
        label: Getting there
        definition: The way to the meeting
        include: How long it takes
        exclude: [Parking, The building]
        colour: "#1F77b4"
        links: {outcomes: attendance, themes: [access, money]}
        examples: {match: The bus was late, no_match: [The minibus, Nothing]}
      bus:
        label: Bus
        parent: travel
        rules:
          - {match: "bus*", severity: high, sentiment: negative}
          - {match: "bws*", language: cy}
          - {match: "on time", negated: as late}
      late:
        label: Late
        rules:
          - {match: late <~5> always, regex: '\\d+ minutes? late', negated: drop}
        examples: {match: The bus was not on time, no_match: Not always late}
    """

  @Test func `all keys together are valid`() async throws {
    #expect(try await RulesFileTests.errors(RulesFileTests.tags) == [])
  }

  @Test(arguments: [
    (
      "parent: travel", "parent: travle", "20:13: there is no code 'travle'; did you mean 'travel'?"
    ),
    ("parent: travel", "parent: bus", "20:13: a code cannot be a part of itself: bus → bus"),
    (
      "label: Getting there", "label: Getting there\n    parent: bus",
      "12:13: a code cannot be a part of itself: travel → bus → travel"
    ),
    ("  bus:", "  travel:", "18:3: the key 'travel' stands here twice; remove one of the two"),
    ("#1F77b4", "blue", "15:13: a colour is written as \"#1f77b4\", in quotation marks"),
    (
      "severity: high", "severity: dire",
      "22:35: 'severity' must be one of low, medium, high, critical"
    ),
    (
      "sentiment: negative", "sentiment: negativ",
      "22:52: 'sentiment' must be one of positive, neutral, negative; did you mean 'negative'?"
    ),
    ("language: cy", "language: ga", "23:35: there is no level 'ga' in 'c'"),
    ("language_column: c", "language_column: d", "3:18: there is no category column 'd' in 'a'"),
    (
      "language: en\n", "",
      "2:18: 'language_column' needs 'language', for the rules that name none"
    ),
    ("\"bws*\"", "\"llew* b(ws\"", "23:25: in the pattern 'llew* b(ws': '(' is never closed"),
    (
      "[colour, color]", "[colour]",
      "4:40: a word with one spelling needs no line; write the others beside it"
    ),
    (
      "[colour, color]", "[colour, \"co lor\"]",
      "4:48: a spelling is one word, with '*' at its end or without"
    ),
    (
      "overlap: longest", "overlap: longst",
      "8:10: 'overlap' must be one of all, longest; did you mean 'longest'?"
    ),
    ("negated: as late", "negated: as lat", "24:40: there is no code 'lat'; did you mean 'late'?"),
    (
      "negated: as late", "negated: always",
      "24:37: 'negated' must be ignore, drop, only, or as and the name of a code"
    ),
    (
      "on time\", negated: as", "on time <~2\", negated: as",
      "24:26: in the pattern 'on time <~2': '<' is never closed"
    ),
    (
      "no_match: Not always late", "no_match: Is always late",
      "29:61: this example must not get the code 'late', but rule 1 of 'late' finds 'always late'"
    ),
    (
      "match: \"bws*\"", "regex: [\"£\\\\d+\", '(b|c']",
      "23:28: in the expression '(b|c': '(' is never closed"
    ),
    (
      "match: \"bws*\"", "regex: 'b*'",
      "23:18: in the expression 'b*': the expression finds the empty text; something in it must "
        + "always be there"
    ),
    (
      "match: \"bws*\"", "regex: '[一-乿]'",
      "23:17: in the expression '[一-乿]': all expressions of a file may name 124 letters beyond a "
        + "to z at most"
    ),
    ("match: \"bws*\", ", "", "23:9: a rule needs 'match' or 'regex'"),
    (
      "The bus was late", "The car was late",
      "17:23: this example must get the code 'travel', but no rule of it finds anything"
    ),
    (
      "[The minibus, Nothing]", "[The minibus, \"Nothing but buses\"]",
      "17:78: this example must not get the code 'travel', but rule 1 of 'bus' finds 'buses'"
    ),
    (
      "[The minibus, Nothing]", "\"Say \\\"bus\\\"\"",
      "17:51: this example must not get the code 'travel', but rule 1 of 'bus' finds 'bus'"
    ),
  ])
  func `what is wrong is told with its place`(
    _ old: String, _ new: String, _ message: String
  ) async throws {
    let tags = RulesFileTests.tags.replacing(old, with: new)
    #expect(tags != RulesFileTests.tags)
    #expect(try await RulesFileTests.errors(tags) == [message])
  }

  @Test func `without negators nothing can be denied`() async throws {
    let tags = RulesFileTests.tags.replacing("negators: [not, never, \"*n't\"]\n", with: "")
    let remedy = "the file has no 'negators': list the words that deny, such as [not, never]"
    #expect(
      try await RulesFileTests.errors(tags) == [
        "5:18: 'negation_window' needs 'negators'", "6:16: 'negation_ends' needs 'negators'",
        "23:37: \(remedy)", "27:72: \(remedy)",
      ])
  }

  @Test func `an example over several lines is shown where it begins`() async throws {
    let tags = """
      codes:
        bus:
          label: Bus
          rules: [{match: bus}]
          examples:
            no_match:
              - >-
                Nothing to say
                about the bus
      """
    #expect(
      try await RulesFileTests.errors(tags) == [
        "7:11: this example must not get the code 'bus', but the rule of 'bus' finds 'bus'"
      ])
  }
}
