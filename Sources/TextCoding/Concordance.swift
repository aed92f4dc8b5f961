package import EvaluationData

/// One place of a pattern in the responses, with what stands before and behind it.
package struct ConcordanceLine: Sendable, Hashable {
  package let row: Int
  package let before: String
  package let match: String
  package let after: String
}

/// Every place where a pattern is found in a text column, in order of row and place.
package func concordance(
  of pattern: Pattern, in table: Table, column: String, width: Int
) async throws -> [ConcordanceLine] {
  guard let cells = table.text(column) else {
    preconditionFailure("the pipeline was checked: \(column) is free text")
  }
  let rule = TaggingRule(match: [pattern], unless: [], conditions: [])
  let frame = CodeFrame(codes: [Code(name: Named("term"), definition: "", rules: [rule])])
  let coded = try await code(table, column: column, by: frame, width: width)
  return coded.matches.map { match in
    let text = Array(cells.texts.bytes[cells.texts.range(of: match.row)])
    return ConcordanceLine(
      row: match.row, before: String(decoding: text[..<match.start], as: UTF8.self),
      match: String(decoding: text[match.start..<match.end], as: UTF8.self),
      after: String(decoding: text[match.end...], as: UTF8.self))
  }
}
