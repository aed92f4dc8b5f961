/// One filled-in card at the end of a session.
struct Response {
  let id: String
  let meeting: Meeting
  let memberID: String
  let day: Day
  let listenedTo: String
  let rating: String
  let comment: Comment?
}

/// Draws the cards: about three of four people who came hand one in.
func drawResponses(
  _ programme: Programme, attendance: [Attendance]
) throws(DemoError) -> [Response] {
  var responses: [Response] = []
  for site in Site.allCases {
    let there = attendance.filter { $0.wasThere && $0.meeting.site == site }
    responses += try drawCards(site, there, programme.seed)
  }
  return responses
}

/// How those feel who leave the comment blank: better than those who write one.
private let silentMoods: [Mood] = [
  .content, .content, .content, .content, .content, .mixed, .mixed, .putOut,
]

private func drawCards(
  _ site: Site, _ there: [Attendance], _ seed: UInt64
) throws(DemoError) -> [Response] {
  var random = RandomSource(seed: seed, purpose: "cards \(site.slug)")
  var pool = try commentPool(site, seed)
  var responses: [Response] = []
  for entry in there where random.happens(0.78) {
    let comment = random.happens(0.765) ? try pool.next(for: entry.meeting) : nil
    let mood = comment?.mood ?? random.pick(silentMoods)
    let late = random.happens(0.15) ? random.within(1...6) : 0
    responses.append(
      Response(
        id: "\(site.prefix)-R\(padded(responses.count + 1, to: 3))", meeting: entry.meeting,
        memberID: random.happens(0.025) ? "" : entry.memberID, day: entry.meeting.day + late,
        listenedTo: drawListenedTo(mood, comment, &random), rating: drawRating(mood, &random),
        comment: comment))
  }
  return responses
}

private func drawListenedTo(
  _ mood: Mood, _ comment: Comment?, _ random: inout RandomSource
) -> String {
  if random.happens(0.02) { return "" }
  let isAbout = comment?.codes.contains(.listenedTo) ?? false
  return switch mood {
  case .content: random.happens(isAbout ? 0.97 : 0.84) ? "Yes" : "Partly"
  case .mixed: random.pick(["Yes", "Yes", "Yes", "Partly", "Partly", "No"])
  case .putOut: random.pick(isAbout ? ["No", "No", "Partly"] : ["Yes", "Yes", "Partly", "No"])
  }
}

private func drawRating(_ mood: Mood, _ random: inout RandomSource) -> String {
  if random.happens(0.02) { return random.pick(["", "N/A"]) }
  let rating =
    switch mood {
    case .content: random.pick(["Good", "Good", "Good", "Excellent", "Excellent"])
    case .mixed: random.pick(["Fair", "Good", "Good", "Fair"])
    case .putOut: random.pick(["Poor", "Fair", "Fair", "Good"])
    }
  if random.happens(0.02) { return rating == "Excellent" ? "Excelent" : rating.lowercased() }
  return rating
}

/// The cards of a site, as its office exports them.
func feedbackExport(_ responses: [Response], of site: Site) -> Export {
  let rows = responses.filter { $0.meeting.site == site }.map { response in
    [
      response.id, response.meeting.id, response.memberID, site.dialect.text(response.day),
      response.listenedTo, response.rating, response.comment?.text ?? "",
    ]
  }
  return Export(
    name: "session-feedback-\(site.slug).csv", dialect: site.dialect,
    title: "Diabetes user group: feedback cards",
    header: [
      "Response ID", "Meeting ID", "Member ID", "Date", "Did you feel listened to?",
      "How was the session?", "Comment",
    ], rows: rows)
}
