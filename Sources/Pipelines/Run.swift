import Cleaning
package import Disclosing
package import EvaluationData
import Loading
import Measures
package import Reporting
import TextCoding

/// What a run is told beside the pipeline itself.
package struct RunSettings: Sendable {
  package var dataFolder: String?
  package var asOf: CalendarDate?
  /// How many tasks share the work; no result depends on it.
  package var width: Int
  package var environment: [String: String]

  package init(
    dataFolder: String?, asOf: CalendarDate?, width: Int, environment: [String: String]
  ) {
    self.dataFolder = dataFolder
    self.asOf = asOf
    self.width = width
    self.environment = environment
  }
}

/// Everything that a run found out, ready to be reported.
package struct Evaluation: Sendable {
  package let asOf: CalendarDate
  /// Each source with the files that it was loaded from.
  package let sources: [(name: Named, files: [LoadedFile])]
  package let digests: [String: String]
  package let tables: [Table]
  package let coded: [CodedText]
  package let ledgers: [CleaningLedger]
  /// How many rows of people who withdrew their consent were taken out.
  package let withdrawnRows: Int
  let levelProposals: [LevelDecision]
  let peopleProposals: [PeopleDecision]
  /// How many pairs of ids may be one person's and nobody has decided on.
  package let openPairs: Int
  /// What came of each rule that the pipeline has for the data.
  package let checks: [CheckResult]
  package let problems: [Problem]
  package let findings: [Audience: DisclosedFindings]
  package let quotes: ChosenQuotes
  /// What several coders differ on; nil where no two coded the same text.
  package let disagreements: [Disagreement]?
  /// Nil where the pipeline wants none.
  package let framework: FrameworkMatrix?

  /// How many quotes wait for somebody to decide on them.
  package var openQuotes: Int { quotes.toCheck.count { $0.decision == .open && !$0.isUsed } }

  /// How many disagreements of coders wait for somebody to settle them.
  package var openDisagreements: Int { disagreements?.count { $0.decision == .open } ?? 0 }
}

/// Takes a pipeline from its exports to its findings: the stages in their order.
///
/// Nothing is written. `progress` hears the name of each stage as it begins.
package func evaluate(
  _ pipeline: Pipeline, _ settings: RunSettings, progress: Progress
) async throws -> Evaluation {
  let spec = pipeline.spec
  let asOf = settings.asOf ?? spec.end
  let inputs = try Inputs(
    pipeline, dataFolder: settings.dataFolder, environment: settings.environment)
  async let digests = inputs.digests()

  let decisions = try await Decisions(inputs, width: settings.width)
  let loaded = try await step("load", progress) {
    let headings = AcceptedHeadings(decisions.headings, for: spec)
    return try await loadSources(spec, inputs, headings, width: settings.width)
  }
  let names = try await readNames(inputs.nameFiles, width: settings.width)
  let cleaned = try await step("clean", progress) {
    await cleanSources(spec, loaded, by: decisions, width: settings.width)
  }
  let checked = try step("check", progress) {
    try checkSources(spec, cleaned, by: decisions, asOf: asOf)
  }
  let (tables, problems) = (checked.value.tables, checked.problems)
  let files = zip(spec.sources, loaded.value).map { ($0.name, $1.files) }
  try stopIfTooManyProblems(spec, rows: files.flatMap(\.1).reduce(0) { $0 + $1.rows }, problems)
  let coded = try await step("code", progress) {
    try await codeTexts(spec, tables, width: settings.width)
  }
  let input = MeasureInput(
    tables: tables, coded: coded, asOf: asOf, seed: spec.seed, persons: spec.persons,
    adjudications: decisions.adjudications)
  let measured = step("measure", progress) { measure(input, as: spec.measures) }
  try stopIfNothingMatches(measured.peoplesCodes)
  let disclosed = step("disclose", progress) {
    [
      Audience.internal: disclose(measured.findings, under: .showEverything),
      .publish: disclose(
        measured.findings, under: SuppressionPolicy(threshold: spec.suppressBelow)),
    ]
  }
  let quoted = step("quote", progress) { quotes(spec, tables, coded, by: decisions, names: names) }
  let framework = framework(spec, input, by: decisions)

  let known = try await digests
  try inputs.checkUnchanged()
  return Evaluation(
    asOf: asOf, sources: files, digests: known, tables: tables, coded: coded,
    ledgers: cleaned.value.ledgers, withdrawnRows: cleaned.value.withdrawnRows,
    levelProposals: cleaned.value.levelProposals,
    peopleProposals: checked.value.peopleProposals, openPairs: checked.value.openPairs,
    checks: checked.value.checks,
    problems: problems + measured.problems + quoted.problems + (framework?.problems ?? [])
      + repeatedFiles(spec, files, known),
    findings: disclosed, quotes: quoted.value,
    disagreements: disagreements(in: measured.peoplesCodes), framework: framework?.value)
}

