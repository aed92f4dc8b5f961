import Cleaning
import EvaluationData
import Testing

/// A row of the file of corrections.
func correction(
  _ line: String, _ column: String, _ before: String, _ after: String,
  source: String = "members", file: String = "a.csv", at own: Int = 2
) -> Correction {
  Correction(
    DecisionRow(
      line: own, cells: [source, file, line, column, before, after, "seen on the form"]))
}

private func table(
  keepsEachText: Bool = false, notAsked: [String: [Range<Int>]] = [:]
) -> SourceTable {
  source(
    [
      ("id", ["1", "2", "3", "4"]), ("gender", ["Femlae", "Male", "Femlae", ""]),
      ("age", ["20", "30", "40", "50"]),
    ], keepsEachText: keepsEachText, notAsked: notAsked)
}

/// Corrections that do not fit, with what was expected and the text that stands there.
private let misfits: [(Correction, String, String, String?)] = [
  (
    correction("2", "Gender", "Male", "Female"), "a.csv:2: column 'Gender'",
    "the text before the correction", "Femlae"
  ),
  (
    correction("3", "Gender", "Mlae", "Male"), "a.csv:3: column 'Gender'",
    "the text before the correction, not the one after it", "Male"
  ),
  (
    correction("9", "Gender", "Male", "Female"), "a.csv:9: column 'Gender'",
    "a row that stands in the exports", nil
  ),
  (
    correction("two", "Gender", "x", "y"), "a.csv: column 'Gender'",
    "a row that stands in the exports", nil
  ),
  (
    correction("2", "Gender", "x", "y", file: "b.csv"), "b.csv:2: column 'Gender'",
    "a row that stands in the exports", nil
  ),
  (correction("2", "Gendre", "x", "y"), "a.csv:2: column 'Gendre'", "one column of that name", nil),
  (
    correction("2", "Gender", "x", "y", source: "membres"), "a.csv:2: column 'Gender'",
    "a source of the pipeline (the nearest is 'members')", nil
  ),
  (
    correction("2", "Gender", "x", "y", source: "zzz"), "a.csv:2: column 'Gender'",
    "a source of the pipeline", nil
  ),
]

