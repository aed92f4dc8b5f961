package import EvaluationData

/// A source after cleaning, with every change that was made to it.
package struct CleanedSource: Sendable {
  package let table: Table
  package let ledger: CleaningLedger
}

/// Reads the texts of a source as the schema says, leaving the source as it was.
///
/// Nothing is guessed: what cannot be read becomes missing, with a problem that
/// names the place, and every change stands in the ledger. The result does not
/// depend on `width`, the number of tasks that share the work.
package func clean(
  _ source: SourceTable, to schema: SourceSchema, width: Int
) async -> Checked<CleanedSource> {
  let (repeats, columns, rows) = await cleanedColumns(of: source, to: schema, width: width)
  let table = Table(
    name: schema.source, columns: columns.map(\.column), addresses: rows.addresses,
    loadedRows: source.rowCount)
  let ledger = CleaningLedger(
    source: schema.source.name, leftOut: repeats.ledger, columns: columns.map(\.changes),
    addresses: rows.addresses)
  return Checked(
    CleanedSource(table: table, ledger: ledger),
    problems: repeats.problems + columns.flatMap(\.problems))
}

/// The columns without the rows that repeat earlier ones.
private func cleanedColumns(
  of source: SourceTable, to schema: SourceSchema, width: Int
) async -> (repeats: Repeats, columns: [ColumnCleaner.Result], rows: SourceTable) {
  func columns(of rows: SourceTable) async -> [ColumnCleaner.Result] {
    await concurrentMap(schema.columns.count, width: width) { index in
      ColumnCleaner.clean(schema.columns[index], of: rows, periodEnd: schema.periodEnd)
    }
  }
  // Few exports have repeats, and to look for them takes as long as the columns
  // do: both at once, and the columns again where rows are left out.
  async let found = Repeats(of: source, schema: schema)
  let all = await columns(of: source)
  let repeats = await found
  guard let kept = repeats.keptRows else { return (repeats, all, source) }
  let rows = source.keeping(kept)
  return (repeats, await columns(of: rows), rows)
}
