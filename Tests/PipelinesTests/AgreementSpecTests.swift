import Testing

/// What the blocks `agreement` and `sheet_of` may say.
@Suite struct AgreementSpecTests {
  private static let tags = "codes: {tea: {label: Tea, rules: [{match: tea}]}}"

  private static let pipeline = """
    title: T
    period: {start: 2024-01-01, end: 2024-12-31}
    sources: {c: {title: C, files: c.csv}, d: {title: D, files: d.csv}, s: {SHEET}}
    schema:
      c:
        free_text: said
        columns:
          id: {type: id}
          said: {type: text}
          own: {type: multi-select, choices_from: tags.yaml}
      d:
        columns:
          card: {type: id}
          who: {type: category, levels: {a: A, b: B}}
          name: {type: text}
          code: {type: category, levels_from: tags.yaml}
          other: {type: multi-select, choices: {x: X}}
    EXTRA
    coding: [{source: c, rules: tags.yaml}]
    measures:
      agreement:
        - AGREEMENT

    """

  private func errors(
    _ agreement: String, sheet: String = "title: S, files: 's-{coder}.csv', sheet_of: c",
    extra: String = "clean: {one_row_per: {c: id}}"
  ) async throws -> String {
    try await specErrors([
      "pipeline.yaml": Self.pipeline.replacing("AGREEMENT", with: agreement)
        .replacing("SHEET", with: sheet).replacing("EXTRA", with: extra),
      "tags.yaml": Self.tags,
    ])
  }

  @Test(arguments: [
    "{rules: c, coders: {people: s}}",
    "{rules: c, coders: [{people: s, without_row: no-code}, {people: c, column: own}]}",
    "{rules: c, coders: {people: d, column: code, coder: who, id: card}}",
    "{coders: {people: d, column: code, coder: who, id: card}}",
    "{coders: [{people: d, column: code, id: card}, {people: c, column: own, id: id}]}",
    "{first: {rules: c}, second: {people: c, column: own}}",
  ])
  func `what is right is taken`(_ agreement: String) async throws {
    #expect(try await errors(agreement) == "")
  }

  @Test(arguments: [
    ("{minimum_uses: 3}", "22:7: an agreement needs 'coders', or 'first' and 'second'"),
    (
      "{rules: c, coders: {people: s}, first: {rules: c}}",
      "22:46: 'first' does not go with 'coders'"
    ),
    (
      "{coders: {people: c, column: own}}",
      "22:16: one coder alone agrees with nobody; name another, or 'rules'"
    ),
    (
      "{rules: c, coders: {people: d, id: card}}",
      "22:26: 'people' needs the 'column' with the codes"
    ),
    (
      "{rules: c, coders: {people: d, column: code}}",
      "22:26: codes in a source of their own need the 'id' of the responses"
    ),
    (
      "{rules: c, coders: {people: d, column: code, id: card, coder: name}}",
      "22:69: 'name' must be a category column here"
    ),
    (
      "{rules: c, coders: {people: d, column: who, id: card}}",
      "22:26: no code of 'd' is a code of the rules of 'c'"
    ),
    (
      "{rules: c, coders: {people: s, id: card}}",
      "22:42: a sheet has its own 'id'; remove this"
    ),
    (
      "{coders: {people: s}}",
      "22:16: these are sheets of 'c'; state 'rules: c' beside 'coders'"
    ),
    (
      "{rules: c, coders: {people: d, column: code, id: card, without_row: none}}",
      "22:75: 'without_row' must be one of not-coded, no-code"
    ),
    (
      "{first: {rules: c}, second: {rules: c}}", "22:7: one of the two must be people's"
    ),
  ])
  func `what is wrong is refused with its place`(
    _ agreement: String, _ message: String
  ) async throws {
    #expect(try await errors(agreement) == "pipelines/p/pipeline.yaml:\(message)")
  }

  @Test func `without ids of its own a source needs to say which`() async throws {
    let agreement = "{rules: c, coders: {people: d, column: code, coder: who, id: card}}"
    #expect(
      try await errors(agreement, extra: "clean: {}")
        == "pipelines/p/pipeline.yaml:22:68: 'c' has no ids by which to find the responses; state "
        + "'id' beside 'rules'")
    let stated = agreement.replacing("rules: c,", with: "rules: c, id: id,")
    #expect(try await errors(stated, extra: "clean: {}") == "")
    // A sheet then knows responses by file and line.
    #expect(try await errors("{rules: c, coders: {people: s}}", extra: "clean: {}") == "")
  }

  @Test func `a sheet is one of a coded source and has no schema of its own`() async throws {
    let agreement = "{rules: c, coders: {people: c, column: own}}"
    #expect(
      try await errors(agreement, sheet: "title: S, files: s.csv, sheet_of: e")
        == "pipelines/p/pipeline.yaml:3:107: there is no coded source 'e'; known: c")
    #expect(
      try await errors(agreement, extra: "  s: {columns: {id: {type: id}}}")
        == "pipelines/p/pipeline.yaml:18:3: the columns of a sheet are known; remove this block")
  }
}
