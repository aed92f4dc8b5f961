import EvaluationData
import Statistics

/// Change between two waves within people, with those who are missing beside it.
func outcomes(
  _ input: MeasureInput, _ spec: OutcomesSpec, _ thresholds: Thresholds
) -> [Finding] {
  let table = input.table(spec.source)
  var findings: [Finding] = []
  for group in table.groups(by: spec.by) {
    let scope = Scope(
      .outcomes, table.name, thresholds, groupBy: group.groupBy, group: group.group)
    let answers = spec.variables.compactMap { variable in
      PairedAnswers(table, spec, variable: variable, rows: group.rows)
    }
    let means = answers.map { answers -> PairedTTest? in
      guard answers.baseline.count >= thresholds.testBase else { return nil }
      return try? PairedTTest(answers.baseline.span, answers.followUp.span)
    }
    let ranks = answers.map { answers -> WilcoxonSignedRankTest? in
      guard answers.baseline.count >= thresholds.testBase else { return nil }
      return try? WilcoxonSignedRankTest(answers.baseline.span, answers.followUp.span)
    }
    let meanP = adjustedWhereTested(means.map { $0?.pValue })
    let rankP = adjustedWhereTested(ranks.map { $0?.pValue })
    for (index, answers) in answers.enumerated() {
      findings += answers.change(scope, means[index], adjustedP: meanP[index])
      findings += answers.typicalChange(scope, ranks[index], adjustedP: rankP[index])
      findings += answers.shares(scope, meaningful: spec.meaningfulChange)
      findings += answers.attrition(scope)
    }
    findings += netScores(table, spec, group.rows, scope)
  }
  return findings
}

/// The answers of the people who gave both, and the baseline of those who gave one.
private struct PairedAnswers {
  let variable: Named
  var baseline: [Double] = []
  var followUp: [Double] = []
  var baselineOnly: [Double] = []

  init?(_ table: Table, _ spec: OutcomesSpec, variable: String, rows: [Int]) {
    guard let column = table.column(variable), case .number(let values) = column.cells,
      let waves = table.category(spec.wave), let persons = table.text(spec.person)
    else { return nil }
    self.variable = column.name
    var first: [(person: String, value: Double)] = []
    var seen: Set<String> = []
    var second: [String: Double] = [:]
    for row in rows {
      guard let person = persons[row].value, let wave = waves.level(row)?.name,
        let value = values[row].value
      else { continue }
      if wave == spec.baseline, seen.insert(person).inserted {
        first.append((person, value))
      } else if wave == spec.followUp, second[person] == nil {
        second[person] = value
      }
    }
    for (person, value) in first {
      if let later = second[person] {
        baseline.append(value)
        followUp.append(later)
      } else {
        baselineOnly.append(value)
      }
    }
  }

  private var pairs: Int { baseline.count }

  func change(_ scope: Scope, _ test: PairedTTest?, adjustedP: Double?) -> [Finding] {
    let size = standardizedSize
    let sameChange = self.sameChange
    let interval = test?.effect ?? (try? PairedTTest(baseline.span, followUp.span))?.effect
    var findings: [Finding] = []
    for (statistic, values) in [(Statistic.baselineMean, baseline), (.followUpMean, followUp)] {
      let interval = try? MeanInterval(values.span).interval
      let value = pairs > 1 ? interval?.estimate ?? (try? mean(values.span)) : nil
      findings.append(
        scope.finding(
          statistic, .tInterval, value: value, variable: variable, interval: interval,
          n: pairs, base: pairs,
          note: value == nil ? "too few answers" : interval == nil ? "all answers alike" : ""))
    }
    let note = pairs < 2 ? "too few people with both answers" : "self-report"
    findings.append(
      scope.finding(
        .meanChange, .pairedT, value: interval?.estimate ?? sameChange, variable: variable,
        interval: interval, n: pairs, base: pairs, p: test?.pValue, adjustedP: adjustedP,
        verdict: sameChange.map { $0 != 0 } ?? false && pairs >= scope.thresholds.testBase
          ? nil
          : scope.thresholds.verdict(
            p: test?.pValue, adjustedP: adjustedP, size: 0, base: pairs),
        note: sameChange == nil ? note : "\(note); everybody changed by the same amount"))
    findings.append(
      scope.finding(
        .standardizedChange, .hedgesAverage, value: size?.estimate, variable: variable,
        interval: size, n: pairs, base: pairs,
        note: size != nil
          ? "" : pairs < 3 ? "too few people with both answers" : "the changes hardly vary"))
    return findings
  }

