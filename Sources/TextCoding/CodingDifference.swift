package import EvaluationData

/// A response that has a code by one code frame and not by another.
package struct CodeChange: Sendable, Hashable {
  package let row: Int
  package let code: Named
  package let isGained: Bool
  /// Where the code was found, by the frame that gives it.
  package let matches: [Match]
}

/// Which responses gain or lose which code when one frame takes the place of another.
///
/// Codes are the same when their names are. In order of row and code.
package func difference(
  from old: CodeFrame, to new: CodeFrame, in table: Table, column: String, width: Int
) async throws -> [CodeChange] {
  let before = Carried(try await code(table, column: column, by: old, width: width))
  let after = Carried(try await code(table, column: column, by: new, width: width))
  let names =
    new.codes.map(\.name)
    + old.codes.map(\.name).filter { name in
      !new.codes.contains { $0.name.name == name.name }
    }
  var changes: [CodeChange] = []
  for row in 0..<table.rowCount {
    for name in names {
      let had = before.matches(of: name.name, row: row)
      let has = after.matches(of: name.name, row: row)
      guard had.isEmpty != has.isEmpty else { continue }
      changes.append(
        CodeChange(row: row, code: name, isGained: had.isEmpty, matches: has + had))
    }
  }
  return changes
}

/// The matches by row and code.
private struct Carried {
  private let matches: [String: [Int: [Match]]]

  init(_ coded: CodedText) {
    var matches: [String: [Int: [Match]]] = [:]
    for match in coded.matches {
      matches[coded.codes.choices[match.code].name, default: [:]][match.row, default: []]
        .append(match)
    }
    self.matches = matches
  }

  func matches(of code: String, row: Int) -> [Match] { matches[code]?[row] ?? [] }
}
