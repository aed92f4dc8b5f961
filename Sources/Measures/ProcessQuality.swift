import EvaluationData
import Statistics

/// Quality markers as the organisation and as the people involved see them.
func processQuality(_ input: MeasureInput, _ spec: ProcessQualitySpec) -> [Finding] {
  let table = input.table(spec.source)
  guard let markers = table.category(spec.marker), let stages = table.category(spec.stage),
    let actors = table.category(spec.answeredBy), let answers = table.category(spec.answer)
  else { return [] }
  let scope = Scope(.processQuality, table.name, Thresholds())
  let views = [spec.organisation, spec.people].compactMap { name in
    actors.levels.first { $0.name == name }
  }
  func worths(_ isIn: (Int) -> Bool) -> [Double] {
    (0..<table.rowCount).filter(isIn).compactMap { row in
      answers.level(row).flatMap { spec.worth[$0.name] }
    }
  }
  var findings: [Finding] = []
  for stage in stages.levels {
    let indicator = Named("stage-\(stage.name)", label: "All markers: \(stage.label)")
    findings += ratings(scope, indicator, stage, views) { view in
      worths { stages.level($0) == stage && actors.level($0) == view }
    }
  }
  for marker in markers.levels {
    let rows = (0..<table.rowCount).filter { markers.level($0) == marker }
    let stage = rows.lazy.compactMap { stages.level($0) }.first
    findings += ratings(scope, marker, stage, views) { view in
      worths { markers.level($0) == marker && actors.level($0) == view }
    }
  }
  return findings
}

/// A rating for each view, and the gap between the two.
private func ratings(
  _ scope: Scope, _ indicator: Named, _ stage: Named?, _ views: [Named],
  worths: (Named) -> [Double]
) -> [Finding] {
  let values = views.map(worths)
  let means = values.map { try? mean($0.span) }
  var findings = views.indices.map { index in
    scope.finding(
      .rating, .arithmetic, value: means[index], indicator: indicator, variable: stage,
      level: views[index], subject: .organisation, n: values[index].count,
      base: values[index].count, note: means[index] == nil ? "not answered" : "")
  }
  if means.count == 2 {
    let gap = means[0].flatMap { first in means[1].map { first - $0 } }
    findings.append(
      scope.finding(
        .ratingGap, .arithmetic, value: gap, indicator: indicator, variable: stage,
        subject: .organisation, n: values[0].count + values[1].count,
        base: values[0].count + values[1].count,
        note: gap == nil ? "one of the two views is missing" : ""))
  }
  return findings
}
