/// The whole imagined programme: its people, its meetings, and the files about them.
struct Programme {
  static let start = Day(2009, 10, 1)
  static let end = Day(2011, 4, 30)

  let seed: UInt64
  let people: [Person]
  let meetings: [Meeting]

  init(seed: UInt64) {
    self.seed = seed
    people = Site.allCases.flatMap { drawPeople(of: $0, seed: seed) }
    meetings = Site.allCases.flatMap { planMeetings(of: $0, seed: seed) }
  }

  func people(of site: Site) -> [Person] {
    people.filter { $0.site == site }
  }

  func meetings(of site: Site) -> [Meeting] {
    meetings.filter { $0.site == site }
  }

  /// Every file, in the order in which the README names them.
  func exports() throws(DemoError) -> [Export] {
    let attendance = drawAttendance(self)
    let responses = try drawResponses(self, attendance: attendance)
    var exports: [Export] = []
    for site in Site.allCases { exports.append(membersExport(self, of: site)) }
    exports.append(populationExport())
    exports.append(meetingsExport(self))
    for site in Site.allCases { exports.append(attendanceExport(attendance, of: site)) }
    exports.append(boardSeatsExport(self))
    exports.append(questionnairesExport(self))
    for site in Site.allCases { exports.append(feedbackExport(responses, of: site)) }
    exports.append(try suggestionsExport(self))
    exports.append(try qualityMarkersExport(self))
    exports.append(doubleCodingExport(responses, seed: seed))
    return exports
  }
}
