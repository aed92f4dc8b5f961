import EvaluationData
package import TextCoding

/// How well rules do where people gave exactly one code to every response.
///
/// Of the codes that the rules give, the one counts that the terms found make likeliest; where the
/// rules give none, the code that was most frequent in the responses learned from. How often a
/// term is right, is told by the responses learned from alone.
package struct SingleCode: Sendable, Hashable {
  package let accuracy: Double
  /// The mean F1 over the codes that people gave to the responses kept back.
  package let macroF1: Double
  /// The accuracy of giving the most frequent code to all.
  package let majority: Double
}

extension SingleCode {
  /// Nil where people gave several codes to a response, or none.
  package init?(
    of frame: CodeFrame, from people: CodedByPeople, learn: [Int], keep: [Int], width: Int
  ) async throws {
    guard !keep.isEmpty, !learn.isEmpty, let expected = people.codes.singleChoices(keep + learn)
    else { return nil }
    let terms = try await code(
      people.table, column: people.text, by: frame.byPattern.frame, width: width)
    let places = frame.codes.map { people.codes.index(of: $0.name.name) ?? 0 }
    let choices = people.codes.choices.count
    let given = TermsOfResponses(terms, places: places)
    let precision = TermPrecision(given, expected, learn: learn)
    let most = SingleCode.mostFrequent(of: learn.map { expected[$0] ?? 0 }, choices: choices)
    var counts = [Int](repeating: 0, count: choices)
    var wanted = counts
    var both = counts
    for row in keep {
      let code = precision.likeliest(given.byRow[row] ?? []).map { places[$0] } ?? most
      let right = expected[row] ?? 0
      counts[code] += 1
      wanted[right] += 1
      if code == right { both[code] += 1 }
    }
    let f1 = wanted.indices.filter { wanted[$0] > 0 }
      .map { 2 * Double(both[$0]) / Double(counts[$0] + wanted[$0]) }
    self.init(
      accuracy: Double(both.reduce(0, +)) / Double(keep.count),
      macroF1: f1.reduce(0, +) / Double(f1.count),
      majority: Double(wanted[most]) / Double(keep.count))
  }

  /// Of equally frequent codes the first.
  private static func mostFrequent(of codes: [Int], choices: Int) -> Int {
    var counts = [Int](repeating: 0, count: choices)
    for code in codes { counts[code] += 1 }
    return counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }
}

extension ChoiceColumn {
  /// By row the only choice; nil where a row has several, or none.
  fileprivate func singleChoices(_ rows: [Int]) -> [Int: Int]? {
    var single: [Int: Int] = [:]
    for row in rows {
      var own: [Int] = []
      forEachChoice(of: row) { own.append($0) }
      guard own.count == 1 else { return nil }
      single[row] = own[0]
    }
    return single
  }
}

/// Which terms of the rules were found in each response.
private struct TermsOfResponses {
  struct Term: Hashable {
    /// Places in the frame of the rules, and in what people chose from.
    let code: Int
    let choice: Int
    let pattern: Int
  }

  private(set) var byRow: [Int: [Term]] = [:]

  /// `places` tells by code of the frame its place in what people chose from.
  init(_ coded: CodedText, places: [Int]) {
    for match in coded.matches {
      let term = Term(code: match.code, choice: places[match.code], pattern: match.rule)
      if !(byRow[match.row] ?? []).contains(term) { byRow[match.row, default: []].append(term) }
    }
  }
}

/// How often a response with a term has its code.
private struct TermPrecision {
  private struct Count {
    var found = 0
    var right = 0
  }

  /// So many responses more are taken to have the precision of all terms of the code.
  private static let weightOfCode = 5.0

  private var terms: [TermsOfResponses.Term: Count] = [:]
  private var codes: [Int: Count] = [:]

  init(_ given: TermsOfResponses, _ expected: [Int: Int], learn: [Int]) {
    for row in learn {
      let own = given.byRow[row] ?? []
      for term in own {
        let isRight = term.choice == expected[row]
        terms[term, default: Count()].found += 1
        terms[term, default: Count()].right += isRight ? 1 : 0
      }
      for code in Set(own.map(\.code)) {
        let isRight = own.contains { $0.code == code && $0.choice == expected[row] }
        codes[code, default: Count()].found += 1
        codes[code, default: Count()].right += isRight ? 1 : 0
      }
    }
  }

  /// The code that is least likely to be wrong if each of its terms errs by itself; the first of
  /// equals.
  func likeliest(_ found: [TermsOfResponses.Term]) -> Int? {
    var wrong: [Int: Double] = [:]
    for term in found { wrong[term.code, default: 1] *= 1 - precision(of: term) }
    return wrong.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private func precision(of term: TermsOfResponses.Term) -> Double {
    let code = codes[term.code] ?? Count()
    let own = terms[term] ?? Count()
    let usual = code.found == 0 ? 0 : Double(code.right) / Double(code.found)
    return (Double(own.right) + TermPrecision.weightOfCode * usual)
      / (Double(own.found) + TermPrecision.weightOfCode)
  }
}
