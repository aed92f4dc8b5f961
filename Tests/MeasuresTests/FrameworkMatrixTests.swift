import EvaluationData
import Measures
import Testing

@Suite struct FrameworkMatrixTests {
  /// Five cards: two of the north, two of the south, one of nowhere; the third is empty.
  private static let input: MeasureInput = {
    let texts = ["The bus was late.", "No bus,\nno tea", nil, "Tea!", "bus"]
    let table = Tables.table(
      "cards",
      [
        Tables.text("comment", texts),
        Tables.category("site", ["south", "north"], ["north", "south", "south", "north", nil]),
        Tables.text("meeting", ["m2", "m1", "m1", "m2", "m2"]),
        Tables.text("id", ["R1", "R2", "R3", "R4", nil]),
      ])
    var coded = CodedText(
      source: "cards", column: "comment",
      codes: Tables.choices(
        ["travel", "bus", "tea"], [["bus"], ["bus", "tea"], nil, ["tea"], ["bus"]]),
      matches: [
        Match(row: 0, code: 1, rule: 0, start: 4, end: 7),
        Match(row: 1, code: 1, rule: 0, start: 3, end: 6),
        Match(row: 1, code: 2, rule: 0, start: 11, end: 14),
        Match(row: 3, code: 2, rule: 0, start: 0, end: 3),
        Match(row: 4, code: 1, rule: 0, start: 0, end: 3),
      ])
    coded.parents = [nil, 0, nil]
    return MeasureInput(tables: [table], coded: [coded], asOf: Tables.day(0), seed: 1)
  }()

  private func spec(_ column: String = "site") -> FrameworkSpec {
    var spec = FrameworkSpec(
      source: "cards", text: "comment", caseColumn: Attribute(source: "cards", column: column))
    spec.id = "id"
    return spec
  }

  private func checked(
    _ spec: FrameworkSpec, _ summaries: [FrameworkSummary] = []
  ) throws -> Checked<FrameworkMatrix> {
    try #require(frameworkMatrix(Self.input, spec, summaries: summaries))
  }

  @Test func `cases stand in the order of their levels, themes in that of the frame`() throws {
    let matrix = try checked(spec()).value
    #expect(matrix.cases == ["South", "North", "Not stated"])
    // A code that only has others below it has nothing of its own.
    #expect(matrix.themes.map(\.name.name) == ["bus", "tea"])
    #expect(matrix.themes.map(\.group.name) == ["travel", "tea"])
    #expect(matrix.caseLabel == "site")
  }

