/// In which order a date's numbers stand; ISO dates are read under each.
package enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case dayMonth = "day-month"
  case monthDay = "month-day"
}
