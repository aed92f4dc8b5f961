import EvaluationData
import Measures
import Testing

@Suite struct AgreementTests {
  /// 20 both, 5 the first only, 10 the second only, 15 neither: kappa is 0.4.
  private static let first: [[String]] =
    [[String]](repeating: ["wait"], count: 25) + [[String]](repeating: [], count: 25)
  private static let second: [[String]] =
    [[String]](repeating: ["wait"], count: 20) + [[String]](repeating: [], count: 5)
    + [[String]](repeating: ["wait"], count: 10) + [[String]](repeating: [], count: 15)

  private static func people(_ name: String, _ rows: [[String]?], ids: [String?]) -> Table {
    Tables.table(
      name,
      [
        Tables.text("id", ids),
        Column(name: Named("coder"), cells: .choices(Tables.choices(["wait", "kind"], rows))),
      ])
  }

  private static func rules(_ rows: [[String]?]) -> CodedText {
    CodedText(
      source: "cards", column: "comment", codes: Tables.choices(["kind", "wait"], rows), matches: []
    )
  }

  private static func againstRules(
    _ rules: [[String]?], ids: [String?], _ people: [[String]?], peopleIDs: [String?],
    minimumUses: Int = 1
  ) -> Findings {
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: AgreementSpec.CodedByRules(source: "cards", text: "comment", id: "id"),
        coders: [
          AgreementSpec.CodedByPeople(
            source: "double", form: .choices("coder"), id: "id", idHeading: "ID")
        ], minimumUses: minimumUses)
    ]
    return Findings(
      spec,
      [
        Tables.table("cards", [Tables.text("id", ids)]),
        Self.people("double", people, ids: peopleIDs),
      ], coded: [Self.rules(rules)])
  }

  @Test func `rules against people agree with a table worked by hand`() throws {
    let ids = (0..<50).map { "r\($0)" }
    let found = Self.againstRules(Self.first, ids: ids, Self.second, peopleIDs: ids)
    let id = "agreement/cards/all/wait"
    let precision = try found("\(id)/precision")
    #expect(precision.value == 0.8 && precision.base == 25)
    // Wilson's formula in R.
    #expect(precision.limits?.isClose(0.608690496304597, 0.911394153131974) == true)
    let recall = try found("\(id)/recall")
    #expect(recall.value == Finding.rounded(2.0 / 3) && recall.base == 30)
    #expect(recall.limits?.isClose(0.487800516445438, 0.807695019163239) == true)
    #expect(try found.value("\(id)/f1") == Finding.rounded(40.0 / 55))
    let kappa = try found("\(id)/kappa")
    #expect(kappa.value == 0.4 && kappa.base == 50)
  }

  @Test func `a code that was never given says which share cannot be`() throws {
    let found = Self.againstRules(
      [["wait"], []], ids: ["a", "b"], [[], []], peopleIDs: ["a", "b"])
    let notes = ["precision", "recall", "f1", "kappa"].map { statistic in
      found.all.first { $0.id == "agreement/cards/all/wait/\(statistic)" }?.note
    }
    #expect(notes == ["", "people never gave this code", "", ""])
    let kind = ["precision", "recall", "f1", "kappa"].map { statistic in
      found.all.first { $0.id == "agreement/cards/all/kind/\(statistic)" }?.note
    }
    #expect(
      kind == [
        "the rules never gave this code", "people never gave this code",
        "neither gave this code together", "nobody gave this code",
      ])
  }

  @Test func `responses are matched by id, in whatever order they stand`() throws {
    let found = Self.againstRules(
      [["wait"], ["wait"], [], nil, ["wait"], ["wait"]], ids: ["a", "b", "c", "d", nil, "a"],
      [[], ["wait"], ["wait"], ["wait"], ["wait"], nil],
      peopleIDs: ["c", "a", "d", "unknown", nil, "b"])
    // c and a agree; d has no text, and an empty cell on b says that no code applies.
    let kappa = try found("agreement/cards/all/wait/kappa")
    #expect(kappa.base == 3)
    #expect(try found.value("agreement/cards/all/wait/precision") == 0.5)
    #expect(try found.value("agreement/cards/all/wait/recall") == 1)
  }

  @Test func `the mean F1 is that of the codes with enough uses`() throws {
    let ids = ["a", "b", "c", "d"]
    let rules: [[String]] = [["wait"], ["wait", "kind"], ["kind"], []]
    let people: [[String]] = [["wait"], [], ["wait", "kind"], []]
    let both = Self.againstRules(rules, ids: ids, people, peopleIDs: ids)
    let mean = try both("agreement/cards/rules-coder/mean-f1")
    // wait: 1 hit, 1 too many, 1 missed: F1 1/2. kind: 1 hit, 1 too many: 2/3.
    #expect(mean.value == Finding.rounded(7.0 / 12) && mean.n == 4)
    #expect(mean.note == "2 codes with at least 1 human uses")
    let one = Self.againstRules(rules, ids: ids, people, peopleIDs: ids, minimumUses: 2)
    #expect(try one.value("agreement/cards/rules-coder/mean-f1") == 0.5)
    let none = Self.againstRules(rules, ids: ids, people, peopleIDs: ids, minimumUses: 3)
    #expect(!none.has("agreement/cards/rules-coder/mean-f1"))
  }

  private static func betweenPeople(_ first: [[String]?], _ second: [[String]?]) -> Findings {
    var spec = MeasureSpec()
    spec.agreement = [
      AgreementSpec(
        rules: nil,
        coders: ["a", "b"].map {
          AgreementSpec.CodedByPeople(source: "double", form: .choices($0))
        }, minimumUses: 1)
    ]
    let table = Tables.table(
      "double",
      [
        Tables.text("id", first.indices.map { "r\($0)" }),
        Column(name: Named("a"), cells: .choices(Tables.choices(["wait"], first))),
        Column(name: Named("b"), cells: .choices(Tables.choices(["wait"], second))),
      ])
    return Findings(spec, [table])
  }

  @Test func `two people agree as a table worked by hand says`() throws {
    let found = Self.betweenPeople(Self.first, Self.second)
    let agreement = try found("agreement/double/a-b/wait/percent-agreement")
    #expect(agreement.value == 0.7 && agreement.base == 50)
    #expect(try found.value("agreement/double/a-b/wait/kappa") == 0.4)
  }

  @Test func `it does not matter whose empty cell says that no code applies`() throws {
    let first: [[String]?] = [["wait"], ["wait"], nil, nil, ["wait"], []]
    let second: [[String]?] = [["wait"], nil, ["wait"], nil, [], []]
    let one = Self.betweenPeople(first, second)
    let other = Self.betweenPeople(second, first)
    for statistic in ["percent-agreement", "kappa"] {
      let id = "agreement/double/a-b/wait/\(statistic)"
      let finding = try one(id)
      #expect(finding.base == 6)
      #expect(try other(id).value == finding.value)
    }
  }

  @Test func `two people of one mind throughout have no kappa`() throws {
    let found = Self.betweenPeople([["wait"], ["wait"]], [["wait"], ["wait"]])
    let kappa = try found("agreement/double/a-b/wait/kappa")
    #expect(kappa.value == nil)
    #expect(kappa.note == "both gave the same answer throughout: kappa is 0/0")
    #expect(try found.value("agreement/double/a-b/wait/percent-agreement") == 1)
  }
}