/// The files that a source has twice, under two names.
///
/// The sheets of two people who code alike are the same, and no slip.
private func repeatedFiles(
  _ spec: PipelineSpec, _ sources: [(name: Named, files: [LoadedFile])],
  _ digests: [String: String]
) -> [Problem] {
  zip(spec.sources, sources).filter { !$0.0.isSheet }.map(\.1).flatMap { source in
    var first: [String: String] = [:]
    return source.files.compactMap { file -> Problem? in
      guard file.rows > 0, let digest = digests[file.path] else { return nil }
      guard let earlier = first[digest] else {
        first[digest] = file.path
        return nil
      }
      return Problem(
        .repeatedFile, at: CellAddress(file: file.path),
        expected: "a file of its own, found the same as in \(earlier)")
    }
  }
}

/// Loads all sources; what is wrong with the headings of any is told at once.
func loadSources(
  _ spec: PipelineSpec, _ inputs: Inputs, _ headings: AcceptedHeadings, width: Int
) async throws(LoadError) -> Checked<[SourceTable]> {
  var tables: [SourceTable] = []
  var problems = headings.problems
  var errors: [LoadError] = []
  for source in spec.sources {
    let request = headings.request(of: source)
      .filled(byFile: inputs.captures(of: source.name.name))
    do throws(LoadError) {
      let loaded = try await load(
        inputs.inputFiles(of: source.name.name), as: request, width: width)
      tables.append(loaded.value)
      problems += loaded.problems
    } catch {
      errors.append(error)
    }
  }
  if let error = LoadError(errors) { throw error }
  return Checked(tables, problems: problems)
}

private func codeTexts(
  _ spec: PipelineSpec, _ tables: [Table], width: Int
) async throws -> [CodedText] {
  var coded: [CodedText] = []
  for coding in spec.coding {
    for table in tables where table.name.name == coding.source {
      coded.append(
        try await code(table, column: coding.column, by: coding.frame, width: width))
    }
  }
  return coded
}

private func stopIfTooManyProblems(
  _ spec: PipelineSpec, rows: Int, _ problems: [Problem]
) throws(TooManyProblems) {
  guard let limit = spec.stopAbove else { return }
  let affected = Set(problems.map { "\($0.address.file):\($0.address.line)" }).count
  if Double(affected) > limit * Double(rows) {
    throw TooManyProblems(affected: affected, rows: rows, limit: limit, problems: problems)
  }
}

/// The data are worse than the pipeline allows.
package struct TooManyProblems: RefusedData, CustomStringConvertible {
  package let affected: Int
  package let rows: Int
  package let limit: Double
  package let problems: [Problem]

  package var description: String {
    let kinds = Dictionary(grouping: problems, by: \.kind).map { ($0.value.count, $0.key) }
      .sorted { ($1.0, $0.1.rawValue) < ($0.0, $1.1.rawValue) }
    let list = kinds.prefix(5).map { "  \($0.1.rawValue): \($0.0)" }.joined(separator: "\n")
    return """
      too many problems in the data: \(affected) of \(rows) rows; the pipeline stops above \
      \(limit.shortest) of the rows
      \(list)
      Nothing was written; the earlier outputs are as they were. `countin check` shows the places.
      """
  }
}
