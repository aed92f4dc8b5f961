import EvaluationData
import Measures
import Testing

@Suite struct EngagementTests {
  private static let sites = ["north", "south"]

  private static func spec(retention: [Int] = [], seats: Bool = false) -> MeasureSpec {
    var spec = MeasureSpec()
    spec.engagement = EngagementSpec(
      members: .init(source: "members", person: "id", joined: "joined", left: "left", by: "site"),
      meetings: .init(source: "meetings", meeting: "meeting", date: "date", by: "site"),
      attendance: .init(
        source: "attendance", meeting: "meeting", person: "id", attended: "attended",
        present: ["present", "online"]),
      meetingSize: 3...5, retentionDays: retention,
      seats: seats ? .init(source: "seats", group: "group", minimum: 2) : nil)
    return spec
  }

  private static func members(
    _ rows: [(id: String, site: String?, joined: Int?, left: Int?)]
  ) -> Table {
    Tables.table(
      "members",
      [
        Tables.text("id", rows.map(\.id)), Tables.category("site", sites, rows.map(\.site)),
        Tables.date("joined", rows.map(\.joined)), Tables.date("left", rows.map(\.left)),
      ])
  }

  private static func meetings(_ rows: [(id: String, site: String?, date: Int?)]) -> Table {
    Tables.table(
      "meetings",
      [
        Tables.text("meeting", rows.map(\.id)),
        // Another order of the sites than that of the members: names decide.
        Tables.category("site", ["south", "north"], rows.map(\.site)),
        Tables.date("date", rows.map(\.date)),
      ])
  }

  private static func attendance(_ rows: [(meeting: String, id: String, how: String?)]) -> Table {
    Tables.table(
      "attendance",
      [
        Tables.text("meeting", rows.map(\.meeting)), Tables.text("id", rows.map(\.id)),
        Tables.category("attended", ["present", "online", "absent"], rows.map(\.how)),
      ])
  }

  /// Two sites, four meetings that count and one after the as-of date.
  private static let year = Findings(
    spec(),
    [
      members([
        ("n1", "north", 0, nil), ("n2", "north", 0, 100), ("n3", "north", 50, nil),
        ("s1", "south", 0, nil), ("late", "north", 400, nil), ("never", "north", nil, nil),
      ]),
      meetings([
        ("m1", "north", 10), ("m2", "north", 60), ("m3", "north", 120), ("m4", "south", 10),
        ("m5", "north", 500),
      ]),
      attendance([
        ("m1", "n1", "present"), ("m1", "n2", "absent"), ("m1", "n3", "present"),
        ("m2", "n1", "present"), ("m2", "n1", "present"), ("m2", "n2", "online"),
        ("m2", "n3", nil), ("m3", "n2", "present"), ("m3", "n3", "present"),
        ("m4", "s1", "present"), ("m4", "n1", "present"), ("m4", "n3", "present"),
        ("m4", "stranger", "present"), ("m5", "n1", "present"), ("m9", "n1", "present"),
      ]),
    ])

  @Test func `only members who had joined and not left could attend`() throws {
    // North: 1 of 2, 2 of 3, 1 of 2 (n2 has left). South: 1 of 1; guests take no place.
    let all = try Self.year("engagement/meetings/attendance/attendance-rate")
    #expect(all.value == 0.625 && all.base == 8)
    #expect(all.limits?.isClose(0.305742394602627, 0.863155714176403) == true)
    let north = try Self.year("engagement/meetings/attendance/site=north/attendance-rate")
    #expect(north.value == Finding.rounded(4.0 / 7) && north.base == 7)
    let south = try Self.year("engagement/meetings/attendance/site=south/attendance-rate")
    #expect(south.value == 1 && south.base == 1)
  }

  @Test func `who is present is counted once, guests too, strangers not`() throws {
    let id = "engagement/meetings/meeting-size"
    #expect(try Self.year.value("\(id)/meetings/count") == 4)
    #expect(try Self.year.value("\(id)/minimum") == 2)
    #expect(try Self.year.value("\(id)/median") == 2)
    #expect(try Self.year.value("\(id)/maximum") == 3)
    #expect(try Self.year.value("\(id)/site=south/minimum") == 3)
    let inRange = try Self.year("\(id)/share-in-range")
    #expect(inRange.value == 0.25 && inRange.subject == .organisation)
    #expect(inRange.note == "from 3 to 5 people present")
  }

