package import EvaluationData

/// Two ids, and whether a person decides that they are one person's.
///
/// Without a name in `accepted_by` it is a proposal and changes nothing.
package struct PeopleDecision: DecisionFileRow {
  package static let file = "decisions/people.csv"
  package static let header = [
    "first_id", "second_id", "evidence", "decision", "accepted_by", "on",
  ]

  /// Its line in the file; 0 while it does not stand there.
  package let line: Int
  package let firstID: String
  package let secondID: String
  package let evidence: String
  /// `same` or `different`.
  package let decision: String
  package let acceptedBy: String
  package let on: String

  package init(_ row: DecisionRow) {
    line = row.line
    firstID = row[0]
    secondID = row[1]
    evidence = row[2]
    decision = row[3]
    acceptedBy = row[4]
    on = row[5]
  }

  package init(_ proposal: PersonProposal) {
    let evidence = proposal.evidence.map(\.rawValue).joined(separator: "; ")
    self.init(
      DecisionRow(line: 0, cells: [proposal.firstID, proposal.secondID, evidence, "", "", ""]))
  }

  package var cells: [String] { [firstID, secondID, evidence, decision, acceptedBy, on] }

  package var isAccepted: Bool { !acceptedBy.trimmingWhiteSpace.isEmpty }

  fileprivate var pair: Set<String> {
    [firstID.trimmingWhiteSpace, secondID.trimmingWhiteSpace]
  }

  fileprivate func problem(_ kind: ProblemKind, _ column: String, _ expected: String) -> Problem {
    Problem(
      kind, at: CellAddress(file: PeopleDecision.file, line: line, column: column),
      expected: expected)
  }
}

/// The decisions about ids that the exports do not have, though they have one that is alike.
///
/// An id that is in no export and like none may be one of an earlier quarter.
package func unknownPeople(_ decisions: [PeopleDecision], known: KnownIDs) -> [Problem] {
  decisions.filter(\.isAccepted).flatMap { decision in
    zip(PeopleDecision.header, [decision.firstID, decision.secondID]).filter {
      known.hasLike($1)
    }.map { column, _ in
      decision.problem(
        .staleDecision, column,
        "the id as the exports have it; one there differs only in capitals, spaces, signs or "
          + "leading zeros")
    }
  }
}

/// The file with the proposals of this run behind the rows that stand there.
///
/// Rows keep their order and their texts, so that no edit is lost; a pair is not added
/// a second time, whichever id comes first.
package func merged(
  _ decisions: [PeopleDecision], with proposals: [PersonProposal]
) -> [PeopleDecision] {
  var known = Set(decisions.map(\.pair))
  var rows = decisions
  for row in proposals.map(PeopleDecision.init) where known.insert(row.pair).inserted {
    rows.append(row)
  }
  return rows
}

