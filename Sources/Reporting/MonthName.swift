import EvaluationData

/// `2024-03` as "March 2024"; any other name as it is.
func fullMonthName(_ name: String) -> String {
  guard let day = CalendarDate(iso: "\(name)-01") else { return name }
  let (year, month, _) = day.components
  return "\(CalendarDate.monthNames[month - 1]) \(year)"
}

/// `2024-03` as "Mar 2024"; any other name as it is.
func monthName(_ name: String) -> String {
  guard let day = CalendarDate(iso: "\(name)-01") else { return name }
  let (year, month, _) = day.components
  return "\(CalendarDate.monthNames[month - 1].prefix(3)) \(year)"
}
