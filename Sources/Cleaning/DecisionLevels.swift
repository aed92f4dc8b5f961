package import EvaluationData

/// A text that no level fits, and what a person decides that it means.
///
/// Without a name in `accepted_by` it is a proposal and changes nothing.
package struct LevelDecision: DecisionFileRow {
  package static let file = "decisions/levels.csv"
  package static let header = ["source", "column", "text", "level", "accepted_by", "on"]

  /// Its line in the file; 0 while it does not stand there.
  package let line: Int
  package let source: String
  package let column: String
  package let text: String
  /// A level by name or label, the raw value of a missing reason, or `leave`.
  package let level: String
  package let acceptedBy: String
  package let on: String

  package init(_ row: DecisionRow) {
    line = row.line
    source = row[0]
    column = row[1]
    text = row[2]
    level = row[3]
    acceptedBy = row[4]
    on = row[5]
  }

  package init(_ proposal: LevelProposal) {
    self.init(
      DecisionRow(
        line: 0,
        cells: [proposal.source, proposal.column, proposal.text, proposal.level, "", ""]))
  }

  package var cells: [String] { [source, column, text, level, acceptedBy, on] }

  package var isAccepted: Bool { !acceptedBy.trimmingWhiteSpace.isEmpty }

  fileprivate var place: LevelPlace { LevelPlace(source: source, column: column, text: text) }

  fileprivate func problem(
    _ kind: ProblemKind, _ column: String, _ expected: String
  ) -> Problem {
    // The text stands at that line; whose cell it was is not known here.
    Problem(
      kind, at: CellAddress(file: LevelDecision.file, line: line, column: column),
      expected: expected)
  }
}

/// What a decision is about: texts that fold alike are decided together.
private struct LevelPlace: Hashable {
  let source: String
  let column: String
  let text: String

  init(source: String, column: String, text: String) {
    self.source = source.trimmingWhiteSpace
    self.column = column.trimmingWhiteSpace
    let folded = foldedLevel(text)
    self.text = folded.isEmpty ? text.trimmingWhiteSpace : folded
  }
}

/// The file with the proposals of this run behind the rows that stand there.
///
/// Rows keep their order and their texts, so that no edit is lost; what is proposed
/// again, or was decided in any way, is not added a second time.
package func merged(
  _ decisions: [LevelDecision], with proposals: [LevelProposal]
) -> [LevelDecision] {
  var known = Set(decisions.map(\.place))
  var rows = decisions
  for proposal in proposals {
    let row = LevelDecision(proposal)
    if known.insert(row.place).inserted { rows.append(row) }
  }
  return rows
}

/// What a person decided that a text means.
package enum LevelAnswer: Sendable, Hashable {
  /// The name of a level.
  case level(String)
  case missing(MissingReason)
  /// It stays unreadable, and is not proposed again.
  case leave
}

/// The accepted decisions about one column, for the schema.
package struct AcceptedLevels: Sendable, Hashable {
  package let source: String
  package let column: String
  /// Further spellings of levels, as `ColumnSchema.Kind.category` takes them.
  package fileprivate(set) var also: [String: String] = [:]
  /// Further texts for the lack of an answer, folded as `ColumnSchema` takes them.
  package fileprivate(set) var missingTexts: [String: MissingReason] = [:]
}

/// Reads the accepted decisions against the sources as the pipeline now describes them.
///
/// A decision that no longer fits is a problem and changes nothing; of decisions that
/// contradict each other none is applied.
package func acceptedLevels(
  _ decisions: [LevelDecision], for sources: [SourceSchema]
) -> Checked<[AcceptedLevels]> {
  var problems: [Problem] = []
  var answers: [(decision: LevelDecision, answer: LevelAnswer)] = []
  var first: [LevelPlace: Int] = [:]
  var contradicted: Set<Int> = []
  for decision in decisions where decision.isAccepted {
    let read: LevelAnswer
    do {
      read = try answer(decision, in: sources)
    } catch {
      problems.append(decision.problem(.staleDecision, error.column, error.expected))
      continue
    }
    guard let earlier = first[decision.place] else {
      first[decision.place] = answers.count
      answers.append((decision, read))
      continue
    }
    guard answers[earlier].answer != read else { continue }
    contradicted.insert(earlier)
    problems.append(
      decision.problem(
        .contradictingDecisions, "level",
        "the answer that line \(answers[earlier].decision.line) gives for the same text"))
  }
  var accepted: [AcceptedLevels] = []
  for (index, (decision, answer)) in answers.enumerated() where !contradicted.contains(index) {
    add(answer, decision, to: &accepted)
  }
  return Checked(accepted, problems: problems)
}

