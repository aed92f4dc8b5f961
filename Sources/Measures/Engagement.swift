import EvaluationData
import Statistics

/// Attendance, retention and seats on decision-making groups.
func engagement(
  _ input: MeasureInput, _ spec: EngagementSpec, _ thresholds: Thresholds
) -> [Finding] {
  let members = Membership(input.table(spec.members.source), spec.members, asOf: input.asOf)
  var findings: [Finding] = []
  if let meetings = spec.meetings, let attendance = spec.attendance {
    let register = AttendanceRegister(
      meetings: input.table(meetings.source), meetings,
      attendance: input.table(attendance.source), attendance, members: members)
    findings += register.findings(
      input.table(meetings.source), spec, members: members, thresholds)
  }
  findings += members.retention(spec, thresholds)
  if let seats = spec.seats {
    findings += decisionGroups(input.table(seats.source), seats, thresholds)
  }
  return findings
}

/// When each member joined and left.
struct Membership {
  struct Member {
    let person: String
    let joined: CalendarDate
    let left: CalendarDate?
    let row: Int

    func isMember(on day: CalendarDate) -> Bool {
      joined <= day && left.map { $0 >= day } ?? true
    }
  }

  let table: Table
  let members: [Member]
  let asOf: CalendarDate
  private let places: [String: [Int]]

  init(_ table: Table, _ spec: EngagementSpec.Members, asOf: CalendarDate) {
    self.table = table
    self.asOf = asOf
    let persons = table.text(spec.person)
    let joined = table.date(spec.joined)
    let left = table.date(spec.left)
    var members: [Member] = []
    for row in 0..<table.rowCount {
      guard let person = persons?[row].value, let start = joined?[row].value, start <= asOf
      else { continue }
      let end = left?[row].value.flatMap { $0 <= asOf ? $0 : nil }
      // Who left before joining has a wrong date: nobody knows which.
      if let end, end < start { continue }
      members.append(Member(person: person, joined: start, left: end, row: row))
    }
    self.members = members
    var places: [String: [Int]] = [:]
    for (index, member) in members.enumerated() {
      places[member.person, default: []].append(index)
    }
    self.places = places
  }

  /// Where a person stands in `members`: more than once for those who came back.
  func places(of person: String) -> [Int] { places[person] ?? [] }

  /// Probability of still being a member, by the days since joining.
  func retention(_ spec: EngagementSpec, _ thresholds: Thresholds) -> [Finding] {
    let indicator = Named("retention", label: "Staying involved")
    return table.groups(by: spec.members.by).flatMap { group -> [Finding] in
      let rows = Set(group.rows)
      let chosen = members.filter { rows.contains($0.row) }
      let scope = Scope(
        .engagement, table.name, thresholds, groupBy: group.groupBy, group: group.group)
      let times = chosen.map {
        Double(($0.left ?? asOf).daysSince1970 - $0.joined.daysSince1970)
      }
      let left = chosen.map { $0.left != nil }
      var findings = [
        scope.finding(
          .count, .counted, value: Double(chosen.count), indicator: indicator,
          level: Named("members", label: "Members"), n: chosen.count, base: chosen.count),
        scope.finding(
          .count, .counted, value: Double(left.count { $0 }), indicator: indicator,
          level: Named("left", label: "Members who left"), n: chosen.count, base: chosen.count),
      ]
      guard let curve = try? KaplanMeier(times: times.span, events: left) else {
        return findings
      }
      for days in spec.retentionDays {
        let level = Named("after-\(days)-days", label: "Still a member after \(days) days")
        let atRisk = times.count { $0 >= Double(days) }
        // Once everybody has left, the share is known to be 0 for good.
        let isKnown = atRisk > 0 || curve.steps.last?.survival.estimate == 0
        let interval = isKnown ? curve.survival(at: Double(days)) : nil
        findings.append(
          scope.finding(
            .retention, .kaplanMeier, value: interval?.estimate, indicator: indicator,
            level: level, interval: interval, n: chosen.count, base: chosen.count,
            verdict: atRisk < thresholds.shareBase ? .tooFew : nil,
            note: interval == nil ? "nobody has been followed for so long" : ""))
      }
      return findings
    }
  }
}

/// Who came to which meeting, of those who could.
private struct AttendanceRegister {
  private struct Meeting {
    let date: CalendarDate
    let place: Int?
    /// Members who had joined and not yet left on the day, at the meeting's own site.
    var eligible: Set<Int> = []
    var attended = 0
    var present = 0
  }

  private var meetings: [Meeting] = []

