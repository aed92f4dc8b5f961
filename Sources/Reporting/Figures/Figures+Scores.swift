import EvaluationData

// Figures of scores and of months.
extension Figure {
  init?(change table: ReportTable) {
    guard let before = table.column(.baselineMean), let after = table.column(.followUpMean),
      let change = table.column(.meanChange)
    else { return nil }
    let verdict = table.columns.firstIndex { $0.role == .verdict }
    let rows = table.overallRows
    let chart = RowChart(
      title: table.title,
      keys: [
        .init(shape: .ring, text: "baseline"), .init(shape: .dot, text: "follow-up"),
      ],
      rows: rows.map { row in
        guard let first = row.cells[before].value, let second = row.cells[after].value else {
          return .init(label: row.label, marks: [], words: ["not shown"])
        }
        var words = ["from \(NumberStyle.score.text(first)) to \(NumberStyle.score.text(second))"]
        if let value = row.cells[change].value {
          var text = NumberStyle.change.text(value)
          if let limits = row.cells[change].limits {
            text += " (\(NumberStyle.change.text(limits)))"
          }
          words.append(text)
        }
        if let verdict, case .words(let text) = row.cells[verdict] { words.append(text) }
        return .init(
          label: row.label,
          marks: [.connector(first, second), .point(first, .ring), .point(second, .dot)],
          words: words)
      },
      axis: Axis(rows.flatMap { $0.values([before, after]) }, from: nil, style: .score),
      axisName: "Mean answer of the people who answered both times (the axis shows a part)")
    self.init(rowChart: table, "Baseline and follow-up", chart: chart)
  }

  init?(ratings table: ReportTable) {
    let views = table.columns(withLevelsOf: .rating)
    guard views.count == 2 else { return nil }
    let names = views.map { view in
      if case .value(_, let level?) = table.columns[view].role { level.label } else { "" }
    }
    let rows = table.rows
    let chart = RowChart(
      title: table.title,
      keys: [.init(shape: .square, text: names[0]), .init(shape: .dot, text: names[1])],
      rows: rows.map { row in
        let values = views.map { row.cells[$0].value }
        var marks: [RowChart.Mark] = []
        if let first = values[0], let second = values[1] {
          marks.append(.connector(first, second))
        }
        if let first = values[0] { marks.append(.point(first, .square)) }
        if let second = values[1] { marks.append(.point(second, .dot)) }
        let words = zip(names, values).map { name, value in
          "\(name) \(value.map { NumberStyle.number.text($0) } ?? "not answered")"
        }
        return .init(label: row.heads.last ?? "", marks: marks, words: words)
      },
      axis: Axis([0, 1], from: 0, style: .number),
      axisName: "Rating: yes is 1, partly 0.5, no 0")
    self.init(rowChart: table, "Ratings side by side", chart: chart)
  }

  init?(trend table: ReportTable) {
    guard let share = table.column(.share) else { return nil }
    let rows = table.overallRows
    let values = rows.flatMap { table.drawn($0, [share]) }
    guard rows.count > 1, values.count > 1 else { return nil }
    let lowest = values.min() ?? 0
    let axis = Axis(values, from: lowest < 0.4 ? 0 : nil, style: .share)
    let start = axis.lower > 0 ? " The axis starts at \(axis.label(axis.lower))." : ""
    let chart = TrendChart(
      title: table.title,
      points: rows.map { row in
        TrendChart.Point(
          name: row.heads.last ?? "", value: row.cells[share].value,
          limits: row.cells[share].limits.map { ($0.lower, $0.upper) },
          isHidden: row.cells[share].status == .suppressed)
      },
      axis: axis,
      axisName: "Share of answers, with the band of its \(table.intervalName(share))s.\(start)")
    let words = rows.map { row in
      let value = row.cells[share].value.map { NumberStyle.share.text($0) } ?? "not shown"
      return "\(fullMonthName(row.heads.last ?? "")): \(value)"
    }
    self.init(
      slug: table.slug, title: table.title,
      alternative: "Line: \(table.title). The numbers are in the table below.",
      svg: chart.svg(description: "Line with intervals. \(words.joined(separator: "; ")).\(start)"))
  }
}

extension ReportRow {
  fileprivate func values(_ columns: [Int]) -> [Double] {
    columns.compactMap { cells[$0].value }
  }
}