  @Test func `a cell has what was said on one line each, with the id of the response`() throws {
    let matrix = try checked(spec()).value
    #expect(
      matrix.cells.map { $0.map(\.lines) } == [
        [["• No bus, no tea [R2]"], ["• No bus, no tea [R2]"]],
        [["• The bus was late. [R1]"], ["• Tea! [R4]"]],
        [["• bus [cards.csv:6]"], []],
      ])
    #expect(matrix.responses.map(\.id) == ["R2", "R1", "R4", "cards.csv:6"])
    #expect(matrix.responses[0].text == "No bus,\nno tea" && matrix.responses[0].address.line == 3)
    #expect(matrix.responses[0].codes.map(\.name) == ["bus", "tea"])
    #expect(matrix.cells[1][1].firstResponse == 2 && matrix.cells[2][1].firstResponse == nil)
  }

  @Test func `ids and texts make cases, too, as they come`() throws {
    let matrix = try checked(spec("meeting")).value
    #expect(matrix.cases == ["m2", "m1"])
    #expect(matrix.cells[0][0].lines.count == 2)
  }

  @Test func `what does not fit is counted, and only wanted codes have columns`() throws {
    var spec = spec("meeting")
    spec.perCell = 1
    spec.codes = ["bus"]
    let matrix = try checked(spec).value
    #expect(matrix.themes.map(\.name.name) == ["bus"])
    #expect(matrix.cells[0][0].lines == ["• The bus was late. [R1]", "… and 1 more"])
  }

  @Test func `of a long response the part around the words of the code is shown`() throws {
    let words = (0..<300).map { "word\($0)" }
    let text = words[..<200].joined(separator: " ") + " bus " + words[200...].joined(separator: " ")
    let table = Tables.table(
      "cards",
      [Tables.text("comment", [text]), Tables.category("site", ["north"], ["north"])])
    let start = text.utf8.count - " bus ".count - words[200...].joined(separator: " ").count + 1
    let coded = CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["bus"], [["bus"]]),
      matches: [Match(row: 0, code: 0, rule: 0, start: start, end: start + 3)])
    let input = MeasureInput(tables: [table], coded: [coded], asOf: Tables.day(0), seed: 1)
    let matrix = try #require(frameworkMatrix(input, spec(), summaries: []))
    let line = try #require(matrix.value.cells[0][0].lines.first)
    #expect(line.hasPrefix("• … word18") && line.contains(" word199 bus word200 "))
    #expect(line.hasSuffix(" … [cards.csv:2]") && line.count < 440)
    #expect(matrix.value.responses[0].text == text)
  }

  @Test func `a cell stays within what Excel takes, and says how much is left out`() throws {
    let text = "bus " + String(repeating: "x", count: 390)
    let texts = [String](repeating: text, count: 200)
    let table = Tables.table(
      "cards",
      [
        Tables.text("comment", texts),
        Tables.category("site", ["north"], texts.map { _ in "north" }),
      ])
    let coded = CodedText(
      source: "cards", column: "comment",
      codes: Tables.choices(["bus"], texts.map { _ in ["bus"] }),
      matches: texts.indices.map { Match(row: $0, code: 0, rule: 0, start: 0, end: 3) })
    let input = MeasureInput(tables: [table], coded: [coded], asOf: Tables.day(0), seed: 1)
    var spec = spec()
    spec.perCell = 500
    let cell = try #require(frameworkMatrix(input, spec, summaries: [])).value.cells[0][0]
    let letters = cell.lines.joined(separator: "\n").utf16.count
    #expect(letters > 29_000 && letters < 32_000)
    #expect(cell.lines.last == "… and \(200 - cell.lines.count + 1) more")
    #expect(cell.responseCount == 200)
  }

  // MARK: Summaries

  private func summary(
    _ name: String, _ theme: String, _ text: String, basis: String? = nil, line: Int = 2
  ) -> FrameworkSummary {
    FrameworkSummary(
      address: CellAddress(file: "decisions/summaries.csv", line: line), caseName: name,
      theme: theme, text: text, basis: basis)
  }

  @Test func `summaries come back by the words or the names of case and theme`() throws {
    let checked = try checked(
      spec(), [summary(" north", "BUS", "Late."), summary("South", "tea", "None.")])
    #expect(checked.problems.isEmpty)
    #expect(checked.value.cells[1][0].summary == "Late." && !checked.value.cells[1][0].isStale)
    #expect(checked.value.cells[0][1].summary == "None.")
  }

  @Test func `a summary of what has changed is shown and told`() throws {
    let basis = FrameworkMatrix.basis(of: ["• The  bus was late. [R9]"])
    let same = try checked(spec(), [summary("North", "bus", "Late.", basis: basis)])
    #expect(same.problems.isEmpty)
    let other = FrameworkMatrix.basis(of: ["• The bus was early. [R1]"])
    let changed = try checked(spec(), [summary("North", "bus", "Late.", basis: other)])
    #expect(changed.value.cells[1][0].isStale && changed.value.cells[1][0].summary == "Late.")
    #expect(
      changed.problems.map(\.description) == [
        "decisions/summaries.csv:2: stale-summary: expected a summary of what is said there now"
      ])
  }

  @Test func `a summary of no cell is told`() throws {
    let checked = try checked(
      spec(), [summary("East", "bus", "Late."), summary("North", "cake", "None.", line: 3)])
    #expect(
      checked.problems.map(\.description) == [
        "decisions/summaries.csv:2: stale-decision: expected a case and a theme of the framework "
          + "matrix",
        "decisions/summaries.csv:3: stale-decision: expected a case and a theme of the framework "
          + "matrix",
      ])
  }

  @Test func `two summaries of one cell are both left out, unless they say the same`() throws {
    let both = try checked(
      spec(), [summary("North", "bus", "Late."), summary("North", "bus", "Early.", line: 7)])
    #expect(both.value.cells[1][0].summary == "")
    #expect(
      both.problems.map(\.description) == [
        "decisions/summaries.csv:7: contradicting-decisions: expected the same summary as in "
          + "decisions/summaries.csv, line 2"
      ])
    let same = try checked(
      spec(),
      [
        summary("North", "bus", "Late.", basis: "old"),
        summary(
          "North", "bus", "Late.", basis: FrameworkMatrix.basis(of: ["• The bus was late. [R1]"])),
        summary("North", "bus", ""),
      ])
    #expect(same.problems.isEmpty && same.value.cells[1][0].summary == "Late.")
  }
}
