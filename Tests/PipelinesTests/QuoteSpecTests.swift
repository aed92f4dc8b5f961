import Testing

/// What the block `quotes` may say.
@Suite struct QuoteSpecTests {
  private static let tags = "codes: {tea: {label: Tea, rules: [{match: tea}]}}"

  private static let pipeline = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {m: {title: M, files: m.csv}, c: {title: C, files: c.csv}, l: {title: L, files: l.csv}}
    schema:
      m:
        person: id
        consent_to_quote: agreed
        columns:
          id: {type: id}
          band: {type: category, levels: {a: A, b: B}}
          agreed: {type: boolean}
      c:
        person: member
        free_text: said
        columns:
          member: {type: id}
          site: {type: category, levels: {x: X, y: Y}}
          said: {type: text}
      l:
        free_text: said
        columns:
          said: {type: text}
    coding: [{source: c, rules: tags.yaml}, {source: l, rules: tags.yaml}]
    measures: {coding: [{source: c}]}

    """

  private func errors(_ quotes: String) async throws -> String {
    try await specErrors([
      "pipeline.yaml": QuoteSpecTests.pipeline + quotes + "\n", "tags.yaml": QuoteSpecTests.tags,
    ])
  }

  @Test(arguments: [
    "quotes: {source: c}",
    "quotes: [{source: c, per_code: 3, codes: tea, balance: site, show: [site, m.band]}]",
    "quotes: {source: c, balance: [m.band, site], must_be_checked: false, redact_names: n.csv}",
  ])
  func `what is right is taken`(_ quotes: String) async throws {
    #expect(try await errors(quotes) == "")
  }

  @Test(arguments: [
    (
      "quotes: {source: d}",
      "25:18: there is no coded source 'd'; known: c, l"
    ),
    (
      "quotes: {source: m}",
      "25:18: there is no coded source 'm'; known: c, l"
    ),
    (
      "quotes: {source: l}",
      "25:18: nobody of the source 'l' was asked: it has no 'consent_to_quote' under 'schema', and "
        + "no 'person' with a register that has one"
    ),
    (
      "quotes: [{source: c}, {source: c}]",
      "25:32: quotes of the source 'c' are wanted above already"
    ),
    (
      "quotes: {source: c, balance: sit}",
      "25:30: there is no column 'sit'; did you mean 'site'?"
    ),
    (
      "quotes: {source: c, show: said}", "25:27: 'said' must be a category column here"
    ),
    (
      "quotes: {source: c, show: m.bund}",
      "25:27: there is no column 'm.bund'; did you mean 'm.band'?"
    ),
    (
      "quotes: {source: c, show: m.id}", "25:27: 'm.id' must be a category column here"
    ),
    (
      "quotes: {source: c, show: k.band}", "25:27: there is no column 'k.band'; known: m.…, c.…"
    ),
    (
      "quotes: {source: c, codes: [teas]}",
      "25:29: there is no code 'teas'; did you mean 'tea'?"
    ),
    ("quotes: {per_code: 2}", "25:9: 'quotes' lacks the key 'source'"),
    (
      "quotes: {source: c, per_code: 0}",
      "25:31: 'per_code' must be a whole number of at least 1"
    ),
    (
      "quotes: {source: c, shows: site}", "25:21: unknown key 'shows'; did you mean 'show'?"
    ),
  ])
  func `what is wrong is told with its place`(_ quotes: String, _ expected: String) async throws {
    let found = try await errors(quotes)
    #expect(found.hasPrefix("pipelines/p/pipeline.yaml:\(expected)"), "\(found)")
  }
}
