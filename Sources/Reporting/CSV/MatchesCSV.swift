package import EvaluationData

/// Writes the evidence for every code, row by row: file, line, rule, the span in code points, text,
/// and what the rule says of it.
package func writeMatches(
  _ coded: [CodedText], in tables: [Table], to path: String
) throws(ReportError) {
  var writer = try CSVWriter(
    path: path,
    header: [
      "file", "line", "column", "code", "rule", "start", "end", "text", "severity", "sentiment",
    ])
  for coded in coded {
    guard let table = tables.first(where: { $0.name.name == coded.source }),
      let column = table.column(coded.column), case .text(let cells) = column.cells
    else { continue }
    let heading = CSVRows.cells(forPeople: [column.name.label])
    let codes = coded.codes.choices.map { CSVRows.cells(forPeople: [$0.name]) }
    let none = CSVRows.cells(of: RuleTone())
    let tones = coded.tones.map { $0.map(CSVRows.cells(of:)) }
    var files = FileCells(table.addresses)
    var place = CodePointPlace()
    for match in coded.matches {
      writer.append(ready: files.cell(of: match.row))
      writer.append(table.addresses.line(of: match.row))
      writer.append(ready: heading)
      writer.append(ready: codes[match.code])
      writer.append(match.rule + 1)
      cells.texts.withBytes(of: match.row) { text in
        let start = place.codePoints(before: match.start, of: text, row: match.row)
        let matched = text.extracting(match.start..<match.end)
        writer.append(start)
        writer.append(start + codePoints(matched))
        writer.append(forPeople: matched)
      }
      writer.append(ready: tones.isEmpty ? none : tones[match.code][match.rule])
      try writer.endRow()
    }
  }
  try writer.close()
}

extension CSVRows {
  fileprivate static func cells(of tone: RuleTone) -> [UInt8] {
    cells(forPeople: [tone.severity?.rawValue ?? "", tone.sentiment?.rawValue ?? ""])
  }
}

/// Counts code points from where it stopped before, as matches come in order of row and place.
private struct CodePointPlace {
  private var row = -1
  private var byte = 0
  private var count = 0

  mutating func codePoints(before end: Int, of text: Span<UInt8>, row: Int) -> Int {
    if row != self.row || end < byte { (self.row, byte, count) = (row, 0, 0) }
    count += Reporting.codePoints(text.extracting(byte..<end))
    byte = end
    return count
  }
}

private func codePoints(_ text: Span<UInt8>) -> Int {
  unsafe text.withUnsafeBytes { bytes in
    var count = bytes.count
    var index = 0
    // A byte with the upper bits 10 goes on with a code point: eight at a time.
    while index + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count -= (word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      index += 8
    }
    while index < bytes.count {
      if unsafe bytes[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }
}
