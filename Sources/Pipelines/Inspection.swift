package import EvaluationData
import Loading
import Reporting

/// What is asked of a single file, without a pipeline.
package struct Inspection: Sendable {
  private let inspected: InspectedFile
  private let hasComma: Bool

  /// Reads the file with the very code of a run.
  package init(path: String, width: Int) async throws {
    let file: OpenFile
    do {
      file = try OpenFile(path)
    } catch {
      throw InputError.unreadable(file: path, reason: error.description)
    }
    inspected = try await inspect(file.input(named: path), width: width)
    hasComma = inspected.hasComma
  }

  package var problems: [Problem] { inspected.problems }

  private var file: LoadedFile { inspected.file }

  private var columns: [String] { inspected.table.columns.map(\.name) }

  /// What was decided and why, for people.
  package var text: String {
    let form = file.form
    var lines = [
      file.path,
      "  encoding     \(file.encoding)",
      "  separator    \(file.delimiter): \(inspected.evidence)",
      "  quotes       \(quotes)",
      "  line ends    \(inspected.lineEnding.wording)",
    ]
    if let tool = inspected.tool, let evidence = inspected.toolEvidence {
      lines.append("  survey tool  \(tool.label): \(evidence)")
    }
    lines += [
      "  above        \(counted(form.preambleRows, "row")) above the headings",
      "  headings     \(headings)",
      "  below        \(counted(form.footerRows, "row")) below the data",
      "  table        \(counted(columns.count, "column")), \(counted(file.rows, "row"))",
    ]
    lines += inspected.headings.enumerated().map { "    \($0 + 1). \($1.described)" }
    if !problems.isEmpty { lines.append("  \(counted(problems.count, "problem"))") }
    lines += problems.prefix(20).map { "    \($0)" }
    if problems.count > 20 { lines.append("    … and \(problems.count - 20) more") }
    return lines.joined(separator: "\n")
  }

  private var headings: String {
    file.form.headerRows == 0
      ? "none; the columns are called by their place"
      : "\(counted(file.form.headerRows, "row")), from line \(file.headerLine) on"
  }

  private var quotes: String {
    switch (file.form.quote, file.form.escape) {
    case ("none", _): "none seen"
    case (let quote, "backslash"): "\(quote), with a backslash before a quote inside a cell"
    case (let quote, "doubled"): "\(quote), doubled inside a cell"
    case (let quote, _): quote
    }
  }

  /// The same for programs.
  package var json: String {
    let form = file.form
    let members: [(key: String, value: JSONValue)] = [
      ("file", .text(file.path)), ("encoding", .text(file.encoding)),
      ("delimiter", delimiter), ("delimiter_name", .text(file.delimiter)),
      ("quote", .text(form.quote == "single" ? "'" : "\"")), ("escape", .text(form.escape)),
      ("line_ending", .text(form.lineEnding)), ("preamble_rows", .number(form.preambleRows)),
      ("header_rows", .number(form.headerRows)), ("footer_rows", .number(form.footerRows)),
      ("tool", form.tool.map { .text($0) } ?? .null),
      ("columns", .list(columns.map { .text($0) })), ("rows", .number(file.rows)),
      ("problems", .list(problems.map(json))),
    ]
    return JSONValue.object(members).written()
  }

  /// In a file of one column without a comma, a comma separates as well as nothing does.
  private var delimiter: JSONValue {
    guard let byte = inspected.delimiter else { return hasComma ? .null : .text(",") }
    return .text(String(UnicodeScalar(byte)))
  }

  private func json(_ problem: Problem) -> JSONValue {
    .object([
      ("kind", .text(problem.kind.rawValue)), ("line", .number(problem.address.line)),
      ("expected", .text(problem.expected)), ("remedy", .text(problem.kind.remedy)),
    ])
  }

  /// The table as it was read: UTF-8, commas, LF, one row of headings; in pieces.
  package func tidied(_ write: (Span<UInt8>) -> Bool) {
    writeTidy(inspected.table, write)
  }
}

extension Heading {
  /// The name, with the further names by which an answer may be asked for.
  fileprivate var described: String {
    let others = alsoNames.filter { $0 != "\(name) (1)" }
    return role == .answer && !others.isEmpty
      ? "\(name) (also \(others.joined(separator: ", ")))" : name
  }
}

/// A number with its noun, as in "1 problem" and "2 problems".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
