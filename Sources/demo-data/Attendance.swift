/// What the sheet of a meeting says of one member.
struct Attendance {
  let meeting: Meeting
  let memberID: String
  let attended: String

  var wasThere: Bool { attended.lowercased().hasPrefix("y") }
}

/// Draws who came: mostly 10 to 14 of those listed on the day.
func drawAttendance(_ programme: Programme) -> [Attendance] {
  programme.meetings.flatMap { meeting in
    drawSheet(
      meeting, programme.people(of: meeting.site).filter { $0.isListed(on: meeting.day) },
      programme.seed)
  }
}

private func drawSheet(_ meeting: Meeting, _ listed: [Person], _ seed: UInt64) -> [Attendance] {
  var random = RandomSource(seed: seed, purpose: "attendance \(meeting.id)")
  let present = random.pick([9, 10, 11, 11, 12, 12, 12, 13, 13, 14, 14, 15])
  let pulls = listed.map { person in
    let clash = person.worksInTheDay && !meeting.isInTheEvening ? 0.18 : 0
    return person.keenness - clash + random.normal(mean: 0, deviation: 0.18)
  }
  let keenest = listed.indices.sorted { pulls[$0] > pulls[$1] }
  let there = Set(keenest.prefix(present))
  var sheet: [Attendance] = []
  for row in listed.indices {
    let excuse = random.happens(0.6) ? "Apologies" : "No"
    if random.happens(0.015) { continue }
    let attended = there.contains(row) ? "Yes" : excuse
    sheet.append(Attendance(meeting: meeting, memberID: listed[row].id, attended: attended))
  }
  return sheet
}

/// The attendance sheets of a site, one under the other, with a few entries out of style.
func attendanceExport(_ attendance: [Attendance], of site: Site) -> Export {
  var rows: [[String]] = []
  for entry in attendance where entry.meeting.site == site {
    let style = rows.count % 61
    let attended =
      switch (entry.attended, style) {
      case ("Yes", 17...18): "yes"
      case ("Yes", 40): "Y"
      case ("Apologies", 25...30): "Apols"
      case ("No", 50...56): "no "
      default: entry.attended
      }
    rows.append([entry.meeting.id, entry.memberID, attended])
    if site == .hammersmithFulham, rows.count == 96 {
      rows.append([entry.meeting.id, nobody, "Yes"])
    }
  }
  return Export(
    name: "attendance-\(site.slug).csv", dialect: site.dialect,
    title: "Diabetes user group: attendance", header: ["Meeting ID", "Member ID", "Attended"],
    rows: rows)
}
