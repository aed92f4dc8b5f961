package import EvaluationData

/// The quotes of a run.
package struct ChosenQuotes: Sendable {
  /// What may be shared, in the order of the codes.
  package let quotes: [Quote]
  /// What the team sees: all that were decided on and still stand, and all that are offered.
  package let toCheck: [QuoteToCheck]
}

/// Chooses quotes of people who agreed to be quoted, redacts them, and uses those that were accepted.
///
/// For each code first what somebody accepted, then what somebody is being asked about, then what
/// else there is, until the code has as many as the pipeline wants. A row is quoted once.
package func chooseQuotes(
  from input: QuoteInput, as specs: [QuoteSpec]
) -> Checked<ChosenQuotes> {
  var list = QuoteList(input, specs)
  for spec in specs {
    if let candidates = QuoteCandidates(input, spec) { list.add(candidates) }
  }
  return Checked(
    ChosenQuotes(
      quotes: list.toCheck.filter(\.isUsed).map { Quote($0, threshold: input.threshold) },
      toCheck: list.toCheck), problems: list.problems)
}

/// The quotes of one source after another, with their numbers.
private struct QuoteList {
  private let input: QuoteInput
  private var numbers: QuoteNumbers
  private(set) var toCheck: [QuoteToCheck] = []
  private(set) var problems: [Problem] = []

  init(_ input: QuoteInput, _ specs: [QuoteSpec]) {
    self.input = input
    numbers = QuoteNumbers(input.decisions)
    let sources = Set(specs.map(\.source))
    for decision in input.decisions
    where decision.answer != .open && !sources.contains(decision.source) {
      problems.append(
        decision.problem(.staleDecision, "source", "a source of which the pipeline wants quotes"))
    }
  }

  mutating func add(_ candidates: QuoteCandidates) {
    let matched = MatchedDecisions(input.decisions, to: candidates)
    problems += matched.problems
    let choice = choose(candidates, matched)
    for code in candidates.codes.indices {
      let chosen = Set(choice.chosen[code] ?? [])
      for row in chosen.union(matched.rows(of: code)).sorted() {
        let place = QuotePlace(row: row, code: code)
        guard let passage = candidates.passage(row, code: code) else { continue }
        let quote = QuoteToCheck(
          candidates, place, id: numbers.id(for: matched[place]), text: passage,
          decision: matched[place], isChosen: chosen.contains(row))
        toCheck.append(quote)
        guard chosen.contains(row), let people = quote.sharedBy, people < input.threshold else {
          continue
        }
        problems.append(
          rareAttributes(of: quote, candidates.attributeNames, threshold: input.threshold))
      }
    }
  }
}

private func choose(_ candidates: QuoteCandidates, _ matched: MatchedDecisions) -> QuoteChoice {
  var choice = QuoteChoice(candidates)
  // Rare codes first, so that common ones do not take their few rows.
  let order = candidates.codes.indices.sorted {
    (candidates.rows[$0].count, $0) < (candidates.rows[$1].count, $1)
  }
  for code in order { choice.fill(code, from: matched.rows(of: code, with: .yes)) }
  for code in order { choice.fill(code, from: matched.rows(of: code, with: .open)) }
  for code in order {
    choice.fill(code, from: candidates.rows[code].filter { !matched.decidedRows.contains($0) }) {
      candidates.passage($0, code: code) != nil
    }
  }
  return choice
}

private func rareAttributes(
  of quote: QuoteToCheck, _ names: [String], threshold: Int
) -> Problem {
  let shared = names.map { "'\($0)'" }.joined(separator: " and ")
  return Problem(
    .rareAttributes, at: quote.address,
    expected: "at least \(threshold) people in '\(quote.source.label)' with the same \(shared)")
}

/// Gives out numbers for quotes; those that were decided on keep theirs.
private struct QuoteNumbers {
  private var used: Set<String> = []
  private var next: Int

  init(_ decisions: [QuoteDecision]) {
    next = 1 + (decisions.compactMap { Int($0.id.dropFirst()) }.max() ?? 0)
  }

  mutating func id(for decision: QuoteDecision?) -> String {
    if let id = decision?.id, !id.isEmpty, used.insert(id).inserted { return id }
    defer { next += 1 }
    return "Q\(next)"
  }
}

extension QuoteToCheck {
  fileprivate init(
    _ candidates: QuoteCandidates, _ place: QuotePlace, id: String, text: String,
    decision: QuoteDecision?, isChosen: Bool
  ) {
    let answer = decision?.answer ?? .open
    self.init(
      id: id, source: candidates.table.name, address: candidates.address(place.row),
      code: candidates.codes[place.code], text: text,
      attributes: candidates.attributes(place.row), sharedBy: candidates.sharing(place.row),
      decision: answer, useInstead: decision?.useInstead ?? "",
      isUsed: isChosen && (answer == .yes || answer == .open && !candidates.spec.mustBeChecked))
  }
}

extension Quote {
  /// What may be shared: no place, and no attributes that few people have.
  fileprivate init(_ quote: QuoteToCheck, threshold: Int) {
    let isRare = quote.sharedBy.map { $0 < threshold } ?? false
    self.init(
      id: quote.id, source: quote.source, code: quote.code,
      text: quote.useInstead.isEmpty ? quote.text : quote.useInstead,
      attributes: isRare ? "" : quote.attributes, isChecked: quote.decision == .yes)
  }
}
