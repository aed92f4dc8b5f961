package import EvaluationData

/// What the rules make of one example of a code frame.
package struct ExampleResult: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The code must be given.
    case match
    /// The code must not be given.
    case noMatch
  }

  /// The code's place in the frame.
  package let code: Int
  package let kind: Kind
  /// The place among the code's examples of this kind.
  package let index: Int
  /// Where the code's rules, or those of the codes below it, find something.
  package let matches: [Match]

  package var isAsExpected: Bool { matches.isEmpty == (kind == .noMatch) }
}

/// Holds the examples of a code frame against its rules.
///
/// An example is a text without a row: what `conditions` ask for counts as given.
package func testExamples(of frame: CodeFrame) throws(TextCodingError) -> [ExampleResult] {
  var results: [(code: Int, kind: ExampleResult.Kind, index: Int)] = []
  var texts = TextColumn()
  for (code, item) in frame.codes.enumerated() {
    for (index, text) in item.examples.match.enumerated() {
      results.append((code, .match, index))
      texts.append(text)
    }
    for (index, text) in item.examples.noMatch.enumerated() {
      results.append((code, .noMatch, index))
      texts.append(text)
    }
  }
  guard !results.isEmpty else { return [] }
  let matches = try matches(of: frame.forExamples, in: texts)
  return results.enumerated().map { row, example in
    let codes = [example.code] + frame.descendants(of: example.code)
    return ExampleResult(
      code: example.code, kind: example.kind, index: example.index,
      matches: (matches[row] ?? []).filter { codes.contains($0.code) })
  }
}

/// By row, the matches of a frame without conditions in texts that belong to no table.
private func matches(
  of frame: CodeFrame, in texts: TextColumn
) throws(TextCodingError) -> [Int: [Match]] {
  var reasons = MissingReasons()
  var addresses = RowAddresses()
  addresses.begin(file: "")
  for row in 0..<texts.count {
    reasons.append(nil)
    addresses.append(line: row + 1)
  }
  let cells = TextCells(texts: texts, reasons: reasons)
  let table = Table(
    name: Named("examples"), columns: [], addresses: addresses, loadedRows: texts.count)
  var coder = try BlockCoder(CompiledRules(frame, for: cells, of: table))
  return Dictionary(grouping: coder.code(cells, rows: 0..<texts.count).matches, by: \.row)
}

extension CodeFrame {
  /// The same codes without conditions, and with no rules that no example asks for.
  fileprivate var forExamples: CodeFrame {
    let wanted = Set(
      codes.indices.filter { code in
        ([code] + ancestors(of: code)).contains { codes[$0].examples.count > 0 }
      })
    var frame = self
    for code in codes.indices {
      if !wanted.contains(code) { frame.codes[code].rules = [] }
      for rule in frame.codes[code].rules.indices {
        frame.codes[code].rules[rule].conditions = []
      }
    }
    return frame
  }
}
