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
  matches.reserveCapacity(parts.reduce(0) { $0 + ($1?.matches.count ?? 0) })
  for index in parts.indices {
    guard let part = parts[index] else { continue }
    words += part.words
    matches += part.matches
    parts[index] = nil
  }
  let codes = ChoiceColumn(
    choices: frame.codes.map(\.name), words: words, reasons: cells.reasons)
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
  /// The rule that a pattern belongs to.
  struct Place: Sendable {
    let code: Int
    let rule: Int
    /// The place of the rule among all rules.
    let index: Int
  }

  /// A rule's condition, looked up in the table.
  struct Condition: Sendable {
    let column: CategoryColumn
    let isAllowed: [Bool]

    func holds(_ row: Int) -> Bool {
      let code = Int(column.codes[row])
      return code < isAllowed.count && isAllowed[code]
    }
  }

  /// First the patterns that give codes, then those that undo a match.
  let patterns: CompiledPatterns
  /// By pattern, for those that give codes.
  let places: [Place]
  /// By rule: the patterns that undo its matches.
  let unless: [Range<Int>]
  /// By rule: its part of `conditions`.
  let conditionsOfRule: [Range<Int>]
  let conditions: [Condition]
  let engine: LiteralEngine
  let wordsPerRow: Int

  init(_ frame: CodeFrame, table: Table) throws(TextCodingError) {
    var patterns = CompiledPatterns()
    var places: [Place] = []
    var unless: [Range<Int>] = []
    var conditionsOfRule: [Range<Int>] = []
    var conditions: [Condition] = []
    var literals: [(pattern: Int, bytes: [UInt8])] = []
    func add(_ pattern: Pattern) {
      literals += pattern.requiredLiterals.texts.map { (patterns.count, $0) }
      patterns.append(pattern)
    }
    for (code, item) in frame.codes.enumerated() {
      for (rule, tagging) in item.rules.enumerated() {
        for pattern in tagging.match {
          add(pattern)
          places.append(Place(code: code, rule: rule, index: conditionsOfRule.count))
        }
        let start = conditions.count
        conditions += tagging.conditions.map { Coder.condition($0, in: table) }
        conditionsOfRule.append(start..<conditions.count)
      }
    }
    for rule in frame.codes.flatMap(\.rules) {
      let first = patterns.count
      for pattern in rule.unless { add(pattern) }
      unless.append(first..<patterns.count)
    }
    self.patterns = patterns
    self.places = places
    self.unless = unless
    self.conditionsOfRule = conditionsOfRule
    self.conditions = conditions
    wordsPerRow = ChoiceColumn.wordsPerRow(frame.codes.count)
    engine = try LiteralEngine(literals)
  }

  /// The matches of a pattern, leftmost first, none overlapping another.
  func find(
    _ pattern: Int, _ hits: ArraySlice<LiteralHit>, in response: FoldedResponse,
    into found: inout [Range<Int>]
  ) {
    found.removeAll(keepingCapacity: true)
    var next = 0
    for hit in hits {
      let word = response.word(at: hit.end - 1)
      guard let starts = patterns.starts(of: pattern, hit: word) else { continue }
      var start = max(next, starts.lowerBound)
      while start <= starts.upperBound {
        if let end = patterns.end(of: pattern, from: start, in: response) {
          found.append(start..<end)
          start = end
        } else {
          start += 1
        }
        next = start
      }
    }
  }

  private static func condition(
    _ condition: TaggingRule.Condition, in table: Table
  ) -> Condition {
    guard let column = table.category(condition.column) else {
      preconditionFailure("the pipeline was checked: \(condition.column) is a category")
    }
    return Condition(
      column: column, isAllowed: column.levels.map { condition.levels.contains($0.name) })
  }
}

/// One task's share of the work.
private struct Worker: ~Copyable {
  private let coder: Coder
  private var scratch: Scratch
  private var response = FoldedResponse()
  private var hits: [LiteralHit] = []
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
      scratch.hits(in: response.bytes, using: coder.engine, into: &hits)
      guard !hits.isEmpty else { continue }
      let first = block.matches.count
      matchCandidates(row: row, into: &block.matches)
      for index in first..<block.matches.count {
        let code = block.matches[index].code
        block.words[(row - rows.lowerBound) * coder.wordsPerRow + code / 64] |=
          1 << UInt64(code % 64)
      }
      if block.matches.count - first > 1 {
        block.matches[first...].sort {
          ($0.start, $0.code, $0.rule, $0.end) < ($1.start, $1.code, $1.rule, $1.end)
        }
        // Two patterns of one rule may find the same words: that is one match.
        var last = first
        for index in (first + 1)..<block.matches.count
        where block.matches[index] != block.matches[last] {
          last += 1
          block.matches[last] = block.matches[index]
        }
        block.matches.removeLast(block.matches.count - last - 1)
      }
    }
    return block
  }

  /// Confirms the patterns whose literals were hit, each only where it can start.
  private mutating func matchCandidates(row: Int, into matches: inout [Match]) {
    var index = 0
    while index < hits.count, hits[index].pattern < coder.places.count {
      let pattern = hits[index].pattern
      let first = index
      while index < hits.count, hits[index].pattern == pattern { index += 1 }
      let place = coder.places[pattern]
      guard holds(place.index, row: row) else { continue }
      coder.find(pattern, hits[first..<index], in: response, into: &found)
      if !found.isEmpty { removeExcluded(by: coder.unless[place.index]) }
      for words in found {
        matches.append(
          Match(
            row: row, code: place.code, rule: place.rule,
            start: response.words[words.lowerBound].start,
            end: response.words[words.upperBound - 1].end))
      }
    }
  }

  private func holds(_ rule: Int, row: Int) -> Bool {
    for index in coder.conditionsOfRule[rule] where !coder.conditions[index].holds(row) {
      return false
    }
    return true
  }

  /// Drops the matches that overlap one of the patterns.
  private mutating func removeExcluded(by patterns: Range<Int>) {
    var index = firstHit(from: patterns.lowerBound)
    while index < hits.count, hits[index].pattern < patterns.upperBound {
      let pattern = hits[index].pattern
      let first = index
      while index < hits.count, hits[index].pattern == pattern { index += 1 }
      coder.find(pattern, hits[first..<index], in: response, into: &excluded)
      removeOverlaps()
    }
  }

  /// The first hit of a pattern of this number or a higher one.
  private func firstHit(from pattern: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].pattern < pattern { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Both lists are in order, so one walk along them is enough.
  private mutating func removeOverlaps() {
    var next = 0
    var kept = 0
    for index in found.indices {
      let words = found[index]
      while next < excluded.count, excluded[next].upperBound <= words.lowerBound { next += 1 }
      if next < excluded.count, excluded[next].lowerBound < words.upperBound { continue }
      found[kept] = words
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}
