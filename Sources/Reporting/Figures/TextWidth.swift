// How wide a text will be, so that none is cut and none lies over another.
//
// A figure is drawn with whatever sans-serif font the reader has. The widths are those of
// DejaVu Sans, which is wider than Arial, Helvetica or Liberation Sans: a text then takes at
// most the room that was left for it.

/// Advance widths of the characters from space to tilde, in thousandths of the font size.
private let asciiWidths = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
]

/// The width of a text set in `size` pixels.
func textWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
  var width = 0
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 32...126: width += asciiWidths[Int(scalar.value) - 32]
    // Latin, Greek and Cyrillic letters; most others are as wide as the font is high.
    case 0xA0..<0x590: width += 700
    default: width += 1000
    }
  }
  return Double(width) / 1000 * size * (isBold ? 1.12 : 1)
}

/// The text in lines that are at most so wide, broken between words where that is possible.
func wrapped(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
  func fits(_ line: String) -> Bool { textWidth(line, size: size, isBold: isBold) <= width }
  // Most texts of a table fit as they are.
  if !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }), fits(text) { return [text] }
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
    let longer = line.isEmpty ? String(word) : "\(line) \(word)"
    if fits(longer) {
      line = longer
      continue
    }
    if !line.isEmpty { lines.append(line) }
    line = ""
    for letter in word {
      if !line.isEmpty, !fits("\(line)\(letter)") {
        lines.append(line)
        line = ""
      }
      line.append(letter)
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines.isEmpty ? [""] : lines
}
