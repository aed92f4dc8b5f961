/// What a meeting worked on.
enum Subject: String, CaseIterable {
  case induction = "Induction"
  case redesign = "Service redesign"
  case charter = "Care charter"
  case education = "Patient education"
  case peers = "Peer educators"
  case leaflet = "Leaflet for newly diagnosed people"
  case website = "Website and newsletter"
  case records = "Electronic records"
  case eyes = "Retinal screening"
  case meters = "Glucose meters"
  case waste = "Waste in medicine"
  case paramedics = "Paramedic training"
  case feet = "Foot care"
  case carers = "Carers' resources"
  case review = "Looking back"

  /// The subject that a comment names after an at sign, as in `@meters`.
  init?(mark: some StringProtocol) {
    guard let subject = Subject.allCases.first(where: { "\($0)" == mark }) else { return nil }
    self = subject
  }
}

/// A meeting of a user group.
struct Meeting {
  let id: String
  let site: Site
  let day: Day
  let isInTheEvening: Bool
  let subject: Subject
  let notice: String
  let expensesPaidWithin: String
}

/// The meetings of a site: monthly, six-weekly or every two months.
func planMeetings(of site: Site, seed: UInt64) -> [Meeting] {
  var random = RandomSource(seed: seed, purpose: "meetings \(site.slug)")
  let plan = plan(of: site)
  return zip(plan.days, plan.subjects).enumerated().map { row, entry in
    let (day, subject) = entry
    let id = "\(site.prefix)-M\(padded(row + 1, to: 2))"
    return Meeting(
      id: id, site: site, day: day, isInTheEvening: plan.evenings.contains(row + 1),
      subject: subject, notice: notice(id, &random),
      expensesPaidWithin: expenses(id, plan.expenses, &random))
  }
}

func meetingsExport(_ programme: Programme) -> Export {
  let rows = programme.meetings.map { meeting in
    [
      meeting.id, meeting.site.name, meeting.day.iso,
      meeting.isInTheEvening ? "evening" : "daytime", meeting.subject.rawValue, meeting.notice,
      meeting.expensesPaidWithin,
    ]
  }
  return Export(
    name: "meetings.csv", dialect: .shared,
    header: [
      "Meeting ID", "Site", "Date", "Starts", "Subject", "Days' notice",
      "Expenses paid within (days)",
    ], rows: rows)
}

/// One meeting's notice was never written down.
private func notice(_ id: String, _ random: inout RandomSource) -> String {
  let days = random.pick([5, 7, 10, 12, 14, 14, 14, 19, 21, 21, 28])
  return id == "NM-M04" ? "" : String(days)
}

/// One meeting's days are put in words, and one meeting's claims are still out.
private func expenses(
  _ id: String, _ days: ClosedRange<Int>, _ random: inout RandomSource
) -> String {
  let paid = random.within(days)
  return switch id {
  case "HF-M05": "same day"
  case "NM-M09": ""
  default: String(paid)
  }
}

private struct Plan {
  let days: [Day]
  let subjects: [Subject]
  /// The numbers of the meetings that start at five or later.
  let evenings: [Int]
  let expenses: ClosedRange<Int>
}

private func plan(of site: Site) -> Plan {
  switch site {
  case .hammersmithFulham:
    Plan(
      days: [
        Day(2009, 12, 3), Day(2010, 1, 14), Day(2010, 2, 4), Day(2010, 3, 4), Day(2010, 4, 8),
        Day(2010, 5, 6), Day(2010, 6, 3), Day(2010, 7, 1), Day(2010, 9, 2), Day(2010, 10, 7),
        Day(2010, 11, 4), Day(2010, 12, 2), Day(2011, 1, 13), Day(2011, 2, 3), Day(2011, 3, 3),
        Day(2011, 4, 7),
      ],
      subjects: [
        .induction, .redesign, .redesign, .charter, .charter, .education, .redesign, .charter,
        .peers, .education, .charter, .feet, .peers, .redesign, .charter, .review,
      ], evenings: [6, 10], expenses: 0...9)
  case .lincolnshire:
    Plan(
      days: (0..<13).map { Day(2009, 12, 8) + $0 * 42 },
      subjects: [
        .induction, .leaflet, .leaflet, .education, .website, .leaflet, .records, .education,
        .website, .feet, .leaflet, .records, .review,
      ], evenings: [7], expenses: 5...24)
  case .northMersey:
    Plan(
      days: [
        Day(2009, 12, 9), Day(2010, 2, 10), Day(2010, 4, 14), Day(2010, 6, 9), Day(2010, 8, 11),
        Day(2010, 10, 13), Day(2010, 12, 8), Day(2011, 2, 9), Day(2011, 4, 13),
      ],
      subjects: [
        .induction, .eyes, .meters, .eyes, .waste, .paramedics, .meters, .carers, .review,
      ], evenings: [4, 6], expenses: 9...41)
  }
}
