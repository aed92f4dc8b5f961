import EvaluationData

/// How many rows each source had, how many were used, and which answers are missing in them.
func dataQuality(_ input: MeasureInput) -> [Finding] {
  rows(input.tables) + input.tables.flatMap(missingAnswers)
}

private func rows(_ tables: [Table]) -> [Finding] {
  tables.flatMap { table -> [Finding] in
    let scope = Scope(.dataQuality, table.name, Thresholds())
    return [
      (Named("rows-loaded", label: "Rows in the files"), table.loadedRows),
      (Named("rows-used", label: "Rows used, after repeats were left out"), table.rowCount),
    ].map { indicator, count in
      scope.finding(
        .count, .counted, value: Double(count), indicator: indicator, subject: .organisation,
        n: table.loadedRows, base: table.loadedRows)
    }
  }
}

/// For each column with gaps, in how many rows no answer stands, and why.
private func missingAnswers(_ table: Table) -> [Finding] {
  // No share of missing answers is too few to read: it says what the rows are like.
  var thresholds = Thresholds()
  thresholds.shareBase = 0
  let scope = Scope(.dataQuality, table.name, thresholds)
  return table.columns.flatMap { column -> [Finding] in
    let counts = column.cells.missingCounts
    guard !counts.isEmpty else { return [] }
    let all = counts.values.reduce(0, +)
    let missing = Named("missing", label: "Missing")
    return scope.countAndShare(all, of: table.rowCount, variable: column.name, level: missing)
      + MissingReason.allCases.map { reason in
        scope.finding(
          .count, .counted, value: Double(counts[reason] ?? 0), variable: column.name,
          level: Named(reason.rawValue, label: reason.label), n: table.rowCount,
          base: table.rowCount)
      }
  }
}
