import EvaluationData

/// How often each answer to a closed question was given, of those who answered it.
func frequencies(
  _ input: MeasureInput, _ spec: FrequencySpec, _ thresholds: Thresholds
) -> [Finding] {
  let table = input.table(spec.source)
  var findings: [Finding] = []
  for name in spec.variables {
    guard let variable = table.column(name)?.name, let answers = table.category(name) else {
      continue
    }
    for group in table.groups(by: spec.by) {
      let scope = Scope(
        .processQuality, table.name, thresholds, groupBy: group.groupBy, group: group.group)
      let given = group.rows.compactMap { answers[$0].value }
      for (index, level) in answers.levels.enumerated() {
        findings += scope.countAndShare(
          given.count { $0 == index }, of: given.count, variable: variable, level: level)
      }
      let notStated = group.rows.count - given.count
      if notStated > 0 {
        findings += scope.countAndShare(
          notStated, of: group.rows.count, variable: variable,
          level: Named("not-stated", label: "Not stated"),
          note: "of everybody; the other rows are shares of those who answered")
      }
    }
  }
  return findings
}
