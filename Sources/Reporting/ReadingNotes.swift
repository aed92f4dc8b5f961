import EvaluationData

/// What to know before reading quotes, one sentence a piece.
func quoteSentences(_ quotes: [Quote]) -> [String] {
  let sources = Set(quotes.map(\.source.label)).sorted()
  return [
    "From \(listed(sources)), by people who agreed to be quoted.",
    quotes.allSatisfy(\.isChecked)
      ? "Somebody read each quote and accepted it."
      : "The quotes were chosen by rules, and nobody has read all of them.",
    "Words in square brackets stand for names, phone numbers and the like; … stands for sentences "
      + "that were left out.",
    "Quotes show what was said, not how many said it.",
  ]
}

/// A word, mark or method and what it means.
struct ReadingNote: Sendable, Hashable {
  let kind: String
  let term: String
  let meaning: String
}

/// What to know before reading how well coders agree.
func agreementSentences(_ findings: [Finding]) -> [(term: String, meaning: String)] {
  let statistics = Set(findings.filter { $0.measure == .agreement }.map(\.statistic))
  var sentences: [(String, String)] = []
  if !statistics.isDisjoint(with: [.kappa, .fleissKappa, .krippendorffsAlpha]) {
    sentences.append(
      (
        "Kappa and alpha",
        "Agreement beyond what chance would give; 1 is full agreement, 0 no better than chance. "
          + "Where a code is rare, chance alone makes people agree that it does not apply, so that "
          + "a few differences give a low kappa. Look at the agreement and at how often the code "
          + "was given beside it"
          + (statistics.contains(.gwetsAC1)
            ? ", and at Gwet's AC1, which rare codes hardly lower." : ".")
      ))
  }
  if !statistics.isDisjoint(with: [.precision, .recall]) {
    sentences.append(
      (
        "Precision and recall",
        "Of the responses to which the rules gave a code, the part to which people gave it too; "
          + "and of those to which people gave it, the part that the rules found. F1 puts the two "
          + "into one number."
      ))
  }
  return sentences
}

/// What a reader needs in order to read the findings: only what these findings use.
func readingNotes(_ report: Report) -> [ReadingNote] {
  let findings = report.findings
  let statistics = Set(findings.map(\.statistic))
  let methods = Set(findings.map(\.method))
  let verdicts = Set(findings.compactMap(\.verdict))
  let statuses = Set(findings.compactMap(\.status))
  var notes = generalNotes(report)
  notes += agreementSentences(findings).map {
    ReadingNote(kind: "Reading", term: $0.term, meaning: $0.meaning)
  }
  notes += Status.allCases.filter {
    statuses.contains($0) || $0 == .notApplicable || $0 == .notAvailable
  }.map { ReadingNote(kind: "Mark", term: $0.rawValue, meaning: $0.meaning) }
  notes += Verdict.allCases.filter(verdicts.contains).map {
    ReadingNote(kind: "In words", term: $0.generalWords, meaning: $0.meaning)
  }
  notes += Statistic.allCases.filter(statistics.contains).map {
    ReadingNote(kind: "Figure", term: $0.label, meaning: $0.meaning)
  }
  notes += Method.allCases.filter(methods.contains).map {
    ReadingNote(kind: "Method", term: $0.rawValue, meaning: $0.meaning)
  }
  notes += report.limitations.enumerated().map { index, sentence in
    ReadingNote(kind: "Limit", term: "Limit \(index + 1)", meaning: sentence)
  }
  return notes
}

private func generalNotes(_ report: Report) -> [ReadingNote] {
  let levels = Set(report.findings.compactMap { $0.limits?.level }).sorted()
  let confidence = levels.map { NumberStyle.share.text($0) }.joined(separator: " or ")
  var notes = [
    ReadingNote(
      kind: "Reading", term: "Base",
      meaning: "The number of people or things that a share is a share of, or that a mean was "
        + "taken over.")
  ]
  if !levels.isEmpty {
    notes.append(
      ReadingNote(
        kind: "Reading", term: "Interval (lower and upper limit)",
        meaning: "If the same were done again and again, \(confidence) of such intervals would "
          + "hold the true value. A wide interval means that few people stand behind a figure."))
  }
  if report.findings.contains(where: { $0.p != nil }) {
    notes.append(
      ReadingNote(
        kind: "Reading", term: "p, adjusted",
        meaning: "How surprising the figures would be if there were no difference, adjusted for "
          + "the number of comparisons of the same kind (Holm's method). Small is surprising."))
  }
  if report.audience == .publish {
    notes.append(
      ReadingNote(
        kind: "Reading", term: "Hidden numbers",
        meaning: "Numbers of people below \(report.threshold), and others from which they could "
          + "be worked out, are hidden to protect people. Hidden is not zero."))
  }
  return notes
}
