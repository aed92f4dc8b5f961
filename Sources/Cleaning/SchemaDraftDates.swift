import EvaluationData

/// The patterns by which `strptime` can read a date.
///
/// `%1` and `%2` stand for day and month where either may come first.
struct DatePatterns {
  private(set) var patterns: Set<String>

  init?(_ text: String) {
    var scanner = PatternScanner(text)
    guard let date = scanner.date(), let time = scanner.time() else { return nil }
    patterns = Set(date.map { $0 + time })
  }

  mutating func keep(in other: DatePatterns) { patterns.formIntersection(other.patterns) }

  /// The pattern of all texts, if they share one.
  static func common(to texts: some Sequence<String>) -> String? {
    var common: DatePatterns?
    for text in texts {
      guard let patterns = DatePatterns(text) else { return nil }
      common?.keep(in: patterns)
      common = common ?? patterns
      if common?.patterns.isEmpty ?? false { return nil }
    }
    return common?.patterns.min()
  }
}

private struct PatternScanner {
  private var letters: Substring

  init(_ text: String) { letters = text[...] }

  private mutating func digits() -> Int {
    let digits = letters.prefix { ("0"..."9").contains($0) }
    letters = letters.dropFirst(digits.count)
    return digits.count
  }

  private mutating func mark() -> Character? {
    guard let mark = letters.first, "-/. ".contains(mark) else { return nil }
    letters.removeFirst()
    return mark
  }

  private mutating func accept(_ mark: Character) -> Bool {
    guard letters.first == mark else { return false }
    letters.removeFirst()
    return true
  }

  mutating func date() -> [String]? {
    let first = digits()
    guard let mark = mark() else { return nil }
    switch first {
    case 4:
      guard (1...2).contains(digits()), accept(mark), (1...2).contains(digits()) else { return nil }
      return ["%Y\(mark)%m\(mark)%d"]
    case 1, 2:
      if let months = month() {
        guard accept(mark), let year = year() else { return nil }
        return months.map { "%d\(mark)\($0)\(mark)\(year)" }
      }
      guard (1...2).contains(digits()), accept(mark), let year = year() else { return nil }
      return ["%1\(mark)%2\(mark)\(year)"]
    default: return nil
    }
  }

  private mutating func year() -> String? {
    switch digits() {
    case 4: "%Y"
    case 2: "%y"
    default: nil
    }
  }

  /// May is its own short form.
  private mutating func month() -> [String]? {
    let word = letters.prefix { $0.isLetter }
    guard dateMonth(plainLetters(String(word))) != nil else { return nil }
    letters = letters.dropFirst(word.count)
    if word.count == 3 { return word.lowercased() == "may" ? ["%b", "%B"] : ["%b"] }
    return word.lowercased() == "sept" ? nil : ["%B"]
  }

  /// The time to the end of the text; empty when there is none.
  mutating func time() -> String? {
    if letters.isEmpty { return "" }
    let mark: Character = letters.first == "T" ? "T" : " "
    guard accept(mark), (1...2).contains(digits()), accept(":"), digits() == 2 else { return nil }
    var time = "%M"
    if accept(":") {
      guard digits() == 2 else { return nil }
      time += ":%S"
    }
    if letters.isEmpty { return "\(mark)%H:\(time)" }
    let space = accept(" ") ? " " : ""
    guard ["AM", "PM", "am", "pm"].contains(String(letters)) else { return nil }
    return "\(mark)%I:\(time)\(space)%p"
  }
}

/// What the dates of a column have in common.
struct DateTally {
  let date: DraftedDate
  /// The rows that are dates.
  let rows: Int
  let serials: Int
  /// The files whose dates are written in another order than those of others, or in both.
  let mixedFiles: [String]
  /// The files whose dates can all be read in two ways.
  let undecidedFiles: [String]
  /// The first and last day of those that can be read in one way only.
  let days: ClosedRange<CalendarDate>?

  init(of texts: DraftTexts) {
    let evidence = texts.heard { DateOrderEvidence(of: $0, in: $1, rows: $2) }
    rows = evidence.reduce(0) { sum, file in
      let dates = file.evidence
      return sum + dates.dayFirstOnly + dates.monthFirstOnly + dates.either + dates.certain
    }
    serials = evidence.reduce(0) { $0 + $1.evidence.serials }
    // A survey tool's own order holds where the dates tell none.
    let usual = zip(evidence, texts.files).compactMap { file, rows in
      file.evidence.verdict == .undecided ? texts.column.dateOrder(of: rows.rows) : nil
    }
    let told = evidence.compactMap { file -> DateOrder? in
      if case .order(let order) = file.evidence.verdict { order } else { nil }
    }
    let orders = Set(told + usual)
    let hasMix = evidence.contains { $0.evidence.verdict == .mixed } || orders.count > 1
    mixedFiles =
      hasMix
      ? evidence.filter { $0.evidence.verdict == .mixed || orders.count > 1 }.map(\.file) : []
    undecidedFiles = zip(evidence, texts.files).filter { file, rows in
      file.evidence.verdict == .undecided && texts.column.dateOrder(of: rows.rows) == nil
    }.map(\.0.file)
    let order = hasMix ? nil : orders.first
    let bounds = evidence.compactMap(\.evidence.days)
    if let first = bounds.map(\.lowerBound).min(), let last = bounds.map(\.upperBound).max() {
      days = first...last
    } else {
      days = nil
    }
    date = DateTally.date(texts.sample, order: order)
  }

  static func isDate(_ text: String) -> Bool {
    let lastDay = CalendarDate(year: 2099, month: 12, day: 31)
    return DateCandidates(DateText(plainLetters(text)), lastDay: lastDay) != nil
  }

  /// The first and the last month of those that can be read in one way only.
  var range: String? {
    days.map { "from \(DateTally.month($0.lowerBound)) to \(DateTally.month($0.upperBound))" }
  }

  private static func month(_ date: CalendarDate) -> String {
    let (year, month, _) = date.components
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  private static func date(_ answers: [DraftAnswer], order: DateOrder?) -> DraftedDate {
    let dates = answers.map(\.text).filter(isDate)
    let hasTime = dates.contains { $0.contains(":") }
    guard let common = DatePatterns.common(to: dates) else {
      return DraftedDate(pattern: nil, order: order, hasTime: hasTime)
    }
    if !common.contains("%1") {
      return DraftedDate(pattern: common, order: nil, hasTime: hasTime)
    }
    guard let order else { return DraftedDate(pattern: nil, order: nil, hasTime: hasTime) }
    let parts: [Character: Character] =
      order == .dayMonth ? ["1": "d", "2": "m"] : ["1": "m", "2": "d"]
    var pattern = ""
    var followsPercent = false
    for letter in common {
      pattern.append(followsPercent ? parts[letter] ?? letter : letter)
      followsPercent = letter == "%"
    }
    return DraftedDate(pattern: pattern, order: order, hasTime: hasTime)
  }
}
