import Testing

/// What an item of `coding` under `measures` may say.
@Suite struct CodeMeasureSpecTests {
  private static let tags = "codes: {tea: {label: Tea, rules: [{match: tea}]}}"

  private static let pipeline = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {m: {title: M, files: m.csv}, c: {title: C, files: c.csv}}
    schema:
      m:
        person: id
        columns:
          id: {type: id}
          band: {type: category, levels: {a: A, b: B}}
      c:
        person: member
        free_text: said
        columns:
          member: {type: id}
          on: {type: date}
          site: {type: category, levels: {x: X, y: Y}}
          said: {type: text}
    coding: [{source: c, rules: tags.yaml}]
    measures:
      coding:

    """

  private func errors(_ item: String) async throws -> String {
    try await specErrors([
      "pipeline.yaml": Self.pipeline + "    - {source: c, \(item)}\n", "tags.yaml": Self.tags,
    ])
  }

  @Test(arguments: [
    "by: site", "by: [site, m.band], co_occurrence: true", "co_occurrence: false",
    "trend: {date: on}", "trend: {date: on, every: quarter}", "trend: {wave: site}",
  ])
  func `what is right is taken`(_ item: String) async throws {
    #expect(try await errors(item) == "")
  }

  @Test(arguments: [
    ("by: sight", "21:23: there is no column 'sight'; known: member, on, site, said"),
    ("by: m.bund", "21:23: there is no column 'm.bund'; did you mean 'm.band'?"),
    ("by: on", "21:23: 'on' must be a category column here"),
    ("co_occurrence: often", "21:34: 'co_occurrence' must be true or false"),
    ("cooccurrence: true", "21:19: unknown key 'cooccurrence'; did you mean 'co_occurrence'?"),
    ("trend: {}", "21:26: a trend of codes has either a 'date' or a 'wave'"),
    ("trend: {date: on, wave: site}", "21:26: a trend of codes has either a 'date' or a 'wave'"),
    ("trend: {wave: site, every: year}", "21:46: 'every' means nothing beside 'wave'"),
    ("trend: {wave: on}", "21:33: 'on' must be a category column here"),
    ("trend: {date: site}", "21:33: 'site' must be a date column here"),
    (
      "trend: {date: on, every: week}", "21:44: 'every' must be one of month, quarter, year"
    ),
  ])
  func `what is wrong is told with its place`(_ item: String, _ expected: String) async throws {
    let found = try await errors(item)
    #expect(found.hasPrefix("pipelines/p/pipeline.yaml:\(expected)"), "\(found)")
  }
}
