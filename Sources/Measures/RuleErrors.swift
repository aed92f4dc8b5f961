package import EvaluationData

/// A response that rules and people code differently.
package struct RuleError: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The rules give the code, people do not.
    case falseHit = "false-hit"
    /// People give the code, the rules do not.
    case miss
  }

  package let kind: Kind
  /// The code's place in the frame of the rules.
  package let code: Int
  package let response: PeoplesCodes.Response
  /// For a false hit the matches of the code in the response; none where a part of it was found.
  package let matches: [Match]
}

/// What rules get wrong, held against what people gave: code by code, false hits first.
package func ruleErrors(_ codes: PeoplesCodes, _ coded: CodedText) -> [RuleError] {
  var matches: [Int: [Match]] = [:]
  for match in coded.matches { matches[match.row, default: []].append(match) }
  let given = coded.codesWithParents
  let places = codes.codes.map { coded.codes.index(of: $0.name) }
  var errors: [RuleError] = []
  for (index, response) in codes.responses.enumerated() {
    guard let row = response.row, codes.given.contains(where: { $0[index] != nil }) else {
      continue
    }
    for (standard, place) in zip(codes.standardWithParts(index), places) {
      guard let place, let people = standard else { continue }
      let rules = given.contains(place, row: row)
      guard rules != people else { continue }
      errors.append(
        RuleError(
          kind: rules ? .falseHit : .miss, code: place, response: response,
          matches: rules ? (matches[row] ?? []).filter { $0.code == place } : []))
    }
  }
  let order = RuleError.Kind.allCases
  return errors.enumerated().sorted { first, second in
    let keys = [first, second].map { entry in
      (entry.element.code, order.firstIndex(of: entry.element.kind) ?? 0, entry.offset)
    }
    return keys[0] < keys[1]
  }.map(\.element)
}
