/// A share over the months, with the band of its intervals.
struct TrendChart {
  struct Point {
    /// Such as `2024-03`, or whatever the wave is called.
    let name: String
    /// Nil where there is none or where it is hidden: the line has a gap.
    let value: Double?
    let limits: (lower: Double, upper: Double)?
    let isHidden: Bool
  }

  let title: String
  let points: [Point]
  let axis: Axis
  let axisName: String

  private static let width = 800.0
  private static let left = 70.0
  private static let right = 720.0

  func svg(description: String) -> String {
    var drawing = Drawing(width: TrendChart.width)
    var y = 30.0
    for line in wrapped(title, width: TrendChart.width - 32, size: 17, isBold: true) {
      drawing.text(line, x: 16, y: y, size: 17, isBold: true)
      y += 22
    }
    drawing.text(axisName, x: 16, y: y, size: 13, ink: .faint)
    let top = y + 24
    let bottom = top + 260
    drawScale(&drawing, top: top, bottom: bottom)
    for run in runs { draw(run, top: top, bottom: bottom, &drawing) }
    for index in points.indices where points[index].isHidden {
      drawing.text("[c]", x: x(index), y: bottom - 8, size: 12, anchor: .middle, ink: .faint)
    }
    drawEndValues(&drawing, top: top, bottom: bottom)
    return drawing.svg(height: bottom + 44, title: title, description: description)
  }

  private func x(_ index: Int) -> Double {
    let room = TrendChart.right - TrendChart.left
    return TrendChart.left + room * (Double(index) + 0.5) / Double(points.count)
  }

  private func y(_ value: Double, _ top: Double, _ bottom: Double) -> Double {
    bottom - axis.place(value) * (bottom - top)
  }

  /// Neighbouring points that all have a value.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in points.indices where points[index].value != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  private func draw(
    _ run: Range<Int>, top: Double, bottom: Double, _ drawing: inout Drawing
  ) {
    func points(_ limit: (Int) -> Double?) -> [(x: Double, y: Double)] {
      run.compactMap { index in limit(index).map { (x(index), y($0, top, bottom)) } }
    }
    let upper = points { self.points[$0].limits?.upper }
    let lower = points { self.points[$0].limits?.lower }
    if upper.count > 1 { drawing.polygon(upper + lower.reversed(), fill: .band) }
    if run.count == 1, let high = upper.first, let low = lower.first {
      drawing.line(high.x, high.y, low.x, low.y, ink: .main, width: 2)
    }
    let line = points { self.points[$0].value }
    if line.count > 1 { drawing.polyline(line, ink: .main) }
    if self.points.count <= 30 || line.count == 1 {
      for point in line { drawing.mark(.dot, x: point.x, y: point.y) }
    }
  }

  private func drawScale(_ drawing: inout Drawing, top: Double, bottom: Double) {
    for tick in axis.ticks {
      let height = y(tick, top, bottom)
      drawing.line(TrendChart.left, height, TrendChart.right, height, ink: .grid)
      drawing.text(
        axis.label(tick), x: TrendChart.left - 8, y: height + 4.5, size: 12, anchor: .end,
        ink: .faint)
    }
    let names = points.map { monthName($0.name) }
    let widest = names.map { textWidth($0, size: 12) }.max() ?? 0
    let room = (TrendChart.right - TrendChart.left) / Double(max(1, points.count))
    let every = max(1, Int(((widest + 14) / room).rounded(.up)))
    for index in points.indices where index % every == 0 {
      drawing.line(x(index), bottom, x(index), bottom + 5, ink: .axis)
      drawing.text(
        names[index], x: x(index), y: bottom + 20, size: 12, anchor: .middle, ink: .faint)
    }
  }

  /// The last value stands beside its point, where the eye ends up.
  private func drawEndValues(_ drawing: inout Drawing, top: Double, bottom: Double) {
    guard let last = points.indices.last(where: { points[$0].value != nil }),
      let value = points[last].value
    else { return }
    drawing.text(
      axis.style.text(value), x: x(last) + 12, y: y(value, top, bottom) + 4.5, isBold: true)
  }
}
