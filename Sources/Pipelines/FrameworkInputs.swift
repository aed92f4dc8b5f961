import Cleaning
import EvaluationData
import Loading
import Measures
import Reporting
import TextCoding

/// The keys below `framework`.
let frameworkKeys: [Key] = [
  Key("source", .text, required: true, "A source that is coded."),
  Key(
    "case", .text, required: true,
    "The column that tells the case of a response, such as a person, a meeting or a site: a "
      + "category, an id or a text; a category of the register of people is written with its "
      + "source, as in `members.gender`."),
  Key(
    "id", .text,
    "The id column by which the matrix refers to responses; their file and line when absent."),
  Key("codes", .oneOrMore(.text), "The codes in the columns; all when absent."),
  Key(
    "per_cell", .integer(atLeast: 1), "How many responses a cell shows; 10 when absent."),
]

extension SpecReader {
  mutating func readFramework() {
    guard let node = document.root["framework"] else { return }
    guard let name = node["source"], let caseNode = node["case"] else { return }
    guard let coding = spec.coding.first(where: { $0.source == name.text }),
      let source = spec.source(name.text)
    else {
      refuse(name, "coded source", known: spec.coding.map(\.source))
      return
    }
    let codes = coding.frame.codes.map(\.name.name)
    for item in node["codes"]?.items ?? [] where !codes.contains(item.text) {
      refuse(item, "code", known: codes)
    }
    guard let caseColumn = caseColumn(caseNode, of: source) else { return }
    var framework = FrameworkSpec(
      source: source.name.name, text: coding.column, caseColumn: caseColumn)
    framework.id = column(node["id"], .text, of: source)
    framework.codes = node["codes"].map { Set($0.items.map(\.text)) }
    framework.perCell = node.integer("per_cell") ?? framework.perCell
    spec.framework = framework
  }

  /// A text or id of the source itself, or a category of it or of a register of its people.
  private mutating func caseColumn(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> Attribute? {
    if source.columns.contains(where: { $0.name.name == node.text }) {
      return knownColumn(node, [.category, .text], of: source).map {
        Attribute(source: source.name.name, column: $0.name.name)
      }
    }
    return attribute(node, of: source)
  }
}

extension FrameworkSummary {
  /// The file of summaries as a list.
  static let file = "decisions/summaries.csv"

  /// The rows of the list.
  static func list(_ file: InputFile, width: Int) async throws -> [FrameworkSummary] {
    let table = try await inspect(file, width: width).table
    func column(_ heading: String) -> SourceColumn? {
      table.columns.first { $0.name.lowercased() == heading }
    }
    guard let cases = column(header[0]), let themes = column(header[1]),
      let texts = column(header[2])
    else {
      throw DecisionsError(
        file: file.path, reason: "expected the columns 'case', 'theme' and 'summary'")
    }
    let bases = column(header[3])
    return (0..<table.rowCount).map { row in
      let basis = bases?[row] ?? ""
      return FrameworkSummary(
        address: CellAddress(file: file.path, line: table.addresses.line(of: row)),
        caseName: unmarked(cases[row]), theme: unmarked(themes[row]), text: unmarked(texts[row]),
        basis: basis.isEmpty ? nil : basis)
    }
  }

  /// The summaries of a sheet of the matrix that was saved as CSV.
  static func sheet(_ file: InputFile, width: Int) async throws -> [FrameworkSummary] {
    let table = try await inspect(file, width: width).table
    guard table.columns.count > 2, table.columns[1].name.lowercased() == "row" else {
      throw DecisionsError(
        file: file.path,
        reason: "expected a sheet of framework.xlsx, its second column headed 'Row'")
    }
    let (names, rows) = (table.columns[0], table.columns[1])
    // What was said stands in a row of its own, which may have been sorted away from the summary.
    var verbatims: [String: Int] = [:]
    for row in 0..<table.rowCount where rows[row] == FrameworkMatrix.verbatimRow {
      verbatims[names[row]] = row
    }
    return (0..<table.rowCount).filter { rows[$0] == FrameworkMatrix.summaryRow }.flatMap { row in
      table.columns.dropFirst(2).map { column in
        let said = verbatims[names[row]].map { column[$0] }
        return FrameworkSummary(
          address: CellAddress(
            file: file.path, line: table.addresses.line(of: row), column: column.name),
          caseName: unmarked(names[row]), theme: column.name, text: unmarked(column[row]),
          basis: said.map { text in
            FrameworkMatrix.basis(of: text.split(whereSeparator: \.isNewline).map(String.init))
          })
      }
    }
  }
}

/// The framework matrix that the pipeline wants, with what analysts wrote.
func framework(
  _ spec: PipelineSpec, _ input: MeasureInput, by decisions: Decisions
) -> Checked<FrameworkMatrix>? {
  spec.framework.flatMap { frameworkMatrix(input, $0, summaries: decisions.summaries) }
}

/// Writes the matrix, if there is one.
func writeFramework(
  _ report: FrameworkReport?, into folder: String
) throws(ReportError) -> [Artifact] {
  guard let report else { return [] }
  return try Reporting.writeFramework(report, into: folder)
}

/// What the workbook of the matrix says; nil where the pipeline wants none.
func frameworkReport(
  _ pipeline: Pipeline, _ evaluation: Evaluation, _ settings: RunSettings
) -> FrameworkReport? {
  evaluation.framework.map { matrix in
    FrameworkReport(
      title: pipeline.spec.title, organisation: pipeline.spec.organisation,
      notice: pipeline.spec.notice, asOf: evaluation.asOf, pipeline: pipeline.name,
      matrix: matrix, timestamp: timestamp(pipeline.spec, settings.environment))
  }
}
