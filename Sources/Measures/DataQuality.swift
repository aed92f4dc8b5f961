import EvaluationData

/// How many rows each source had, and how many were used.
func dataQuality(_ input: MeasureInput) -> [Finding] {
  input.tables.flatMap { table -> [Finding] in
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
