import Cleaning
import Disclosing
import EvaluationData
import Reporting

/// What was written, for the closing line.
package struct WrittenOutputs: Sendable {
  package let fileCount: Int
}

/// Writes every file of a run into a folder that is there and empty.
///
/// `runLog` is asked last, so that it can tell how long everything took.
func writeOutputs(
  _ pipeline: Pipeline, _ evaluation: Evaluation, settings: RunSettings, into folder: String,
  runLog: @Sendable () -> String
) async throws -> WrittenOutputs {
  let publish = "\(folder)/publish"
  let internalFolder = "\(folder)/internal"
  try makeFolder(publish)
  try makeFolder(internalFolder)
  // The two audiences' files are written side by side, and so are the lists, which can be long.
  async let matches: Void = writeMatches(
    evaluation.coded, in: evaluation.tables, to: "\(internalFolder)/matches.csv")
  let detail = InternalDetail(
    problems: evaluation.problems, ledgers: evaluation.ledgers,
    quotesToCheck: pipeline.spec.quotes.isEmpty ? nil : evaluation.quotes.toCheck,
    checks: evaluation.checks, disagreements: evaluation.disagreements)
  async let lists = writeLists(detail, into: internalFolder)
  async let mending = writeFixIt(
    fixItList(pipeline, evaluation, settings), into: internalFolder)
  async let matrix = writeFramework(
    frameworkReport(pipeline, evaluation, settings), into: internalFolder)
  let counts = problemCounts(pipeline, evaluation)
  async let written = writeInternal(
    report(pipeline, evaluation, counts, for: .internal, settings), detail: detail,
    into: internalFolder)
  let published = try writePublished(
    report(pipeline, evaluation, counts, for: .publish, settings), into: publish)
  var kept = try await written + lists + matrix + [mending].compactMap(\.self)
  kept += try writeProposals(
    evaluation.levelProposals, to: "proposed-levels.csv", in: internalFolder)
  kept += try writeProposals(
    evaluation.peopleProposals, to: "proposed-people.csv", in: internalFolder)
  try await matches
  var outputs: [(path: String, sha256: String)] = []
  for artifact in published.sorted(by: { $0.path < $1.path }) {
    outputs.append((artifact.path, try OpenFile("\(publish)/\(artifact.path)").sha256()))
  }
  try writeFile(
    manifest(pipeline, evaluation, outputs: outputs), to: "\(publish)/manifest.json")
  try writeFile(runLog(), to: "\(internalFolder)/run.log")
  return WrittenOutputs(fileCount: published.count + kept.count + 3)
}

private func report(
  _ pipeline: Pipeline, _ evaluation: Evaluation, _ problemCounts: [ProblemCount],
  for audience: Audience, _ settings: RunSettings
) -> Report {
  let spec = pipeline.spec
  let disclosed = evaluation.findings[audience]
  return Report(
    title: spec.title, organisation: spec.organisation, contact: spec.contact,
    notice: spec.notice, pipeline: pipeline.name, version: countInVersion, start: spec.start,
    end: spec.end, audience: audience, threshold: spec.suppressBelow,
    findings: disclosed?.findings ?? [], problemCounts: problemCounts,
    files: evaluation.sources.flatMap(\.files),
    limitations: spec.limitations + limitations(evaluation, for: audience),
    quotes: evaluation.quotes.quotes, timestamp: timestamp(spec, settings.environment))
}

/// The source of each file, and of what messages call all files of a source.
func sourcesByFile(_ pipeline: Pipeline, _ evaluation: Evaluation) -> [String: Named] {
  var sources: [String: Named] = [:]
  for source in pipeline.spec.sources { sources[source.files] = source.name }
  for source in evaluation.sources {
    for file in source.files { sources[file.path] = source.name }
  }
  return sources
}

/// How often each kind of problem was met in each source, in the order of the sources.
private func problemCounts(_ pipeline: Pipeline, _ evaluation: Evaluation) -> [ProblemCount] {
  let sourceOfFile = sourcesByFile(pipeline, evaluation)
  var counts: [ProblemKind: [String: Int]] = [:]
  for problem in evaluation.problems where problem.kind.isOfTheData {
    counts[problem.kind, default: [:]][problem.address.file, default: 0] += 1
  }
  var result: [ProblemCount] = []
  for source in evaluation.sources.map(\.name) {
    for kind in ProblemKind.allCases {
      let count = (counts[kind] ?? [:]).reduce(0) { sum, entry in
        sum + (sourceOfFile[entry.key] == source ? entry.value : 0)
      }
      if count > 0 { result.append(ProblemCount(kind: kind, source: source, count: count)) }
    }
  }
  return result
}

/// What the numbers themselves say about their limits.
private func limitations(_ evaluation: Evaluation, for audience: Audience) -> [String] {
  var sentences: [String] = []
  let hidden = evaluation.findings[audience]?.hiddenCount ?? 0
  let findings = evaluation.findings[.internal]?.findings ?? []
  let compared = findings.filter { $0.verdict != nil }
  let tooFew = compared.count { $0.verdict == .tooFew }
  if tooFew > 0 {
    sentences.append(
      "\(tooFew) of \(compared.count) comparisons rest on too few people to say anything.")
  }
  let problems = evaluation.problems.count(where: \.kind.isOfTheData)
  if problems > 0 {
    sentences.append(
      "\(problems) problems were found in the data; cells that could not be read "
        + "count as missing, never as a guess.")
  }
  for check in evaluation.checks where check.outcome == .warned {
    // How many rows could be checked may be a small number of people.
    let words = audience == .internal ? "\(check)" : "\(check.source.label): \(check.rule)"
    sentences.append("A check of the data failed. \(words).")
  }
  if evaluation.withdrawnRows > 0 {
    let rows = evaluation.withdrawnRows == 1 ? "1 row was" : "\(evaluation.withdrawnRows) rows were"
    sentences.append("\(rows) left out, of people who withdrew their consent.")
  }
  if hidden > 0 {
    sentences.append(
      "\(hidden) figures are hidden so that nobody can be recognised from a small number.")
  }
  sentences.append(
    "The figures describe what was recorded. They do not show what caused a change.")
  return sentences
}

/// The time that file metadata carry: given by `SOURCE_DATE_EPOCH`, else the end of the period.
func timestamp(_ spec: PipelineSpec, _ environment: [String: String]) -> Int {
  // Workbooks cannot carry a time before 1980.
  let earliest = 315_532_800
  let given = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
  return max(earliest, given ?? spec.end.daysSince1970 * 86_400)
}

/// Writes what a person may decide, behind what was decided, in the form of the file of decisions.
private func writeProposals<Row: DecisionFileRow>(
  _ rows: [Row], to name: String, in folder: String
) throws(ReportError) -> [Artifact] {
  guard !rows.isEmpty else { return [] }
  var writer = try CSVWriter(path: "\(folder)/\(name)", header: Row.header)
  for row in rows {
    for cell in row.cells { writer.append(forPeople: cell) }
    try writer.endRow()
  }
  try writer.close()
  return [Artifact(path: name)]
}
