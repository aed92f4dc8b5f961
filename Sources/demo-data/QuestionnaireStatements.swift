/// Five statements that people agree with from 1 to 5; the last is worded the other way round.
private let statements = [
  "I know what is expected of me", "My experience counts as much as other people's knowledge",
  "I can say when I disagree", "What we say will change something",
  "Things are decided before we are asked",
]

/// Questionnaires in which every statement has the same answer.
private let straightRows: [(row: Int, answer: String)] = [(29, "5"), (84, "3")]

/// Questionnaires that took a minute.
private let quickRows = [29, 61]

let statementHeadings = statements.map { "\($0) (1-5)" } + ["Minutes taken"]

/// For each questionnaire the five answers, and how many minutes it took.
func statementAnswers(_ count: Int, seed: UInt64) -> [[String]] {
  var random = RandomSource(seed: seed, purpose: "statements")
  return (0..<count).map { row in
    let mood = random.normal(mean: 3.6, deviation: 0.7)
    var answers = statements.indices.map { item -> String in
      let isReversed = item == statements.count - 1
      let felt = random.normal(mean: isReversed ? 6 - mood : mood, deviation: 0.6)
      let answer = min(5, max(1, Int(felt.rounded())))
      return random.happens(0.02) ? "" : String(answer)
    }
    var minutes = max(3, Int(random.normal(mean: 9, deviation: 3).rounded()))
    if let straight = straightRows.first(where: { $0.row == row }) {
      answers = statements.map { _ in straight.answer }
    }
    if quickRows.contains(row) { minutes = 1 }
    return answers + [String(minutes)]
  }
}
