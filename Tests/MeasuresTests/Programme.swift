import EvaluationData
import Measures
import Statistics

/// A programme of which everything is measured, its data drawn at random.
struct Programme {
  var tables: [Table]
  var coded: CodedText
  private var generator: SplitMix64

  private static let sites = ["north", "south", "east"]
  private static let people = (0..<40).map { "p\($0)" }

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    tables = []
    coded = CodedText(source: "", column: "", codes: Tables.choices([], []), matches: [])
    tables = [members(), population(), meetings(), attendance(), seats()]
    tables += [ledger(), markers(), survey(), comments()]
    coded = CodedText(source: "comments", column: "comment", codes: codes(60), matches: [])
  }

  private mutating func pick<Item>(_ items: [Item], missing share: Double = 0) -> Item? {
    let isMissing = generator.nextUniform() < share
    let place = Int(generator.nextUniform() * Double(items.count))
    return isMissing ? nil : items[place]
  }

  private mutating func picks(
    _ rows: Int, _ items: [String], missing share: Double = 0.1
  ) -> [String?] {
    (0..<rows).map { _ in pick(items, missing: share) }
  }

  private mutating func days(_ rows: Int, _ range: Range<Int>, missing share: Double = 0.3)
    -> [Int?]
  {
    let choices = Array(range)
    return (0..<rows).map { _ in pick(choices, missing: share) }
  }

  private mutating func members() -> Table {
    Tables.table(
      "members",
      [
        Tables.text("id", Programme.people),
        Tables.category("site", Programme.sites, picks(40, Programme.sites)),
        Tables.category("ethnicity", ["white", "asian", "black"], picks(40, ["white", "asian"])),
        Tables.date("joined", days(40, 0..<300, missing: 0)),
        Tables.date("left", days(40, 200..<500)),
      ])
  }

  private mutating func population() -> Table {
    Tables.table(
      "population",
      [
        Tables.text("variable", [String](repeating: "ethnicity", count: 9)),
        Tables.text("level", (0..<9).map { ["white", "asian", "black"][$0 % 3] }),
        Tables.number(
          "people", (0..<9).map { _ in 100 + (generator.nextUniform() * 900).rounded() }),
        Tables.category("site", Programme.sites, (0..<9).map { Programme.sites[$0 / 3] }),
      ])
  }

  private mutating func meetings() -> Table {
    Tables.table(
      "meetings",
      [
        Tables.text("meeting", (0..<12).map { "m\($0)" }),
        Tables.category("site", Programme.sites, (0..<12).map { Programme.sites[$0 % 3] }),
        Tables.date("date", (0..<12).map { $0 * 40 }),
      ])
  }

  private mutating func attendance() -> Table {
    let rows = (0..<480).map { (meeting: "m\($0 % 12)", person: Programme.people[$0 / 12]) }
    return Tables.table(
      "attendance",
      [
        Tables.text("meeting", rows.map(\.meeting)), Tables.text("id", rows.map(\.person)),
        Tables.category("attended", ["present", "absent"], picks(480, ["present", "absent"])),
      ])
  }

  private mutating func seats() -> Table {
    Tables.table("seats", [Tables.category("group", ["a", "b", "c"], picks(7, ["a", "b", "c"]))])
  }

  private mutating func ledger() -> Table {
    Tables.table(
      "ledger",
      [
        Tables.category("kind", ["problem", "idea"], picks(50, ["problem", "idea"])),
        Tables.date("raised", days(50, 0..<200)),
        Tables.category("decision", ["yes", "no"], picks(50, ["yes", "no"], missing: 0.5)),
        Tables.date("decided", days(50, 200..<400)), Tables.date("changed", days(50, 200..<400)),
        Tables.text("reason", picks(50, ["x"], missing: 0.5)),
        Tables.date("told", days(50, 200..<400)),
        Tables.category("solved", ["yes", "no"], picks(50, ["yes", "no"])),
        Tables.category("site", Programme.sites, picks(50, Programme.sites)),
      ])
  }

  private mutating func markers() -> Table {
    Tables.table(
      "markers",
      [
        Tables.category(
          "marker", ["aims", "access"], (0..<24).map { ["aims", "access"][$0 % 2] }),
        Tables.category(
          "stage", ["planning", "after"], (0..<24).map { ["planning", "after"][$0 % 2] }),
        Tables.category("by", ["us", "people"], picks(24, ["us", "people"])),
        Tables.category("answer", ["yes", "no"], picks(24, ["yes", "no"])),
      ])
  }

  private mutating func survey() -> Table {
    let persons = Programme.people + Programme.people
    let scores = (0..<11).map(Double.init)
    return Tables.table(
      "survey",
      [
        Tables.text("id", persons),
        Tables.category(
          "wave", ["before", "after"], (0..<80).map { $0 < 40 ? "before" : "after" }),
        Tables.number("trust", (0..<80).map { _ in pick(scores, missing: 0.2) }),
        Tables.number("skill", (0..<80).map { _ in pick(scores, missing: 0.2).map { $0 / 7 } }),
        Tables.category("site", Programme.sites, (0..<80).map { Programme.sites[$0 % 40 % 3] }),
      ])
  }

  private mutating func comments() -> Table {
    Tables.table(
      "comments",
      [
        Tables.text("id", (0..<60).map { "c\($0)" }), Tables.text("comment", picks(60, ["x"])),
        Tables.category("site", Programme.sites, picks(60, Programme.sites)),
        Column(name: Named("coder_a"), cells: .choices(codes(60))),
        Column(name: Named("coder_b"), cells: .choices(codes(60))),
        Tables.date("date", days(60, 0..<400)),
        Tables.category("rating", ["good", "poor"], picks(60, ["good", "poor"])),
      ])
  }

  private mutating func codes(_ rows: Int) -> ChoiceColumn {
    Tables.choices(
      ["wait", "kind", "food"],
      (0..<rows).map { _ in
        pick([[], ["wait"], ["kind"], ["wait", "kind", "food"]], missing: 0.1)
      })
  }

  /// The same rows, each table in an order of its own.
  mutating func shuffle() {
    tables = tables.map { table in
      let order = Array(0..<table.rowCount).shuffled(using: &generator)
      if table.name.name == "comments" {
        coded = CodedText(
          source: coded.source, column: coded.column, codes: Tables.permuted(coded.codes, order),
          matches: [])
      }
      return Tables.permuted(table, order)
    }
  }

  static var spec: MeasureSpec {
    var spec = MeasureSpec()
    spec.representativeness = [
      RepresentativenessSpec(
        source: "members", variables: ["ethnicity"], leftOut: [:], by: "site",
        margins: MarginSpec(
          source: "population", variable: "variable", level: "level", people: "people",
          group: "site"))
    ]
    spec.engagement = EngagementSpec(
      members: .init(source: "members", person: "id", joined: "joined", left: "left", by: "site"),
      meetings: .init(source: "meetings", meeting: "meeting", date: "date", by: "site"),
      attendance: .init(
        source: "attendance", meeting: "meeting", person: "id", attended: "attended",
        present: ["present"]),
      meetingSize: 5...10, retentionDays: [90, 180],
      seats: .init(source: "seats", group: "group", minimum: 2))
    spec.feedbackLoop = FeedbackLoopSpec(
      source: "ledger", kind: "kind", problems: ["problem"], raisedOn: "raised",
      decision: "decision", rejected: ["no"], decidedOn: "decided", changedOn: "changed",
      reason: "reason", toldOn: "told", solved: "solved", solvedYes: ["yes"], by: ["site"])
    spec.processQuality = ProcessQualitySpec(
      source: "markers", marker: "marker", stage: "stage", answeredBy: "by", organisation: "us",
      people: "people", answer: "answer", worth: ["yes": 1, "no": 0])
    spec.outcomes = [
      OutcomesSpec(
        source: "survey", person: "id", wave: "wave", baseline: "before", followUp: "after",
        variables: ["trust", "skill"], meaningfulChange: 1, by: "site", netScore: "trust")
    ]
    spec.coding = [
      CodeFrequencySpec(
        source: "comments", text: "comment",
        by: [Attribute(source: "comments", column: "site")])
    ]
    spec.agreement = [
      AgreementSpec(
        rules: AgreementSpec.CodedByRules(source: "comments", text: "comment", id: "id"),
        coders: [
          AgreementSpec.CodedByPeople(source: "comments", form: .choices("coder_a"), id: "id")
        ], minimumUses: 5),
      AgreementSpec(
        rules: nil,
        coders: ["coder_a", "coder_b"].map {
          AgreementSpec.CodedByPeople(source: "comments", form: .choices($0))
        }, minimumUses: 5),
    ]
    spec.trend = [
      TrendSpec(source: "comments", date: "date", variable: "rating", levels: ["good"])
    ]
    return spec
  }
}
