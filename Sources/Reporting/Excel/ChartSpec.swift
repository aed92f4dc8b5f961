import CXLSXWriter
import EvaluationData

/// A chart of Excel's own over the cells of a table.
struct ChartSpec {
  enum Kind {
    case bars
    case line

    var type: UInt8 {
      switch self {
      case .bars: UInt8(LXW_CHART_BAR.rawValue)
      case .line: UInt8(LXW_CHART_LINE.rawValue)
      }
    }
  }

  struct Series {
    let name: String
    let column: Int
    let color: UInt32
  }

  let kind: Kind
  let title: String
  /// For those who cannot see it.
  let description: String
  let categories: Int
  let series: [Series]
  /// Rows of the sheet, counted from 0.
  let rows: ClosedRange<Int>
  let format: NumberStyle

  var heightScale: Double {
    kind == .line ? 1.3 : max(1.0, Double(rows.count * max(1, series.count)) * 0.075 + 0.5)
  }

  func draw(on chart: UnsafeMutablePointer<lxw_chart>, sheetName: String) {
    unsafe chart_title_set_name(chart, workbookText(title))
    var font = unsafe lxw_chart_font()
    unsafe font.size = 12
    unsafe font.bold = 1
    unsafe chart_title_set_name_font(chart, &font)
    let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    for line in series {
      guard let added = unsafe chart_add_series(chart, nil, nil) else { continue }
      let (names, values) = (lxw_col_t(categories), lxw_col_t(line.column))
      unsafe chart_series_set_categories(added, sheetName, first, names, last, names)
      unsafe chart_series_set_values(added, sheetName, first, values, last, values)
      unsafe chart_series_set_name(added, workbookText(line.name))
      unsafe color(added, line)
    }
    // The library swaps the axes of a chart with bars.
    let (names, values) =
      unsafe kind == .bars
      ? (chart.pointee.y_axis, chart.pointee.x_axis) : (chart.pointee.x_axis, chart.pointee.y_axis)
    if kind == .bars, let axis = unsafe names {
      // Bars are drawn from the bottom up; a reader starts at the top.
      unsafe chart_axis_set_reverse(axis)
      unsafe chart_set_series_gap(chart, 60)
    }
    if let axis = unsafe values {
      unsafe chart_axis_set_num_format(axis, format.cellFormat)
      if format == .share || format == .count { unsafe chart_axis_set_min(axis, 0) }
    }
    if series.count == 1 {
      unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    } else {
      unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    }
  }

  private func color(_ series: UnsafeMutablePointer<lxw_chart_series>, _ line: Series) {
    switch kind {
    case .bars:
      var fill = lxw_chart_fill()
      fill.color = line.color
      unsafe chart_series_set_fill(series, &fill)
      unsafe chart_series_set_labels(series)
      unsafe chart_series_set_labels_num_format(series, format.cellFormat)
    case .line:
      var stroke = lxw_chart_line()
      stroke.color = line.color
      stroke.width = 2.25
      unsafe chart_series_set_line(series, &stroke)
    }
  }
}

extension ChartSpec {
  /// The chart that suits a table; nil where none does.
  ///
  /// Cells are taken as they stand on the sheet, from `firstRow` on.
  init?(_ table: ReportTable, _ flat: FlatTable, firstRow: Int) {
    guard let figure = table.figure else { return nil }
    if figure == .trends {
      self.init(trends: table, flat, firstRow: firstRow)
      return
    }
    func place(_ statistic: Statistic) -> Int? {
      flat.columns.firstIndex { $0.role == .value(statistic, level: nil) }
    }
    let chosen: [(Statistic, String, UInt32)]
    switch figure {
    case .shareAgainstTarget:
      chosen = [(.share, "Share", 0x1F5A96), (.targetShare, "Share of the population", 0xE69F00)]
    case .bars(let statistic): chosen = [(statistic, statistic.label, 0x1F5A96)]
    case .change:
      chosen = [
        (.baselineMean, "Baseline", 0x8FB3D9), (.followUpMean, "Follow-up", 0x1F5A96),
      ]
    case .trend: chosen = [(.share, "Share", 0x1F5A96)]
    case .ratings, .trends: return nil
    }
    let series = chosen.compactMap { statistic, name, color in
      place(statistic).map { Series(name: name, column: $0, color: color) }
    }
    // Overall rows come first; a chart over rows that do not is left out.
    // Excel draws a text, such as a mark, as if it were 0: the chart stays clear of it.
    let isDrawn = flat.rows.prefix(table.overallRows.count).map { row in
      series.allSatisfy { if case .number = row[$0.column] { true } else { false } }
    }
    let start = isDrawn.firstIndex(of: true) ?? 0
    let drawn = isDrawn.dropFirst(start).prefix { $0 }.count
    let shown = figure == .trend ? drawn : min(drawn, 15)
    guard shown > 1, figure != .trend || shown == isDrawn.count, series.count == chosen.count,
      let style = flat.columns[series[0].column].style,
      table.rows.prefix(table.overallRows.count).allSatisfy(\.isOverall)
        || table.overallRows.count == table.rows.count
    else { return nil }
    self.init(
      kind: figure == .trend ? .line : .bars, title: table.title,
      description: "\(table.summary) The same numbers stand in the table above.",
      categories: max(0, table.heads.count - 1), series: series,
      rows: (firstRow + start)...(firstRow + start + shown - 1), format: style)
  }
}

extension ChartSpec {
  /// Lines of the codes that are used most, over the periods in which all of them are shown.
  private init?(trends table: ReportTable, _ flat: FlatTable, firstRow: Int) {
    let drawn = table.mostUsed(5)
    let shown = flat.rows.map { row in
      drawn.allSatisfy { if case .number = row[$0 + table.heads.count] { true } else { false } }
    }
    guard let start = shown.firstIndex(of: true), !drawn.isEmpty else { return nil }
    let count = shown[start...].prefix { $0 }.count
    guard count > 1 else { return nil }
    let colors: [UInt32] = [0x1F5A96, 0xA8410A, 0x3B7A3B, 0x7A4B94, 0x555555]
    self.init(
      kind: .line, title: table.title,
      description: "\(table.summary) The same numbers stand in the table above.", categories: 0,
      series: zip(drawn, colors).map { column, color in
        Series(
          name: table.columns[column].heading, column: column + table.heads.count, color: color)
      }, rows: (firstRow + start)...(firstRow + start + count - 1), format: .share)
  }
}

extension ReportTable {
  /// The columns of shares whose values are highest on the whole, in the order of the table.
  func mostUsed(_ most: Int) -> [Int] {
    let sums = columns(withLevelsOf: .share).map { column in
      (column: column, sum: rows.reduce(0) { $0 + ($1.cells[column].value ?? 0) })
    }
    let ranked = sums.sorted { (-$0.sum, $0.column) < (-$1.sum, $1.column) }
    return ranked.prefix(most).filter { $0.sum > 0 }.map(\.column).sorted()
  }
}
