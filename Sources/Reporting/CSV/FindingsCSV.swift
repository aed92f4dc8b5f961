package import EvaluationData

/// The findings as `findings.csv` holds them, sorted by the bytes of their ids.
package func findingsCSV(_ findings: [Finding]) -> String {
  var rows = CSVRows()
  rows.appendRow(findingsHeader)
  // Ids are ASCII, of which texts are in the order of their bytes.
  let sorted = findings.indices.sorted { findings[$0].id < findings[$1].id }
  for index in sorted { rows.append(findings[index]) }
  return String(decoding: rows.bytes, as: UTF8.self)
}

private let findingsHeader = [
  "id", "measure", "indicator", "source", "variable", "level", "group_by", "group", "wave",
  "statistic", "value", "ci_low", "ci_high", "ci_level", "n", "base", "method", "p", "p_adjusted",
  "verdict", "status", "note",
]

extension CSVRows {
  fileprivate mutating func append(_ finding: Finding) {
    append(finding.id)
    append(finding.measure.rawValue)
    append(finding.indicator?.label ?? "")
    append(finding.source.name)
    append(finding.variable?.label ?? "")
    append(finding.level?.label ?? "")
    append(finding.groupBy?.label ?? "")
    append(finding.group?.label ?? "")
    append(finding.wave?.label ?? "")
    append(finding.statistic.rawValue)
    append(finding.value)
    append(finding.limits?.lower)
    append(finding.limits?.upper)
    append(finding.limits?.level)
    append(finding.n.map(String.init) ?? "")
    append(finding.base.map(String.init) ?? "")
    append(finding.method.rawValue)
    append(finding.p)
    append(finding.adjustedP)
    append(finding.verdict?.rawValue ?? "")
    append(finding.status?.rawValue ?? "")
    append(finding.note)
    endRow()
  }

  private mutating func append(_ number: Double?) { append(number?.shortest ?? "") }
}
