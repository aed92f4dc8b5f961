import EvaluationData

/// What the headings of one file say about the columns that were asked for.
struct FileColumns {
  /// For each column of the file the requested columns that it is: one as a rule.
  let requested: [[Int]]
  /// The requested columns that this file does not have.
  let absent: [Int]
  /// The names of the columns and multi-selects that it has.
  private(set) var found: Set<String> = []
  /// Those that it may lack and lacks, without a heading that may be meant for them.
  private(set) var lacking: [RequestedUnit] = []
  private(set) var problems: [Problem] = []
  /// Headings that nobody asked for and that are like none that is missing.
  private(set) var unused: [String] = []

  private let request: LoadRequest
  private let form: FileForm
  private let file: String
  private let assignment: ColumnAssignment

  init(_ request: LoadRequest, in form: FileForm, of file: String) throws(LoadError) {
    self.request = request
    self.form = form
    self.file = file
    assignment = ColumnAssignment(request.columns, to: form.headings)
    requested = assignment.requested
    absent = assignment.places.indices.filter { [places = assignment.places] in places[$0] == nil }
    var errors = assignment.ambiguous.map { column, places in
      LoadError.columnTwice(
        file: file, line: form.headerLine, column: request.columns[column].shownWording,
        found: places.map { form.headings[$0].certainName })
    }
    errors += lookForUnits()
    if let error = LoadError(errors) { throw error }
  }

  /// Tells the columns and multi-selects that are there; proposes headings for the others.
  private mutating func lookForUnits() -> [LoadError] {
    let ambiguous = Set(assignment.ambiguous.map(\.column))
    var missing: [RequestedUnit] = []
    var free = Set(assignment.unclaimed)
    for unit in request.units {
      if unit.columns.contains(where: {
        request.columns[$0].holdsAnswers && (assignment.places[$0] != nil || ambiguous.contains($0))
      }) {
        found.insert(unit.name)
        lookForChoices(of: unit, &free)
      } else {
        missing.append(unit)
      }
    }
    let headings = freeHeadings(free, for: missing)
    let proposals = proposals(
      missing.map { SoughtHeading($0.wordings, fitting: places(holding: $0.answers, among: free)) },
      among: headings)
    var errors: [LoadError] = []
    for (unit, proposal) in zip(missing, proposals) {
      let wanted = MissingColumn(
        source: request.source, column: unit.name, wording: unit.wording,
        choice: unit.choices.first, proposal: proposal)
      if !unit.isOptional {
        errors.append(.columnMissing(file: file, line: form.headerLine, wanted))
      } else if proposal != nil {
        report(.changedHeading, unit.wording, wanted.expectation)
      } else {
        lacking.append(unit)
      }
    }
    let proposed = Set(
      proposals.compactMap(\.self).flatMap { [$0.heading] + [$0.alternative].compactMap(\.self) })
    unused = headings.map(\.text).filter { !proposed.contains($0) }
    if request.isCodingSheet { reportUnknownCodes() }
    return errors
  }

  private mutating func reportUnknownCodes() {
    let codes = request.columns.filter { $0.part != nil }.flatMap(\.headers)
    for heading in unused {
      let nearest = nearestName(to: heading, among: codes).map { "; the nearest is '\($0)'" }
      report(.unknownCode, heading, "a code of the code frame\(nearest ?? "")")
    }
  }

  /// Looks at the columns of single choices: which are missing, and which are there unasked.
  private mutating func lookForChoices(of unit: RequestedUnit, _ free: inout Set<Int>) {
    let choices = unit.columns.filter { request.columns[$0].part?.kind == .choice }
    guard choices.contains(where: { assignment.places[$0] != nil }) else { return }
    let behind = assignment.partTexts(
      of: unit.wordings,
      withUnderscored: choices.compactMap { assignment.places[$0] }
        .allSatisfy { assignment.isUnderscored($0, unit.wordings) })
    let others = free.sorted().filter { !behind[$0].isEmpty }
    free.subtract(others)
    let missing = choices.filter { assignment.places[$0] == nil }
    // Only what stands behind the question is compared: the question is alike in all of them.
    let proposals = proposals(
      missing.map { SoughtHeading(request.columns[$0].part?.texts ?? []) },
      among: others.map { FreeHeading(behind[$0].min { $0.count < $1.count } ?? "", places: [$0]) })
    var proposed: Set<Int> = []
    for (column, proposal) in zip(missing, proposals) {
      let wording = request.columns[column].shownWording
      let place = others.first { place in
        proposal.map { behind[place].contains($0.heading) } ?? false && !proposed.contains(place)
      }
      guard let proposal, let place else {
        report(.columnAbsent, unit.wording, "a column '\(wording)' beside the other choices")
        continue
      }
      proposed.insert(place)
      let wanted = MissingColumn(
        source: request.source, column: request.columns[column].name, wording: wording,
        proposal: HeadingProposal(
          heading: form.headings[place].name, tellingWords: proposal.tellingWords))
      report(.changedHeading, unit.wording, wanted.expectation)
    }
    for place in others where !proposed.contains(place) {
      report(
        .unknownChoice, unit.wording,
        "the choices of the pipeline as columns; '\(form.headings[place].name)' is none of them")
    }
  }

