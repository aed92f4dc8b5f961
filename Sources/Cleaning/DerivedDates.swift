import EvaluationData

extension TimeUnit {
  /// The whole units from a day to one that is not before it.
  func count(from first: CalendarDate, to last: CalendarDate) -> Int {
    switch self {
    case .days: return last.daysSince1970 - first.daysSince1970
    case .weeks: return (last.daysSince1970 - first.daysSince1970) / 7
    case .months: return TimeUnit.months(from: first, to: last)
    // Twelve months are complete on the day on which a year is.
    case .years: return TimeUnit.months(from: first, to: last) / 12
    }
  }

  private static func months(from first: CalendarDate, to last: CalendarDate) -> Int {
    let (start, end) = (first.components, last.components)
    let months = (end.year - start.year) * 12 + end.month - start.month
    return end.day < start.day ? months - 1 : months
  }
}

/// The days of one end of a duration, row by row.
struct MomentDays {
  private let dates: DateColumn?
  private let fixed: CalendarDate
  private let isOpenEnded: Bool

  init(_ moment: Moment, in table: Table, asOf: CalendarDate) {
    dates = moment.column.flatMap { table.date($0.name) }
    fixed = if case .day(let day) = moment { day } else { asOf }
    isOpenEnded = if case .columnElseAsOf = moment { true } else { false }
  }

  subscript(row: Int) -> Cell<CalendarDate> {
    guard let dates else { return .value(fixed) }
    let cell = dates[row]
    switch cell {
    case .missing(.skipped) where isOpenEnded, .missing(.notApplicable) where isOpenEnded:
      return .value(fixed)
    default: return cell
    }
  }
}
