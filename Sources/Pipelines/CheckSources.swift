import Cleaning
package import EvaluationData
import Reporting

/// The tables with their derived columns, and what came of holding them against the rules.
struct CheckedSources: Sendable {
  let tables: [Table]
  let checks: [CheckResult]
  /// The pairs of ids that people may decide on, behind those that they decided.
  let peopleProposals: [PeopleDecision]
  /// How many of them nobody has decided on.
  let openPairs: Int
}

/// Derives columns, then looks for what the rules of the pipeline call for: validation, signs of
/// careless answers, ids that may be one person's, ids that are not listed.
///
/// Throws when a rule fails so often that the pipeline stops.
func checkSources(
  _ spec: PipelineSpec, _ cleaned: Checked<CleanedSources>, by decisions: Decisions,
  asOf: CalendarDate
) throws -> Checked<CheckedSources> {
  var problems: [Problem] = []
  var tables: [Table] = []
  for (source, table) in zip(spec.sources, cleaned.value.tables) {
    let derived = try derive(
      table, source.derived, lookups: spec.lookups.map(\.table), asOf: asOf)
    tables.append(derived.value)
    problems += derived.problems
  }
  let validation = try validate(tables, by: spec.validation, asOf: asOf)
  problems += validation.problems
  var checks = validation.results.map(CheckResult.init)
  for (place, source) in spec.sources.enumerated() {
    guard let rules = source.surveyQuality else { continue }
    let report = try surveyQuality(of: tables[place], by: rules, asOf: asOf)
    checks += report.results.map { CheckResult($0, of: source.name) }
    problems += report.problems
    if let flag = source.flag { tables[place] = tables[place].adding(flag, report) }
  }
  let proposed = proposedPeople(
    personRecords(in: tables, fields: spec.people), decided: cleaned.value.people)
  problems += proposed.problems
  problems += checkReferences(spec.sources.flatMap(\.references), in: tables)
  problems = cleaned.problems + withExportedTexts(problems, of: cleaned.value.sources)
  if validation.level == .stop {
    throw RulesFailed(results: validation.results, problems: problems)
  }
  return Checked(
    CheckedSources(
      tables: tables, checks: checks,
      peopleProposals: merged(decisions.people, with: proposed.value),
      openPairs: proposed.value.count), problems: problems)
}

extension Table {
  /// The table with a column that says which rows have a sign of careless answers.
  fileprivate func adding(_ flag: Named, _ report: SurveyQualityReport) -> Table {
    let flagged = Set(report.results.flatMap(\.rows))
    var cells = CategoryColumn(levels: ColumnSchema.yesAndNo)
    for row in 0..<rowCount { cells.append(.value(flagged.contains(row) ? 0 : 1)) }
    return Table(
      name: name, columns: columns + [Column(name: flag, cells: .category(cells))],
      addresses: addresses, loadedRows: loadedRows)
  }
}

extension CheckResult {
  fileprivate init(_ result: ValidationResult) {
    let outcome: CheckOutcome =
      switch result.level {
      case .passed: result.failed == 0 ? .kept : .passedOver
      case .note: .noted
      case .warning, .stop: .warned
      }
    let isAboutSource =
      switch result.rule.kind {
      case .rowCount, .freshness: true
      case .cells, .condition, .unique, .dateOrder: false
      }
    self.init(
      source: result.source, rule: result.rule.name.label,
      checked: isAboutSource ? nil : result.checked,
      failed: result.failed, outcome: outcome)
  }

  fileprivate init(_ result: SurveyQualityResult, of source: Named) {
    self.init(
      source: source, rule: "\(result.kind.rawValue): \(result.rule.label)",
      checked: result.checked, failed: result.rows.count,
      outcome: result.rows.isEmpty ? .kept : .flagged)
  }
}

/// The data are not fit to be reported, so that the earlier outputs stay.
package protocol RefusedData: Error {
  var problems: [Problem] { get }
}

/// Rules failed at which the pipeline stops.
package struct RulesFailed: RefusedData, CustomStringConvertible {
  let results: [ValidationResult]
  package let problems: [Problem]

  package var description: String {
    let lines = results.filter { $0.level == .stop }.map { "  \(words($0))" }
    return """
      the exports fail rules at which the pipeline stops:
      \(lines.joined(separator: "\n"))
      Nothing was written; the earlier outputs are as they were. Correct the exports, or change \
      'stop' in the pipeline. `countin check` lists every place.
      """
  }

  private func words(_ result: ValidationResult) -> String {
    let check = CheckResult(result)
    let problems = result.problems.prefix(3)
    guard let first = problems.first else { return check.description }
    guard check.checked != nil else {
      let column = first.address.column.map { "column '\($0)': " } ?? ""
      return "\(result.source.label): \(column)expected \(first.expected)"
    }
    let places = problems.map { "\($0.address.file):\($0.address.line)" }
    return "\(check); first at \(places.joined(separator: ", "))"
  }
}