  /// A proposal for each heading that is sought; words are rare or not among all headings.
  private func proposals(
    _ sought: [SoughtHeading], among free: [FreeHeading]
  ) -> [HeadingProposal?] {
    guard !sought.isEmpty, !free.isEmpty else { return sought.map { _ in nil } }
    let wordings = request.columns.flatMap(\.headers) + request.units.flatMap(\.wordings)
    let vocabulary = Set(wordings + form.headings.map(\.name)).sorted().map(HeadingWords.init)
    return HeadingProposals(sought, among: free, vocabulary: vocabulary).found()
  }

  /// The headings that may be meant for what is missing.
  ///
  /// Headings that end in a choice of a missing multi-select are one: the question in front.
  private func freeHeadings(_ free: Set<Int>, for missing: [RequestedUnit]) -> [FreeHeading] {
    let choices = Set(missing.flatMap(\.choices).map(choiceKey))
    var headings: [FreeHeading] = []
    var questions: [(text: String, places: [Int])] = []
    for place in free.sorted() {
      let heading = form.headings[place]
      guard let question = question(of: heading, before: choices) else {
        headings.append(FreeHeading(heading.name, places: [place]))
        continue
      }
      if let known = questions.firstIndex(where: { $0.text == question }) {
        questions[known].places.append(place)
      } else {
        questions.append((question, [place]))
      }
    }
    return headings + questions.map { FreeHeading($0.text, places: $0.places) }
  }

  /// What stands in front of a choice in a heading.
  private func question(of heading: Heading, before choices: Set<String>) -> String? {
    guard !choices.isEmpty else { return nil }
    if let question = heading.question, let part = heading.part, choices.contains(choiceKey(part)) {
      return question
    }
    let name = heading.name
    if name.last == ")", let sign = name.ranges(of: "(choice=").last,
      choices.contains(choiceKey(String(name[sign.upperBound...].dropLast())))
    {
      return withoutOuterSpace(String(name[..<sign.lowerBound]))
    }
    for place in name.indices {
      guard let joint = [" - ", " [", ": ", "/", "."].first(where: name[place...].hasPrefix) else {
        continue
      }
      let rest = name[place...].dropFirst(joint.count)
      let text = joint == " [" && rest.last == "]" ? rest.dropLast() : rest
      if choices.contains(choiceKey(String(text))) { return String(name[..<place]) }
    }
    return nil
  }

  /// The columns of which nearly all cells, as far as the head of the file shows, are such answers.
  private func places(holding answers: AnswerForm?, among free: Set<Int>) -> Set<Int> {
    guard let answers else { return [] }
    let rows = form.head.dropFirst(form.shape.preambleRows + form.shape.headerRows)
    return free.filter { place in
      let cells = rows.compactMap { place < $0.fields.count ? $0.fields[place] : nil }
        .filter { !$0.allSatisfy { $0 <= 0x20 } }
      let fitting = cells.count { answers.includes($0) }
      return cells.count >= 3 && fitting * 10 >= cells.count * 8
    }
  }

  private mutating func report(_ kind: ProblemKind, _ column: String, _ expected: String) {
    problems.append(
      Problem(
        kind, at: CellAddress(file: file, line: form.headerLine, column: column),
        expected: expected))
  }
}

extension RequestedColumn {
  /// Whether a file that has the column has what was asked for: the texts of other answers alone
  /// are no multi-select.
  fileprivate var holdsAnswers: Bool { part?.kind != .otherText }

  /// The heading under which it is looked for, for messages.
  var shownWording: String {
    if let header = headers.first { return header }
    guard let part, let wording = part.wordings.first else { return name }
    return part.texts.first.map { "\(wording) - \($0)" } ?? wording
  }
}

extension AnswerForm {
  fileprivate func includes(_ cell: [UInt8]) -> Bool {
    let kind = cellKind(of: cell.span, in: 0..<min(cell.count, 200))
    let text = String(decoding: cell, as: UTF8.self)
    return switch self {
    case .number: kind == .number
    case .date: kind == .moment
    case .oneOf(let texts): texts.contains { choiceKey($0) == choiceKey(text) }
    case .severalOf(let texts):
      // What stands in front tells enough.
      texts.contains { choiceKey(text).hasPrefix(choiceKey($0)) }
    }
  }
}
