import Testing

/// `countin rules test`, and the same examples before a run.
@Suite struct RulesTests {
  private static let examples = """

        examples:
          match: A cup of tea
          no_match: [The team, "Steak, no tea"]
    """

  private func workspace(_ tags: String) throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try workspace.write(tags, to: "pipelines/club/tags.yaml")
    return workspace
  }

  @Test func `examples that are as expected are counted`() throws {
    let examples = RulesTests.examples.replacing("\"Steak, no tea\"", with: "Steak")
    let workspace = try workspace(SmallWorkspace.tags + examples)
    let tested = try workspace.runs("rules", "test", "club")
    #expect(tested.exitCode == 0)
    #expect(
      tested.output == """
        pipelines/club/tags.yaml: 3 examples of 1 code, all as expected; without examples: books

        """)
    #expect(try workspace.runs("run", "club").exitCode == 0)
  }

  @Test func `an example that fails is shown, and stops a run`() throws {
    let workspace = try workspace(SmallWorkspace.tags + RulesTests.examples)
    let failure = """
      pipelines/club/tags.yaml:12:39: this example must not get the code 'tea', but the rule of \
      'tea' finds 'tea'
        12 |       no_match: [The team, "Steak, no tea"]
           |                                       ^
      """
    let tested = try workspace.runs("rules", "test", "pipelines/club/tags.yaml")
    #expect(tested.exitCode == 78)
    #expect(
      tested.output == """
        \(failure)
        pipelines/club/tags.yaml: 3 examples of 1 code, 1 not as expected; without examples: books

        """)
    let run = try workspace.runs("run", "club")
    #expect(run.exitCode == 78)
    #expect(run.errors == "error: \(failure)\n")
  }

  @Test func `rules without examples say so`() throws {
    let tested = try SmallWorkspace().runs("rules", "test", "club")
    #expect(tested.exitCode == 0)
    #expect(tested.output == "pipelines/club/tags.yaml: no examples\n")
  }
}
