import Cleaning
import EvaluationData
import Loading

/// A heading that somebody accepted for a column, although the pipeline has other words for it.
///
/// Without a name in `accepted_by` it changes nothing.
struct HeadingDecision: DecisionFileRow {
  static let file = "decisions/headings.csv"
  static let header = ["source", "column", "heading", "accepted_by", "on"]

  let line: Int
  let source: String
  let column: String
  let heading: String
  let acceptedBy: String
  let on: String

  init(_ row: DecisionRow) {
    let cells = row.cells + [String](repeating: "", count: max(0, 5 - row.cells.count))
    line = row.line
    source = cells[0].trimmingSpaces
    column = cells[1].trimmingSpaces
    heading = cells[2]
    acceptedBy = cells[3]
    on = cells[4]
  }

  var cells: [String] { [source, column, heading, acceptedBy, on] }

  var isAccepted: Bool { !acceptedBy.trimmingSpaces.isEmpty }

  fileprivate func problem(
    _ kind: ProblemKind, _ column: String, _ expected: String
  ) -> Problem {
    Problem(
      kind, at: CellAddress(file: HeadingDecision.file, line: line, column: column),
      expected: expected)
  }
}

/// The sources of a pipeline with the headings that people accepted.
struct AcceptedHeadings {
  private(set) var problems: [Problem] = []
  private let spec: PipelineSpec
  private var accepted: [HeadingDecision] = []

  init(_ decisions: [HeadingDecision], for spec: PipelineSpec) {
    self.spec = spec
    for decision in decisions where decision.isAccepted {
      if let problem = misfit(decision) {
        problems.append(problem)
        continue
      }
      accepted.append(decision)
    }
    dropContradictions()
  }

  /// What is asked of the files of a source.
  func request(of source: PipelineSpec.Source) -> LoadRequest {
    accepted.filter { $0.source == source.name.name }.reduce(source.request) { request, decision in
      request.accepting(decision.heading, for: source.requestedName(decision.column))
    }
  }

  /// How a decision does not fit the pipeline.
  private func misfit(_ decision: HeadingDecision) -> Problem? {
    func nearest(_ word: String, _ known: [String]) -> String {
      nearestName(to: word, among: known).map { "; the nearest is '\($0)'" } ?? ""
    }
    guard let source = spec.source(decision.source) else {
      return decision.problem(
        .staleDecision, "source",
        "a source of the pipeline" + nearest(decision.source, spec.sources.map(\.name.name)))
    }
    let names = source.headedColumns
    guard names.contains(decision.column) else {
      return decision.problem(
        .staleDecision, "column",
        "a column of '\(source.name.name)' that has a heading"
          + nearest(decision.column, names.sorted()))
    }
    let heading = foldedLevel(decision.heading)
    let isTaken = source.request.columns.contains { column in
      column.name != source.requestedName(decision.column)
        && column.headers.contains { foldedLevel($0) == heading }
    }
    if heading.isEmpty || isTaken {
      return decision.problem(
        .staleDecision, "heading",
        heading.isEmpty ? "a heading" : "a heading that the pipeline names for no other column")
    }
    return nil
  }

  /// Of two decisions that give one heading to two columns neither counts.
  private mutating func dropContradictions() {
    let all = accepted
    accepted = all.filter { decision in
      let other = all.first {
        $0.source == decision.source && $0.column != decision.column
          && foldedLevel($0.heading) == foldedLevel(decision.heading)
      }
      guard let other else { return true }
      if other.line < decision.line {
        problems.append(
          decision.problem(
            .contradictingDecisions, "column",
            "the column that line \(other.line) gives for the same heading"))
      }
      return false
    }
  }
}

extension PipelineSpec.Source {
  /// The columns that a heading may be accepted for, by their names in the schema.
  fileprivate var headedColumns: Set<String> {
    let requested = request.columns.filter { $0.valueOfFile == nil && $0.part?.kind != .otherText }
    let ownWords = schema.columns.filter { $0.kind.isOwnWords }.map(\.name.name)
    return Set(requested.map(\.name) + requested.compactMap { $0.part?.question } + ownWords)
  }

  /// The name under which a column is asked for.
  fileprivate func requestedName(_ column: String) -> String {
    guard let kind = schema.columns.first(where: { $0.name.name == column })?.kind,
      case .ownWords(let question) = kind
    else { return column }
    return MultiSelect.otherTextColumn(question.name)
  }
}

extension ColumnSchema.Kind {
  fileprivate var isOwnWords: Bool {
    if case .ownWords = self { true } else { false }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
