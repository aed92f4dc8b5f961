import Cleaning
import EvaluationData
import Testing

struct CleanTests {
  @Test func `columns come in the order of the schema with the names of the pipeline`() async {
    let schema = SourceSchema(
      source: Named("members", label: "Members of the panel"),
      columns: [
        ColumnSchema(
          name: Named("answer", label: "Are you well?"), header: "Q1", kind: .text,
          isRequired: true, missingTexts: [:]),
        .column("id", .id),
      ], key: [])
    let cleaned = await clean(
      source([("id", ["1", "2"]), ("answer", ["yes", ""])]), to: schema, width: 2)
    #expect(cleaned.value.table.name == Named("members", label: "Members of the panel"))
    #expect(cleaned.value.table.columns.map(\.name.label) == ["Are you well?", "id"])
    #expect(cleaned.value.table.rowCount == 2)
    #expect(
      cleaned.problems.map(\.description)
        == ["a.csv:3: column 'Q1': missing-required: expected a value, for it is required"])
  }

  @Test func `the ledger names the source and the place`() async {
    let cleaned = await clean(["£5"], as: .number(isWhole: false, minimum: nil, maximum: nil))
    #expect(
      Array(cleaned.value.ledger) == [
        LedgerEntry(
          source: "members", address: CellAddress(file: "a.csv", line: 2, column: "Answer"),
          before: "£5", after: "5", rule: .numberFormat)
      ])
  }

  @Test func `every rule of cleaning is met by these tests`() async {
    let levels = [Named("yes", label: "Yes")]
    let category = ColumnSchema.Kind.category(levels: levels, also: ["aye": "yes"])
    let cleaned = await clean(
      source([
        ("id", ["1", "2", "3", "4", "4"]), ("answer", ["N/A", "YES", "aye", "maybe", "maybe"]),
        ("score", ["1,000", "99999", "x", "1", "1"]), ("agreed", ["y", "Yes", "", "", ""]),
        ("joined", ["1/3/24", "31/3/24", "", "", ""]), ("day", ["45382", "30/4/2024", "", "", ""]),
        ("postcode", ["sw1a1aa", "", "", "", ""]), ("area", ["Leeds", "", "", "", ""]),
      ]),
      [
        .column("id", .id), .column("answer", category),
        .column("score", .number(isWhole: true, minimum: 0, maximum: 5000)),
        .column("agreed", .boolean(recodes: [:])), .column("joined", .date(nil)),
        .column("day", .date(nil)), .column("postcode", .postcode(allowsOutward: false)),
        .column("area", .localAuthority),
      ], key: ["id"])
    #expect(
      cleaned.ledger == [
        "6 Id duplicate-row: 4 > ", "2 Answer missing-text: N/A > not-applicable",
        "3 Answer level-spelling: YES > Yes", "4 Answer level-also: aye > Yes",
        "5 Answer unreadable: maybe > unreadable", "2 Score number-format: 1,000 > 1000",
        "3 Score out-of-range: 99999 > unreadable", "4 Score unreadable: x > unreadable",
        "2 Agreed boolean-spelling: y > Yes", "2 Joined two-digit-year: 1/3/24 > 2024-03-01",
        "3 Joined two-digit-year: 31/3/24 > 2024-03-31",
        "2 Day excel-serial-date: 45382 > 2024-03-31",
        "2 Postcode code-format: sw1a1aa > SW1A 1AA", "2 Area area-name: Leeds > E08000035",
      ])
    // Corrections and merged people come before: see their own tests.
    let others: Set<CleaningRule> = [.correction, .samePerson]
    #expect(
      Set(cleaned.value.ledger.map(\.rule)) == Set(CleaningRule.allCases).subtracting(others))
  }

  @Test func `the number of tasks changes nothing`() async {
    let kinds: [ColumnSchema.Kind] = [
      .id, .text, .number(isWhole: true, minimum: 0, maximum: 50), .date(.dayMonth),
      .category(levels: [Named("yes"), Named("no")], also: [:]),
    ]
    let texts = ["7", "YES", "1/2/2024", "", "N/A", "99", "no", "7"]
    let columns = (0..<40).map { place in
      (
        name: "c\(place)",
        texts: (0..<50).map { row in texts[(row * (place + 3) + place) % texts.count] }
      )
    }
    let schema = SourceSchema(
      source: Named("members"),
      columns: columns.enumerated().map { .column($1.name, kinds[$0 % kinds.count]) },
      key: ["c0", "c1"])
    let alone = await clean(source(columns, keepsEachText: true), to: schema, width: 1)
    let shared = await clean(source(columns, keepsEachText: true), to: schema, width: 5)
    #expect(alone.problems.count > 100)
    #expect(shared.problems == alone.problems)
    #expect(Array(shared.value.ledger) == Array(alone.value.ledger))
    #expect(
      shared.value.table.columns.map(\.name) == alone.value.table.columns.map(\.name))
  }

  @Test(arguments: 0..<20)
  func `no message holds the text of a cell`(seed: Int) async {
    // Letters that no message and no level has.
    let secrets = (0..<30).map { place in
      String((0..<(1 + (seed + place) % 7)).map { "ЖЩЪЫЭЮЯ"[($0 * 5 + seed + place) % 7] })
    }
    let kinds: [(String, ColumnSchema.Kind)] = [
      ("number", .number(isWhole: true, minimum: 0, maximum: 10)), ("date", .date(.dayMonth)),
      ("level", .category(levels: [Named("yes"), Named("no")], also: ["ok": "yes"])),
      ("several", .joined([Named("yes"), Named("no")], separator: ";", of: "several")),
    ]
    let columns = kinds.map { (name: $0.0, texts: secrets) }
    let cleaned = await clean(
      source([("id", secrets)] + columns),
      [.column("id", .id)] + kinds.map { .column($0.0, $0.1) }, key: ["id"])
    let references = checkReferences(
      [
        Reference(
          source: "members", column: "id", target: "others", targetColumn: "id", header: "Id")
      ], in: [cleaned.value.table, await others()])
    let problems = cleaned.problems + references
    #expect(problems.count >= cleaned.value.table.rowCount * 5)
    #expect(
      Set(problems.map(\.kind)).isSuperset(of: [
        .unreadableNumber, .unreadableDate, .unknownLevel, .unknownReference, .duplicateRecord,
      ]))
    for problem in problems {
      #expect(problem.value.map(secrets.contains) == true)
      #expect(!problem.description.contains { "ЖЩЪЫЭЮЯ".contains($0) })
    }
  }

  private func others() async -> Table {
    await clean(
      source([("id", ["1"])]),
      to: SourceSchema(source: Named("others"), columns: [.column("id", .id)], key: []),
      width: 1
    ).value.table
  }
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