/// What the accepted decisions about people say together.
///
/// That a is b and b is c says that a is c; that c is not d then says that a is not d.
package struct PeopleAnswers: Sendable {
  /// Each id that is read as another, with that other.
  package private(set) var keptIDs: [String: String] = [:]
  /// The ids of each person who has several, the one that is kept first.
  package private(set) var groups: [[String]] = []
  private var numbers: [String: Int] = [:]
  private var ids: [String] = []
  private var group = DisjointGroups()
  /// Pairs of groups that are different people.
  private var different: Set<[Int]> = []

  /// Nobody has decided anything.
  package init() {}

  /// Whether the decisions settle that two ids are one person's or that they are not.
  package func isDecided(_ first: String, _ second: String) -> Bool {
    guard let first = numbers[first.trimmingWhiteSpace],
      let second = numbers[second.trimmingWhiteSpace]
    else { return false }
    let groups = [group.root(of: first), group.root(of: second)]
    return groups[0] == groups[1] || different.contains(groups.sorted())
  }

  /// The ids with all others of the same people, for those who withdrew.
  ///
  /// A `same` that another decision contradicts counts too: better one row too few than
  /// one of somebody who withdrew.
  package func allIDs(of people: [String]) -> [String] {
    var roots: Set<Int> = []
    for id in people {
      if let number = numbers[id.trimmingWhiteSpace] { roots.insert(group.root(of: number)) }
    }
    let named = Set(people.map(\.trimmingWhiteSpace))
    return people
      + ids.indices.filter { roots.contains(group.root(of: $0)) && !named.contains(ids[$0]) }
      .map { ids[$0] }
  }

  /// Reads the accepted decisions; of those about people whose decisions contradict
  /// each other none is applied.
  package static func reading(_ decisions: [PeopleDecision]) -> Checked<PeopleAnswers> {
    var answers = PeopleAnswers()
    var problems: [Problem] = []
    var same: [Link] = []
    var apart: [Link] = []
    for decision in decisions where decision.isAccepted {
      let (first, second) = (
        decision.firstID.trimmingWhiteSpace, decision.secondID.trimmingWhiteSpace
      )
      guard !first.isEmpty, !second.isEmpty, first != second else {
        problems.append(decision.problem(.staleDecision, "second_id", "two different ids"))
        continue
      }
      switch decision.decision.trimmingWhiteSpace.lowercased() {
      case "same": same.append(answers.link(decision, first, second))
      case "different": apart.append(answers.link(decision, first, second))
      default:
        problems.append(
          decision.problem(.staleDecision, "decision", "the word 'same' or 'different'"))
      }
    }
    for link in same { answers.group.join(link.first, link.second) }
    var contradicted: Set<Int> = []
    for link in apart {
      let roots = [answers.group.root(of: link.first), answers.group.root(of: link.second)]
      guard roots[0] == roots[1] else {
        answers.different.insert(roots.sorted())
        continue
      }
      contradicted.insert(roots[0])
      let lines = same.filter { answers.group.root(of: $0.first) == roots[0] }
      problems.append(
        link.decision.problem(
          .contradictingDecisions, "decision",
          "the same as the rows by which the two are one person, on "
            + shown(lines.map(\.decision.line))))
    }
    answers.keep(same, but: contradicted)
    return Checked(answers, problems: problems)
  }

  private struct Link {
    let decision: PeopleDecision
    let first: Int
    let second: Int
  }

  private mutating func link(
    _ decision: PeopleDecision, _ first: String, _ second: String
  ) -> Link {
    Link(decision: decision, first: number(of: first), second: number(of: second))
  }

  private mutating func number(of id: String) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = ids.count
    ids.append(id)
    group.add()
    return ids.count - 1
  }

  /// Keeps of each person the first id that no row reads as another.
  private mutating func keep(_ same: [Link], but contradicted: Set<Int>) {
    let seconds = Set(same.map(\.second))
    var members: [Int: [Int]] = [:]
    for number in ids.indices { members[group.root(of: number), default: []].append(number) }
    for number in ids.indices where group.root(of: number) == number {
      guard let all = members[number], all.count > 1, !contradicted.contains(number) else {
        continue
      }
      let kept = all.first { !seconds.contains($0) } ?? number
      let others = all.filter { $0 != kept }
      for other in others { keptIDs[ids[other]] = ids[kept] }
      groups.append(([kept] + others).map { ids[$0] })
    }
  }

  private static func shown(_ lines: [Int]) -> String {
    lines.count == 1
      ? "line \(lines[0])" : "lines " + lines.map { String($0) }.joined(separator: ", ")
  }
}

/// Numbers that are joined into groups; the least of a group is its root.
private struct DisjointGroups: Sendable {
  private var parents: [Int] = []

  mutating func add() { parents.append(parents.count) }

  func root(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    return root
  }

  mutating func join(_ first: Int, _ second: Int) {
    let roots = (root(of: first), root(of: second))
    let least = min(roots.0, roots.1)
    parents[max(roots.0, roots.1)] = least
    // Keeps the ways short.
    parents[first] = least
    parents[second] = least
  }
}
