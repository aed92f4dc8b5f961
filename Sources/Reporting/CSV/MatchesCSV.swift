package import EvaluationData

/// Writes the evidence for every code, row by row: file, line, rule, the span in code points, text.
package func writeMatches(
  _ coded: [CodedText], in tables: [Table], to path: String
) throws(ReportError) {
  var writer = try CSVWriter(
    path: path, header: ["file", "line", "column", "code", "rule", "start", "end", "text"])
  for coded in coded {
    guard let table = tables.first(where: { $0.name.name == coded.source }),
      let column = table.column(coded.column), case .text(let cells) = column.cells
    else { continue }
    let heading = ready(column.name.label)
    let codes = coded.codes.choices.map { ready($0.name) }
    var file: (name: String, cell: [UInt8]) = ("", [])
    for match in coded.matches {
      let name = table.addresses.file(of: match.row)
      if name != file.name { file = (name, ready(name)) }
      writer.append(ready: file.cell)
      writer.append(table.addresses.line(of: match.row))
      writer.append(ready: heading)
      writer.append(ready: codes[match.code])
      writer.append(match.rule + 1)
      cells.texts.withBytes(of: match.row) { text in
        let start = codePoints(text.extracting(0..<match.start))
        let matched = text.extracting(match.start..<match.end)
        writer.append(start)
        writer.append(start + codePoints(matched))
        writer.append(forPeople: matched)
      }
      try writer.endRow()
    }
  }
  try writer.close()
}

/// A cell as it stands in many rows.
private func ready(_ text: String) -> [UInt8] {
  var rows = CSVRows()
  rows.append(forPeople: text)
  return rows.bytes
}

private func codePoints(_ text: Span<UInt8>) -> Int {
  var count = 0
  for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
  return count
}
