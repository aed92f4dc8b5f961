import EvaluationData

/// Reads texts as levels of a closed list.
struct LevelReader {
  private let schema: ColumnSchema
  let levels: [Named]
  private let also: [String: String]
  /// The spellings that the pipeline gives, as they stand there.
  private var exact: [String: (level: Int, rule: CleaningRule?)] = [:]
  /// The same folded; nil where two levels fold alike, such as "<18" and "18".
  private var folded: [String: (level: Int, rule: CleaningRule)?] = [:]

  init(_ schema: ColumnSchema, levels: [Named], also: [String: String]) {
    self.schema = schema
    self.levels = levels
    self.also = also
    for (index, level) in levels.enumerated() { add(level.name, index, nil) }
    for (index, level) in levels.enumerated() { add(level.label, index, nil) }
    for (spelling, name) in also {
      guard let index = levels.firstIndex(where: { $0.name == name }) else { continue }
      add(spelling, index, .levelAlso)
    }
  }

  private mutating func add(_ spelling: String, _ level: Int, _ rule: CleaningRule?) {
    if exact[spelling] == nil { exact[spelling] = (level, rule) }
    let key = foldedLevel(spelling)
    guard let earlier = folded[key] else {
      folded[key] = .some((level, rule ?? .levelSpelling))
      return
    }
    if earlier?.level != level { folded[key] = .some(nil) }
  }

  func read(_ text: String) -> Reading<Int> {
    let trimmed = text.trimmingWhiteSpace
    if let (index, rule) = level(of: trimmed) {
      return Reading(cell: .value(index), change: rule.map { ($0, levels[index].label) })
    }
    if let cause = ExcelError(trimmed) { return schema.unreadable(cause, instead: list) }
    return schema.missing(text) ?? unknown(trimmed)
  }

  /// The level that a text without white space around it stands for, and how it was known if
  /// the text is none of those that the pipeline shows.
  func level(of trimmed: String) -> (index: Int, rule: CleaningRule?)? {
    if let (level, rule) = exact[trimmed] { return (level, rule) }
    // Folding makes "n a" of #N/A.
    guard ExcelError(trimmed) == nil, let known = folded[foldedLevel(trimmed)],
      let (level, rule) = known
    else { return nil }
    return (level, rule)
  }

  /// What a text is read as that stands for no level.
  func unknown<Value>(_ text: String, as kind: ProblemKind = .unknownLevel) -> Reading<Value> {
    let originals = originals(of: text).map { "'\($0)'" }
    guard originals.isEmpty else {
      return schema.unreadable(
        .excelDate,
        expected: list + "; a spreadsheet has made a date of the answer, which was perhaps "
          + originals.joined(separator: " or "))
    }
    // Levels are the pipeline's words and may be shown; the cell's text may not.
    let nearest = nearestName(to: text, among: levels.map(\.label))
    let hint = nearest.map { "; the nearest is '\($0)'" } ?? ""
    return schema.unreadable(kind, expected: list + hint)
  }

  /// The levels of which a spreadsheet may have made a date.
  func originals(of text: String) -> [String] {
    ExcelDate.originals(of: text, among: levels, also: also)
  }

  var list: String {
    let shown = levels.prefix(8).map(\.label).joined(separator: ", ")
    return "one of " + shown + (levels.count > 8 ? ", …" : "")
  }
}
