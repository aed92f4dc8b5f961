package import EvaluationData

/// The sources with one id for each person, and a ledger entry for each cell that changed.
package struct MergedSources: Sendable {
  package let tables: [SourceTable]
  /// In order of source, column and row.
  package let ledger: [LedgerEntry]
  /// How many rows were left out of registers, by source.
  package let leftOutRows: [String: Int]
}

/// Reads the second id of each person as the first, wherever ids of people stand.
///
/// In a register, which has one row a person, the row of the first id stays and those of the
/// others are left out: that they differ is what the decision was about. In other sources all
/// rows stay, so that two different answers of one person are told when repeats are looked for.
package func merge(
  _ sources: [SourceTable], people: [PersonColumns], by answers: PeopleAnswers
) -> MergedSources {
  guard !answers.keptIDs.isEmpty else {
    return MergedSources(tables: sources, ledger: [], leftOutRows: [:])
  }
  var ledger: [LedgerEntry] = []
  var leftOut: [String: Int] = [:]
  let tables = sources.map { source in
    var merging = SourceMerge(source, answers.keptIDs)
    for columns in people where columns.source == source.name {
      if let register = columns.register.flatMap(source.column) { merging.leaveOut(register) }
    }
    let names = Set(people.filter { $0.source == source.name }.flatMap(\.columns))
    let merged = merging.merged(names)
    ledger += merging.ledger
    if !merging.leftOut.isEmpty { leftOut[source.name] = merging.leftOut.count }
    return merged
  }
  return MergedSources(tables: tables, ledger: ledger, leftOutRows: leftOut)
}

/// The work on one source.
private struct SourceMerge {
  private let source: SourceTable
  /// Each id that is read as another, with that other.
  private let keptIDs: [String: String]
  private(set) var leftOut: Set<Int> = []
  private(set) var ledger: [LedgerEntry] = []

  init(_ source: SourceTable, _ keptIDs: [String: String]) {
    self.source = source
    self.keptIDs = keptIDs
  }

  /// Leaves out the rows of ids that are read as another, but for one where the other has none.
  mutating func leaveOut(_ register: SourceColumn) {
    var present: Set<String> = []
    register.forEachID { _, id in present.insert(id) }
    var rows: [Int] = []
    register.forEachID { row, id in
      if let kept = keptIDs[id], !present.insert(kept).inserted { rows.append(row) }
    }
    leftOut = Set(rows)
    ledger += rows.map { entry($0, register, after: "") }
  }

  mutating func merged(_ names: Set<String>) -> SourceTable {
    let columns = source.columns.map { column in
      guard names.contains(column.name) else { return column }
      var replacements: [(row: Int, text: String)] = []
      column.forEachID { row, id in
        if let kept = keptIDs[id], !leftOut.contains(row) { replacements.append((row, kept)) }
      }
      ledger += replacements.map { entry($0.row, column, after: $0.text) }
      return column.replacing(replacements)
    }
    let merged = source.with(columns)
    return leftOut.isEmpty
      ? merged : merged.keeping((0..<source.rowCount).filter { !leftOut.contains($0) })
  }

  private func entry(_ row: Int, _ column: SourceColumn, after: String) -> LedgerEntry {
    LedgerEntry(
      source: source.name, address: source.addresses.address(of: row, column: column.header),
      before: column[row].withDamageShown, after: after, rule: .samePerson)
  }
}
