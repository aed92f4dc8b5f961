package import EvaluationData

/// Gives each response of a text column the codes whose rules match it.
///
/// The result does not depend on `width`, the number of tasks that share the work.
package func code(
  _ table: Table, column: String, by frame: CodeFrame, width: Int
) async throws -> CodedText {
  guard let cells = table.text(column) else {
    preconditionFailure("the pipeline was checked: \(column) is free text")
  }
  let rules = try CompiledRules(frame, for: cells, of: table)
  let blocks = blocks(of: cells.count)
  var parts = [CodedBlock?](repeating: nil, count: blocks.count)
  try await withThrowingTaskGroup(of: [(Int, CodedBlock)].self) { group in
    for first in 0..<max(1, min(width, blocks.count)) {
      group.addTask {
        var coder = try BlockCoder(rules)
        return stride(from: first, to: blocks.count, by: max(1, width)).map { block in
          (block, coder.code(cells, rows: blocks[block]))
        }
      }
    }
    for try await part in group {
      for (block, coded) in part { parts[block] = coded }
    }
  }
  var words: [UInt64] = []
  words.reserveCapacity(parts.reduce(0) { $0 + ($1?.words.count ?? 0) })
  var matches: [Match] = []
  matches.reserveCapacity(parts.reduce(0) { $0 + ($1?.matches.count ?? 0) })
  for index in parts.indices {
    guard let part = parts[index] else { continue }
    words += part.words
    matches += part.matches
    parts[index] = nil
  }
  let codes = ChoiceColumn(
    choices: frame.codes.map(\.name), words: words, reasons: cells.reasons)
  var coded = CodedText(
    source: table.name.name, column: column, codes: codes, matches: matches)
  coded.parents = frame.codes.map(\.parent)
  coded.tones = frame.codes.map { $0.rules.map(\.tone) }
  return coded
}

private func blocks(of rows: Int) -> [Range<Int>] {
  stride(from: 0, to: rows, by: 16_384).map { $0..<min($0 + 16_384, rows) }
}

struct CodedBlock: Sendable {
  var words: [UInt64] = []
  var matches: [Match] = []
}
