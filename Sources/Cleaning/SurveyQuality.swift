package import EvaluationData

/// The rows that one rule calls for a second look at.
package struct SurveyQualityResult: Sendable {
  package let rule: Named
  /// How many rows could be looked at.
  package let checked: Int
  /// In ascending order.
  package let rows: [Int]
  private let failures: FailedRows

  fileprivate init(rule: Named, checked: Int, failures: FailedRows) {
    self.rule = rule
    self.checked = checked
    self.failures = failures
    rows = failures.rows.map(Int.init)
  }

  package var kind: ProblemKind { failures.kind }

  /// Each flagged row with its place; made anew at each call.
  package var problems: [Problem] { failures.problems }

  fileprivate func flags(_ row: Int) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row
  }
}

/// Signs that answers were not given with care.
///
/// They are signs and no proof: every row stays in the table.
package struct SurveyQualityReport: Sendable {
  /// Grids, then speed limits, then contradictions, each in their order.
  package let results: [SurveyQualityResult]
  /// How many rows have at least one flag.
  package let flaggedRows: Int

  fileprivate init(_ results: [SurveyQualityResult]) {
    self.results = results
    flaggedRows = Set(results.flatMap(\.rows)).count
  }

  package var problems: [Problem] { results.flatMap(\.problems) }

  /// The rules that flag a row.
  package func flags(of row: Int) -> [Named] {
    results.filter { $0.flags(row) }.map(\.rule)
  }
}

/// Looks for straight-lining, speeding and contradictions; no row is left out.
///
/// Throws before looking at any row when a rule does not fit the table.
package func surveyQuality(
  of table: Table, by rules: SurveyQualityRules, asOf: CalendarDate
) throws(ColumnFault) -> SurveyQualityReport {
  try rules.fits(TableShape(table))
  return SurveyQualityReport(
    rules.grids.map { straightLining($0, in: table) }
      + rules.speedLimits.map { speeding($0, in: table) }
      + rules.contradictions.map { contradiction($0, in: table, asOf: asOf) })
}

/// The same answer to every answered item of a grid.
///
/// Where items are worded the other way round, a row is looked at only if it
/// answers one of those and one of the others: the same answer to both kinds
/// says yes and no to the same thing.
private func straightLining(_ grid: AnswerGrid, in table: Table) -> SurveyQualityResult {
  let rowCount = table.rowCount
  var first = [UInt64](repeating: 0, count: rowCount)
  var straight = [Int32](repeating: 0, count: rowCount)
  var reversed = [Int32](repeating: 0, count: rowCount)
  var differs = [Bool](repeating: false, count: rowCount)
  for item in grid.items {
    let isReversed = grid.reversed.contains(item.name)
    forEachAnswer(table.column(item.name)?.cells) { row, answer in
      if straight[row] == 0, reversed[row] == 0 { first[row] = answer }
      if first[row] != answer { differs[row] = true }
      if isReversed { reversed[row] += 1 } else { straight[row] += 1 }
    }
  }
  let (checked, failed) = count(rowCount) { row in
    guard Int(straight[row] + reversed[row]) >= grid.answered,
      grid.reversed.isEmpty || straight[row] > 0 && reversed[row] > 0
    else { return .isNotChecked }
    return CellOutcome(differs[row])
  }
  let turned = grid.reversed.isEmpty ? "" : ", some worded the other way round"
  return SurveyQualityResult(
    rule: grid.name, checked: checked,
    failures: FailedRows(
      kind: .straightLining,
      expected: "different answers to the \(grid.items.count) items of '\(grid.name.label)'"
        + turned, column: grid.items[0], table: table, rows: failed))
}

/// Calls `body` with each answer as a number that equal answers share.
private func forEachAnswer(_ cells: Cells?, _ body: (_ row: Int, _ answer: UInt64) -> Void) {
  switch cells {
  case .category(let column):
    for (row, code) in column.codes.enumerated() where code < column.levels.count {
      body(row, UInt64(code))
    }
  case .number(let column):
    for row in 0..<column.count {
      // Adding 0 makes 0 of -0, which equals it.
      if case .value(let number) = column[row] { body(row, (number + 0).bitPattern) }
    }
  default: preconditionFailure("a rule is applied to tables that it fits")
  }
}

private func speeding(_ limit: SpeedLimit, in table: Table) -> SurveyQualityResult {
  guard let durations = table.number(limit.duration.name) else {
    preconditionFailure("a rule is applied to tables that it fits")
  }
  var shortest = limit.minimum
  var reasons: [String] = []
  if let minimum = limit.minimum { reasons.append("at least \(minimum.shortest)") }
  if let fraction = limit.fractionOfMedian {
    let values = (0..<durations.count).compactMap { durations[$0].value }
    if values.count >= SpeedLimit.fewestDurations, let median = median(of: values) {
      // No duration is below 0, whatever the median of a damaged column.
      shortest = max(shortest ?? 0, fraction * median)
      reasons.append("at least \(fraction.shortest) of the median")
    }
  }
  let (checked, failed) = count(table.rowCount) { row in
    guard let shortest, case .value(let duration) = durations[row] else { return .isNotChecked }
    return CellOutcome(duration >= shortest)
  }
  return SurveyQualityResult(
    rule: limit.name, checked: checked,
    failures: FailedRows(
      kind: .speeding, expected: "a duration of " + reasons.joined(separator: " and "),
      column: limit.duration, table: table, rows: failed))
}

private func contradiction(
  _ pair: Contradiction, in table: Table, asOf: CalendarDate
) -> SurveyQualityResult {
  let first = pair.first.test(of: table, asOf: asOf)
  let second = pair.second.test(of: table, asOf: asOf)
  let (checked, failed) = count(table.rowCount) { row in
    switch (first(row), second(row)) {
    case (.isNotChecked, _), (_, .isNotChecked): .isNotChecked
    case (.passes, .passes): .fails
    default: .passes
    }
  }
  return SurveyQualityResult(
    rule: pair.name, checked: checked,
    failures: FailedRows(
      kind: .contradictoryAnswers,
      expected: "at most one of these: \(pair.first.words(asOf: asOf)); "
        + pair.second.words(asOf: asOf), column: pair.second.column, table: table, rows: failed))
}

/// The middle value, or the mean of the two middle ones; nil of nothing.
///
/// Takes time in proportion to the number of values, whatever their order: they
/// are told apart by 16 bits at a time.
func median(of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let keys = values.map { value in
    // Doubles stand in the order of these bits.
    let bits = (value + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
  let low = value(ofKey: smallest((keys.count - 1) / 2, of: keys))
  let high = value(ofKey: smallest(keys.count / 2, of: keys))
  // Halved first, so that the sum of two large values is finite.
  return low == high ? low : low / 2 + high / 2
}

/// The key that has `rank` keys before it in order.
private func smallest(_ rank: Int, of keys: [UInt64]) -> UInt64 {
  var keys = keys
  var rank = rank
  for shift in [UInt64(48), 32, 16, 0] {
    var counts = [Int](repeating: 0, count: 65536)
    for key in keys { counts[Int(key >> shift & 0xFFFF)] += 1 }
    var digit = 0
    while rank >= counts[digit] {
      rank -= counts[digit]
      digit += 1
    }
    keys = keys.filter { Int($0 >> shift & 0xFFFF) == digit }
  }
  return keys[0]
}

private func value(ofKey key: UInt64) -> Double {
  Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
}
