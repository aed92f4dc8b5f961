package import EvaluationData

extension PeoplesCodes {
  /// The codes on which coders differ, response by response, with what was settled.
  package var disagreements: [Disagreement] {
    guard coders.count > 1 else { return [] }
    return responses.indices.flatMap { response in
      codes.indices.compactMap { code in
        settled[Settled(response: response, code: code)] ?? disagreement(response, code)
      }
    }
  }

  /// Nil where nobody differs.
  func disagreement(
    _ response: Int, _ code: Int, _ decision: Disagreement.Decision = .open, note: String = ""
  ) -> Disagreement? {
    let answers = coders.indices.map { gave($0, response, code) }
    guard answers.contains(true), answers.contains(false) else { return nil }
    return Disagreement(
      source: source, response: responses[response].id, address: responses[response].address,
      text: responses[response].text, code: codes[code],
      givenBy: coders.indices.filter { answers[$0] == true }.map { coders[$0] },
      notGivenBy: coders.indices.filter { answers[$0] == false }.map { coders[$0] },
      decision: decision, note: note)
  }

  /// What all who coded the response say of a code, or what was settled; nil where they differ
  /// and nothing was, and where nobody coded it.
  func standard(_ response: Int, _ code: Int) -> Bool? {
    if coders.count == 1 { return gave(0, response, code) }
    let own = coders.indices.compactMap { gave($0, response, code) }
    guard let first = own.first else { return nil }
    if own.allSatisfy({ $0 == first }) { return first }
    switch settled[Settled(response: response, code: code)]?.decision {
    case .yes: return true
    case .no: return false
    case .open, nil: return nil
    }
  }

  /// The same where a code applies as soon as one of its parts does.
  func standardWithParts(_ response: Int) -> [Bool?] {
    var standard = codes.indices.map { self.standard(response, $0) }
    guard parents.contains(where: { $0 != nil }) else { return standard }
    let own = standard
    for (code, parent) in parents.enumerated() {
      for ancestor in sequence(first: parent, next: { $0.map { parents[$0] } }) {
        guard let ancestor else { break }
        if own[code] == true {
          standard[ancestor] = true
        } else if own[code] == nil, standard[ancestor] == false {
          standard[ancestor] = nil
        }
      }
    }
    return standard
  }

  /// What people gave to the row of each response, as far as they agree or settled it.
  package func standardCodes(rows: Int) -> ChoiceColumn {
    var byRow = [Int?](repeating: nil, count: rows)
    for (place, response) in responses.enumerated() {
      if let row = response.row { byRow[row] = place }
    }
    var column = ChoiceColumn(choices: codes)
    for row in 0..<rows {
      var words = [UInt64](repeating: 0, count: column.wordsPerRow)
      guard let response = byRow[row], isCoded(response) else {
        column.append(words, missing: .notAsked)
        continue
      }
      for code in codes.indices where standard(response, code) == true {
        words[code / 64] |= 1 << UInt64(code % 64)
      }
      column.append(words)
    }
    return column
  }
}

/// The decisions that fit what coders differ on.
func settledDisagreements(
  _ codes: PeoplesCodes, by decisions: [Adjudication]
) -> Checked<[PeoplesCodes.Settled: Disagreement]> {
  guard codes.coders.count > 1 else { return Checked([:]) }
  var places: [String: Int] = [:]
  for (place, response) in codes.responses.enumerated() where places[response.id] == nil {
    places[response.id] = place
  }
  var settled: [PeoplesCodes.Settled: (decision: Adjudication, found: Disagreement)] = [:]
  var problems: [Problem] = []
  var contradicted: Set<PeoplesCodes.Settled> = []
  for decision in decisions where decision.source == codes.source.name {
    do throws(AdjudicationMisfit) {
      guard let answer = decision.answer else { throw .unknownWord }
      guard let response = places[decision.response] else { throw .unknownResponse }
      guard let code = codes.codes.firstIndex(where: { $0.name == decision.code }) else {
        throw .unknownCode(
          nearest: nearestName(to: decision.code, among: codes.codes.map(\.name)))
      }
      let text = codes.responses[response].text
      guard text.isEmpty || text.isSame(as: decision.text) else { throw .otherText }
      let key = PeoplesCodes.Settled(response: response, code: code)
      guard let found = codes.disagreement(response, code, answer, note: decision.note) else {
        if answer == .open || codes.standard(response, code) == (answer == .yes) { continue }
        throw .codersAgree
      }
      if let earlier = settled[key], earlier.decision.answer != answer {
        contradicted.insert(key)
        problems.append(
          decision.problem(
            .contradictingDecisions, "decision",
            "the answer that line \(earlier.decision.line) gives for the same response and code"))
      } else if settled[key] == nil {
        settled[key] = (decision, found)
      }
    } catch {
      problems.append(decision.problem(.staleDecision, error.column, error.expected))
    }
  }
  for key in contradicted { settled[key] = nil }
  return Checked(settled.mapValues(\.found), problems: problems)
}

/// Why a decision fits nothing that coders differ on.
private enum AdjudicationMisfit: Error {
  case unknownWord
  case unknownResponse
  case unknownCode(nearest: String?)
  case otherText
  case codersAgree

  var column: String {
    switch self {
    case .unknownWord, .codersAgree: "decision"
    case .unknownResponse: "response"
    case .unknownCode: "code"
    case .otherText: "text"
    }
  }

  var expected: String {
    switch self {
    case .unknownWord: "yes, no or nothing"
    case .unknownResponse: "the id of a response that was coded"
    case .unknownCode(let nearest):
      "a code that people gave" + (nearest.map { "; the nearest is '\($0)'" } ?? "")
    case .otherText: "the text that the response has now"
    case .codersAgree: "nothing, or what the coders now agree on"
    }
  }
}