struct CorrectionsTests {
  @Test(arguments: [true, false])
  func `a correction replaces one cell and stands in the ledger`(keepsEachText: Bool) {
    let corrected = correct(
      [table(keepsEachText: keepsEachText)],
      by: [
        correction(" 4 ", " Gender ", "Femlae", "Female"), correction("5", "gender", "", "Male"),
        correction("2", "Age", "20", "21"),
      ])
    #expect(corrected.problems == [])
    #expect(texts(of: corrected.value.tables[0], "gender") == ["Femlae", "Male", "Female", "Male"])
    #expect(texts(of: corrected.value.tables[0], "age") == ["21", "30", "40", "50"])
    #expect(texts(of: corrected.value.tables[0], "id") == ["1", "2", "3", "4"])
    #expect(
      corrected.value.ledger
        == [(4, "Gender", "Femlae", "Female"), (5, "Gender", "", "Male"), (2, "Age", "20", "21")]
        .map { line, column, before, after in
          LedgerEntry(
            source: "members", address: CellAddress(file: "a.csv", line: line, column: column),
            before: before, after: after, rule: .correction)
        })
  }

  @Test(arguments: misfits)
  fileprivate func `a correction that no longer fits is refused`(
    _ correction: Correction, _ place: String, _ expected: String, _ value: String?
  ) {
    let corrected = correct([table()], by: [correction])
    #expect(
      corrected.problems.map(\.description) == [
        "\(place): stale-correction: expected \(expected), as line 2 of "
          + "decisions/corrections.csv says"
      ])
    #expect(corrected.problems.map(\.value) == [value])
    #expect(corrected.value.ledger == [])
    #expect(texts(of: corrected.value.tables[0], "gender") == texts(of: table(), "gender"))
  }

  @Test func `a file without the column has no cell to correct`() {
    let corrected = correct(
      [table(notAsked: ["gender": [3..<4]])], by: [correction("5", "Gender", "", "Male")])
    #expect(
      corrected.problems.map(\.description) == [
        "a.csv:5: column 'Gender': stale-correction: expected a file that has the column, as "
          + "line 2 of decisions/corrections.csv says"
      ])
  }

  @Test func `of two columns with one heading none is guessed`() {
    let twins = SourceTable(
      name: "members",
      columns: ["one", "two"].map { name in
        SourceColumn(name: name, header: "Note", storage: .each(TextColumn(["x"])))
      }, addresses: source([("id", ["1"])]).addresses, files: [])
    let corrected = correct(
      [twins], by: [correction("2", "Note", "x", "y"), correction("2", "two", "x", "z")])
    #expect(corrected.problems.map(\.kind) == [.staleCorrection])
    #expect(texts(of: corrected.value.tables[0], "one") == ["x"])
    #expect(texts(of: corrected.value.tables[0], "two") == ["z"])
  }

  @Test(arguments: [true, false])
  func `without a line every cell that has the text is corrected`(keepsEachText: Bool) {
    let corrected = correct(
      [table(keepsEachText: keepsEachText, notAsked: ["gender": [2..<3]])],
      by: [
        correction("", "Age", "30", "31", file: " "), correction("2", "Age", "20", "31"),
        correction("", "Age", "31", "33"), correction("", "Gender", "Femlae", "Female", file: ""),
        correction("", "Gender", "not there", "x"),
      ])
    #expect(corrected.problems == [])
    #expect(texts(of: corrected.value.tables[0], "age") == ["33", "33", "40", "50"])
    #expect(texts(of: corrected.value.tables[0], "gender") == ["Female", "Male", "Femlae", ""])
    #expect(corrected.value.ledger.map(\.address.line) == [3, 2, 2, 3, 2])
    let back = correct(
      corrected.value.tables, by: corrected.value.ledger.reversed().map(Correction.init(undoing:)))
    #expect(texts(of: back.value.tables[0], "age") == texts(of: table(), "age"))
    #expect(texts(of: back.value.tables[0], "gender") == texts(of: table(), "gender"))
  }

  @Test func `what is about a whole source is told of the file of corrections`() {
    let corrected = correct(
      [table()],
      by: [
        correction("", "Gendre", "x", "y", file: "", at: 7),
        correction("", "Gender", "Femlae", "Female", file: "z.csv", at: 8),
      ])
    #expect(
      corrected.problems.map(\.description) == [
        "decisions/corrections.csv:7: stale-correction: expected one column of that name, as "
          + "line 7 of decisions/corrections.csv says",
        "z.csv: column 'Gender': stale-correction: expected a file of the source, as line 8 of "
          + "decisions/corrections.csv says",
      ])
    #expect(corrected.value.ledger == [])
  }

  @Test func `corrections of one cell follow each other`() {
    let corrected = correct(
      [table()],
      by: [
        correction("2", "Gender", "Femlae", "Feamle", at: 2),
        correction("2", "Gender", "Feamle", "Female", at: 3),
        correction("2", "Gender", "Femlae", "Male", at: 4),
        correction("2", "Gender", "Female", "Female", at: 5),
      ])
    #expect(texts(of: corrected.value.tables[0], "gender")[0] == "Female")
    #expect(corrected.value.ledger.map(\.after) == ["Feamle", "Female"])
    #expect(corrected.problems.count == 1)
  }

  @Test(arguments: [true, false])
  func `texts are compared byte by byte`(keepsEachText: Bool) {
    let (composed, apart) = ("Zo\u{EB}", "Zoe\u{308}")
    let table = source([("id", [composed, apart])], keepsEachText: keepsEachText)
    let corrected = correct([table], by: [correction("3", "Id", composed, "x")])
    #expect(corrected.problems.map(\.kind) == [.staleCorrection])
    let changed = correct([table], by: [correction("2", "Id", composed, apart)])
    #expect(changed.problems == [])
    #expect(changed.value.tables[0].columns[0].isSame(0, 1))
  }

  @Test func `more texts than short codes hold are kept row by row`() {
    let known = TextColumn((0..<65_536).map { "text \($0)" })
    var addresses = RowAddresses()
    addresses.begin(file: "a.csv")
    for row in 0..<65_536 { addresses.append(line: row + 2) }
    let full = SourceTable(
      name: "members",
      columns: [
        SourceColumn(
          name: "id", header: "Id",
          storage: .distinct(codes: (0..<65_536).map { UInt16($0) }, texts: known))
      ], addresses: addresses, files: [])
    let corrected = correct(
      [full],
      by: [correction("2", "Id", "text 0", "text 1"), correction("4", "Id", "text 2", "new")])
    let column = corrected.value.tables[0].columns[0]
    #expect(
      [0, 1, 2, 3, 65_535].map { column[$0] } == [
        "text 1", "text 1", "new", "text 3", "text 65535",
      ])
    guard case .each = column.storage else {
      Issue.record("too many texts for codes")
      return
    }
  }

  @Test func `a row is written as it was read`() {
    let cells = [" members", "a.csv ", " 7", "Gender", " x\n", "=1+1", "why"]
    #expect(Correction(DecisionRow(line: 9, cells: cells)).cells == cells)
    #expect(Correction.header.count == 7)
  }
}
