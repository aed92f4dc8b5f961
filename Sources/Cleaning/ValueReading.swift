import EvaluationData

/// What was read into one text, with what that changed.
struct Reading<Value: Sendable & Hashable> {
  let cell: Cell<Value>
  /// The rule that changed the text, and what it became.
  var change: (rule: CleaningRule, after: String)?
  var problem: (kind: ProblemKind, expected: String)?
}

extension ColumnSchema {
  /// Reads what every kind of column shares: the texts that stand for no answer.
  func missing<Value>(_ text: String) -> Reading<Value>? {
    let trimmed = text.trimmingWhiteSpace
    if trimmed.isEmpty {
      guard isRequired else { return Reading(cell: .missing(.skipped)) }
      return Reading(
        cell: .missing(.skipped), problem: (.missingRequired, "a value, for it is required"))
    }
    guard let reason = missingTexts[foldedLevel(trimmed)] else { return nil }
    return Reading(cell: .missing(reason), change: (.missingText, reason.rawValue))
  }

  func unreadable<Value>(_ kind: ProblemKind, expected: String) -> Reading<Value> {
    Reading(
      cell: .missing(.unreadable),
      change: (kind == .outOfRange ? .outOfRange : .unreadable, MissingReason.unreadable.rawValue),
      problem: (kind, expected))
  }
}

/// Reads texts as levels of a closed list.
struct LevelReader {
  private let schema: ColumnSchema
  let levels: [Named]
  /// The spellings that the pipeline gives, as they stand there.
  private var exact: [String: (level: Int, rule: CleaningRule?)] = [:]
  /// The same folded; nil where two levels fold alike, such as "<18" and "18".
  private var folded: [String: (level: Int, rule: CleaningRule)?] = [:]

  init(_ schema: ColumnSchema, levels: [Named], also: [String: String]) {
    self.schema = schema
    self.levels = levels
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
    for part in parts {
      let reading = read(part)
      guard let choice = reading.cell.value else {
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

  /// What a text is read as that stands for no level.
  func unknown<Value>(_ text: String) -> Reading<Value> {
    // Levels are the pipeline's words and may be shown; the cell's text may not.
    let nearest = nearestName(to: text, among: levels.map(\.label))
    let list = levels.prefix(8).map(\.label).joined(separator: ", ")
    let rest = levels.count > 8 ? ", …" : ""
    let hint = nearest.map { "; the nearest is '\($0)'" } ?? ""
    return schema.unreadable(.unknownLevel, expected: "one of \(list)\(rest)\(hint)")
  }
}

/// Reads numbers as people write them.
func readNumber(
  _ text: String, isWhole: Bool, minimum: Double?, maximum: Double?, schema: ColumnSchema
) -> Reading<Double> {
  if let missing: Reading<Double> = schema.missing(text) { return missing }
  let trimmed = text.trimmingWhiteSpace
  let kind = isWhole ? "a whole number" : "a number"
  let range: String
  switch (minimum, maximum) {
  case (let low?, let high?): range = " from \(low.shortest) to \(high.shortest)"
  case (let low?, nil): range = " of at least \(low.shortest)"
  case (nil, let high?): range = " of at most \(high.shortest)"
  case (nil, nil): range = ""
  }
  guard let (number, isPlain) = parsedNumber(trimmed), !isWhole || number == number.rounded()
  else { return schema.unreadable(.unreadableNumber, expected: kind + range) }
  if number < minimum ?? -.infinity || number > maximum ?? .infinity {
    return schema.unreadable(.outOfRange, expected: kind + range)
  }
  return Reading(
    cell: .value(number), change: isPlain ? nil : (.numberFormat, number.shortest))
}

/// The number, and whether it was written plainly.
private func parsedNumber(_ text: String) -> (number: Double, isPlain: Bool)? {
  if isPlainNumber(text), let number = Double(text) { return (number, true) }
  var digits = text
  if let first = digits.first, "£$€".contains(first) { digits.removeFirst() }
  if digits.last == "%" { digits.removeLast() }
  digits = digits.trimmingWhiteSpace
  let whole = digits.drop { $0 == "-" }.prefix { $0 != "." }
  let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
  if groups.count > 1 {
    // Thousands: every group after the first has three digits.
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    digits.replaceSubrange(whole.startIndex..<whole.endIndex, with: groups.joined())
  }
  guard isPlainNumber(digits), let number = Double(digits) else { return nil }
  return (number, false)
}

private func isPlainNumber(_ text: String) -> Bool {
  var seenDigit = false
  var points = 0
  for (index, byte) in text.utf8.enumerated() {
    switch byte {
    case 0x30...0x39: seenDigit = true
    case 0x2E: points += 1
    case 0x2D where index == 0: break
    default: return false
    }
  }
  // Twenty-five bytes hold every number that a program writes without an exponent.
  return seenDigit && points <= 1 && text.utf8.count <= 25
}

/// Reads days: ISO, or three numbers in the order that the schema states.
func readDate(_ text: String, order: DateOrder, schema: ColumnSchema) -> Reading<CalendarDate> {
  if let missing: Reading<CalendarDate> = schema.missing(text) { return missing }
  let expected =
    switch order {
    case .dayMonth: "a date such as 31/3/2024 (day first) or 2024-03-31"
    case .monthDay: "a date such as 3/31/2024 (month first) or 2024-03-31"
    }
  // A time of day behind the date is passed over; anything else is not.
  let trimmed = text.trimmingWhiteSpace
  let day = trimmed.prefix { !$0.isWhitespace && $0 != "T" }
  let rest = trimmed[day.endIndex...].dropFirst().drop { $0.isWhitespace }
  guard rest.isEmpty || isTimeOfDay(rest) else {
    return schema.unreadable(.unreadableDate, expected: expected)
  }
  if let date = CalendarDate(iso: day) { return Reading(cell: .value(date)) }
  let parts = day.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
  guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
    let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2]),
    parts[2].count == 4,
    let date = order == .dayMonth
      ? CalendarDate(year: year, month: second, day: first)
      : CalendarDate(year: year, month: first, day: second)
  else { return schema.unreadable(.unreadableDate, expected: expected) }
  return Reading(cell: .value(date))
}

/// Whether the text begins as `9:30` or `09:30` does and goes on without a second date.
private func isTimeOfDay(_ text: some StringProtocol) -> Bool {
  let hours = text.utf8.prefix(while: isDigit)
  return (1...2).contains(hours.count) && text.utf8.dropFirst(hours.count).first == 0x3A
    && !text.contains("/")
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

extension StringProtocol {
  /// Without white space at both ends, no-break spaces included.
  var trimmingWhiteSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
