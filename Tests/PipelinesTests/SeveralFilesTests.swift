import EvaluationData
import Foundation
import Pipelines
import Testing

/// Runs of pipelines over several files, up to the cleaned tables.
@Suite struct SeveralFilesTests {
  private func workspace(
    files: String, _ columns: String, _ data: [(path: String, text: String)]
  ) throws -> TemporaryWorkspace {
    let workspace = try TemporaryWorkspace()
    try workspace.write(
      """
      title: T
      period: {start: 2024-01-01, end: 2024-12-31}
      sources: {cards: {title: Cards, files: \(files)}}
      schema:
        cards:
          columns:
            id: {header: Id, type: id}
      \(columns.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
      measures: {}
      """, to: "pipelines/p/pipeline.yaml")
    for (path, text) in data { try workspace.write(text, to: "data/p/\(path)") }
    return workspace
  }

  private func levels(_ table: Table?, _ column: String) -> [String?] {
    guard let category = table?.category(column) else { return [] }
    return (0..<category.count).map { category.level($0)?.name }
  }

  private static let sites = """
    site: {type: category, levels: {north-mersey: North Mersey, hull: Hull}, also: {H: hull}}
    quarter: {type: text}
    """

  @Test func `parts of file names are columns, read like any others`() async throws {
    let evaluation = try await workspace(
      files: "\"cards-{site}-{quarter}.csv\"", SeveralFilesTests.sites,
      [
        ("cards-hull-q1.csv", "Id\n1\n2\n"), ("cards-H-q2.csv", "Id\n3\n"),
        // Only one of the two cuts gives a site that is known.
        ("cards-north-mersey-q1.csv", "Id\n4\n"),
      ]
    ).evaluated()
    let table = evaluation.tables.first
    #expect(levels(table, "site") == ["hull", "hull", "hull", "north-mersey"])
    #expect(
      (0..<4).map { table?.text("quarter")?[$0].value } == ["q2", "q1", "q1", "q1"])
    #expect(evaluation.problems.map(\.description) == [])
  }

  @Test func `a part that is no level is reported in each row of the file`() async throws {
    let evaluation = try await workspace(
      files: "\"cards-{site}-{quarter}.csv\"", SeveralFilesTests.sites,
      [("cards-york-q1.csv", "Id\n1\n2\n")]
    ).evaluated()
    #expect(levels(evaluation.tables.first, "site") == [nil, nil])
    #expect(
      evaluation.problems.map(\.description)
        == [2, 3].map {
          "cards-york-q1.csv:\($0): column 'site': unknown-level: expected one of North Mersey, Hull"
        })
  }

  @Test func `a name that may be cut in several ways stops the run`() async throws {
    let workspace = try workspace(
      files: "\"cards-{site}-{quarter}.csv\"", SeveralFilesTests.sites,
      [("cards-south-hull-q1.csv", "Id\n1\n")])
    let error = await #expect(throws: InputError.self) { try await workspace.evaluated() }
    #expect(
      error?.description == """
        data/p/cards-south-hull-q1.csv: ambiguous-name: expected a name that fits \
        'cards-{site}-{quarter}.csv' in one way only
        Rename the file so that what stands between the braces is in no part of the name itself, \
        or list the part as a level of its column.
        """)
  }

  @Test func `files that do not fit the names in braces are not of the source`() async throws {
    let evaluation = try await workspace(
      files: "\"cards-{site}.csv\"", "site: {type: text}",
      [("cards-hull.csv", "Id\n1\n"), ("cards-.csv", "Id\n2\n")]
    ).evaluated()
    #expect(evaluation.sources.flatMap(\.files).map(\.path) == ["cards-hull.csv"])
  }

  // MARK: Accepted headings

  private static let heard = "heard: {header: I was listened to, type: text}"

  private func decided(_ rows: String, _ heading: String = "I felt heard") async throws
    -> Evaluation
  {
    let workspace = try workspace(
      files: "cards-*.csv", SeveralFilesTests.heard + "\nspare: {type: text, optional: true}",
      [("cards-1.csv", "Id,I was listened to\n1,Yes\n"), ("cards-2.csv", "Id,\(heading)\n2,No\n")])
    try workspace.write(
      "source,column,heading,accepted_by,on\n" + rows, to: "data/p/decisions/headings.csv")
    return try await workspace.evaluated()
  }

  @Test func `an accepted heading is read as the column`() async throws {
    let evaluation = try await decided(" cards , heard ,I felt heard,Ada,2024-04-01\n")
    #expect((0..<2).map { evaluation.tables.first?.text("heard")?[$0].value } == ["Yes", "No"])
    #expect(evaluation.problems.map(\.description) == [])
  }

  @Test func `without a name a row changes nothing`() async {
    await #expect(throws: StepError.self) {
      try await decided("cards,heard,I felt heard, ,\n")
    }
  }

  @Test(arguments: [
    (
      "card,heard,I felt heard,Ada,",
      "column 'source': stale-decision: expected a source of the pipeline; the nearest is 'cards'"
    ),
    (
      "cards,herd,I felt heard,Ada,",
      "column 'column': stale-decision: expected a column of 'cards' that has a heading; the "
        + "nearest is 'heard'"
    ),
    ("cards,heard, ,Ada,", "column 'heading': stale-decision: expected a heading"),
    (
      "cards,heard,ID,Ada,",
      "column 'heading': stale-decision: expected a heading that the pipeline names for no other "
        + "column"
    ),
    (
      "cards,heard,Town,Ada,\ncards,spare,town,Ben,",
      "column 'column': contradicting-decisions: expected the column that line 2 gives for the "
        + "same heading"
    ),
  ])
  func `an accepted heading that does not fit is a problem and changes nothing`(
    rows: String, message: String
  ) async throws {
    let evaluation = try await decided(rows + "\n", "I was listened to")
    let line = rows.contains("\n") ? 3 : 2
    #expect(
      evaluation.problems.map(\.description).filter { !$0.contains("column-absent") }
        == ["decisions/headings.csv:\(line): \(message)"])
    #expect((0..<2).map { evaluation.tables.first?.text("heard")?[$0].value } == ["Yes", "No"])
  }

  @Test func `a heading may be accepted for a choice and for answers in one's own words`()
    async throws
  {
    let workspace = try workspace(
      files: "cards.csv",
      """
      used: {header: Used?, type: multi-select, choices: {bus: Bus}, other: Other, other_text: more}
      """, [("cards.csv", "Id,Used? - Coach,Tell us more\n1,1,\n2,0,by boat\n")])
    try workspace.write(
      """
      source,column,heading,accepted_by,on
      cards,used/bus,Used? - Coach,Ada,
      cards,more,Tell us more,Ada,

      """, to: "data/p/decisions/headings.csv")
    let evaluation = try await workspace.evaluated()
    let table = try #require(evaluation.tables.first)
    let used = try #require(table.choices("used"))
    #expect(
      (0..<2).map { row in (0..<2).map { used.contains($0, row: row) } } == [
        [true, false], [false, true],
      ])
    #expect(table.text("more")?[1].value == "by boat")
    #expect(evaluation.problems.map(\.description) == [])
  }

  @Test func `what is wrong with the headings of all sources is told at once`() async throws {
    let workspace = try TemporaryWorkspace()
    try workspace.write(
      """
      title: T
      period: {start: 2024-01-01, end: 2024-12-31}
      sources: {a: {title: A, files: a.csv}, b: {title: B, files: b.csv}}
      schema:
        a: {columns: {x: {header: Gender, type: text}}}
        b: {columns: {y: {header: Town, type: text}}}
      measures: {}
      """, to: "pipelines/p/pipeline.yaml")
    try workspace.write("Gendre,Id\n1,2\n", to: "data/p/a.csv")
    try workspace.write("Twon,Id\n1,2\n", to: "data/p/b.csv")
    let error = await #expect(throws: StepError.self) { try await workspace.evaluated() }
    #expect(
      error?.description == """
        a.csv:1: column-missing: expected a column 'Gender'; the nearest heading is 'Gendre'
        b.csv:1: column-missing: expected a column 'Town'; the nearest heading is 'Twon'
        If a heading asks the same in other words, add it under `header:` of the column in the \
        pipeline, or put it into decisions/headings.csv beside the exports, with your name after \
        the heading:
        source,column,heading,accepted_by,on
        a,x,Gendre,,
        b,y,Twon,,
        If it does not, rename the column in the export, or mark it `optional: true` in the \
        pipeline.
        """)
  }
}
