import EvaluationData

/// How often each code was given, of all responses with a text.
func codeFrequencies(
  _ input: MeasureInput, _ spec: CodeFrequencySpec, _ thresholds: Thresholds
) -> [Finding] {
  guard
    let coded = input.coded.first(where: { $0.source == spec.source && $0.column == spec.text })
  else { return [] }
  let table = input.table(spec.source)
  let variable = table.column(spec.text)?.name ?? Named(spec.text)
  let codes = coded.codesWithParents
  var findings: [Finding] = []
  for tally in CodeTally.tallies(codes, table, by: nil) {
    findings += tally.findings(
      Scope(.coding, table.name, thresholds), variable, codes.choices, withTotals: true)
  }
  for by in spec.by {
    for tally in CodeTally.tallies(codes, table, by: by) {
      let scope = Scope(
        .coding, table.name, thresholds, groupBy: table.column(by)?.name, group: tally.group)
      findings += tally.findings(scope, variable, codes.choices, withTotals: false)
    }
  }
  return findings
}

/// How many responses of a group carry each code.
private struct CodeTally {
  let group: Named?
  var counts: [Int]
  var responses = 0
  var withCode = 0

  /// One pass over the rows: a tally for each level of `by`, or one for all.
  static func tallies(_ codes: ChoiceColumn, _ table: Table, by: String?) -> [CodeTally] {
    let category = by.flatMap { table.category($0) }
    let empty = [Int](repeating: 0, count: codes.choices.count)
    var tallies =
      category.map { $0.levels.map { CodeTally(group: $0, counts: empty) } }
      ?? [CodeTally(group: nil, counts: empty)]
    // One list for all groups: a list in each of many would be asked for at each code.
    var counts = [Int](repeating: 0, count: tallies.count * empty.count)
    for row in 0..<codes.count where !codes.isMissing(row) {
      let place: Int
      if let category {
        guard let level = category[row].value else { continue }
        place = level
      } else {
        place = 0
      }
      tallies[place].responses += 1
      var isCoded = false
      codes.forEachChoice(of: row) { choice in
        isCoded = true
        counts[place * empty.count + choice] += 1
      }
      if isCoded { tallies[place].withCode += 1 }
    }
    for place in tallies.indices {
      tallies[place].counts = Array(counts[(place * empty.count)...].prefix(empty.count))
    }
    return tallies
  }

  func findings(
    _ scope: Scope, _ variable: Named, _ codes: [Named], withTotals: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    if withTotals {
      findings += scope.countAndShare(
        withCode, of: responses,
        indicator: Named("\(variable.name)-coded", label: "Responses with a code"),
        variable: variable)
    }
    for (index, code) in codes.enumerated() {
      findings += scope.countAndShare(
        counts[index], of: responses, variable: variable, level: code)
    }
    return findings
  }
}
