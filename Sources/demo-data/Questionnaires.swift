/// One question from 0 to 10: where people start, and how far they move.
private struct Question {
  let text: String
  let start: Double
  let change: Double
}

private let questions = [
  Question(
    text: "How confident do you feel about managing your diabetes? (0-10)", start: 6.2,
    change: 0.6),
  Question(
    text: "How much do you know about local diabetes services? (0-10)", start: 4.6, change: 1.65),
  Question(
    text: "How far do you feel listened to by the people who plan services? (0-10)", start: 4.8,
    change: 0.8),
  Question(
    text: "How likely are you to recommend taking part? (0-10)", start: 7.4, change: 0.4),
]

/// Answers that are no number from 0 to 10: the row in the file, the question, the text.
private let oddAnswers: [(row: Int, question: Int, text: String)] = [
  (4, 1, "Don't know"), (9, 0, "7/10"), (15, 3, "N/A"), (22, 2, ""), (27, 1, "eight"),
  (33, 0, "11"), (38, 2, "Don't know"), (46, 3, ""), (51, 1, "7/10"), (58, 2, "N/A"),
  (66, 0, "Don't know"), (72, 3, ""), (79, 2, "eight"), (85, 1, "N/A"), (93, 0, ""),
  (99, 3, "Don't know"),
]

private struct Sheet {
  let person: Person
  let isFollowUp: Bool
  let day: Day
  let answers: [Int]
}

/// The questionnaires of both waves, the baseline first.
func questionnairesExport(_ programme: Programme) -> Export {
  var rows = drawSheets(programme).map { sheet in
    [
      sheet.person.id, sheet.person.site.name, sheet.isFollowUp ? "Follow-up" : "Baseline",
      sheet.day.iso,
    ] + sheet.answers.map(String.init)
  }
  for odd in oddAnswers { rows[odd.row][4 + odd.question] = odd.text }
  rows = zip(rows, statementAnswers(rows.count, seed: programme.seed)).map { $0 + $1 }
  return Export(
    name: "questionnaires.csv", dialect: .shared,
    header: ["Member ID", "Site", "Wave", "Completed on"] + questions.map(\.text)
      + statementHeadings, rows: rows)
}

/// Of those still there, most fill in a second questionnaire; two of them have no first one.
private func drawSheets(_ programme: Programme) -> [Sheet] {
  var random = RandomSource(seed: programme.seed, purpose: "questionnaires")
  let stayers = random.shuffled(programme.people.filter { $0.left == nil })
  let leavers = random.shuffled(programme.people.filter { $0.left != nil })
  let starters = Set(stayers.prefix(47).map(\.id) + leavers.prefix(15).map(\.id))
  let finishers = Set(stayers.prefix(42).map(\.id) + stayers.suffix(2).map(\.id))
  var sheets: [Sheet] = []
  for person in programme.people {
    let levels = questions.map { question in
      let start = question.start - (person.left == nil ? 0 : 0.7)
      return random.normal(mean: start, deviation: 1.6)
    }
    if starters.contains(person.id) {
      let day = person.joined + random.within(0...14)
      sheets.append(answered(person, day: day, levels: levels, &random))
    }
    if finishers.contains(person.id) {
      let day = Day(2011, 3, 7) + random.within(0...44)
      sheets.append(answered(person, isFollowUp: true, day: day, levels: levels, &random))
    }
  }
  return sheets.filter { !$0.isFollowUp } + sheets.filter(\.isFollowUp)
}

private func answered(
  _ person: Person, isFollowUp: Bool = false, day: Day, levels: [Double],
  _ random: inout RandomSource
) -> Sheet {
  let answers = zip(questions, levels).map { question, level in
    let moved = isFollowUp ? level + question.change : level
    let felt = random.normal(mean: moved, deviation: 1.2)
    return min(10, max(0, Int(felt.rounded())))
  }
  return Sheet(person: person, isFollowUp: isFollowUp, day: day, answers: answers)
}
