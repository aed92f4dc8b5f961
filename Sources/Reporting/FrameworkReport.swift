package import EvaluationData

/// A framework matrix with what its workbook says about it.
package struct FrameworkReport: Sendable {
  package let title: String
  package let organisation: String?
  package let notice: String?
  package let asOf: CalendarDate
  /// The pipeline's own name, which is that of its data folder, too.
  package let pipeline: String
  package let matrix: FrameworkMatrix
  /// Seconds since 1970, for the metadata of the workbook; never 0.
  package let timestamp: Int

  package init(
    title: String, organisation: String?, notice: String?, asOf: CalendarDate, pipeline: String,
    matrix: FrameworkMatrix, timestamp: Int
  ) {
    self.title = title
    self.organisation = organisation
    self.notice = notice
    self.asOf = asOf
    self.pipeline = pipeline
    self.matrix = matrix
    self.timestamp = timestamp
  }
}

/// Writes `framework.xlsx` and `summaries.csv` into the team's folder; what people wrote is in it.
package func writeFramework(
  _ report: FrameworkReport, into folder: String
) throws(ReportError) -> [Artifact] {
  try writeFrameworkWorkbook(report, into: folder)
  var writer = try CSVWriter(path: "\(folder)/summaries.csv", header: FrameworkSummary.header)
  for (name, cells) in zip(report.matrix.cases, report.matrix.cells) {
    for (theme, cell) in zip(report.matrix.themes, cells) where !cell.isEmpty {
      writer.append(forPeople: name)
      writer.append(forPeople: theme.name.name)
      writer.append(forPeople: cell.summary)
      // A mark that was set on old words must not be renewed unread.
      writer.append(cell.isStale ? "" : FrameworkMatrix.basis(of: cell.lines))
      try writer.endRow()
    }
  }
  try writer.close()
  return ["framework.xlsx", "summaries.csv"].map { Artifact(path: $0) }
}

/// The themes of one sheet.
struct FrameworkSheet {
  let title: String
  /// The places of the themes.
  let themes: [Int]

  /// So many themes are read side by side; more are told apart by the codes that they are
  /// parts of.
  private static let most = 12
  /// What Excel can hold, less the columns before the themes.
  private static let widest = 16_384 - 2

  static func sheets(of matrix: FrameworkMatrix) -> [FrameworkSheet] {
    let all = Array(matrix.themes.indices)
    let groups = Dictionary(grouping: all) { matrix.themes[$0].group }
    let large = groups.filter { $0.value.count > 1 }
    guard all.count > most, !large.isEmpty else { return parts("Framework", all) }
    var sheets: [FrameworkSheet] = []
    let single = all.filter { large[matrix.themes[$0].group] == nil }
    for place in all {
      let group = matrix.themes[place].group
      guard let themes = large[group], themes.first == place else { continue }
      sheets += parts(group.label, themes)
    }
    return (single.isEmpty ? [] : parts("Framework", single)) + sheets
  }

  private static func parts(_ title: String, _ themes: [Int]) -> [FrameworkSheet] {
    stride(from: 0, to: themes.count, by: widest).map { start in
      FrameworkSheet(
        title: start == 0 ? title : "\(title) \(start / widest + 1)",
        themes: Array(themes[start...].prefix(widest)))
    }
  }
}
