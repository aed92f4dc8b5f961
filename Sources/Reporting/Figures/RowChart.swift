/// A chart with one row for each thing: its label, marks on a common scale, and the values in
/// words at the end of the row.
struct RowChart {
  enum Mark {
    case bar(Double)
    case interval(Double, Double)
    case connector(Double, Double)
    case point(Double, Shape)
  }

  struct Row {
    let label: String
    let marks: [Mark]
    /// One or two lines.
    let words: [String]
  }

  struct Key {
    /// Nil stands for the line of an interval.
    let shape: Shape?
    let text: String
  }

  let title: String
  let keys: [Key]
  let rows: [Row]
  let axis: Axis
  let axisName: String

  private static let width = 800.0
  private static let margin = 16.0
  private static let labelWidth = 250.0

  func svg(description: String) -> String {
    var drawing = Drawing(width: RowChart.width)
    let labels = rows.map { wrapped($0.label, width: labelWidth, size: Drawing.size) }
    let words = rows.map { row in
      row.words.flatMap { wrapped($0, width: 230, size: 13) }
    }
    let left = RowChart.margin + labelWidth + 14
    let wordsWidth = words.joined().map { textWidth($0, size: 13) }.max() ?? 0
    let right = RowChart.width - RowChart.margin - wordsWidth - 16
    var y = drawHead(&drawing)
    let top = y
    let heights = rows.indices.map { index in
      max(Double(max(labels[index].count, words[index].count)) * Drawing.lineHeight + 12, 34)
    }
    let bottom = top + heights.reduce(0, +)
    drawAxis(&drawing, left: left, right: right, top: top, bottom: bottom)
    func x(_ value: Double) -> Double { left + axis.place(value) * (right - left) }
    for (index, row) in rows.enumerated() {
      let middle = y + heights[index] / 2
      lines(labels[index], x: left - 14, middle: middle, size: Drawing.size, .end, &drawing)
      for mark in row.marks { draw(mark, x: x, y: middle, &drawing) }
      lines(words[index], x: right + 16, middle: middle, size: 13, .start, &drawing)
      y += heights[index]
    }
    return drawing.svg(height: bottom + 56, title: title, description: description)
  }

  /// Labels that are short leave their room to the chart.
  private var labelWidth: Double {
    let longest = rows.map { textWidth($0.label, size: Drawing.size) }.max() ?? 0
    return min(RowChart.labelWidth, longest + 2)
  }

  private func lines(
    _ lines: [String], x: Double, middle: Double, size: Double, _ anchor: Drawing.Anchor,
    _ drawing: inout Drawing
  ) {
    let first = middle - Double(lines.count - 1) * Drawing.lineHeight / 2 + size * 0.35
    for (index, line) in lines.enumerated() {
      drawing.text(
        line, x: x, y: first + Double(index) * Drawing.lineHeight, size: size, anchor: anchor)
    }
  }

  /// The title and the key; returns where the rows begin.
  private func drawHead(_ drawing: inout Drawing) -> Double {
    var y = 30.0
    let room = RowChart.width - 2 * RowChart.margin
    for line in wrapped(title, width: room, size: 17, isBold: true) {
      drawing.text(line, x: RowChart.margin, y: y, size: 17, isBold: true)
      y += 22
    }
    var x = RowChart.margin
    for key in keys {
      let needed = 30 + textWidth(key.text, size: 13) + 20
      if x > RowChart.margin, x + needed > RowChart.width {
        x = RowChart.margin
        y += 22
      }
      if let shape = key.shape {
        drawing.mark(shape, x: x + 10, y: y)
      } else {
        draw(.interval(0, 1), x: { x + 2 + $0 * 18 }, y: y, &drawing)
      }
      drawing.text(key.text, x: x + 28, y: y + 4.5, size: 13)
      x += needed
    }
    return keys.isEmpty ? y : y + 18
  }

  private func drawAxis(
    _ drawing: inout Drawing, left: Double, right: Double, top: Double, bottom: Double
  ) {
    // Numbers that would touch their neighbours are left out.
    let widest = axis.ticks.map { textWidth(axis.label($0), size: 12) }.max() ?? 0
    let distance = (right - left) / Double(max(1, axis.ticks.count - 1))
    let every = max(1, Int(((widest + 10) / distance).rounded(.up)))
    for (index, tick) in axis.ticks.enumerated() {
      let x = left + axis.place(tick) * (right - left)
      drawing.line(x, top, x, bottom, ink: index == 0 ? .axis : .grid)
      guard index % every == 0 else { continue }
      drawing.text(
        axis.label(tick), x: x, y: bottom + 18, size: 12, anchor: .middle, ink: .faint)
    }
    drawing.text(
      axisName, x: (left + right) / 2, y: bottom + 40, size: 13, anchor: .middle, ink: .faint)
  }

  private func draw(
    _ mark: Mark, x: (Double) -> Double, y: Double, _ drawing: inout Drawing
  ) {
    switch mark {
    case .bar(let value):
      let start = x(axis.lower)
      drawing.rectangle(x: start, y: y - 9, width: x(value) - start, height: 18, fill: .bar)
    case .interval(let lower, let upper):
      drawing.line(x(lower), y, x(upper), y, ink: .main, width: 2)
      drawing.line(x(lower), y - 5, x(lower), y + 5, ink: .main, width: 2)
      drawing.line(x(upper), y - 5, x(upper), y + 5, ink: .main, width: 2)
    case .connector(let start, let end):
      drawing.line(x(start), y, x(end), y, ink: .faint, width: 2)
    case .point(let value, let shape):
      drawing.mark(shape, x: x(value), y: y)
    }
  }
}
