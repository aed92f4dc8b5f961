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
  let coder = try Coder(frame, table: table)
  let blocks = blocks(of: cells.count)
  var parts = [CodedBlock?](repeating: nil, count: blocks.count)
  try await withThrowingTaskGroup(of: [(Int, CodedBlock)].self) { group in
    for first in 0..<max(1, min(width, blocks.count)) {
      group.addTask {
        var worker = try Worker(coder)
        return stride(from: first, to: blocks.count, by: max(1, width)).map { block in
          (block, worker.code(cells, rows: blocks[block]))
        }
      }
    }
    for try await part in group {
      for (block, coded) in part { parts[block] = coded }
    }
  }
  var words: [UInt64] = []
  var matches: [Match] = []
  var reasons = MissingReasons()
  for case let part? in parts {
    words += part.words
    matches += part.matches
  }
  for row in 0..<cells.count { reasons.append(cells.reasons[row]) }
  let codes = ChoiceColumn(choices: frame.codes.map(\.name), words: words, reasons: reasons)
  return CodedText(
    source: table.name.name, column: column, codes: codes, matches: matches)
}

private func blocks(of rows: Int) -> [Range<Int>] {
  stride(from: 0, to: rows, by: 16_384).map { $0..<min($0 + 16_384, rows) }
}

private struct CodedBlock: Sendable {
  var words: [UInt64] = []
  var matches: [Match] = []
}

/// The compiled rules: immutable, shared by all tasks.
private final class Coder: Sendable {
  /// One pattern of one rule of one code.
  struct Entry: Sendable {
    let code: Int
    let rule: Int
    let pattern: Pattern
  }

  /// A rule's conditions, looked up in the table.
  struct Condition: Sendable {
    let column: CategoryColumn
    let isAllowed: [Bool]

    func holds(_ row: Int) -> Bool {
      let code = Int(column.codes[row])
      return code < isAllowed.count && isAllowed[code]
    }
  }

  let entries: [Entry]
  let unless: [[[Pattern]]]
  let conditions: [[[Condition]]]
  let engine: LiteralEngine
  let wordsPerRow: Int

  init(_ frame: CodeFrame, table: Table) throws(TextCodingError) {
    var entries: [Entry] = []
    for (code, item) in frame.codes.enumerated() {
      for (rule, tagging) in item.rules.enumerated() {
        entries += tagging.match.map { Entry(code: code, rule: rule, pattern: $0) }
      }
    }
    self.entries = entries
    unless = frame.codes.map { $0.rules.map(\.unless) }
    conditions = frame.codes.map { code in
      code.rules.map { rule in
        rule.conditions.compactMap { condition in
          table.category(condition.column).map { column in
            Condition(
              column: column, isAllowed: column.levels.map { condition.levels.contains($0.name) })
          }
        }
      }
    }
    wordsPerRow = ChoiceColumn.wordsPerRow(frame.codes.count)
    var literals: [(pattern: Int, bytes: [UInt8])] = []
    for (index, entry) in entries.enumerated() {
      literals += entry.pattern.requiredLiterals.map { (index, $0) }
    }
    engine = try LiteralEngine(literals, patterns: entries.count)
  }
}

/// One task's share of the work.
private struct Worker: ~Copyable {
  private let coder: Coder
  private var scratch: Scratch
  private var response = FoldedResponse()
  private var candidates: [Int] = []
  private var found: [Range<Int>] = []
  private var excluded: [Range<Int>] = []

  init(_ coder: Coder) throws(TextCodingError) {
    self.coder = coder
    scratch = try Scratch(for: coder.engine)
  }

  mutating func code(_ cells: TextCells, rows: Range<Int>) -> CodedBlock {
    var block = CodedBlock()
    block.words = [UInt64](repeating: 0, count: rows.count * coder.wordsPerRow)
    for row in rows where !cells.reasons.isMissing(row) {
      let text = cells.texts.bytes.span.extracting(cells.texts.range(of: row))
      response.fold(text)
      scratch.candidates(in: response.bytes, using: coder.engine, into: &candidates)
      guard !candidates.isEmpty else { continue }
      let first = block.matches.count
      for candidate in candidates { match(candidate, row: row, into: &block.matches) }
      for match in block.matches[first...] {
        let place = (row - rows.lowerBound) * coder.wordsPerRow + match.code / 64
        block.words[place] |= 1 << UInt64(match.code % 64)
      }
      if block.matches.count - first > 1 {
        block.matches[first...].sort {
          ($0.start, $0.code, $0.rule, $0.end) < ($1.start, $1.code, $1.rule, $1.end)
        }
      }
    }
    return block
  }

  private mutating func match(_ candidate: Int, row: Int, into matches: inout [Match]) {
    let entry = coder.entries[candidate]
    guard coder.conditions[entry.code][entry.rule].allSatisfy({ $0.holds(row) }) else { return }
    entry.pattern.matches(in: response, into: &found)
    guard !found.isEmpty else { return }
    for words in found where !isExcluded(words, by: coder.unless[entry.code][entry.rule]) {
      matches.append(
        Match(
          row: row, code: entry.code, rule: entry.rule,
          start: response.words[words.lowerBound].start,
          end: response.words[words.upperBound - 1].end))
    }
  }

  private mutating func isExcluded(_ words: Range<Int>, by patterns: [Pattern]) -> Bool {
    for pattern in patterns {
      pattern.matches(in: response, into: &excluded)
      if excluded.contains(where: { $0.overlaps(words) }) { return true }
    }
    return false
  }
}
