import EvaluationData

/// The share of some levels, month by month.
func trend(_ input: MeasureInput, _ spec: TrendSpec, _ thresholds: Thresholds) -> [Finding] {
  let table = input.table(spec.source)
  guard let column = table.column(spec.variable), case .category(let answers) = column.cells,
    let dates = table.date(spec.date)
  else { return [] }
  let counts = answers.levels.map { spec.levels.contains($0.name) }
  var places: [CalendarDate: Int] = [:]
  var days: [(day: CalendarDate, count: Int, base: Int)] = []
  var place = 0
  for row in 0..<table.rowCount {
    guard let level = answers[row].value, let date = dates[row].value, date <= input.asOf
    else { continue }
    // Neighbouring rows often share the day.
    if place >= days.count || days[place].day != date {
      place = places[date] ?? days.count
    }
    if place == days.count {
      places[date] = place
      days.append((date, 0, 0))
    }
    days[place].base += 1
    if counts[level] { days[place].count += 1 }
  }
  var months: [String: (count: Int, base: Int)] = [:]
  for tally in days {
    months[tally.day.month, default: (0, 0)].base += tally.base
    months[tally.day.month, default: (0, 0)].count += tally.count
  }
  let scope = Scope(.trend, table.name, thresholds)
  let labels = answers.levels.indices.filter { counts[$0] }.map { answers.levels[$0].label }
  let indicator = Named("\(column.name.name)-positive", label: labels.joined(separator: " or "))
  return months.sorted { $0.key < $1.key }.flatMap { month, tally in
    scope.countAndShare(
      tally.count, of: tally.base, indicator: indicator, variable: column.name,
      wave: Named(month))
  }
}
