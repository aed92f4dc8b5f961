import EvaluationData

/// Findings that are read together, as one table.
///
/// The one model behind every view: a sheet, a Markdown table, a CSV file and a figure
/// render it and add nothing to it.
struct ReportTable: Sendable {
  let measure: Measure
  /// Unique within a report; names the files and the table of a workbook.
  let slug: String
  let title: String
  /// What it shows, in one sentence.
  let summary: String
  /// The headings of the columns that say what a row is about.
  let heads: [String]
  let columns: [ReportColumn]
  let rows: [ReportRow]
  /// Whole sentences.
  let notes: [String]
  let figure: FigureKind?
  /// Whether the Markdown summary names the table without showing it.
  let isDetail: Bool

  /// Where the column of a statistic stands.
  func column(_ statistic: Statistic) -> Int? {
    columns.firstIndex { $0.role == .value(statistic, level: nil) }
  }

  /// Where the column of a statistic for one level stands.
  func columns(withLevelsOf statistic: Statistic) -> [Int] {
    columns.indices.filter {
      if case .value(statistic, .some) = columns[$0].role { true } else { false }
    }
  }

  /// The rows that speak of everybody, or all rows where none does.
  var overallRows: [ReportRow] {
    let overall = rows.filter(\.isOverall)
    return overall.isEmpty ? rows : overall
  }

  /// Whether some cell is hidden to protect people.
  var hidesSomething: Bool { holds(.suppressed) }

  func holds(_ status: Status) -> Bool {
    rows.contains { row in row.cells.contains { $0.status == status } }
  }
}

/// The drawing that goes with a table.
enum FigureKind: Sendable, Hashable {
  /// A group's share beside its share of the population.
  case shareAgainstTarget
  /// Bars of a share with their intervals.
  case bars(Statistic)
  /// From baseline to follow-up.
  case change
  /// A share month by month.
  case trend
  /// The shares of several things from period to period.
  case trends
  /// The organisation's rating beside that of the people involved.
  case ratings
}

/// What a column holds.
enum ColumnRole: Sendable, Hashable {
  case value(Statistic, level: Named?)
  case base
  case p(Statistic)
  case verdict
  case note
  /// Words that say of which levels something holds.
  case levels
}

/// One column of a table.
struct ReportColumn: Sendable, Hashable {
  let role: ColumnRole
  let heading: String
  /// Nil for words.
  let style: NumberStyle?
  /// How sure the limits are, where the values have limits.
  let level: Double?

  /// The heading with what is to be known about the numbers, such as "percentage points".
  func heading(with remarks: [String?]) -> String {
    let all = ([style?.headingUnit] + remarks).compactMap { $0 }
    return all.isEmpty ? heading : "\(heading) (\(all.joined(separator: ", ")))"
  }

  /// `95%`, where the values have limits.
  var confidence: String? { level.map { NumberStyle.share.text($0) } }
}

/// One row of a table.
struct ReportRow: Sendable {
  let heads: [String]
  let cells: [ReportCell]
  /// Whether it speaks of everybody rather than of one group.
  let isOverall: Bool
  /// How many codes it is a part of, one inside the other.
  var depth = 0

  /// What the row is about, on one line; a row about everybody does not say "All" first.
  var label: String {
    let names =
      heads.count > 1 && isOverall && heads.first == "All" ? heads.dropFirst() : heads[...]
    return names.joined(separator: ", ")
  }
}

/// One cell of a table.
enum ReportCell: Sendable, Hashable {
  /// A number, its limits, and a mark such as `[u]`.
  case number(Double, Finding.Limits?, Status?)
  case words(String)
  case absent(Status)

  var status: Status? {
    switch self {
    case .number(_, _, let status): status
    case .words: nil
    case .absent(let status): status
    }
  }

  var value: Double? {
    if case .number(let value, _, _) = self { value } else { nil }
  }

  var limits: Finding.Limits? {
    if case .number(_, let limits, _) = self { limits } else { nil }
  }
}
