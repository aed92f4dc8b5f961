package import EvaluationData

/// The sources with one id for each person, and a ledger entry for each cell that changed.
package struct MergedSources: Sendable {
  package let tables: [SourceTable]
  /// In order of source, column and row.
  package let ledger: [LedgerEntry]
}

/// Reads the second id of each person as the first, wherever ids of people stand.
///
/// The rows stay: two rows of one person in a source whose key is the id are then
/// told as conflicting, and the first is kept.
package func merge(
  _ sources: [SourceTable], people: [PersonColumns], by answers: PeopleAnswers
) -> MergedSources {
  var ledger: [LedgerEntry] = []
  guard !answers.keptIDs.isEmpty else { return MergedSources(tables: sources, ledger: []) }
  let tables = sources.map { source in
    let names = Set(people.filter { $0.source == source.name }.flatMap(\.columns))
    return source.with(
      source.columns.map { column in
        guard names.contains(column.name) else { return column }
        var replacements: [(row: Int, text: String)] = []
        column.forEachID { row, id in
          guard let kept = answers.keptIDs[id] else { return }
          replacements.append((row, kept))
          ledger.append(
            LedgerEntry(
              source: source.name,
              address: source.addresses.address(of: row, column: column.header),
              before: column[row].withDamageShown, after: kept, rule: .samePerson))
        }
        return column.replacing(replacements)
      })
  }
  return MergedSources(tables: tables, ledger: ledger)
}
