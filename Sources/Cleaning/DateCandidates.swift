import EvaluationData

/// The days that a written date can mean: one for each order, where there is one.
struct DateCandidates {
  let dayFirst: CalendarDate?
  let monthFirst: CalendarDate?

  /// Fails when the text is no date with a year.
  ///
  /// A year of two digits is given the latest century that keeps the day from lying
  /// behind `lastDay`; without it such a date means no day.
  init?(_ text: DateText, lastDay: CalendarDate?) {
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
      let date =
        text.hasShortYear
        ? lastDay.flatMap { DateCandidates.day(year, month, day, notAfter: $0) }
        : CalendarDate(year: year, month: month, day: day)
      guard let weekday = text.weekday else { return date }
      return date?.weekday == weekday ? date : nil
    }
    switch text.form {
    case .day(let year, let month, let number):
      dayFirst = day(year, month, number)
      monthFirst = dayFirst
    case .numbers(let first, let second, let year):
      dayFirst = day(year, second, first)
      monthFirst = day(year, first, second)
    default: return nil
    }
  }

  private static func day(
    _ shortYear: Int, _ month: Int, _ day: Int, notAfter last: CalendarDate
  ) -> CalendarDate? {
    let year = last.components.year
    // The day decides in the last year itself: 1/6/25 is 1925 when the last day is 31/3/2025.
    let latest = year - (((year - shortYear) % 100) + 100) % 100
    guard let date = CalendarDate(year: latest, month: month, day: day) else { return nil }
    return date <= last ? date : CalendarDate(year: latest - 100, month: month, day: day)
  }

  init(dayFirst: CalendarDate?, monthFirst: CalendarDate?) {
    self.dayFirst = dayFirst
    self.monthFirst = monthFirst
  }

  subscript(order: DateOrder) -> CalendarDate? {
    switch order {
    case .dayMonth: dayFirst
    case .monthDay: monthFirst
    }
  }

  /// The day, where both orders give the same or only one gives any.
  var only: CalendarDate? {
    dayFirst == monthFirst || monthFirst == nil ? dayFirst : dayFirst == nil ? monthFirst : nil
  }
}

extension CalendarDate {
  /// Monday is 0; 1 January 1970 was a Thursday.
  var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

  /// The day of a number by which Excel counts days, 1 January 1900 being 1.
  ///
  /// Excel counts a 29 February 1900 that never was, so that numbers up to 60 mean
  /// another day there than elsewhere; nobody here is given such a number. Files from
  /// old Excel for Mac count from 1904; nothing in a number tells.
  init(excelSerial: Int) { self.init(daysSince1970: excelSerial - 25_569) }
}

/// A date of four-digit year in digits, with or without a time of day.
///
/// Nearly all dates are so written; the rest is for `DateText`.
struct PlainDate {
  private let first: Int
  private let second: Int
  private let third: Int
  /// Whether the year stands first; the month then stands second.
  private let isYearFirst: Bool
  /// How many bytes the date has, without the time.
  let length: Int

  init?(_ text: Span<UInt8>) {
    var place = 0
    guard let first = PlainDate.number(text, &place), place < text.count else { return nil }
    let firstDigits = place
    let mark = text[place]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
    place += 1
    let secondStart = place
    guard let second = PlainDate.number(text, &place), place - secondStart <= 2,
      place < text.count, text[place] == mark
    else { return nil }
    place += 1
    let thirdStart = place
    guard let third = PlainDate.number(text, &place) else { return nil }
    let thirdDigits = place - thirdStart
    isYearFirst = firstDigits == 4 && thirdDigits <= 2
    guard isYearFirst || firstDigits <= 2 && thirdDigits == 4 else { return nil }
    guard place == text.count || PlainDate.isTime(text, from: place) else { return nil }
    (self.first, self.second, self.third, length) = (first, second, third, place)
  }

  /// At most four digits; longer numbers are no part of a date.
  private static func number(_ text: Span<UInt8>, _ place: inout Int) -> Int? {
    let start = place
    var number = 0
    while place < text.count, isDigit(text[place]) {
      number = number &* 10 &+ Int(text[place] &- 0x30)
      place += 1
      if place - start > 4 { return nil }
    }
    return place > start ? number : nil
  }

  /// Whether `14:05`, `14:05:12` or `14:05:12.250` stands behind one space or a T.
  private static func isTime(_ text: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    guard text[place] == 0x20 || text[place] == 0x54 else { return false }
    place += 1
    let hourStart = place
    guard let hour = number(text, &place), hour <= 23, place - hourStart <= 2,
      isSixtieth(text, &place)
    else { return false }
    if place < text.count {
      guard isSixtieth(text, &place) else { return false }
      if place < text.count, text[place] == 0x2E {
        place += 1
        let decimals = place
        while place < text.count, isDigit(text[place]) { place += 1 }
        guard (1...12).contains(place - decimals) else { return false }
      }
    }
    if place + 1 == text.count { return text[place] == 0x5A }
    return place == text.count
  }

  private static func isSixtieth(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place + 2 < text.count, text[place] == 0x3A, isDigit(text[place + 1]),
      isDigit(text[place + 2]), text[place + 1] < 0x36
    else { return false }
    place += 3
    return true
  }

  var candidates: DateCandidates {
    if isYearFirst {
      let day = CalendarDate(year: first, month: second, day: third)
      return DateCandidates(dayFirst: day, monthFirst: day)
    }
    return DateCandidates(
      dayFirst: CalendarDate(year: third, month: second, day: first),
      monthFirst: CalendarDate(year: third, month: first, day: second))
  }
}
