package import EvaluationData

/// What came of the rules.
package struct ValidationReport: Sendable {
  /// In the order in which the rules stand.
  package let results: [ValidationResult]

  /// The gravest level that any rule reached.
  package var level: ValidationLevel { results.map(\.level).max() ?? .passed }

  /// The problems of the rules that did not pass.
  ///
  /// A rule passes below its threshold for a note; its failures are those that
  /// the pipeline has declared to be no matter, and stay in its result.
  package var problems: [Problem] {
    results.filter { $0.level > .passed }.flatMap(\.problems)
  }
}

/// What came of one rule.
package struct ValidationResult: Sendable {
  package let source: Named
  package let rule: ValidationRule
  /// How many rows were checked; 1 where the rule speaks of the source as a whole.
  package let checked: Int
  package let failed: Int
  package let level: ValidationLevel
  private let failures: Failures

  fileprivate init(
    source: Named, rule: ValidationRule, checked: Int, failures: Failures
  ) {
    self.source = source
    self.rule = rule
    self.checked = checked
    self.failures = failures
    failed = failures.count
    level = rule.thresholds.level(failed: failures.count, of: checked)
  }

  /// The share of the checked rows that failed; 0 where none was checked.
  package var share: Double { checked == 0 ? 0 : Double(failed) / Double(checked) }

  /// Each failure with its place; made anew at each call.
  package var problems: [Problem] { failures.problems }
}

private enum Failures: Sendable {
  case rows(FailedRows)
  case source(Problem?)

  var count: Int {
    switch self {
    case .rows(let rows): rows.rows.count
    case .source(let problem): problem == nil ? 0 : 1
    }
  }

  var problems: [Problem] {
    switch self {
    case .rows(let rows): rows.problems
    case .source(let problem): problem.map { [$0] } ?? []
    }
  }
}

/// Rows with the same fault: a rule may be failed in a million rows, and then a
/// problem for each would fill the memory.
struct FailedRows: Sendable {
  let kind: ProblemKind
  let expected: String
  let column: RuleColumn
  let table: Table
  let rows: [UInt32]
  /// For each row the first one with the same values; empty where that is not asked.
  var firstRows: [UInt32] = []

  var problems: [Problem] {
    let cells = table.column(column.name)?.cells
    return rows.indices.map { index in
      let row = Int(rows[index])
      var expected = expected
      if !firstRows.isEmpty {
        let first = table.addresses.address(of: Int(firstRows[index]), column: nil)
        expected += "; the first is at \(first.file):\(first.line)"
      }
      return Problem(
        kind, at: table.addresses.address(of: row, column: column.header), expected: expected,
        value: cells?.text(row))
    }
  }
}

/// Checks cleaned tables by rules; nothing is changed or left out.
///
/// A missing value fails no rule but that it be present. Throws before looking at
/// any row when a rule does not fit its source.
package func validate(
  _ tables: [Table], by sources: [SourceValidation], asOf: CalendarDate
) throws(ColumnFault) -> ValidationReport {
  var validators: [(Validator, [ValidationRule])] = []
  for source in sources {
    guard let table = tables.first(where: { $0.name.name == source.source }) else {
      throw .unknownSource(
        source.source,
        nearest: nearestName(to: source.source, among: tables.map(\.name.name)))
    }
    let shape = TableShape(table)
    for rule in source.rules { try rule.fits(shape) }
    validators.append(
      (Validator(table: table, files: source.files ?? table.name.name, asOf: asOf), source.rules))
  }
  return ValidationReport(
    results: validators.flatMap { validator, rules in rules.map { validator.result(of: $0) } })
}

/// Counts the rows of a table by a test.
func count(_ rows: Int, by test: RowTest) -> (checked: Int, failed: [UInt32]) {
  var checked = 0
  var failed: [UInt32] = []
  for row in 0..<rows {
    switch test(row) {
    case .passes: checked += 1
    case .fails:
      checked += 1
      failed.append(UInt32(row))
    case .isNotChecked: break
    }
  }
  return (checked, failed)
}

private struct Validator {
  let table: Table
  let files: String
  let asOf: CalendarDate

