import EvaluationData
import Measures
import Testing

@Suite struct FeedbackLoopTests {
  struct Entry {
    var kind: String? = "problem"
    var raised: Int? = 0
    var decision: String?
    var decided: Int?
    var changed: Int?
    var reason: String?
    var told: Int?
    var solved: String?
    var site: String? = "north"

    static let fixed = Entry(
      decision: "accepted", decided: 30, changed: 60, told: 61, solved: "yes")
  }

  private static func findings(
    _ entries: [Entry], by: [String] = [], asOf: Int = 364
  ) -> Findings {
    var spec = MeasureSpec()
    spec.feedbackLoop = FeedbackLoopSpec(
      source: "ledger", kind: "kind", problems: ["problem"], raisedOn: "raised",
      decision: "decision", rejected: ["rejected"], decidedOn: "decided", changedOn: "changed",
      reason: "reason", toldOn: "told", solved: "solved", solvedYes: ["yes"], by: by)
    let table = Tables.table(
      "ledger",
      [
        Tables.category("kind", ["problem", "suggestion"], entries.map(\.kind)),
        Tables.date("raised", entries.map(\.raised)),
        Tables.category("decision", ["accepted", "rejected"], entries.map(\.decision)),
        Tables.date("decided", entries.map(\.decided)),
        Tables.date("changed", entries.map(\.changed)),
        Tables.text("reason", entries.map(\.reason)), Tables.date("told", entries.map(\.told)),
        Tables.category("solved", ["yes", "no"], entries.map(\.solved)),
        Tables.category("site", ["north", "south"], entries.map(\.site)),
      ])
    return Findings(spec, [table], asOf: Tables.day(asOf))
  }

  /// Ten problems, six of them fixed and confirmed, and three suggestions.
  private static var ledger: [Entry] {
    var unconfirmed = Entry.fixed
    unconfirmed.solved = "no"
    return [Entry](repeating: .fixed, count: 6) + [
      unconfirmed,
      Entry(decision: "rejected", decided: 10, reason: "too dear", told: 11),
      Entry(decision: "rejected", decided: 10, changed: 20, solved: "yes"),
      Entry(raised: 300),
      Entry(kind: "suggestion"), Entry(kind: "suggestion", decision: "accepted"),
      Entry(kind: nil, decided: 5, changed: 9),
    ]
  }

  @Test func `six of ten problems fixed and confirmed are a fix rate of 60 %`() throws {
    let rate = try Self.findings(Self.ledger)("feedback-loop/ledger/fix-rate/fix-rate")
    #expect(rate.value == 0.6 && rate.base == 10)
    // Wilson's formula in R.
    #expect(rate.limits?.isClose(0.312673769733658, 0.831819670293764) == true)
    #expect(
      rate.note == "fixed to the satisfaction of those who raised it, of all problems identified")
  }

  @Test func `the companions of the fix rate add up to the problems identified`() throws {
    let found = Self.findings(Self.ledger)
    let names = [
      "fix-rate", "fixed-unconfirmed", "rejected-with-reason", "rejected-without-reason", "open",
    ]
    let counts = try names.map { try found.value("feedback-loop/ledger/\($0)/count") }
    #expect(counts == [6, 1, 1, 1, 1])
    #expect(try found.value("feedback-loop/ledger/identified/count") == 10)
    #expect(try found.value("feedback-loop/ledger/raised/count") == 13)
  }

  @Test func `decided, changed and told are shares of all that was raised`() throws {
    let found = Self.findings(Self.ledger)
    #expect(try found.value("feedback-loop/ledger/decided/count") == 11)
    #expect(try found.value("feedback-loop/ledger/changed/count") == 9)
    #expect(try found.value("feedback-loop/ledger/told/count") == 8)
    #expect(try found("feedback-loop/ledger/told/share").base == 13)
  }

  @Test func `the age of what is open is counted to the as-of date`() throws {
    let found = Self.findings([Entry(raised: 300), Entry(raised: 340), Entry(raised: 100)])
    let age = try found("feedback-loop/ledger/age-of-open/median-days")
    #expect(age.value == 64 && age.n == 3 && age.method == .quantileType7)
    let none = try Self.findings([.fixed])("feedback-loop/ledger/age-of-open/median-days")
    #expect(none.value == nil && none.note == "no problem is open")
    let undated = try Self.findings([Entry(raised: nil)])(
      "feedback-loop/ledger/age-of-open/median-days")
    #expect(undated.note == "no open problem has a date" && undated.base == 1)
  }

  @Test func `what is undecided counts as not yet in the days to a decision`() throws {
    // 10, 20, 25+, 30, 40+: survfit() in R gives a median of 30.
    let found = Self.findings([
      Entry(raised: 0, decided: 10), Entry(raised: 5, decided: 25), Entry(raised: 339),
      Entry(raised: 100, decided: 130), Entry(raised: 324),
    ])
    let days = try found("feedback-loop/ledger/days-to-decision/median-days")
    #expect(days.value == 30 && days.n == 5 && days.method == .kaplanMeier)
  }

  @Test func `no median is given while fewer than half are decided`() throws {
    let found = Self.findings([
      Entry(raised: 0, decided: 10), Entry(raised: 0), Entry(raised: 0),
    ])
    let days = try found("feedback-loop/ledger/days-to-decision/median-days")
    #expect(days.value == nil && days.note == "fewer than half have been decided")
  }

  @Test func `a decision without a day is decided but not timed`() throws {
    let found = Self.findings([
      Entry(raised: 0, decision: "accepted"), Entry(raised: 0, decided: 12),
    ])
    #expect(try found.value("feedback-loop/ledger/decided/count") == 2)
    let days = try found("feedback-loop/ledger/days-to-decision/median-days")
    #expect(days.value == 12 && days.n == 1 && days.base == 2)
  }

  @Test func `what happened after the as-of date has not happened yet`() throws {
    let found = Self.findings(
      [
        Entry(raised: 0, decision: "rejected", decided: 50, reason: "too dear"),
        Entry(raised: 0, decision: "accepted", decided: 20, changed: 50, told: 51, solved: "yes"),
        Entry(raised: 60),
      ], asOf: 40)
    #expect(try found.value("feedback-loop/ledger/raised/count") == 2)
    #expect(try found.value("feedback-loop/ledger/open/count") == 2)
    #expect(try found.value("feedback-loop/ledger/decided/count") == 1)
    #expect(try found.value("feedback-loop/ledger/rejected-with-reason/count") == 0)
    #expect(try found.value("feedback-loop/ledger/changed/count") == 0)
    #expect(try found.value("feedback-loop/ledger/told/count") == 0)
  }

  @Test func `groups have the same findings as everybody`() throws {
    var south = Entry.fixed
    south.site = "south"
    let found = Self.findings(Self.ledger + [south], by: ["site"])
    #expect(try found.value("feedback-loop/ledger/fix-rate/site=south/fix-rate") == 1)
    #expect(try found.value("feedback-loop/ledger/fix-rate/site=north/fix-rate") == 0.6)
    #expect(try found.value("feedback-loop/ledger/raised/site=south/count") == 1)
  }
}
