package import EvaluationData

/// What the dates of a column tell about the order of their numbers.
package struct DateOrderEvidence: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// All dates that tell an order tell this one.
    case order(DateOrder)
    /// Some tell one order, some the other: files of two settings were joined, or a
    /// spreadsheet has turned round the dates that it could.
    case mixed
    /// There are only such as 3/4/2024, which tell nothing.
    case undecided
    /// No date can be read in two ways.
    case notNeeded
  }

  /// The rows of dates such as 31/3/2024.
  package private(set) var dayFirstOnly = 0
  /// The rows of dates such as 3/31/2024.
  package private(set) var monthFirstOnly = 0
  /// The rows of dates such as 3/4/2024.
  package private(set) var either = 0
  /// The rows of dates such as 2024-03-31, 31 March 2024 and 4/4/2024, which tell no order.
  package private(set) var certain = 0
  /// The rows of those of them all that have a year of two digits.
  package private(set) var shortYears = 0
  /// The rows of days as Excel counts them.
  package private(set) var serials = 0
  /// The rows of texts that are no dates.
  package private(set) var other = 0
  /// The days between which all lie that can be read one way only.
  package private(set) var days: ClosedRange<CalendarDate>?

  /// Looks at each text of a range once, or at all; `rows` holds how many rows carry each.
  ///
  /// The texts of one file may so be heard apart from those of another.
  package init(of texts: TextColumn, in range: Range<Int>? = nil, rows: [Int]? = nil) {
    for index in range ?? 0..<texts.count {
      let rowCount = rows?[index] ?? 1
      if rowCount == 0 { continue }
      if let candidates = texts.withBytes(of: index, { PlainDate($0)?.candidates }) {
        count(candidates, rows: rowCount, areDaysKnown: true)
      } else {
        count(DateText(plainLetters(texts[index])), rows: rowCount)
      }
    }
  }

  private mutating func count(_ written: DateText, rows: Int) {
    var text = written
    // Any century will do to tell the order, but not to tell the weekday.
    if text.hasShortYear { text.forgetWeekday() }
    let lastDay = CalendarDate(year: 2099, month: 12, day: 31)
    guard let candidates = DateCandidates(text, lastDay: lastDay) else {
      if case .serial = text.form { serials += rows } else { other += rows }
      return
    }
    if text.hasShortYear, candidates.dayFirst != nil || candidates.monthFirst != nil {
      shortYears += rows
    }
    count(candidates, rows: rows, areDaysKnown: !text.hasShortYear)
  }

  private mutating func count(_ candidates: DateCandidates, rows: Int, areDaysKnown: Bool) {
    switch (candidates.dayFirst, candidates.monthFirst) {
    case (nil, nil): other += rows
    case (let day?, nil):
      dayFirstOnly += rows
      if areDaysKnown { widen(to: day) }
    case (nil, let day?):
      monthFirstOnly += rows
      if areDaysKnown { widen(to: day) }
    case (let day?, let month?):
      if day == month { certain += rows } else { either += rows }
      if areDaysKnown, day == month { widen(to: day) }
    }
  }

  private mutating func widen(to day: CalendarDate) {
    guard let days else {
      days = day...day
      return
    }
    if !days.contains(day) { self.days = min(days.lowerBound, day)...max(days.upperBound, day) }
  }

  package var verdict: Verdict {
    switch (dayFirstOnly > 0, monthFirstOnly > 0) {
    case (true, true): .mixed
    case (true, false): .order(.dayMonth)
    case (false, true): .order(.monthDay)
    case (false, false): either > 0 ? .undecided : .notNeeded
    }
  }

  /// The rule for the column: the order that the pipeline states, else the one that all dates
  /// tell, else the one that is usual for the tool that wrote them.
  ///
  /// Years of two digits are read where the whole column has them: as the latest that
  /// lie no more than a year behind the end of the period.
  package func rule(
    stated: DateOrder?, usual: DateOrder? = nil, periodEnd: CalendarDate
  ) -> DateRule {
    let order: DateRule.Order =
      switch (stated, verdict) {
      case (let stated?, _): .stated(stated)
      case (nil, .order(let told)): .stated(told)
      case (nil, .undecided): usual.map { .stated($0) } ?? .unambiguous
      case (nil, _): .unambiguous
      }
    let last = CalendarDate(daysSince1970: periodEnd.daysSince1970 + 366)
    let dates = dayFirstOnly + monthFirstOnly + either + certain
    return DateRule(
      order, shortYearsUntil: shortYears > 0 && shortYears == dates ? last : nil,
      serialDays: serialDays(until: last))
  }

  /// The days that a number may mean: those within a year of the other dates of the column.
  ///
  /// A column with nothing but numbers has dates of which none may lie in the future.
  private func serialDays(until last: CalendarDate) -> ClosedRange<CalendarDate>? {
    guard serials > 0 else { return nil }
    let first = CalendarDate(excelSerial: 10_000)
    guard let days else { return first <= last ? first...last : nil }
    let from = CalendarDate(daysSince1970: days.lowerBound.daysSince1970 - 366)
    let until = CalendarDate(daysSince1970: days.upperBound.daysSince1970 + 366)
    return max(from, first) <= until ? max(from, first)...until : nil
  }
}
