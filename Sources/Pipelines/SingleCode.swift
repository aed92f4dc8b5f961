import EvaluationData
import Statistics
import TextCoding

/// How well rules do where people gave exactly one code to every response.
///
/// Of the codes that the rules give, the one counts whose rules were purest on the responses learned
/// from; where they give none, the code that was most frequent there.
package struct SingleCode: Sendable, Hashable {
  package let accuracy: Double
  /// The mean F1 over the codes that people gave to the responses kept back.
  package let macroF1: Double
  /// The accuracy of giving the most frequent code to all.
  package let majority: Double
}

extension SuggestedRules {
  /// Nil where people gave several codes to a response, or none.
  package var singleCode: SingleCode? {
    guard !keep.isEmpty, !learn.isEmpty, let expected = expectedCodes(keep + learn) else {
      return nil
    }
    let most =
      learn.reduce(into: [Int: Int]()) { $0[expected[$1] ?? 0, default: 0] += 1 }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    let purity = frame.codes.map { code in
      agreement.first { $0.code.name == code.name.name }?.learned?.precision?.estimate ?? 0
    }
    let places = frame.codes.map { code in
      agreement.firstIndex { $0.code.name == code.name.name } ?? 0
    }
    var given = [Int](repeating: 0, count: agreement.count)
    var wanted = given
    var both = given
    for row in keep {
      var best: Int?
      coded.codes.forEachChoice(of: row) { code in
        if purity[code] > best.map({ purity[$0] }) ?? -1 { best = code }
      }
      let code = best.map { places[$0] } ?? most
      let right = expected[row] ?? 0
      given[code] += 1
      wanted[right] += 1
      if code == right { both[code] += 1 }
    }
    let f1 = wanted.indices.filter { wanted[$0] > 0 }
      .map { 2 * Double(both[$0]) / Double(given[$0] + wanted[$0]) }
    return SingleCode(
      accuracy: Double(both.reduce(0, +)) / Double(keep.count),
      macroF1: f1.reduce(0, +) / Double(f1.count),
      majority: Double(wanted[most]) / Double(keep.count))
  }

  private func expectedCodes(_ rows: [Int]) -> [Int: Int]? {
    var expected: [Int: Int] = [:]
    for row in rows {
      var codes: [Int] = []
      people.forEachChoice(of: row) { codes.append($0) }
      guard codes.count == 1 else { return nil }
      expected[row] = codes[0]
    }
    return expected
  }
}
