import EvaluationData
import Statistics

/// How often each code was given in each period, how that changed, and what a control chart
/// says of it.
func codeTrend(
  _ codes: ChoiceColumn, _ periods: CodePeriods, _ scope: Scope, _ outline: CodeOutline
) -> [Finding] {
  let counts = periods.counts(of: codes)
  return outline.order.flatMap { code in
    CodeOverTime(code, periods.names, counts, scope, outline).findings
  }
}

/// The periods into which the rows of a source fall.
struct CodePeriods {
  /// In the order of time.
  let names: [Named]
  /// For each row the place of its period; nil where none is known.
  private let places: [Int?]

  init(_ spec: CodeTrendSpec, _ table: Table, asOf: CalendarDate) {
    switch spec {
    case .waves(let name):
      let column = table.category(name)
      names = column?.levels ?? []
      places = (0..<table.rowCount).map { column?[$0].value }
    case .dates(let name, let step):
      let dates = table.date(name)
      // What lies after the as-of date has not happened yet.
      let days = (0..<table.rowCount).map { row in
        dates?[row].value.flatMap { $0 <= asOf ? $0 : nil }
      }
      var numbers: [Int: Int] = [:]
      let known = days.map { $0.map { step.number(of: $0) } }
      guard let first = known.compactMap(\.self).min(), let last = known.compactMap(\.self).max()
      else {
        (names, places) = ([], known)
        return
      }
      // A period of which nothing is known stays in the row of time.
      let isShort = last - first < CodePeriods.most
      let all = isShort ? Array(first...last) : Set(known.compactMap(\.self)).sorted()
      for (place, number) in all.enumerated() { numbers[number] = place }
      names = all.map { step.name(of: $0) }
      places = known.map { $0.flatMap { numbers[$0] } }
    }
  }

  /// So many periods in a row are shown although some have no response.
  private static let most = 240

  /// The counts of each period, and behind them those of the responses without one.
  func counts(of codes: ChoiceColumn) -> [CodeCounts] {
    let width = codes.choices.count
    var counts = [Int](repeating: 0, count: (names.count + 1) * width)
    var responses = [Int](repeating: 0, count: names.count + 1)
    for row in 0..<codes.count where !codes.isMissing(row) {
      let place = places[row] ?? names.count
      responses[place] += 1
      codes.forEachChoice(of: row) { counts[place * width + $0] += 1 }
    }
    return responses.indices.map { place in
      CodeCounts(
        counts: Array(counts[(place * width)...].prefix(width)), responses: responses[place])
    }
  }
}

extension CodeTrendSpec.Step {
  /// The number of a period since the year 0.
  fileprivate func number(of day: CalendarDate) -> Int {
    let (year, month, _) = day.components
    return switch self {
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .year: year
    }
  }

  fileprivate func name(of number: Int) -> Named {
    switch self {
    case .month:
      let month = number % 12 + 1
      return Named("\(number / 12)-\(month < 10 ? "0" : "")\(month)")
    case .quarter:
      return Named(
        "\(number / 4)-q\(number % 4 + 1)", label: "\(number / 4), quarter \(number % 4 + 1)")
    case .year: return Named("\(number)")
    }
  }
}

/// One code from period to period.
private struct CodeOverTime {
  static let notStated = Named("not-stated", label: "Not stated")
  /// Fewer periods tell nothing of the variation between them.
  static let fewestForChart = 8

  private let code: Int
  private let periods: [Named]
  private let counts: [CodeCounts]
  private let scope: Scope
  private let outline: CodeOutline

  init(
    _ code: Int, _ periods: [Named], _ counts: [CodeCounts], _ scope: Scope,
    _ outline: CodeOutline
  ) {
    self.code = code
    self.periods = periods
    self.counts = counts
    self.scope = scope
    self.outline = outline
  }

  var findings: [Finding] {
    var findings: [Finding] = []
    let chart = chart
    for (place, period) in periods.enumerated() {
      findings += counts[place].findings(of: code, scope, outline, wave: period)
      if let first = filled.first, place > first {
        findings += change(to: place, from: first, .changeFromFirst)
      }
      if let previous = filled.last(where: { $0 < place }) {
        findings += change(to: place, from: previous, .changeFromPrevious)
      }
      if let finding = chart[place] { findings.append(finding) }
    }
    if let rest = counts.last, rest.responses > 0 {
      findings += rest.findings(of: code, scope, outline, wave: Self.notStated)
    }
    return findings
  }

  /// The periods with a response.
  private var filled: [Int] { periods.indices.filter { counts[$0].responses > 0 } }

  private func cell(_ place: Int) -> String {
    outline.cell(code, in: scope, wave: place < periods.count ? periods[place] : Self.notStated)
  }

  private func change(to place: Int, from other: Int, _ statistic: Statistic) -> [Finding] {
    let (own, before) = (counts[place], counts[other])
    guard
      let effect = try? NewcombeInterval(
        successes: own.counts[code], trials: own.responses,
        otherSuccesses: before.counts[code], otherTrials: before.responses
      ).interval
    else { return [] }
    var finding = scope.finding(
      statistic, .newcombe, value: effect.estimate, variable: outline.variable,
      level: outline.codes[code], wave: periods[place], interval: effect, n: own.responses,
      base: own.responses,
      verdict: min(own.responses, before.responses) < scope.thresholds.testBase ? .tooFew : nil)
    finding.derivedFrom = [cell(other)]
    return [finding]
  }

  /// The share of all periods with the limits of each, by place; empty where there are too few.
  private var chart: [Int: Finding] {
    let places = filled
    guard places.count >= Self.fewestForChart,
      let chart = try? PChart(
        counts: places.map { counts[$0].counts[code] }, totals: places.map { counts[$0].responses })
    else { return [:] }
    let cells = (periods.indices.map { $0 } + [periods.count]).map(cell)
    var findings: [Int: Finding] = [:]
    for (index, place) in places.enumerated() {
      let point = chart.points[index]
      var finding = scope.finding(
        .processMean, .pChart, value: chart.center, variable: outline.variable,
        level: outline.codes[code], wave: periods[place],
        interval: Interval(
          estimate: chart.center, lower: point.lowerLimit, upper: point.upperLimit,
          level: PChart.level),
        n: counts[place].responses, base: counts[place].responses,
        note: chart.signal(at: index))
      finding.derivedFrom = cells
      findings[place] = finding
    }
    return findings
  }
}

extension PChart {
  /// How sure three standard errors are, of a normal distribution.
  fileprivate static let level = 0.9973

  /// What a point says beyond chance, in words; empty where it says nothing.
  fileprivate func signal(at index: Int) -> String {
    let point = points[index]
    let side = point.share > center ? "above" : "below"
    if point.isOutsideLimits { return "\(side) what chance gives" }
    return point.isPartOfShift ? "one of seven or more periods in a row \(side) the mean" : ""
  }
}
