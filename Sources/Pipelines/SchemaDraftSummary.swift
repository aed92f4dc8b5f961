import Cleaning
import EvaluationData
import Loading

extension SchemaDrafting {
  /// What is said beside the draft: never what a cell says.
  package var summary: [String] {
    var lines = [
      "\(draft.files.count) \(draft.files.count == 1 ? "file" : "files"), \(draft.rows) rows, "
        + "\(draft.columns.count) columns"
    ]
    if let tool { lines.append("  as \(tool.label) writes them") }
    for column in draft.columns where !column.lackingFiles.isEmpty {
      let files = column.lackingFiles.map { lastComponent(of: $0) }.joined(separator: ", ")
      lines.append("  '\(column.heading)' is not in \(files)")
    }
    let leftOut = draft.columns.filter(\.isLeftOut).map { "'\($0.heading)'" }
    if !leftOut.isEmpty {
      lines.append("  left out, for they identify people: \(leftOut.joined(separator: ", "))")
    }
    if !repeatedHeadings.isEmpty {
      let headings = repeatedHeadings.map { "'\($0)'" }.joined(separator: ", ")
      lines.append("  not drafted, for two columns have the heading: \(headings)")
    }
    if hasNamelessColumns { lines.append("  not drafted: columns without a heading") }
    let checks =
      draft.columns.reduce(0) { $0 + $1.checks.count }
      + (draft.groups.isEmpty ? 0 : 1) + (draft.key == nil ? 0 : 1)
    if checks > 0 {
      lines.append(
        checks == 1
          ? "1 thing to check: look for CHECK" : "\(checks) things to check: look for CHECK")
    }
    let sparse = draft.columns.count(where: \.isSparse)
    if sparse > 0, draft.levelRows > 2 {
      lines.append(
        "\(sparse) \(sparse == 1 ? "column has" : "columns have") few answers, but too few rows "
          + "with each to show it; --at-least 2 shows more, in a draft that is not to be shared")
    }
    if !problems.isEmpty {
      let noun = problems.count == 1 ? "problem" : "problems"
      lines.append("\(problems.count) \(noun) in reading the files: `countin inspect` shows them")
    }
    return lines
  }
}
