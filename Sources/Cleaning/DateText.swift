/// A date as it is written, before it is known which of its numbers is the month.
struct DateText {
  enum Form: Hashable {
    /// The month is known, by its name or its place; the year may lack its century.
    case day(year: Int, month: Int, day: Int)
    /// Two numbers of which one is the month, and a year behind them.
    case numbers(first: Int, second: Int, year: Int)
    /// Five digits, with or without decimals: a day as Excel counts them.
    case serial(Int)
    case monthAndYear
    case dayAndMonth
    case none
  }

  private(set) var form: Form
  private(set) var hasShortYear = false
  /// The weekday that stands before the date; Monday is 0.
  private(set) var weekday: Int?

  init(_ letters: ArraySlice<UInt8>) {
    var scanner = DateScanner(letters)
    form = .none
    weekday = scanner.weekday()
    let written = scanner.peekIsDigit ? numberFirst(&scanner) : monthFirst(&scanner)
    if scanner.isAtEnd || scanner.isTimeToTheEnd() { form = written }
  }

  mutating func forgetWeekday() { weekday = nil }

  private mutating func numberFirst(_ scanner: inout DateScanner) -> Form {
    guard let first = scanner.number() else { return .none }
    switch first.digits {
    case 4: return yearFirst(first.value, &scanner)
    case 5:
      // The time of day stands behind the point.
      if scanner.accept(0x2E), scanner.number(upTo: 18) == nil { return .none }
      return weekday == nil && scanner.isAtEnd ? .serial(first.value) : .none
    case 1, 2: break
    default: return .none
    }
    let isOrdinal = scanner.ordinal()
    let separator = scanner.separator()
    _ = separator == PlainLetter.space && scanner.accept(word: "of") && scanner.spaces()
    if let month = scanner.month() { return dayFirst(first.value, month, &scanner) }
    guard !isOrdinal, let separator, separator != 0x2C, let second = scanner.number() else {
      return .none
    }
    // "3/2024"
    if second.digits == 4 { return (1...12).contains(first.value) ? .monthAndYear : .none }
    guard second.digits <= 2, scanner.separator() == separator, let year = year(&scanner) else {
      return .none
    }
    return .numbers(first: first.value, second: second.value, year: year)
  }

  private mutating func yearFirst(_ year: Int, _ scanner: inout DateScanner) -> Form {
    guard let separator = scanner.separator(), separator != 0x2C else { return .none }
    if let month = scanner.month() {
      guard scanner.separator() == separator else { return .monthAndYear }
      guard let day = scanner.number(upTo: 2) else { return .none }
      return .day(year: year, month: month, day: day.value)
    }
    guard let month = scanner.number(upTo: 2) else { return .none }
    let place = scanner.place
    guard scanner.separator() == separator, let day = scanner.number(upTo: 2) else {
      scanner.place = place
      return .monthAndYear
    }
    return .day(year: year, month: month.value, day: day.value)
  }

  private mutating func dayFirst(
    _ day: Int, _ month: Int, _ scanner: inout DateScanner
  ) -> Form {
    let place = scanner.place
    _ = scanner.separator()
    guard let year = year(&scanner) else {
      scanner.place = place
      return .dayAndMonth
    }
    return .day(year: year, month: month, day: day)
  }

  private mutating func monthFirst(_ scanner: inout DateScanner) -> Form {
    guard let month = scanner.month(), scanner.separator() != nil, let first = scanner.number()
    else { return .none }
    if first.digits == 4 { return .monthAndYear }
    guard first.digits <= 2 else { return .none }
    _ = scanner.ordinal()
    let place = scanner.place
    guard scanner.separator() != nil, let year = year(&scanner) else {
      scanner.place = place
      return .dayAndMonth
    }
    return .day(year: year, month: month, day: first.value)
  }

  private mutating func year(_ scanner: inout DateScanner) -> Int? {
    let place = scanner.place
    // Two digits before a colon are hours.
    guard let year = scanner.number(), year.digits == 4 || year.digits == 2, !scanner.isColon else {
      scanner.place = place
      return nil
    }
    hasShortYear = year.digits == 2
    return year.value
  }
}
