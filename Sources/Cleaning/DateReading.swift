package import EvaluationData

/// How the dates of one column are read.
package struct DateRule: Sendable, Hashable {
  package enum Order: Sendable, Hashable {
    /// All dates that name no month have this order.
    case stated(DateOrder)
    /// Each date is read that can be read one way only.
    case unambiguous
  }

  package let order: Order
  /// The last day that a year of two digits may mean; without it such dates are refused.
  package let shortYearsUntil: CalendarDate?
  /// The days that Excel's numbers may mean; without it such numbers are refused.
  package let serialDays: ClosedRange<CalendarDate>?

  package init(
    _ order: Order, shortYearsUntil: CalendarDate? = nil,
    serialDays: ClosedRange<CalendarDate>? = nil
  ) {
    self.order = order
    self.shortYearsUntil = shortYearsUntil
    self.serialDays = serialDays
  }
}

/// Reads the days of one column, in the forms in which people and programs write them.
///
/// A time of day behind the date must be one, and is passed over, its zone included:
/// the day is the one that is written.
package struct DateReader {
  private let schema: ColumnSchema
  private let rule: DateRule
  private let missing: QuickMissingTexts

  package init(_ schema: ColumnSchema, rule: DateRule) {
    self.schema = schema
    self.rule = rule
    missing = QuickMissingTexts(schema)
  }

  /// The day, where it is written so plainly that nothing is to be said of it.
  ///
  /// Every other text is for `read`, which says the same of those that are read here.
  package func quick(_ text: Span<UInt8>) -> CalendarDate? {
    guard let plain = PlainDate(text), !missing.contains(text) else { return nil }
    switch rule.order {
    case .stated(let order): return plain.candidates[order]
    case .unambiguous: return plain.candidates.only
    }
  }

  package func read(_ text: String) -> Reading<CalendarDate> {
    if let cause = ExcelError(text) { return schema.unreadable(cause, instead: example) }
    let letters = plainLetters(text)
    if missing.mayContain(letters),
      let missing: Reading<CalendarDate> = schema.missing(text)
    {
      return missing
    }
    let written = DateText(letters)
    if case .serial(let number) = written.form { return serial(number) }
    guard let candidates = DateCandidates(written, lastDay: rule.shortYearsUntil) else {
      return refused(written)
    }
    let read: CalendarDate? =
      switch rule.order {
      case .stated(let order): candidates[order]
      case .unambiguous: candidates.only
      }
    if let date = read {
      return Reading(
        cell: .value(date),
        change: written.hasShortYear ? (.twoDigitYear, date.description) : nil)
    }
    if rule.order == .unambiguous, candidates.dayFirst != nil {
      return schema.unreadable(
        .ambiguousDate,
        expected: "a date that can be read one way only, such as 2024-03-31, or the order stated "
          + "in the pipeline (`dates: day-month` or `dates: month-day`)")
    }
    return refused(written)
  }

  /// A day as Excel counts them: read where it is a likely one, and always a problem.
  private func serial(_ number: Int) -> Reading<CalendarDate> {
    let date = CalendarDate(excelSerial: number)
    let expected = example + ", not the number by which Excel counts days"
    guard let days = rule.serialDays, days.contains(date) else {
      return schema.unreadable(.unreadableDate, expected: expected)
    }
    return Reading(
      cell: .value(date), change: (.excelSerialDate, date.description),
      problem: (.excelSerialDate, expected))
  }

  private func refused(_ written: DateText) -> Reading<CalendarDate> {
    schema.unreadable(.unreadableDate, expected: example + remark(written))
  }

  /// What is wrong with a text that is nearly a date.
  private func remark(_ written: DateText) -> String {
    switch written.form {
    case .none, .serial: return ""
    case .monthAndYear: return ", with its day"
    case .dayAndMonth: return ", with its year"
    case .day, .numbers: break
    }
    if written.hasShortYear, rule.shortYearsUntil == nil { return ", with a year of four digits" }
    var anyWeekday = written
    anyWeekday.forgetWeekday()
    let days = DateCandidates(anyWeekday, lastDay: rule.shortYearsUntil)
    switch rule.order {
    case .stated(let order):
      if days?[order] != nil { return "; the weekday is that of another day" }
      let other = order == .dayMonth ? DateOrder.monthDay : .dayMonth
      return days?[other] == nil
        ? "; there is no such day" : "; day and month are in the other order"
    case .unambiguous:
      return days?.dayFirst == nil && days?.monthFirst == nil
        ? "; there is no such day" : "; the weekday is that of another day"
    }
  }

  private var example: String {
    switch rule.order {
    case .stated(.dayMonth): "a date such as 31/3/2024 (day first) or 2024-03-31"
    case .stated(.monthDay): "a date such as 3/31/2024 (month first) or 2024-03-31"
    case .unambiguous: "a date such as 2024-03-31 or 31 March 2024"
    }
  }
}
