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
  let repeats = Repeats(of: source, schema: schema)
  let rows = repeats.keptRows.map(source.keeping) ?? source
  let columns = await concurrentMap(schema.columns.count, width: width) { index in
    ColumnCleaner.clean(schema.columns[index], of: rows)
  }
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
