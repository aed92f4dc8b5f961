import EvaluationData

/// How many things a figure shows from period to period.
private let shownPanels = 12

extension Figure {
  /// A small drawing for each of the codes that are used most.
  init?(trends table: ReportTable) {
    let columns = table.mostUsed(shownPanels)
    guard !columns.isEmpty, table.rows.count > 1 else { return nil }
    let panels = columns.map { column in
      TrendPanels.Panel(
        name: table.columns[column].heading, points: table.rows.map { $0.cells[column] })
    }
    let all = table.columns(withLevelsOf: .share).count
    slug = table.slug
    title = table.title + (columns.count < all ? ": the \(columns.count) most used" : "")
    alternative = "Lines with bands of intervals: \(table.title). The numbers are in the table."
    let last = table.rows.indices.last ?? 0
    let words = panels.compactMap { panel in
      panel.points[last].value.map { "\(panel.name): \(NumberStyle.share.text($0))" }
    }
    svg = TrendPanels(
      title: title, panels: panels, periods: table.rows.map { $0.heads.last ?? "" }
    ).svg(
      description: "Lines from period to period, one drawing for each code. In the last: "
        + "\(words.joined(separator: "; ")).")
  }
}

/// The shares of several things over the same periods, each in a small drawing of its own.
struct TrendPanels {
  struct Panel {
    let name: String
    /// By period.
    let points: [ReportCell]
  }

  let title: String
  let panels: [Panel]
  let periods: [String]

  private static let width = 800.0
  private static let panelsInRow = 3
  private static let panelHeight = 190.0

  func svg(description: String) -> String {
    var drawing = Drawing(width: Self.width)
    var y = 30.0
    for line in wrapped(title, width: Self.width - 32, size: 17, isBold: true) {
      drawing.text(line, x: 16, y: y, size: 17, isBold: true)
      y += 22
    }
    drawing.text(
      "Share of the responses of each period, with its interval; all on one scale", x: 16, y: y,
      size: 13, ink: .faint)
    let top = y + 12
    let axis = Axis(
      panels.flatMap(\.points).flatMap { [$0.value, $0.limits?.upper].compactMap(\.self) },
      from: 0, style: .share)
    for (index, panel) in panels.enumerated() {
      let column = Double(index % Self.panelsInRow)
      let row = Double(index / Self.panelsInRow)
      draw(
        panel, axis, left: 16 + column * (Self.width - 24) / Double(Self.panelsInRow),
        top: top + row * Self.panelHeight, &drawing)
    }
    let rows = (panels.count + Self.panelsInRow - 1) / Self.panelsInRow
    return drawing.svg(
      height: top + Double(rows) * Self.panelHeight + 8, title: title, description: description)
  }

  private func draw(
    _ panel: Panel, _ axis: Axis, left: Double, top: Double, _ drawing: inout Drawing
  ) {
    let width = (Self.width - 24) / Double(Self.panelsInRow) - 16
    let frame = Frame(
      left: left + 38, right: left + width - 8, top: top + 44, bottom: top + Self.panelHeight - 32,
      axis: axis, count: periods.count)
    // Two lines at most: a longer name is cut by a reader's eye, not by us.
    for (index, line) in wrapped(panel.name, width: width - 8, size: 13, isBold: true).prefix(2)
      .enumerated()
    {
      drawing.text(line, x: left, y: top + 18 + Double(index) * 16, size: 13, isBold: true)
    }
    frame.drawScale(&drawing)
    for run in runs(panel) { frame.draw(panel, run, &drawing) }
    for (index, point) in panel.points.enumerated() where point.status == .suppressed {
      drawing.text(
        "[c]", x: frame.x(index), y: frame.bottom - 4, size: 10, anchor: .middle, ink: .faint)
    }
    if let first = periods.first, let last = periods.last {
      drawing.text(
        monthName(first), x: frame.left, y: frame.bottom + 16, size: 11, ink: .faint)
      drawing.text(
        monthName(last), x: frame.right, y: frame.bottom + 16, size: 11, anchor: .end, ink: .faint)
    }
  }

  /// Neighbouring points that all have a value.
  private func runs(_ panel: Panel) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in panel.points.indices where panel.points[index].value != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// Where a small drawing stands, and its scale.
  private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let axis: Axis
    let count: Int

    func x(_ index: Int) -> Double {
      left + (right - left) * (Double(index) + 0.5) / Double(max(1, count))
    }

    private func y(_ value: Double) -> Double { bottom - axis.place(value) * (bottom - top) }

    func drawScale(_ drawing: inout Drawing) {
      for tick in axis.ticks {
        drawing.line(left, y(tick), right, y(tick), ink: .grid)
        drawing.text(
          axis.label(tick), x: left - 6, y: y(tick) + 4, size: 11, anchor: .end, ink: .faint)
      }
    }

    func draw(_ panel: Panel, _ run: Range<Int>, _ drawing: inout Drawing) {
      func points(_ value: (ReportCell) -> Double?) -> [(x: Double, y: Double)] {
        run.compactMap { index in value(panel.points[index]).map { (x(index), y($0)) } }
      }
      let upper = points { $0.limits?.upper }
      let lower = points { $0.limits?.lower }
      let line = points(\.value)
      guard run.count > 1 else {
        if let high = upper.first, let low = lower.first {
          drawing.line(high.x, high.y, low.x, low.y, ink: .band, width: 4)
        }
        for point in line {
          drawing.line(point.x - 2, point.y, point.x + 2, point.y, ink: .main, width: 2)
        }
        return
      }
      if upper.count > 1 { drawing.polygon(upper + lower.reversed(), fill: .band) }
      drawing.polyline(line, ink: .main)
    }
  }
}
