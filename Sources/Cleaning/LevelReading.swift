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
    if let (index, rule) = exact[trimmed] {
      return Reading(cell: .value(index), change: rule.map { ($0, levels[index].label) })
    }
    // Before folding, which makes "n a" of #N/A.
    if let cause = ExcelError(trimmed) { return schema.unreadable(cause, instead: list) }
    if let known = folded[foldedLevel(trimmed)], let (index, rule) = known {
      return Reading(cell: .value(index), change: (rule, levels[index].label))
    }
    return schema.missing(text) ?? unknown(trimmed)
  }

  /// Reads several levels joined in one text as a set of bits.
  ///
  /// An empty text chooses nothing, unless an answer is required.
  func readSeveral(_ text: String, separator: String, wordCount: Int) -> Reading<[UInt64]> {
    let parts = text.split(separator: separator).map(\.trimmingWhiteSpace).filter { !$0.isEmpty }
    var words = [UInt64](repeating: 0, count: wordCount)
    if parts.isEmpty {
      return schema.isRequired ? schema.missing("") ?? unknown("") : Reading(cell: .value(words))
    }
    var labels: [String] = []
    var rule: CleaningRule?
    for part in choices(in: parts, separator: separator) {
      let reading = read(part)
      guard let choice = reading.cell.value else {
        if let cause = ExcelError(part) { return schema.unreadable(cause, instead: list) }
        // "Prefer not to say" is an answer alone, not beside others.
        return (parts.count == 1 ? schema.missing(part) : nil) ?? unknown(part)
      }
      rule = reading.change?.rule ?? rule
      labels.append(levels[choice].label)
      words[choice / 64] |= 1 << UInt64(choice % 64)
    }
    return Reading(
      cell: .value(words), change: rule.map { ($0, labels.joined(separator: separator)) })
  }

  /// The parts, those put together again that are one choice with the separator in it.
  ///
  /// Google Forms joins "Training, coaching or mentoring" and "Workshops" with ", ".
  /// Of all choices that begin with a part, the longest is taken.
  private func choices(in parts: [String], separator: String) -> [String] {
    let mostInside = mostSeparators(separator)
    guard parts.count > 1, mostInside > 0 else { return parts }
    var choices: [String] = []
    var first = 0
    while first < parts.count {
      let most = min(parts.count, first + mostInside + 1)
      let end = (first + 1...most).last { end in
        end == first + 1 || isLevel(parts[first..<end].joined(separator: separator))
      }
      choices.append(parts[first..<(end ?? first + 1)].joined(separator: separator))
      first = end ?? first + 1
    }
    return choices
  }

  private func isLevel(_ text: String) -> Bool {
    exact[text] != nil || folded[foldedLevel(text)].flatMap(\.self) != nil
  }

  /// How often the separator stands in one choice at most.
  private func mostSeparators(_ separator: String) -> Int {
    let sign = separator.trimmingWhiteSpace
    return sign.isEmpty
      ? 0
      : exact.keys.map { $0.split(separator: sign, omittingEmptySubsequences: false).count - 1 }
        .max() ?? 0
  }

  /// What a text is read as that stands for no level.
  func unknown<Value>(_ text: String) -> Reading<Value> {
    let originals = ExcelDate.originals(of: text, among: levels, also: also).map { "'\($0)'" }
    guard originals.isEmpty else {
      return schema.unreadable(
        .excelDate,
        expected: list + "; a spreadsheet has made a date of the answer, which was perhaps "
          + originals.joined(separator: " or "))
    }
    // Levels are the pipeline's words and may be shown; the cell's text may not.
    let nearest = nearestName(to: text, among: levels.map(\.label))
    let hint = nearest.map { "; the nearest is '\($0)'" } ?? ""
    return schema.unreadable(.unknownLevel, expected: list + hint)
  }

  private var list: String {
    let shown = levels.prefix(8).map(\.label).joined(separator: ", ")
    return "one of " + shown + (levels.count > 8 ? ", …" : "")
  }
}