  @Test func `the days of joining and leaving are days of membership`() throws {
    let found = Findings(
      Self.spec(),
      [
        Self.members([("a", "north", 10, 20)]),
        Self.meetings([
          ("m1", "north", 9), ("m2", "north", 10), ("m3", "north", 20), ("m4", "north", 21),
        ]),
        Self.attendance([("m2", "a", "present")]),
      ])
    let rate = try found("engagement/meetings/attendance/attendance-rate")
    #expect(rate.value == 0.5 && rate.base == 2)
  }

  @Test func `who left and came back is a member in both spells`() throws {
    let found = Findings(
      Self.spec(),
      [
        Self.members([("a", "north", 0, 10), ("a", "north", 50, nil)]),
        Self.meetings([("m1", "north", 5), ("m2", "north", 30), ("m3", "north", 60)]),
        Self.attendance([("m1", "a", "present"), ("m2", "a", "present"), ("m3", "a", "present")]),
      ])
    let rate = try found("engagement/meetings/attendance/attendance-rate")
    #expect(rate.value == 1 && rate.base == 2)
  }

  @Test func `a meeting without a site is open to all`() throws {
    let found = Findings(
      Self.spec(),
      [
        Self.members([("a", "north", 0, nil), ("b", "south", 0, nil), ("c", nil, 0, nil)]),
        Self.meetings([("m1", nil, 5)]), Self.attendance([("m1", "b", "present")]),
      ])
    #expect(try found("engagement/meetings/attendance/attendance-rate").base == 3)
  }

  @Test func `retention is that of a hand-worked Kaplan–Meier table`() throws {
    // Days: 100 left, 150 still there, 200 left, 300 and 300 still there.
    let found = Findings(
      Self.spec(retention: [50, 180, 250, 365]),
      [
        Self.members([
          ("a", "north", 0, 100), ("b", "north", 150, nil), ("c", "north", 20, 220),
          ("d", "south", 0, nil), ("e", "south", 0, 310),
        ]), Self.meetings([]), Self.attendance([]),
      ], asOf: Tables.day(300))
    let id = "engagement/members/retention"
    #expect(try found.value("\(id)/members/count") == 5)
    #expect(try found.value("\(id)/left/count") == 2)
    #expect(try found.value("\(id)/after-50-days/retention") == 1)
    let half = try found("\(id)/after-180-days/retention")
    #expect(half.value == 0.8 && half.n == 5 && half.verdict == .tooFew)
    // survfit(..., conf.type = "log-log") in R.
    #expect(half.limits?.isClose(0.2038092632676393, 0.969179788866743) == true)
    let later = try found("\(id)/after-250-days/retention")
    #expect(later.value == 0.533333333)
    #expect(later.limits?.isClose(0.0683320878472029, 0.863071182738792) == true)
    let never = try found("\(id)/after-365-days/retention")
    #expect(never.value == nil && never.note == "nobody has been followed for so long")
    #expect(try found.value("\(id)/left/site=south/count") == 0)
  }

  @Test func `once everybody has left nobody is still there`() throws {
    let found = Findings(
      Self.spec(retention: [180]),
      [
        Self.members([("a", "north", 0, 50), ("b", "north", 0, 60)]), Self.meetings([]),
        Self.attendance([]),
      ])
    let share = try found("engagement/members/retention/after-180-days/retention")
    #expect(share.value == 0 && share.note.isEmpty && share.verdict == .tooFew)
  }

  @Test func `a member who left before joining does not spoil the others' retention`() throws {
    let found = Findings(
      Self.spec(retention: [30]),
      [
        Self.members([("a", "north", 0, nil), ("b", "north", 40, 10)]), Self.meetings([]),
        Self.attendance([]),
      ])
    #expect(try found.value("engagement/members/retention/after-30-days/retention") == 1)
    #expect(try found.value("engagement/members/retention/members/count") == 1)
  }

  @Test func `a decision group counts with enough seats, an empty one not at all`() throws {
    let seats = Tables.table(
      "seats", [Tables.category("group", ["a", "b", "c"], ["a", "a", "b", nil, "a"])])
    let found = Findings(
      Self.spec(seats: true),
      [Self.members([]), Self.meetings([]), Self.attendance([]), seats])
    let share = try found("engagement/seats/decision-groups/share")
    #expect(share.value == 0.5 && share.base == 2 && share.subject == .organisation)
    #expect(
      share.indicator?.label == "Decision groups with at least 2 people who use services")
  }
}
