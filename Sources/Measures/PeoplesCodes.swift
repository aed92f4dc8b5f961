package import EvaluationData

/// What people gave to the responses of a text, coder by coder.
package struct PeoplesCodes: Sendable {
  package struct Response: Sendable, Hashable {
    /// Its id, or its file and line.
    package let id: String
    package let address: CellAddress
    /// Its row in the table of the text; nil where the pipeline does not name the text.
    package let row: Int?
    package let text: String
  }

  /// What one coder gave to one response.
  struct Given: Sendable, Hashable {
    var codes = CodeSet()
    /// The codes that the coder's file has no column for.
    var notOffered = CodeSet()
  }

  package let source: Named
  package let codes: [Named]
  /// For each code the place of the code that it is a part of.
  let parents: [Int?]
  package let coders: [Named]
  package let responses: ResponseList
  /// By coder and response; nil where the coder did not code the response.
  let given: [[Given?]]
  /// The rows of people's codes, and those that belong to a response.
  package let rowCount: Int
  package let matchedRowCount: Int
  /// The columns in which ids were looked for, with the first file of each.
  package let ids: [CellAddress]
  /// What was settled, by response and code.
  private(set) var settled: [Settled: Disagreement] = [:]

  struct Settled: Hashable {
    let response: Int
    let code: Int
  }

  /// Whether people gave codes, and none of them to a response that is there.
  package var matchesNothing: Bool { rowCount > 0 && matchedRowCount == 0 && !ids.isEmpty }

  /// The responses that somebody coded.
  package var codedResponses: [Response] {
    responses.indices.filter(isCoded).map { responses[$0] }
  }

  /// Whether somebody coded a response.
  func isCoded(_ response: Int) -> Bool { given.contains { $0[response] != nil } }

  /// Whether the coder gave the code itself; nil where that is not known.
  func gave(_ coder: Int, _ response: Int, _ code: Int) -> Bool? {
    guard let given = given[coder][response] else { return nil }
    if given.codes.contains(code) { return true }
    return given.notOffered.contains(code) ? nil : false
  }

  /// The same where a code counts for all that it is a part of.
  var withParents: PeoplesCodes {
    guard parents.contains(where: { $0 != nil }) else { return self }
    let lineage = codes.indices.map { code in CodeSet(sequence(first: code) { parents[$0] }) }
    let given = given.map { row in
      row.map { given in
        given.map { given in
          var withParents = given
          for code in codes.indices where given.codes.contains(code) {
            withParents.codes.formUnion(lineage[code])
          }
          return withParents
        }
      }
    }
    return PeoplesCodes(
      source: source, codes: codes, parents: parents, coders: coders, responses: responses,
      given: given, rowCount: rowCount, matchedRowCount: matchedRowCount, ids: ids,
      settled: settled)
  }

  /// What some of the coders gave.
  func only(_ chosen: [Int]) -> PeoplesCodes {
    PeoplesCodes(
      source: source, codes: codes, parents: parents, coders: chosen.map { coders[$0] },
      responses: responses, given: chosen.map { given[$0] }, rowCount: rowCount,
      matchedRowCount: matchedRowCount, ids: ids)
  }

  /// The codes that no other is a part of: a code and its parts would count twice in a mean.
  var leafCodes: [Int] {
    let parts = Set(parents.compactMap(\.self))
    return codes.indices.filter { !parts.contains($0) }
  }

  /// The same with what was settled.
  func settling(_ settled: [Settled: Disagreement]) -> PeoplesCodes {
    var codes = self
    codes.settled = settled
    return codes
  }
}

/// What people gave, for each part of the pipeline's `agreement`.
package func codedByPeople(
  _ input: MeasureInput, _ specs: [AgreementSpec]
) -> Checked<[PeoplesCodes]> {
  var problems: [Problem] = []
  var all: [PeoplesCodes] = []
  for spec in specs {
    var reader = PeoplesCodesReader(input, spec)
    let codes = reader.read()
    problems += reader.problems
    let settled = settledDisagreements(codes, by: input.adjudications)
    problems += settled.problems
    all.append(codes.settling(settled.value))
  }
  let known = Set(all.filter { $0.coders.count > 1 }.map(\.source.name))
  for decision in input.adjudications where !known.contains(decision.source) {
    problems.append(
      decision.problem(
        .staleDecision, "source", "a source whose responses several people coded"))
  }
  var seen: Set<Problem> = []
  return Checked(all, problems: problems.filter { seen.insert($0).inserted })
}
