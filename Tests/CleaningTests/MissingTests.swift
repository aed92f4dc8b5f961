import Cleaning
import EvaluationData
import Testing

private let levels = [Named("yes", label: "Yes"), Named("no", label: "No")]

/// Every kind of column that holds one answer.
private let kinds: [ColumnSchema.Kind] = [
  .text, .id, .category(levels: levels, also: [:]),
  .number(isWhole: true, minimum: 0, maximum: 10), .date(.dayMonth),
]

extension Checked<CleanedSource> {
  /// Why each row of `answer` is missing.
  fileprivate var reasons: [MissingReason?] {
    (levels.map(\.missingReason) + numbers.map(\.missingReason) + dates.map(\.missingReason)
      + texts.map(\.missingReason) + choices.map(\.missingReason))
  }
}

struct MissingTests {
  @Test(arguments: kinds, [true, false])
  func `blank cells are left blank, in every kind of column`(
    kind: ColumnSchema.Kind, keepsEachText: Bool
  ) async {
    let long = String(repeating: " ", count: 200)
    let texts = ["", "  ", "\t\n", "\u{A0}\u{A0}", long, String(repeating: "\u{A0}", count: 100)]
    let cleaned = await clean(texts, as: kind, keepsEachText: keepsEachText)
    #expect(cleaned.reasons == Array(repeating: .skipped, count: texts.count))
    #expect(cleaned.ledger == [])
    #expect(cleaned.messages == [])
  }

  @Test(arguments: kinds, [true, false])
  func `an empty cell means what the pipeline says, and nothing is changed by that`(
    kind: ColumnSchema.Kind, keepsEachText: Bool
  ) async {
    let texts = ["", " ", "n/a", "don't know"]
    let cleaned = await clean(
      source([("answer", texts)], keepsEachText: keepsEachText),
      [.column("answer", kind, empty: .notApplicable)])
    #expect(cleaned.reasons == [.notApplicable, .notApplicable, .notApplicable, .dontKnow])
    #expect(cleaned.ledger.count == 2)
    #expect(cleaned.messages == [])
  }

  @Test(arguments: kinds, [true, false])
  func `texts that stand for no answer have their reason, in every kind of column`(
    kind: ColumnSchema.Kind, keepsEachText: Bool
  ) async {
    let cleaned = await clean(
      [
        "N/A", " n/a ", "Not applicable", "Prefer not to say", "PREFER NOT TO SAY.", "Don't know",
        "don’t\u{A0}know", "No answer", "Not asked",
      ], as: kind, keepsEachText: keepsEachText)
    #expect(
      cleaned.reasons == [
        .notApplicable, .notApplicable, .notApplicable, .preferNotToSay, .preferNotToSay,
        .dontKnow, .dontKnow, .skipped, .notAsked,
      ])
    #expect(cleaned.ledger.first == "2 Answer missing-text: N/A > not-applicable")
    #expect(cleaned.ledger.last == "10 Answer missing-text: Not asked > not-asked")
    #expect(cleaned.ledger.count == 9)
    #expect(cleaned.messages == [])
  }

  @Test(arguments: kinds, [true, false])
  func `a blank cell that is required is a problem, in every kind of column`(
    kind: ColumnSchema.Kind, keepsEachText: Bool
  ) async {
    let cleaned = await clean(
      ["N/A", "", " "], as: kind, isRequired: true, keepsEachText: keepsEachText)
    #expect(cleaned.reasons == [.notApplicable, .skipped, .skipped])
    #expect(
      cleaned.messages == [
        "a.csv:3: column 'Answer': missing-required: expected a value, for it is required",
        "a.csv:4: column 'Answer': missing-required: expected a value, for it is required",
      ])
  }

  @Test(arguments: [true, false])
  func `texts that the pipeline declares are missing, by their sign too`(keepsEachText: Bool) async
  {
    let missing: [String: MissingReason] = [
      foldedLevel("-99"): .preferNotToSay, foldedLevel("88"): .dontKnow,
    ]
    let numbers = await clean(
      ["-99", "99", "88", "-88", "9.9"], as: .number(isWhole: false, minimum: nil, maximum: nil),
      missing: missing, keepsEachText: keepsEachText)
    #expect(
      numbers.numbers == [
        .missing(.preferNotToSay), .value(99), .missing(.dontKnow), .value(-88), .value(9.9),
      ])
    let texts = await clean(
      ["-99", "99", "88", "\u{2212}99"], as: .text, missing: missing,
      keepsEachText: keepsEachText)
    #expect(
      texts.texts == [
        .missing(.preferNotToSay), .value("99"), .missing(.dontKnow), .missing(.preferNotToSay),
      ])
  }

  @Test(arguments: [true, false])
  func `a text is kept as it stands`(keepsEachText: Bool) async {
    let texts = ["kind  staff, \"long\" wait\n", " é ", "n/a to me", "-", "?"]
    let cleaned = await clean(texts, as: .text, keepsEachText: keepsEachText)
    #expect(cleaned.texts == texts.map { .value($0) })
    #expect(cleaned.ledger == [])
  }

  @Test(arguments: kinds, [true, false])
  func `rows of files without the column were not asked`(
    kind: ColumnSchema.Kind, keepsEachText: Bool
  ) async {
    let cleaned = await clean(
      source(
        [("answer", ["", "", "", "", ""])], keepsEachText: keepsEachText,
        notAsked: ["answer": [0..<0, 1..<3, 4..<5]]),
      [.column("answer", kind, isRequired: true)])
    #expect(cleaned.reasons == [.skipped, .notAsked, .notAsked, .skipped, .notAsked])
    // Nobody can be blamed for a question that was not there.
    #expect(cleaned.problems.map(\.address.line) == [2, 5])
    #expect(cleaned.ledger == [])
  }

  @Test(arguments: [true, false])
  func `a cell with bytes that are no letters could not be read`(keepsEachText: Bool) async {
    let mark = String(decoding: SourceTable.damageMark, as: UTF8.self)
    let rows = source([("answer", ["caf\(mark)", "fine", "5"])], keepsEachText: keepsEachText)
    let file = LoadedFile(
      path: "a.csv", byteCount: 20, encoding: "UTF-8", isDamaged: true, delimiter: "comma",
      headerLine: 1, rows: 3)
    let damaged = SourceTable(
      name: rows.name, columns: rows.columns, addresses: rows.addresses, files: [file])
    let texts = await clean(damaged, [.column("answer", .text)])
    #expect(texts.texts == [.missing(.unreadable), .value("fine"), .value("5")])
    #expect(texts.ledger == ["2 Answer unreadable: caf\u{FFFD} > unreadable"])
    #expect(texts.messages == [])
    let levels = await clean(
      damaged, [.column("answer", .category(levels: [Named("fine"), Named("5")], also: [:]))])
    #expect(levels.levels == [.missing(.unreadable), .value("fine"), .value("5")])
    #expect(levels.messages == [])
  }
}
