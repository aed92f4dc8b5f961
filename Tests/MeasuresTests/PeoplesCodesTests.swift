import EvaluationData
import Measures
import Testing

/// Whatever form people's codes have, they are brought to their responses, or a problem says why
/// not.
@Suite struct PeoplesCodesTests {
  private static let texts = ["Too far", "Nice tea", "The bus", "Tea and bus", nil]
  private static let ids = ["r1", "r2", "r3", "r4", "r5"]

  private static func rules(_ rows: [[String]?]) -> CodedText {
    CodedText(
      source: "cards", column: "remark", codes: Tables.choices(["travel", "tea"], rows),
      matches: [])
  }

  private static var cards: Table {
    Tables.table("cards", [Tables.text("id", ids), Tables.text("remark", texts)])
  }

  /// What is found where the rules see travel in the first and the third response.
  private static func found(
    _ coders: [AgreementSpec.CodedByPeople], _ tables: [Table],
    decisions: [Adjudication] = [],
    rules: [[String]?] = [["travel"], [], ["travel"], [], nil]
  ) -> Findings {
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: AgreementSpec.CodedByRules(source: "cards", text: "remark", id: "id"),
        coders: coders, minimumUses: 1)
    ]
    return Findings(
      spec, [cards] + tables, coded: [Self.rules(rules)], adjudications: decisions)
  }

  // MARK: One row a response and code

  private static func long(
    _ rows: [(id: String?, coder: String?, code: String?)], missing: MissingReason = .skipped
  ) -> Table {
    Tables.table(
      "coded",
      [
        Tables.text("id", rows.map(\.id)),
        Tables.category("coder", ["a", "b"], rows.map(\.coder)),
        Tables.category("code", ["travel", "tea"], rows.map(\.code), missing: missing),
      ])
  }

  private static func longCoder(readsAll: Bool = false) -> AgreementSpec.CodedByPeople {
    AgreementSpec.CodedByPeople(
      source: "coded", form: .long("code"), coder: .column("coder"), id: "id", idHeading: "Card",
      readsAll: readsAll)
  }

  @Test func `rows of one code each come together by response and coder`() throws {
    let found = Self.found(
      [Self.longCoder()],
      [
        Self.long([
          ("r4", "a", "tea"), ("r1", "a", "travel"), ("r4", "a", "travel"), ("r2", "a", nil),
          ("r1", "b", "travel"), ("r2", "b", "tea"), ("r4", "b", "travel"), ("r4", "b", "travel"),
        ])
      ])
    let travel = try found("agreement/cards/a-b/travel/percent-agreement")
    #expect(travel.base == 3 && travel.value == 1)
    // They differ on tea in r2, where a row without a code says that none applies, and in r4.
    #expect(
      try found.value("agreement/cards/a-b/tea/percent-agreement") == Finding.rounded(1.0 / 3))
    #expect(
      try found("agreement/cards/a-b-all-decisions/kappa").note
        == "every code of every response counts once; people coded 3 of 4 responses with a text")
    #expect(found.problems.isEmpty)
    #expect(
      found.disagreements.map { [$0.response, $0.code.name, $0.text] + $0.givenBy.map(\.name) }
        == [["r2", "tea", "Nice tea", "b"], ["r4", "tea", "Tea and bus", "a"]])
    #expect(found.disagreements.map { $0.notGivenBy.map(\.label) } == [["A"], ["B"]])
    #expect(found.disagreements[0].address == CellAddress(file: "cards.csv", line: 3))
  }

  @Test func `without a row a response is not coded, unless all were read`() throws {
    let rows: [(String?, String?, String?)] = [
      ("r1", "a", "travel"), ("r1", "b", "travel"), ("r2", "b", "tea"),
    ]
    let listed = Self.found([Self.longCoder()], [Self.long(rows)])
    #expect(try listed("agreement/cards/a-b/tea/percent-agreement").base == 1)
    let all = Self.found([Self.longCoder(readsAll: true)], [Self.long(rows)])
    let agreement = try all("agreement/cards/a-b/tea/percent-agreement")
    #expect(agreement.base == 4 && agreement.value == 0.75)
    #expect(all.problems.isEmpty)
  }

  @Test func `a response with a code that cannot be read is not compared`() throws {
    let found = Self.found(
      [Self.longCoder()],
      [
        Self.long(
          [
            ("r1", "a", "travel"), ("r1", "a", "no such"), ("r1", "b", "travel"),
            ("r2", "a", "tea"),
            ("r2", "b", "tea"),
          ], missing: .unreadable)
      ])
    #expect(try found("agreement/cards/a-b/tea/percent-agreement").base == 1)
  }

  @Test func `ids that are not there are told with their lines, and the coder that is not said`() {
    let found = Self.found(
      [Self.longCoder()],
      [
        Self.long([
          ("r1", "a", "travel"), ("x", "a", "tea"), ("r9", "b", "tea"), ("r5", "a", "tea"),
          (nil, "a", "tea"), ("R1", "b", "tea"), ("r1", nil, "tea"), ("r1", "b", "tea"),
        ])
      ])
    #expect(
      found.problems.map(\.description) == [
        "coded.csv:8: unclear-coding: expected who coded each row; 1 of 8 rows does not say (line 8)",
        "coded.csv:3: column 'Card': unknown-response: expected ids of 'cards'; 4 of 8 rows have "
          + "another, or none (lines 3, 4, 6, …)",
      ])
  }

  @Test func `a column may say who gave all codes of a row`() throws {
    let codes: [[String]?] = [["travel"], ["travel", "tea"], [], nil, ["tea"]]
    let table = Tables.table(
      "coded",
      [
        Tables.text("id", ["r1", "r1", "r2", "r2", "r3"]),
        Tables.category("coder", ["a", "b"], ["a", "b", "b", "a", "a"]),
        Column(
          name: Named("codes"), cells: .choices(Tables.choices(["travel", "tea"], codes))),
      ])
    let coder = AgreementSpec.CodedByPeople(
      source: "coded", form: .choices("codes"), coder: .column("coder"), id: "id", idHeading: "ID")
    let found = Self.found([coder], [table])
    let tea = try found("agreement/cards/a-b/tea/percent-agreement")
    #expect(tea.base == 2 && tea.value == 0.5)
    #expect(found.disagreements.map(\.response) == ["r1"])
    #expect(
      found.problems.map(\.description) == [
        "coded.csv: partly-coded: expected codes of 'B' for all 3 responses that were coded; 1 has "
          + "none, first that at cards.csv:4"
      ])
  }

  // MARK: Sheets

  private static func sheet(
    _ rows: [(id: String, codes: [String]?)], texts: [String?]? = nil, file: String = "coded-b.csv",
    codes: [String] = ["travel", "tea", "none"]
  ) -> Table {
    Tables.table(
      "sheet",
      [
        Tables.text("id", rows.map(\.id)), Tables.text("text", texts ?? rows.map { _ in nil }),
        Column(name: Named("codes"), cells: .choices(Tables.choices(codes, rows.map(\.codes)))),
      ], file: file)
  }

  private static let sheetCoder = AgreementSpec.CodedByPeople(
    source: "sheet", form: .choices("codes"), coder: .file, id: "id", idHeading: "ID", text: "text")

  @Test func `a sheet is coded by whom its file is named after, and blank rows are not coded`()
    throws
  {
    let found = Self.found(
      [Self.sheetCoder],
      [
        Self.sheet([
          ("r1", ["travel"]), ("r2", nil), ("r3", ["none"]), ("r4", ["tea", "none"]),
        ])
      ])
    let precision = try found("agreement/cards/all/travel/precision")
    #expect(precision.base == 2 && precision.value == 0.5)
    #expect(
      try found("agreement/cards/rules-coded-b/mean-f1").indicator?.label
        == "Tagging rules and coded-b")
    #expect(
      found.problems.map(\.description) == [
        "coded-b.csv:3: unclear-coding: expected a 1 under a code or under 'none'; 1 of 4 rows "
          + "has neither (line 3)",
        "coded-b.csv:5: unclear-coding: expected a 1 under codes or under 'none'; 1 of 4 rows has "
          + "both (line 5)",
      ])
  }

  @Test func `without a column 'none' a blank row says that no code applies`() throws {
    let found = Self.found(
      [Self.sheetCoder], [Self.sheet([("r1", ["travel"]), ("r3", nil)], codes: ["travel", "tea"])])
    #expect(try found("agreement/cards/all/travel/precision").value == 0.5)
    #expect(found.problems.isEmpty)
  }

  @Test func `of two rows for one response the first counts`() throws {
    let found = Self.found(
      [Self.sheetCoder],
      [Self.sheet([("r1", ["travel"]), ("r1", ["tea"]), ("r3", ["travel"]), ("r3", ["travel"])])])
    #expect(try found("agreement/cards/all/travel/recall").base == 2)
    #expect(
      found.problems.map(\.description) == [
        "coded-b.csv:3: column 'ID': conflicting-record: expected one row for a response and "
          + "coder; the first is at coded-b.csv:2",
        "coded-b.csv:5: column 'ID': duplicate-record: expected one row for a response and coder; "
          + "the first is at coded-b.csv:4",
      ])
  }

  @Test func `codes for another text than the response has now are left out`() throws {
    let found = Self.found(
      [Self.sheetCoder],
      [
        Self.sheet(
          [("r1", ["travel"]), ("r3", ["travel"])], texts: ["Too   far", "The train"])
      ])
    #expect(try found("agreement/cards/all/travel/recall").base == 1)
    #expect(
      found.problems.map(\.description) == [
        "coded-b.csv:3: column 'ID': changed-response: expected the text that 'cards' has under "
          + "the id; 1 of 2 rows has another (line 3)"
      ])
  }

  @Test func `a code that a sheet has no column for was not refused by its coder`() throws {
    var choices = Tables.choices(["travel", "tea", "none"], [["travel"], ["none"]])
    choices.notOffered = [(0..<2, [1])]
    let table = Tables.table(
      "sheet",
      [
        Tables.text("id", ["r1", "r2"]), Tables.text("text", [nil, nil]),
        Column(name: Named("codes"), cells: .choices(choices)),
      ], file: "b.csv")
    let found = Self.found([Self.sheetCoder], [table])
    #expect(try found("agreement/cards/all/travel/recall").base == 1)
    #expect(
      try found("agreement/cards/all/tea/kappa").note == "nobody gave this code")
    #expect(try found("agreement/cards/all/tea/kappa").base == 0)
    #expect(
      found.problems.map(\.description) == [
        "b.csv: column-absent: expected a column for each code; there is none for 'tea'"
      ])
  }

  // MARK: What was settled

  private static let twoSheets: [(String?, String?, String?)] = [
    ("r1", "a", "travel"), ("r1", "b", nil), ("r2", "a", "tea"), ("r2", "b", "tea"),
    ("r3", "a", nil), ("r3", "b", "travel"), ("r4", "a", nil), ("r4", "b", nil),
  ]

  private static func decision(
    _ line: Int, _ response: String, _ text: String, _ code: String, _ word: String,
    source: String = "cards"
  ) -> Adjudication {
    Adjudication(line: line, cells: [source, response, text, code, word, "talked it over"])
  }

  private static func settling(_ decisions: [Adjudication]) -> Findings {
    found([longCoder()], [long(twoSheets)], decisions: decisions)
  }

  @Test func `rules are held against what coders agree on and what was settled`() throws {
    let open = Self.settling([])
    let precision = try open("agreement/cards/all/travel/precision")
    #expect(precision.base == 0)
    #expect(try open("agreement/cards/all/travel/kappa").base == 2)
    let settled = Self.settling([
      Self.decision(2, "r1", "Too far", "travel", "Yes"),
      Self.decision(3, "r3", "The bus", "travel", "no"),
    ])
    let now = try settled("agreement/cards/all/travel/precision")
    #expect(now.base == 2 && now.value == 0.5 && now.note == "")
    #expect(settled.problems.isEmpty)
    #expect(settled.disagreements.map(\.decision) == [.yes, .no])
    #expect(settled.disagreements.map(\.note) == ["talked it over", "talked it over"])
    let half = Self.settling([Self.decision(2, "r1", "Too far", "travel", "1")])
    #expect(
      try half("agreement/cards/all/travel/precision").note
        == "without 1 response on which coders differ and nobody has decided")
    // What was settled changes nothing about how well the coders agreed.
    #expect(
      try settled.value("agreement/cards/a-b/travel/kappa")
        == open.value("agreement/cards/a-b/travel/kappa"))
  }

  @Test func `decisions that fit nothing are told`() {
    let found = Self.settling([
      Self.decision(2, "r1", "Too far", "travel", "maybe"),
      Self.decision(3, "r7", "Too far", "travel", "yes"),
      Self.decision(4, "r1", "Too far", "travle", "yes"),
      Self.decision(5, "r3", "The train", "travel", "yes"),
      Self.decision(6, "r2", "Nice tea", "tea", "no"),
      Self.decision(7, "r2", "Nice tea", "tea", "yes"),
      Self.decision(8, "r1", "Too far", "travel", "yes"),
      Self.decision(9, "r1", "Too far", "travel", "no"),
      Self.decision(10, "r1", "Too far", "travel", "yes", source: "other"),
    ])
    let file = "decisions/adjudication.csv"
    #expect(
      found.problems.map(\.description) == [
        "\(file):2: column 'decision': stale-decision: expected yes, no or nothing",
        "\(file):3: column 'response': stale-decision: expected the id of a response that was coded",
        "\(file):4: column 'code': stale-decision: expected a code that people gave; the nearest is "
          + "'travel'",
        "\(file):5: column 'text': stale-decision: expected the text that the response has now",
        "\(file):6: column 'decision': stale-decision: expected nothing, or what the coders now "
          + "agree on",
        "\(file):9: column 'decision': contradicting-decisions: expected the answer that line 8 "
          + "gives for the same response and code",
        "\(file):10: column 'source': stale-decision: expected a source whose responses several "
          + "people coded",
      ])
    #expect(found.disagreements.map(\.decision) == [.open, .open])
  }

  // MARK: Codes of codes

  @Test func `a code counts for what it is a part of, and the standard too`() throws {
    var rules = CodedText(
      source: "cards", column: "remark",
      codes: Tables.choices(["travel", "bus", "car"], [["bus"], ["car"], [], [], nil]), matches: [])
    rules.parents = [nil, 0, 0]
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: AgreementSpec.CodedByRules(source: "cards", text: "remark", id: "id"),
        coders: ["a", "b"].map {
          AgreementSpec.CodedByPeople(source: $0, form: .choices("codes"), id: "id")
        }, minimumUses: 1)
    ]
    func coder(_ name: String, _ rows: [[String]]) -> Table {
      Tables.table(
        name,
        [
          Tables.text("id", Array(Self.ids.prefix(4))),
          Column(
            name: Named("codes"), cells: .choices(Tables.choices(["travel", "bus", "car"], rows))),
        ])
    }
    let found = Findings(
      spec,
      [
        Self.cards, coder("a", [["bus"], ["bus"], ["travel"], []]),
        coder("b", [["bus"], ["car"], ["travel"], ["car"]]),
      ], coded: [rules])
    // On travel they differ in r4 alone: bus and car are both travel.
    let travel = try found("agreement/cards/a-b/travel/percent-agreement")
    #expect(travel.value == 0.75 && travel.base == 4)
    // r1 is bus to both; in r2 they differ on the part, so that travel is open, as in r4.
    #expect(try found("agreement/cards/all/travel/kappa").base == 2)
    #expect(try found("agreement/cards/all/bus/kappa").base == 3)
    #expect(try found("agreement/cards/a-b-all-decisions/kappa").base == 8)
  }
}
