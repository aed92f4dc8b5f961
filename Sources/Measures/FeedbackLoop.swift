import EvaluationData
import Statistics

/// What became of what people said: never the fix rate alone.
func feedbackLoop(
  _ input: MeasureInput, _ spec: FeedbackLoopSpec, _ thresholds: Thresholds
) -> [Finding] {
  let table = input.table(spec.source)
  let entries = LoopEntry.entries(table, spec, asOf: input.asOf)
  var findings = loopFindings(
    entries.compactMap { $0 }, Scope(.feedbackLoop, table.name, thresholds), asOf: input.asOf)
  for by in spec.by {
    for group in table.groups(by: by).dropFirst() {
      let scope = Scope(
        .feedbackLoop, table.name, thresholds, groupBy: group.groupBy, group: group.group)
      findings += loopFindings(
        group.rows.compactMap { entries[$0] }, scope, asOf: input.asOf)
    }
  }
  return findings
}

/// One suggestion and how far it has come by the as-of date.
private struct LoopEntry {
  let isProblem: Bool
  let raised: CalendarDate?
  let decided: CalendarDate?
  let isDecided: Bool
  let isRejected: Bool
  let hasReason: Bool
  let isChanged: Bool
  let isTold: Bool
  let isConfirmed: Bool

  var isFixed: Bool { isChanged && !isRejected }
  var isOpen: Bool { !isFixed && !isRejected }

  /// An entry for each row; nil where it was raised after the as-of date.
  static func entries(
    _ table: Table, _ spec: FeedbackLoopSpec, asOf: CalendarDate
  ) -> [LoopEntry?] {
    func isLater(_ column: String, _ row: Int) -> Bool {
      table.date(column)?[row].value.map { $0 > asOf } ?? false
    }
    func date(_ column: String, _ row: Int) -> CalendarDate? {
      isLater(column, row) ? nil : table.date(column)?[row].value
    }
    let kind = table.category(spec.kind)
    let decision = table.category(spec.decision)
    let solved = table.category(spec.solved)
    let reason = table.text(spec.reason)
    return (0..<table.rowCount).map { row in
      guard !isLater(spec.raisedOn, row) else { return nil }
      let level = isLater(spec.decidedOn, row) ? nil : decision?.level(row)?.name
      return LoopEntry(
        isProblem: kind?.level(row).map { spec.problems.contains($0.name) } ?? false,
        raised: date(spec.raisedOn, row), decided: date(spec.decidedOn, row),
        isDecided: level != nil || date(spec.decidedOn, row) != nil,
        isRejected: level.map { spec.rejected.contains($0) } ?? false,
        hasReason: reason?[row].value != nil, isChanged: date(spec.changedOn, row) != nil,
        isTold: date(spec.toldOn, row) != nil,
        isConfirmed: solved?.level(row).map { spec.solvedYes.contains($0.name) } ?? false)
    }
  }
}

private func loopFindings(
  _ entries: [LoopEntry], _ scope: Scope, asOf: CalendarDate
) -> [Finding] {
  let problems = entries.filter(\.isProblem)
  func part(
    _ name: String, _ label: String, of base: [LoopEntry], _ isIn: (LoopEntry) -> Bool
  ) -> [Finding] {
    scope.countAndShare(
      base.count(where: isIn), of: base.count, indicator: Named(name, label: label))
  }
  var findings = [
    scope.finding(
      .count, .counted, value: Double(entries.count),
      indicator: Named("raised", label: "Suggestions and problems raised"), n: entries.count,
      base: entries.count),
    scope.finding(
      .count, .counted, value: Double(problems.count),
      indicator: Named("identified", label: "Problems identified"), n: entries.count,
      base: entries.count),
  ]
  findings += scope.countAndShare(
    problems.count { $0.isFixed && $0.isConfirmed }, of: problems.count, statistic: .fixRate,
    indicator: Named("fix-rate", label: "Fixed and confirmed (fix rate)"),
    note: "fixed to the satisfaction of those who raised it, of all problems identified")
  findings += part("fixed-unconfirmed", "Fixed, not confirmed", of: problems) {
    $0.isFixed && !$0.isConfirmed
  }
  findings += part("rejected-with-reason", "Rejected with a reason", of: problems) {
    $0.isRejected && $0.hasReason
  }
  findings += part("rejected-without-reason", "Rejected without a reason", of: problems) {
    $0.isRejected && !$0.hasReason
  }
  findings += part("open", "Still open", of: problems) { $0.isOpen }
  findings.append(ageOfOpen(problems.filter(\.isOpen), scope, asOf: asOf))
  findings += part("decided", "Decided", of: entries) { $0.isDecided }
  findings += part("changed", "Led to a change", of: entries) { $0.isChanged }
  findings += part("told", "People were told", of: entries) { $0.isTold }
  findings.append(daysToDecision(entries, scope, asOf: asOf))
  return findings
}

private func ageOfOpen(_ open: [LoopEntry], _ scope: Scope, asOf: CalendarDate) -> Finding {
  let ages = open.compactMap { entry in
    entry.raised.map { Double(asOf.daysSince1970 - $0.daysSince1970) }
  }
  return scope.finding(
    .medianDays, .quantileType7, value: try? median(ages.span),
    indicator: Named("age-of-open", label: "Age of open problems"), n: ages.count,
    base: open.count,
    note: open.isEmpty ? "no problem is open" : ages.isEmpty ? "no open problem has a date" : "")
}

/// Half of what was raised is decided within so many days; what is open counts as not yet.
private func daysToDecision(
  _ entries: [LoopEntry], _ scope: Scope, asOf: CalendarDate
) -> Finding {
  var times: [Double] = []
  var decided: [Bool] = []
  for entry in entries {
    guard let raised = entry.raised else { continue }
    // Decided on a day that is not stated: neither open nor timed.
    if entry.isDecided, entry.decided == nil { continue }
    let end = entry.decided ?? asOf
    guard end >= raised else { continue }
    times.append(Double(end.daysSince1970 - raised.daysSince1970))
    decided.append(entry.decided != nil)
  }
  let indicator = Named("days-to-decision", label: "Days until a decision")
  let curve = try? KaplanMeier(times: times.span, events: decided)
  return scope.finding(
    .medianDays, .kaplanMeier, value: curve?.median, indicator: indicator, n: times.count,
    base: entries.count,
    note: curve?.median == nil ? "fewer than half have been decided" : "")
}
