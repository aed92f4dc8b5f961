/// A day of the calendar, counted from 1 January 1970.
struct Day: Comparable, Hashable {
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The day that a year, a month and a day of the month name.
  ///
  /// - Reference: Hinnant, "chrono-compatible low-level date algorithms" (days from civil).
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + days)
  }

  /// Year, month and day of the month.
  private var parts: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// As in 2010-06-14.
  var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// As in 14/6/2010.
  var slashed: String {
    let (year, month, day) = parts
    return "\(day)/\(month)/\(year)"
  }
}

/// A number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
