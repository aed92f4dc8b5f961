import Cleaning
import EvaluationData

/// The sources after cleaning, with all that was done to them.
struct CleanedSources: Sendable {
  let tables: [Table]
  /// What was cleaned: the texts of the exports with their corrections made.
  let sources: [SourceTable]
  let ledgers: [CleaningLedger]
  /// How many rows of people who withdrew their consent were taken out.
  let withdrawnRows: Int
  /// The levels that people may decide on, behind those that they decided.
  let levelProposals: [LevelDecision]
  /// Which ids people decided to be one person's.
  let people: PeopleAnswers
}

/// Cleans the sources by what people decided: corrections first, then those who withdrew are
/// taken out, ids of one person become one, and accepted spellings are read as the levels that
/// they were accepted for.
func cleanSources(
  _ spec: PipelineSpec, _ loaded: Checked<[SourceTable]>, by decisions: Decisions, width: Int
) async -> Checked<CleanedSources> {
  let people = PeopleAnswers.reading(decisions.people)
  let corrected = correct(loaded.value, by: decisions.corrections)
  let remaining = withdraw(
    people.value.allIDs(of: decisions.withdrawn.map(\.id)), from: corrected.value.tables,
    people: spec.personColumns)
  let merged = merge(remaining.tables, people: spec.mergedColumns, by: people.value)
  let accepted = acceptedLevels(decisions.levels, for: spec.sources.map(\.schema))
  var problems = remaining.removed.leavingOut(loaded.problems + corrected.problems)
  problems += decisions.problems + people.problems + accepted.problems
  if !decisions.withdrawn.isEmpty || !decisions.people.isEmpty {
    let known = KnownIDs(in: corrected.value.tables, people: spec.personColumns)
    problems += unknownWithdrawals(decisions.withdrawn, known: known) {
      people.value.allIDs(of: [$0])
    }
    problems += unknownPeople(decisions.people, known: known)
  }
  var tables: [Table] = []
  var ledgers: [CleaningLedger] = []
  var proposals: [LevelProposal] = []
  for (source, rows) in zip(spec.sources, merged.tables) {
    let schema = source.schema.accepting(accepted.value)
    let cleaned = await clean(rows, to: schema, width: width)
    let leftOut = merged.leftOutRows[source.name.name] ?? 0
    tables.append(cleaned.value.table.loaded(with: leftOut))
    let changes = (remaining.removed.leavingOut(corrected.value.ledger) + merged.ledger)
      .filter { $0.source == source.name.name }
    if !changes.isEmpty {
      ledgers.append(CleaningLedger(source: source.name.name, entries: changes))
    }
    ledgers.append(cleaned.value.ledger)
    problems += cleaned.problems
    if cleaned.problems.contains(where: { $0.kind == .unknownLevel }) {
      proposals += proposedLevels(in: rows, schema: schema)
    }
  }
  return Checked(
    CleanedSources(
      tables: tables, sources: remaining.tables, ledgers: ledgers,
      withdrawnRows: remaining.removedCounts.reduce(0) { $0 + $1.rows },
      levelProposals: Cleaning.merged(decisions.levels, with: proposals), people: people.value),
    problems: problems)
}

extension Table {
  /// The same table where so many rows more were loaded.
  fileprivate func loaded(with leftOut: Int) -> Table {
    Table(
      name: name, columns: columns, addresses: addresses, loadedRows: loadedRows + leftOut)
  }
}

extension PipelineSpec {
  /// The columns in which the ids of people stand.
  fileprivate var personColumns: [PersonColumns] {
    sources.compactMap { source in
      source.roles[.person].map { PersonColumns(source: source.name.name, columns: [$0]) }
    }
  }

  /// The same with the columns that refer to them.
  fileprivate var mergedColumns: [PersonColumns] {
    sources.map { source in
      let person = source.roles[.person]
      return PersonColumns(
        source: source.name.name, columns: source.personColumns(in: self),
        register: source.schema.key == [person] ? person : nil)
    }
  }
}
