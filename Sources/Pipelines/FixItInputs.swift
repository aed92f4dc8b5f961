import Cleaning
import EvaluationData
import Reporting

/// The problems of a run as the owner of each source can mend them.
func fixItList(
  _ pipeline: Pipeline, _ evaluation: Evaluation, _ settings: RunSettings
) -> FixItList {
  let spec = pipeline.spec
  let sourceOfFile = sourcesByFile(pipeline, evaluation)
  var items: [String: [FixItItem]] = [:]
  // Problems are many, columns few.
  var columns: [String: [String?: (allowed: [String], isDerived: Bool)]] = [:]
  for problem in evaluation.problems where problem.kind.isOfTheData {
    guard let source = sourceOfFile[problem.address.file] else { continue }
    let header = problem.address.column
    let column =
      columns[source.name]?[header]
      ?? (
        allowedAnswers(spec.source(source.name)?.schema, header),
        isDerived(header, in: spec.source(source.name))
      )
    columns[source.name, default: [:]][header] = column
    items[source.name, default: []].append(
      FixItItem(
        source: source, problem: problem, allowed: column.allowed, isDerived: column.isDerived,
        why: problem.kind.consequence))
  }
  return FixItList(
    title: spec.title, organisation: spec.organisation, contact: spec.contact,
    notice: spec.notice, pipeline: pipeline.name, asOf: evaluation.asOf,
    owners: evaluation.sources.compactMap { source in
      items[source.name.name].map { FixItOwner(source.name, items: $0) }
    }, timestamp: timestamp(spec, settings.environment))
}

/// What the column under a heading may hold; empty where that is no list.
private func allowedAnswers(_ schema: SourceSchema?, _ header: String?) -> [String] {
  guard let header, let column = schema?.columns.first(where: { $0.header == header }) else {
    return []
  }
  return switch column.kind {
  case .category(let levels, _): levels.map(\.label)
  case .boolean: ["Yes", "No"]
  default: []
  }
}

/// Whether the column under a heading stands in no export.
private func isDerived(_ header: String?, in source: PipelineSpec.Source?) -> Bool {
  guard let header, let source else { return false }
  return source.addedColumns.contains { $0.header == header }
    && !source.schema.columns.contains { $0.header == header }
}