  /// The change of everybody, where there is no spread from which to take an interval.
  private var sameChange: Double? {
    guard pairs > 1, (try? PairedTTest(baseline.span, followUp.span)) == nil else { return nil }
    let changes = zip(baseline, followUp).map { $1 - $0 }
    return try? mean(changes.span)
  }

  private var standardizedSize: Interval? {
    (try? StandardizedMeanChange(baseline.span, followUp.span))?.interval
  }

  func typicalChange(
    _ scope: Scope, _ test: WilcoxonSignedRankTest?, adjustedP: Double?
  ) -> [Finding] {
    guard let test else { return [] }
    return [
      scope.finding(
        .medianChange, test.method == .exact ? .signedRankExact : .signedRankNormal,
        value: test.effect.estimate, variable: variable, interval: test.effect, n: pairs,
        base: pairs, p: test.pValue, adjustedP: adjustedP,
        verdict: scope.thresholds.verdict(
          p: test.pValue, adjustedP: adjustedP, size: 0, base: pairs))
    ]
  }

  func shares(_ scope: Scope, meaningful: Double) -> [Finding] {
    // Rounded: 4.1 less 3.1 falls short of 1 by the rounding of doubles alone.
    let changes = zip(baseline, followUp).map { Finding.rounded($1 - $0) }
    let better = changes.count { $0 >= meaningful }
    let worse = changes.count { $0 <= -meaningful }
    let size = meaningful.shortest
    return [
      (Statistic.shareBetter, "better", "Better", better, "a rise of at least \(size)"),
      (.shareSame, "same", "The same", pairs - better - worse, "a change of less than \(size)"),
      (.shareWorse, "worse", "Worse", worse, "a fall of at least \(size)"),
    ].flatMap { statistic, name, label, count, note in
      scope.countAndShare(
        count, of: pairs, statistic: statistic, variable: variable,
        level: Named(name, label: label), note: note)
    }
  }

  /// Who is missing from the comparison, and whether they started elsewhere.
  func attrition(_ scope: Scope) -> [Finding] {
    let level = Named("not-followed-up", label: "Not followed up")
    var findings = scope.countAndShare(
      baselineOnly.count, of: pairs + baselineOnly.count, statistic: .attrition,
      variable: variable, level: level)
    let difference = try? WelchTTest(baselineOnly.span, baseline.span).effect
    findings.append(
      scope.finding(
        .attritionDifference, .welch, value: difference?.estimate, variable: variable,
        level: level, interval: difference, n: baselineOnly.count,
        base: pairs + baselineOnly.count,
        note: difference == nil ? "too few people to compare" : ""))
    return findings
  }
}

/// The net score of a 0–10 question, for each wave.
private func netScores(
  _ table: Table, _ spec: OutcomesSpec, _ rows: [Int], _ scope: Scope
) -> [Finding] {
  guard let name = spec.netScore, let column = table.column(name),
    case .number(let values) = column.cells, let waves = table.category(spec.wave)
  else { return [] }
  return waves.levels.map { wave in
    let answers = rows.filter { waves.level($0) == wave }.compactMap { values[$0].value }
    let promoters = answers.count { $0 >= 9 }
    let detractors = answers.count { $0 <= 6 }
    let score = try? NetScore(
      promoters: promoters, passives: answers.count - promoters - detractors,
      detractors: detractors)
    return scope.finding(
      .netScore, score?.method == .adjustedWald ? .adjustedWald : .wald,
      value: score?.interval.estimate, variable: column.name, wave: wave,
      interval: score?.interval, n: answers.count, base: answers.count,
      verdict: answers.count < scope.thresholds.shareBase ? .tooFew : nil,
      note: score == nil ? "nobody answered" : "from -100 to 100")
  }
}
