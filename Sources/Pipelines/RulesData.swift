import Cleaning
package import EvaluationData
package import TextCoding

/// A free text of a pipeline with its rules and its responses.
package struct RulesData: Sendable {
  package let source: Named
  /// The name of the text column.
  package let column: String
  package let frame: CodeFrame
  package let table: Table
  package let places: RulePlaces
  let pipeline: Pipeline
  /// All tables of the pipeline, and what was settled where coders differed.
  let tables: [Table]
  let adjudications: [Adjudication]

  package var cells: TextCells? { table.text(column) }

  /// The file and line of a response.
  package func address(of row: Int) -> String {
    "\(table.addresses.file(of: row)):\(table.addresses.line(of: row))"
  }
}

/// What is asked of the rules cannot be told, and why.
package enum RulesDataError: Error, Sendable, Hashable, CustomStringConvertible {
  case noCoding
  case unknownSource(String, known: [String])
  case severalSources([String])
  case noHumanCodes(source: String)
  case noSuchColumn(String, source: String, known: [String])
  case noSuchCode(String, known: [String])
  case badTerm(String, PatternError)

  package var description: String {
    switch self {
    case .noCoding:
      "this pipeline codes no text; add `coding:` to its pipeline.yaml"
    case .unknownSource(let name, let known):
      "no text of a source '\(name)' is coded; coded are: \(known.joined(separator: ", "))"
    case .severalSources(let known):
      "the pipeline codes the texts of several sources; name one with --source: "
        + known.joined(separator: ", ")
    case .noHumanCodes(let source):
      """
      nothing says what codes people gave to the texts of '\(source)'
      Add a block under `agreement:` of the pipeline's `measures:`, with `rules: \(source)` \
      and the source of people's codes under `coders:`.
      """
    case .noSuchColumn(let name, let source, let known):
      "there is no category column '\(name)' in '\(source)'; "
        + (nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "known: \(known.joined(separator: ", "))")
    case .noSuchCode(let name, let known):
      "there is no code '\(name)'; "
        + (nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "known: \(known.joined(separator: ", "))")
    case .badTerm(let term, let error):
      "in the term '\(term)': \(error)"
    }
  }
}

extension Pipeline {
  /// Reads the responses of every text that the pipeline codes, or of one source's text.
  package func rulesData(
    _ settings: RunSettings, source: String?
  ) async throws -> [RulesData] {
    guard !spec.coding.isEmpty else { throw RulesDataError.noCoding }
    let known = spec.coding.map(\.source)
    if let source, !known.contains(source) {
      throw RulesDataError.unknownSource(source, known: known)
    }
    let (tables, adjudications) = try await tables(settings)
    return try spec.coding.compactMap { coding in
      guard source == nil || coding.source == source,
        let table = tables.first(where: { $0.name.name == coding.source })
      else { return nil }
      return RulesData(
        source: table.name, column: coding.column, frame: coding.frame, table: table,
        places: try RulePlaces(file: coding.rulesFile, of: self), pipeline: self,
        tables: tables, adjudications: adjudications)
    }
  }

  /// The same where one text is meant: the only one, or that of the source named.
  package func oneRulesData(_ settings: RunSettings, source: String?) async throws -> RulesData {
    let all = try await rulesData(settings, source: source)
    guard let first = all.first, all.count == 1 else {
      throw RulesDataError.severalSources(all.map(\.source.name))
    }
    return first
  }

  /// The tables as a run codes and measures them.
  private func tables(
    _ settings: RunSettings
  ) async throws -> (tables: [Table], adjudications: [Adjudication]) {
    let inputs = try Inputs(
      self, dataFolder: settings.dataFolder, environment: settings.environment,
      needsSheets: false)
    let decisions = try await Decisions(inputs, width: settings.width)
    let headings = AcceptedHeadings(decisions.headings, for: spec)
    let loaded = try await loadSources(spec, inputs, headings, width: settings.width)
    let cleaned = await cleanSources(spec, loaded, by: decisions, width: settings.width)
    let checked = try checkSources(
      spec, cleaned, by: decisions, asOf: settings.asOf ?? spec.end)
    try inputs.checkUnchanged()
    return (checked.value.tables, decisions.adjudications)
  }
}
