import Cleaning
import EvaluationData
import Testing

/// A source of numbered choices from texts that every rule of cleaning meets.
private struct Sample {
  private var state: UInt64
  static let texts: [(name: String, kind: ColumnSchema.Kind, texts: [String])] = [
    ("id", .id, ["p1", "p2", " p3", "p4", "p5", "N/A", ""]),
    (
      "gender",
      .category(
        levels: [Named("f", label: "Female"), Named("m", label: "Male")], also: ["woman": "f"]),
      ["Female", "FEMALE", "f", "Woman", "Femlae", "n/a", "", "Zo\u{EB}", "Zoe\u{308}"]
    ),
    (
      "score", .number(isWhole: true, minimum: 0, maximum: 5000),
      ["7", "1,000", "99999", "seven", " 3 ", "Prefer not to say", "", "£5"]
    ),
    ("joined", .date(.dayMonth), ["1/2/2024", "2024-02-01", "31/2/2024", "1 Feb 2024", "", "x"]),
    ("comment", .text, ["fine, thanks", "=1+1", "n/a", "", "a\nb", "É"]),
    (
      "several", .joined([Named("a"), Named("b")], separator: ";", of: "several"),
      ["a", "B;a", "", "a;c", "N/A", "b"]
    ),
  ]

  init(_ seed: Int) { state = UInt64(seed) &* 77_777 &+ 5 }

  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func table(rows: Int, keepsEachText: Bool) -> SourceTable {
    var columns: [(name: String, texts: [String])] = []
    for (name, _, texts) in Sample.texts {
      columns.append((name, (0..<rows).map { _ in texts[number(below: texts.count)] }))
    }
    return source(columns, keepsEachText: keepsEachText)
  }

  /// Corrections, of which some hold, some do not, and some follow others.
  mutating func corrections(of table: SourceTable, _ count: Int) -> [Correction] {
    (0..<count).map { _ in
      let column = table.columns[number(below: table.columns.count)]
      let choices = Sample.texts.first { $0.name == column.name }?.texts ?? [""]
      let row = number(below: table.rowCount)
      let before = number(below: 3) > 0 ? column[row] : choices[number(below: choices.count)]
      return correction(
        String(row + 2), column.header, before, choices[number(below: choices.count)])
    }
  }
}

/// Every text of a table, cell by cell, as bytes.
private func bytes(of table: SourceTable) -> [[[UInt8]]] {
  table.columns.map { column in (0..<column.count).map { Array(column[$0].utf8) } }
}

/// What a cell holds after cleaning, as the ledger writes it; nil for what it never changes to.
private func shown(_ cells: Cells, row: Int) -> String? {
  switch cells {
  case .text(let column): column[row].missingReason?.rawValue ?? column[row].value
  case .category(let column): column[row].missingReason?.rawValue ?? column.level(row)?.label
  case .number(let column):
    column[row].missingReason?.rawValue ?? column[row].value.map { String(Int($0)) }
  case .date(let column): column[row].missingReason?.rawValue ?? column[row].value?.description
  case .choices: nil
  }
}

struct CorrectionUndoTests {
  @Test(arguments: 0..<40)
  func `corrections taken back in reverse give the exported texts`(seed: Int) {
    var sample = Sample(seed)
    let table = sample.table(rows: 12, keepsEachText: seed % 2 == 0)
    let corrected = correct([table], by: sample.corrections(of: table, 30)).value
    #expect(corrected.ledger.count > 5)
    let back = correct(
      corrected.tables, by: corrected.ledger.reversed().map(Correction.init(undoing:)))
    #expect(back.problems == [])
    #expect(back.value.ledger.count == corrected.ledger.count)
    #expect(bytes(of: back.value.tables[0]) == bytes(of: table))
  }

  /// From the cleaned texts and the whole ledger back to the exported texts.
  @Test(arguments: 0..<40)
  func `the ledger of a run can be taken back`(seed: Int) async {
    var sample = Sample(seed)
    let exported = sample.table(rows: 25, keepsEachText: seed % 2 == 0)
    // Corrections, then one id for each person, then cleaning: as in a run.
    let corrected = correct([exported], by: sample.corrections(of: exported, 15)).value
    let merged = merge(
      corrected.tables, people: [PersonColumns(source: "members", columns: ["id"])],
      by: PeopleAnswers.reading([peopleDecision("p1", "p3", "same")]).value)
    let cleaned = await clean(
      merged.tables[0], Sample.texts.map { .column($0.name, $0.kind) }, key: ["id", "score"])
    let ledger = corrected.ledger + merged.ledger + Array(cleaned.value.ledger)
    let leftOut = ledger.filter { $0.rule == .duplicateRow }
    let changes = ledger.filter { $0.rule != .duplicateRow }
    #expect(cleaned.value.ledger.count > 10)

    // The ledger is true: each change began with the text that stood there…
    let replayed = correct([exported], by: changes.map(Correction.init(repeating:)))
    #expect(replayed.problems == [])
    // … and ended with what cleaning made of it.
    let table = cleaned.value.table
    for entry in cleaned.value.ledger where entry.rule != .duplicateRow {
      let row = (0..<table.rowCount).first { table.addresses.line(of: $0) == entry.address.line }
      let column = table.columns.first { $0.name.name == entry.address.column?.lowercased() }
      guard let row, let column else {
        Issue.record("a change of a cell that is not there")
        continue
      }
      if let shown = shown(column.cells, row: row) { #expect(shown == entry.after) }
    }

    let back = correct(
      replayed.value.tables, by: changes.reversed().map(Correction.init(undoing:)))
    #expect(back.problems == [])
    #expect(bytes(of: back.value.tables[0]) == bytes(of: exported))

    // A row that was left out is known by its place and its key.
    #expect(table.rowCount + leftOut.count == exported.rowCount)
    for entry in leftOut {
      #expect(texts(of: merged.tables[0], "id")[entry.address.line - 2] == entry.before)
    }
  }

  @Test func `letters that cannot be read are marked again`() {
    let mark = String(decoding: SourceTable.damageMark, as: UTF8.self)
    let plain = source([("id", ["caf\(mark)", "x\u{FFFD}"])])
    let damaged = SourceTable(
      name: plain.name, columns: plain.columns, addresses: plain.addresses,
      files: [
        LoadedFile(
          path: "a.csv", byteCount: 0, encoding: "UTF-8", isDamaged: true, delimiter: ",",
          headerLine: 1, rows: 2)
      ])
    let corrected = correct([damaged], by: [correction("2", "Id", "caf\u{FFFD}", "café")])
    #expect(corrected.problems == [])
    #expect(corrected.value.ledger.map(\.before) == ["caf\u{FFFD}"])
    let back = correct(
      corrected.value.tables, by: corrected.value.ledger.map(Correction.init(undoing:)))
    #expect(bytes(of: back.value.tables[0]) == bytes(of: damaged))
    // Without damage the sign is a letter as any other.
    let kept = correct([plain], by: [correction("3", "Id", "x\u{FFFD}", "\u{FFFD}")])
    #expect(texts(of: kept.value.tables[0], "id")[1] == "\u{FFFD}")
  }
}
