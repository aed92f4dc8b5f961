import EvaluationData

/// A drawing of a table, as SVG.
struct Figure: Sendable {
  /// That of its table.
  let slug: String
  let title: String
  /// For those who cannot see it: in short.
  let alternative: String
  let svg: String

  /// Relative to the audience's folder.
  var path: String { "figures/\(slug).svg" }
}

/// The figures of all tables that have one, in the order of the tables.
func figures(of tables: [ReportTable]) -> [Figure] { tables.compactMap { Figure($0) } }

/// How many rows a figure shows.
private let shownRows = 15

extension Figure {
  /// Nil where the table has too little to draw.
  init?(_ table: ReportTable) {
    switch table.figure {
    case .shareAgainstTarget: self.init(shareAgainstTarget: table)
    case .bars(let statistic): self.init(bars: table, statistic)
    case .change: self.init(change: table)
    case .ratings: self.init(ratings: table)
    case .trend: self.init(trend: table)
    case .trends: self.init(trends: table)
    case nil: return nil
    }
  }

  init?(rowChart table: ReportTable, _ kind: String, chart: RowChart) {
    guard chart.rows.count > 1, chart.rows.contains(where: { !$0.marks.isEmpty })
    else { return nil }
    slug = table.slug
    title = table.title
    alternative = "\(kind): \(table.title). The numbers are in the table below."
    let rows = chart.rows.map { "\($0.label): \($0.words.joined(separator: ", "))" }
    svg = chart.svg(description: "\(kind). \(rows.joined(separator: "; ")).")
  }

  private init?(shareAgainstTarget table: ReportTable) {
    guard let share = table.column(.share), let target = table.column(.targetShare)
    else { return nil }
    let verdict = table.columns.firstIndex { $0.role == .verdict }
    let rows = table.overallRows.filter { $0.cells[target].value != nil }
    let chart = RowChart(
      title: table.title,
      keys: [
        .init(shape: .dot, text: "people involved"),
        .init(shape: nil, text: table.intervalName(share)),
        .init(shape: .diamond, text: "population"),
      ],
      rows: rows.map { row in
        var marks = table.intervalMarks(row, share)
        if let value = row.cells[share].value { marks.append(.point(value, .dot)) }
        if let value = row.cells[target].value { marks.append(.point(value, .diamond)) }
        let population = row.cells[target].value.map {
          "population \(NumberStyle.share.text($0))"
        }
        var second = [population].compactMap { $0 }
        if let verdict, case .words(let words) = row.cells[verdict] {
          second.append(inSentence(words))
        }
        return .init(
          label: row.heads.last ?? "", marks: marks,
          words: [table.shareWords(row, share), second.joined(separator: ", ")])
      },
      axis: Axis(
        rows.flatMap { table.drawn($0, [share, target]) }, from: 0, style: .share),
      axisName: "Share of those whose answer is known")
    self.init(
      rowChart: table, "Dot plot of shares with intervals beside the population", chart: chart)
  }

  private init?(bars table: ReportTable, _ statistic: Statistic) {
    guard let share = table.column(statistic) else { return nil }
    let isByGroup = table.overallRows.count < 2
    let candidates = isByGroup ? table.rows : table.overallRows
    let known = candidates.filter { row in
      row.cells[share].value != nil || row.cells[share].status == .suppressed
    }
    let isCut = known.count > shownRows
    let rows = known.prefix(shownRows)
    let chart = RowChart(
      title: table.title + (isCut ? ": the first \(shownRows) rows" : ""),
      keys: table.columns[share].level == nil
        ? [] : [.init(shape: nil, text: table.intervalName(share))],
      rows: rows.map { row in
        let bar = row.cells[share].value.map { [RowChart.Mark.bar($0)] } ?? []
        return .init(
          label: row.label, marks: bar + table.intervalMarks(row, share),
          words: [table.shareWords(row, share)])
      },
      axis: Axis(rows.flatMap { table.drawn($0, [share]) }, from: 0, style: .share),
      axisName: statistic.label)
    self.init(rowChart: table, "Bars with intervals", chart: chart)
  }
}

extension ReportTable {
  fileprivate func intervalMarks(_ row: ReportRow, _ column: Int) -> [RowChart.Mark] {
    row.cells[column].limits.map { [.interval($0.lower, $0.upper)] } ?? []
  }

  /// Such as "95% interval".
  func intervalName(_ column: Int) -> String {
    "\(columns[column].confidence.map { "\($0) " } ?? "")interval"
  }

  /// Every number that the scale must hold.
  func drawn(_ row: ReportRow, _ columns: [Int]) -> [Double] {
    columns.flatMap { column -> [Double] in
      let cell = row.cells[column]
      return [cell.value, cell.limits?.lower, cell.limits?.upper].compactMap { $0 }
    }
  }

  /// "41 of 58 (71%)", or that it is hidden.
  fileprivate func shareWords(_ row: ReportRow, _ share: Int) -> String {
    let cell = row.cells[share]
    guard let value = cell.value else {
      return cell.status == .suppressed ? "hidden [c]" : "not available [x]"
    }
    let mark = cell.status.map { " \($0.rawValue)" } ?? ""
    let base = columns.firstIndex { $0.role == .base }.flatMap { row.cells[$0].value }
    let text = NumberStyle.share.text(value) + mark
    guard let base else { return text }
    guard let count = column(.count).flatMap({ row.cells[$0].value }) else {
      return "\(text), base \(NumberStyle.count.text(base))"
    }
    return "\(text), \(NumberStyle.count.text(count)) of \(NumberStyle.count.text(base))"
  }
}
