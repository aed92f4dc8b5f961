import EvaluationData

/// Reads what a survey tool is known to write where there is no answer.
struct HabitReader {
  private let missingTexts: [String: MissingReason]
  private let schema: ColumnSchema

  init(_ habits: ToolHabits, schema: ColumnSchema) {
    missingTexts = habits.missingTexts
    self.schema = schema
  }

  /// Nil for a text that is to be read as any other; what the pipeline says of a text goes
  /// before what the tool means by it.
  func read<Value>(
    _ text: String, otherwise readText: (String) -> Reading<Value>
  ) -> Reading<Value>? {
    let trimmed = text.trimmingWhiteSpace
    guard let reason = missingTexts[trimmed], !schema.isStatedMissing(trimmed) else { return nil }
    if case .category = schema.kind, let level = readText(text).cell.value {
      return Reading(cell: .value(level))
    }
    // A blank cell needs no entry in the ledger.
    return Reading(
      cell: .missing(reason),
      change: trimmed.isEmpty ? nil : (.missingText, reason.rawValue))
  }
}

extension ColumnSchema {
  /// Whether the pipeline itself gives a reason for a text, other than the usual one.
  fileprivate func isStatedMissing(_ text: String) -> Bool {
    if text.isEmpty { return emptyReason != .skipped }
    let folded = foldedLevel(text)
    guard let reason = missingTexts[folded] else { return false }
    return reason != ColumnSchema.usualMissingTexts[folded]
  }
}

extension SourceColumn {
  /// Rows in a row of which the same is known.
  func parts(of rows: Range<Int>) -> [(rows: Range<Int>, habits: ToolHabits?)] {
    var parts: [(rows: Range<Int>, habits: ToolHabits?)] = []
    var start = rows.lowerBound
    for habits in habits {
      let known = habits.rows.clamped(to: start..<rows.upperBound)
      if known.isEmpty { continue }
      if start < known.lowerBound { parts.append((start..<known.lowerBound, nil)) }
      parts.append((known, habits.missingTexts.isEmpty ? nil : habits))
      start = known.upperBound
    }
    if start < rows.upperBound { parts.append((start..<rows.upperBound, nil)) }
    return parts
  }

  /// The order in which a tool writes the dates of these rows.
  func dateOrder(of rows: Range<Int>) -> DateOrder? {
    habits.first { $0.rows.overlaps(rows) }?.dateOrder
  }
}