private func add(
  _ answer: LevelAnswer, _ decision: LevelDecision, to accepted: inout [AcceptedLevels]
) {
  let (source, column) = (decision.place.source, decision.place.column)
  if answer == .leave { return }
  var place = accepted.firstIndex { $0.source == source && $0.column == column }
  if place == nil {
    accepted.append(AcceptedLevels(source: source, column: column))
    place = accepted.count - 1
  }
  guard let place else { return }
  switch answer {
  case .level(let name): accepted[place].also[decision.text.trimmingWhiteSpace] = name
  case .missing(let reason): accepted[place].missingTexts[foldedLevel(decision.text)] = reason
  case .leave: break
  }
}

/// Where and how a decision does not fit the pipeline.
private struct Misfit: Error {
  let column: String
  let expected: String
}

/// What an accepted decision says; throws where it does not fit the pipeline.
private func answer(
  _ decision: LevelDecision, in sources: [SourceSchema]
) throws(Misfit) -> LevelAnswer {
  let (column, levels) = try columnWithLevels(of: decision.place, in: sources)
  let word = decision.level.trimmingWhiteSpace
  guard !foldedLevel(decision.text).isEmpty else {
    throw Misfit(
      column: "text", expected: "a text with letters or digits; others are listed in the pipeline")
  }
  if let known = reading(of: decision.text, by: column) {
    throw Misfit(
      column: "text",
      expected: "a text that no level fits; without the decision it is read as '\(known)'")
  }
  if let level = levels.first(where: { $0.name == word })
    ?? levels.first(where: { $0.label == word })
  {
    return .level(level.name)
  }
  if let reason = MissingReason(rawValue: word) { return .missing(reason) }
  if word == "leave" { return .leave }
  throw Misfit(
    column: "level",
    expected: "a level of '\(column.name.name)', a reason such as 'skipped', or 'leave'"
      + nearest(word, among: levels.map(\.label)))
}

private func columnWithLevels(
  of place: LevelPlace, in sources: [SourceSchema]
) throws(Misfit) -> (ColumnSchema, [Named]) {
  guard let source = sources.first(where: { $0.source.name == place.source }) else {
    throw Misfit(
      column: "source",
      expected: "a source of the pipeline"
        + nearest(place.source, among: sources.map(\.source.name)))
  }
  guard let column = source.columns.first(where: { $0.name.name == place.column }),
    case .category(let levels, _) = column.kind
  else {
    throw Misfit(
      column: "column",
      expected: "a column of '\(source.source.name)' with levels"
        + nearest(place.column, among: source.columns.filter(\.hasLevels).map(\.name.name)))
  }
  return (column, levels)
}

/// What a text is read as without a decision: a level's label or a reason; nil when unreadable.
private func reading(of text: String, by column: ColumnSchema) -> String? {
  guard case .category(let levels, let also) = column.kind else { return nil }
  switch LevelReader(column, levels: levels, also: also).read(text).cell {
  case .value(let level): return levels[level].label
  case .missing(.unreadable): return nil
  case .missing(let reason): return reason.rawValue
  }
}

/// Names the known word that is nearest, for the end of a message.
private func nearest(_ word: String, among known: [String]) -> String {
  nearestName(to: word, among: known).map { "; the nearest is '\($0)'" } ?? ""
}

extension ColumnSchema {
  fileprivate var hasLevels: Bool {
    if case .category = kind { true } else { false }
  }

  /// The column with what people accepted added to what the pipeline lists.
  package func accepting(_ accepted: AcceptedLevels) -> ColumnSchema {
    guard case .category(let levels, let also) = kind else { return self }
    return ColumnSchema(
      name: name, header: header,
      kind: .category(levels: levels, also: also.merging(accepted.also) { listed, _ in listed }),
      isRequired: isRequired,
      missingTexts: missingTexts.merging(accepted.missingTexts) { listed, _ in listed },
      emptyReason: emptyReason)
  }
}

extension SourceSchema {
  /// The source with what people accepted about its columns.
  package func accepting(_ accepted: [AcceptedLevels]) -> SourceSchema {
    let own = accepted.filter { $0.source == source.name }
    return SourceSchema(
      source: source,
      columns: columns.map { column in
        own.first { $0.column == column.name.name }.map(column.accepting) ?? column
      }, key: key, periodEnd: periodEnd)
  }
}
