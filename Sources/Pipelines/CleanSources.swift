import Cleaning
import EvaluationData

/// The sources after cleaning, with all that was done to them.
struct CleanedSources: Sendable {
  let tables: [Table]
  let ledgers: [CleaningLedger]
  /// How many rows of people who withdrew their consent were taken out.
  let withdrawnRows: Int
  /// The levels that people may decide on, behind those that they decided.
  let proposals: [LevelDecision]
}

/// Cleans the sources by what people decided: corrections first, then those who withdrew are
/// taken out, and accepted spellings are read as the levels that they were accepted for.
func cleanSources(
  _ spec: PipelineSpec, _ loaded: Checked<[SourceTable]>, by decisions: Decisions, width: Int
) async -> Checked<CleanedSources> {
  let corrected = correct(loaded.value, by: decisions.corrections)
  let remaining = withdraw(
    decisions.withdrawn, from: corrected.value.tables, people: spec.personColumns)
  let accepted = acceptedLevels(decisions.levels, for: spec.sources.map(\.schema))
  var problems = remaining.removed.leavingOut(loaded.problems + corrected.problems)
  problems += decisions.problems + accepted.problems
  var tables: [Table] = []
  var ledgers: [CleaningLedger] = []
  var proposals: [LevelProposal] = []
  for (source, rows) in zip(spec.sources, remaining.tables) {
    let schema = source.schema.accepting(accepted.value)
    let cleaned = await clean(rows, to: schema, width: width)
    tables.append(cleaned.value.table)
    let changes = corrected.value.ledger.filter { $0.source == source.name.name }
    if !changes.isEmpty {
      ledgers.append(
        remaining.removed.leavingOut(
          CleaningLedger(source: source.name.name, entries: changes)))
    }
    ledgers.append(cleaned.value.ledger)
    problems += cleaned.problems
    if cleaned.problems.contains(where: { $0.kind == .unknownLevel }) {
      proposals += proposedLevels(in: rows, schema: schema)
    }
  }
  problems += checkReferences(spec.sources.flatMap(\.references), in: tables)
  return Checked(
    CleanedSources(
      tables: tables, ledgers: ledgers,
      withdrawnRows: remaining.removedCounts.reduce(0) { $0 + $1.rows },
      proposals: merged(decisions.levels, with: proposals)), problems: problems)
}

extension PipelineSpec {
  /// The columns in which the ids of people stand.
  fileprivate var personColumns: [PersonColumns] {
    sources.compactMap { source in
      source.roles[.person].map { PersonColumns(source: source.name.name, columns: [$0]) }
    }
  }
}