  init(
    meetings table: Table, _ spec: EngagementSpec.Meetings, attendance: Table,
    _ attendanceSpec: EngagementSpec.Attendance, members: Membership
  ) {
    var index: [String: Int] = [:]
    let ids = table.text(spec.meeting)
    let dates = table.date(spec.date)
    let places = spec.by.flatMap { table.category($0) }
    for row in 0..<table.rowCount {
      guard let id = ids?[row].value, let date = dates?[row].value, date <= members.asOf
      else { continue }
      index[id] = meetings.count
      meetings.append(Meeting(date: date, place: places?[row].value))
    }
    let homes = spec.by.flatMap { members.table.category($0) }
    for index in meetings.indices {
      let place = meetings[index].place.flatMap { places?.levels[$0].name }
      meetings[index].eligible = Set(
        members.members.indices.filter { member in
          let home = homes?.level(members.members[member].row)?.name
          return members.members[member].isMember(on: meetings[index].date)
            && (place == nil || homes == nil || home == place)
        })
    }
    countPresent(attendance, attendanceSpec, members, index)
  }

  /// A guest from another site is present, but has not taken a place of those who could come.
  private mutating func countPresent(
    _ table: Table, _ spec: EngagementSpec.Attendance, _ members: Membership,
    _ index: [String: Int]
  ) {
    guard let meetingIDs = table.text(spec.meeting), let persons = table.text(spec.person),
      let attended = table.category(spec.attended)
    else { return }
    var seen: [Set<String>] = meetings.map { _ in [] }
    for row in 0..<table.rowCount {
      guard let level = attended.level(row), spec.present.contains(level.name),
        let meeting = meetingIDs[row].value.flatMap({ index[$0] }), let person = persons[row].value
      else { continue }
      let places = members.places(of: person)
      guard !places.isEmpty, seen[meeting].insert(person).inserted else { continue }
      meetings[meeting].present += 1
      if places.contains(where: meetings[meeting].eligible.contains) {
        meetings[meeting].attended += 1
      }
    }
  }

  func findings(
    _ table: Table, _ spec: EngagementSpec, members: Membership, _ thresholds: Thresholds
  ) -> [Finding] {
    let by = spec.meetings?.by
    let levels = by.flatMap { table.category($0)?.levels } ?? []
    let name = by.flatMap { table.column($0)?.name }
    var findings = self.findings(
      meetings, Scope(.engagement, table.name, thresholds), spec)
    for (index, level) in levels.enumerated() {
      findings += self.findings(
        meetings.filter { $0.place == index },
        Scope(.engagement, table.name, thresholds, groupBy: name, group: level), spec)
    }
    return findings
  }

  private func findings(
    _ meetings: [Meeting], _ scope: Scope, _ spec: EngagementSpec
  ) -> [Finding] {
    let attendance = Named("attendance", label: "Attendance")
    let size = Named("meeting-size", label: "People at a meeting")
    let present = meetings.map { Double($0.present) }
    var findings = [
      scope.share(
        meetings.reduce(0) { $0 + $1.attended }, of: meetings.reduce(0) { $0 + $1.eligible.count },
        statistic: .attendanceRate, indicator: attendance,
        note: "base: a place for each member at each meeting; one person's attendances hang "
          + "together, so the interval is somewhat too narrow"),
      scope.finding(
        .count, .counted, value: Double(meetings.count), indicator: size,
        level: Named("meetings", label: "Meetings held"), subject: .organisation,
        n: meetings.count, base: meetings.count),
    ]
    if let sample = try? SortedSample(present.span) {
      for (statistic, method, value) in [
        (Statistic.median, Method.quantileType7, sample.median),
        (.minimum, .counted, sample.minimum), (.maximum, .counted, sample.maximum),
      ] {
        findings.append(
          scope.finding(
            statistic, method, value: value, indicator: size, n: present.count,
            base: present.count))
      }
    }
    if let range = spec.meetingSize {
      findings.append(
        scope.share(
          meetings.count { range.contains($0.present) }, of: meetings.count,
          statistic: .shareInRange, indicator: size, subject: .organisation,
          note: "from \(range.lowerBound) to \(range.upperBound) people present"))
    }
    return findings
  }
}

/// On how many decision-making groups enough members sit.
private func decisionGroups(
  _ table: Table, _ spec: EngagementSpec.Seats, _ thresholds: Thresholds
) -> [Finding] {
  guard let category = table.category(spec.group) else { return [] }
  var seats = [Int](repeating: 0, count: category.levels.count)
  for row in 0..<table.rowCount {
    if let level = category[row].value { seats[level] += 1 }
  }
  let groups = seats.filter { $0 > 0 }
  let scope = Scope(.engagement, table.name, thresholds)
  return [
    scope.share(
      groups.count { $0 >= spec.minimum }, of: groups.count,
      indicator: Named(
        "decision-groups",
        label: "Decision groups with at least \(spec.minimum) people who use services"),
      subject: .organisation)
  ]
}