  func result(of rule: ValidationRule) -> ValidationResult {
    switch rule.kind {
    case .cells(let column, let test):
      return result(
        of: rule, Clause(column, test).test(of: table, asOf: asOf), test.problemKind,
        expected: test.expectation(asOf: asOf), at: column)
    case .condition(let when, let then):
      return result(
        of: rule, condition(when, then), .conditionNotMet,
        expected: then.test.expectation(asOf: asOf) + " where "
          + when.map { $0.words(asOf: asOf) }.joined(separator: " and "), at: then.column)
    case .dateOrder(let first, let second, let allowsSameDay):
      return result(
        of: rule, dateOrder(first, second, allowsSameDay), .datesOutOfOrder,
        expected: "a day \(allowsSameDay ? "on or after" : "after") that in '\(first.header)'",
        at: second)
    case .unique(let columns): return unique(columns, of: rule)
    case .rowCount(let range): return rowCount(range, of: rule)
    case .freshness(let column, let days): return freshness(column, days, of: rule)
    }
  }

  private func result(
    of rule: ValidationRule, _ test: RowTest, _ kind: ProblemKind, expected: String,
    at column: RuleColumn
  ) -> ValidationResult {
    let (checked, failed) = count(table.rowCount, by: test)
    return ValidationResult(
      source: table.name, rule: rule, checked: checked,
      failures: .rows(
        FailedRows(kind: kind, expected: expected, column: column, table: table, rows: failed)))
  }

  private func condition(_ when: [Clause], _ then: Clause) -> RowTest {
    let conditions = when.map { $0.test(of: table, asOf: asOf) }
    let then = then.test(of: table, asOf: asOf)
    return { row in
      for condition in conditions where condition(row) != .passes { return .isNotChecked }
      return then(row)
    }
  }

  private func dateOrder(
    _ first: RuleColumn, _ second: RuleColumn, _ allowsSameDay: Bool
  ) -> RowTest {
    guard let first = table.date(first.name), let second = table.date(second.name) else {
      preconditionFailure("a rule is applied to tables that it fits")
    }
    return { row in
      guard case .value(let earlier) = first[row], case .value(let later) = second[row] else {
        return .isNotChecked
      }
      return CellOutcome(earlier < later || allowsSameDay && earlier == later)
    }
  }

  private func unique(_ columns: [RuleColumn], of rule: ValidationRule) -> ValidationResult {
    let repeats = RepeatedRows(
      of: columns.compactMap { table.column($0.name)?.cells }, rowCount: table.rowCount)
    let headers = columns.map { "'\($0.header)'" }.joined(separator: " and ")
    return ValidationResult(
      source: table.name, rule: rule, checked: repeats.checked,
      failures: .rows(
        FailedRows(
          kind: .repeatedValue, expected: "one row for each value of \(headers)",
          column: columns[0], table: table, rows: repeats.rows, firstRows: repeats.firstRows)))
  }

  private func rowCount(_ range: NumberRange, of rule: ValidationRule) -> ValidationResult {
    let problem = Problem(
      .unexpectedRowCount, at: CellAddress(file: file),
      expected: "a number of rows \(range.words), found \(table.rowCount)")
    return ValidationResult(
      source: table.name, rule: rule, checked: 1,
      failures: .source(range.contains(Double(table.rowCount)) ? nil : problem))
  }

  private func freshness(
    _ column: RuleColumn, _ days: Int, of rule: ValidationRule
  ) -> ValidationResult {
    guard let dates = table.date(column.name) else {
      preconditionFailure("a rule is applied to tables that it fits")
    }
    var newest: CalendarDate?
    for row in 0..<dates.count {
      guard case .value(let date) = dates[row], date <= asOf else { continue }
      if date > newest ?? CalendarDate(daysSince1970: .min) { newest = date }
    }
    let age = newest.map { asOf.daysSince1970 - $0.daysSince1970 }
    let problem = Problem(
      .staleData, at: CellAddress(file: file, column: column.header),
      expected: "a day in the \(days) days before \(asOf), or that day", value: newest?.description
    )
    return ValidationResult(
      source: table.name, rule: rule, checked: 1,
      failures: .source(age.map { $0 <= days } ?? false ? nil : problem))
  }

  /// The file of the rows, or all files where they stand in several or none.
  private var file: String {
    guard table.rowCount > 0 else { return files }
    let first = table.addresses.file(of: 0)
    return table.addresses.file(of: table.rowCount - 1) == first ? first : files
  }
}
