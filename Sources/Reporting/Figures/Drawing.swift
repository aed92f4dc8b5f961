import EvaluationData

/// An SVG drawing in the making.
///
/// Every colour stands out from white by 4.5 to 1 or more, and none alone carries a meaning:
/// shapes and words say the same.
struct Drawing {
  enum Ink: String {
    case text = "#1a1a1a"
    case faint = "#555555"
    case grid = "#d9d9d9"
    case axis = "#767676"
    case main = "#1f5a96"
    case second = "#a8410a"
    case band = "#c6d8ea"
    case bar = "#7fa8d1"
    case paper = "#ffffff"
  }

  enum Anchor: String {
    case start
    case middle
    case end
  }

  static let size = 14.0
  static let lineHeight = 18.0

  let width: Double
  private(set) var elements: [String] = []

  init(width: Double) { self.width = width }

  mutating func text(
    _ text: String, x: Double, y: Double, size: Double = Drawing.size, anchor: Anchor = .start,
    ink: Ink = .text, isBold: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    elements.append(
      "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\""
        + "\(place)\(weight) fill=\"\(ink.rawValue)\">\(escaped(text))</text>")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, ink: Ink, width: Double = 1
  ) {
    elements.append(
      "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\""
        + " stroke=\"\(ink.rawValue)\" stroke-width=\"\(number(width))\"/>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Ink, stroke: Ink? = nil
  ) {
    let border = stroke.map { " stroke=\"\($0.rawValue)\" stroke-width=\"2\"" } ?? ""
    elements.append(
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\""
        + " height=\"\(number(height))\" fill=\"\(fill.rawValue)\"\(border)/>")
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], fill: Ink, stroke: Ink? = nil) {
    let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let border = stroke.map { " stroke=\"\($0.rawValue)\" stroke-width=\"2\"" } ?? ""
    elements.append("<polygon points=\"\(places)\" fill=\"\(fill.rawValue)\"\(border)/>")
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], ink: Ink) {
    let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    elements.append(
      "<polyline points=\"\(places)\" fill=\"none\" stroke=\"\(ink.rawValue)\" stroke-width=\"2\"/>"
    )
  }

  mutating func mark(_ shape: Shape, x: Double, y: Double) {
    switch shape {
    case .dot:
      circle(x: x, y: y, fill: .main, stroke: .main)
    case .ring:
      circle(x: x, y: y, fill: .paper, stroke: .main)
    case .diamond:
      polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], fill: .paper, stroke: .second)
    case .square:
      // Wider than a dot, so that it is seen around one.
      rectangle(x: x - 7.5, y: y - 7.5, width: 15, height: 15, fill: .paper, stroke: .second)
    }
  }

  private mutating func circle(x: Double, y: Double, fill: Ink, stroke: Ink) {
    elements.append(
      "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"5.5\" fill=\"\(fill.rawValue)\""
        + " stroke=\"\(stroke.rawValue)\" stroke-width=\"2\"/>")
  }

  /// The whole file; `height` is known only when everything has been drawn.
  func svg(height: Double, title: String, description: String) -> String {
    let (wide, high) = (number(width), number(height))
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(wide)" height="\(high)" \
      viewBox="0 0 \(wide) \(high)" role="img" aria-labelledby="title description" lang="en-GB" \
      font-family="Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif">
      <title id="title">\(escaped(title))</title>
      <desc id="description">\(escaped(description))</desc>
      <rect width="\(wide)" height="\(high)" fill="\(Ink.paper.rawValue)"/>
      """
    return head + "\n" + elements.joined(separator: "\n") + "\n</svg>\n"
  }
}

/// What stands for a value.
enum Shape: Sendable, Hashable {
  case dot
  case ring
  case diamond
  case square
}

/// A coordinate with at most one decimal, always with a point.
private func number(_ value: Double) -> String { ((value * 10).rounded() / 10).shortest }

/// The text inside XML, without the characters that XML cannot hold.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default:
      let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      result.unicodeScalars.append(isAllowed ? scalar : " ")
    }
  }
  return result
}
