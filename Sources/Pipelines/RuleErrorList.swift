package import EvaluationData
import Measures
import TextCoding

/// What rules get wrong, held against people, in words.
package struct RuleErrorList: Sendable {
  package struct Entry: Sendable {
    /// Whether the rules give the code and people do not, and not the other way round.
    package let isFalseHit: Bool
    package let code: Named
    /// The file and line of the response.
    package let place: String
    package let response: String
    package let text: String
    /// For a false hit the words that the rules found, each with the place of its rule.
    package let hits: [(rule: String, words: String)]
  }

  package let entries: [Entry]
  /// How many responses the rules were held against.
  package let responses: Int

  /// What rules and people say of one code.
  package struct Count: Sendable {
    package let code: Named
    package let falseHits: Int
    package let misses: Int
  }

  package var counts: [Count] {
    var order: [Named] = []
    for entry in entries where !order.contains(entry.code) { order.append(entry.code) }
    return order.map { code in
      let own = entries.filter { $0.code == code }
      return Count(
        code: code, falseHits: own.count { $0.isFalseHit },
        misses: own.count { !$0.isFalseHit })
    }
  }
}

extension RulesData {
  /// False hits and misses, of one code or of all.
  package func ruleErrors(
    _ settings: RunSettings, code wanted: String?
  ) async throws -> RuleErrorList {
    if let wanted, !frame.codes.contains(where: { $0.name.name == wanted }) {
      throw RulesDataError.noSuchCode(wanted, known: frame.codes.map(\.name.name))
    }
    let parts = try await peoplesCodes(settings)
    guard !parts.isEmpty else { throw RulesDataError.noHumanCodes(source: source.name) }
    var entries: [RuleErrorList.Entry] = []
    var seen: Set<[String]> = []
    for (people, rules) in parts {
      for error in Measures.ruleErrors(people, rules) {
        let code = frame.codes[error.code].name
        let key = [error.kind.rawValue, code.name, error.response.id]
        guard wanted == nil || wanted == code.name, seen.insert(key).inserted else { continue }
        entries.append(entry(error, code))
      }
    }
    let responses = Set(parts.flatMap { $0.people.codedResponses.map(\.id) }).count
    return RuleErrorList(entries: entries, responses: responses)
  }

  private func entry(_ error: RuleError, _ code: Named) -> RuleErrorList.Entry {
    let bytes = Array(error.response.text.utf8)
    return RuleErrorList.Entry(
      isFalseHit: error.kind == .falseHit, code: code,
      place: "\(error.response.address.file):\(error.response.address.line)",
      response: error.response.id, text: error.response.text,
      hits: error.matches.map { match in
        (
          places.place(code: match.code, rule: match.rule),
          String(decoding: bytes[match.start..<match.end], as: UTF8.self)
        )
      })
  }
}
