package import EvaluationData

/// Writes a table as it was read, as plain RFC 4180 with LF: in pieces, until `write` says false.
///
/// Nothing is marked or changed, but for bytes that were no letter: they become U+FFFD.
package func writeTidy(_ table: SourceTable, _ write: (Span<UInt8>) -> Bool) {
  if table.columns.isEmpty { return }
  var rows = CSVRows()
  rows.appendRow(table.columns.map(\.name))
  let isDamaged = table.isDamaged
  for row in 0..<table.rowCount {
    for column in table.columns {
      if isDamaged {
        rows.append(showingDamage(column[row]))
      } else {
        column.withBytes(of: row) { rows.append($0) }
      }
    }
    // A row of one empty cell would be a blank line, which is no row.
    if table.columns.count == 1, table.columns[0][row].isEmpty { rows.appendEmptyQuotes() }
    rows.endRow()
    if rows.bytes.count >= 1 << 18 {
      guard write(rows.bytes.span) else { return }
      rows.removeAll()
    }
  }
  _ = write(rows.bytes.span)
}

private func showingDamage(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    shown.append(scalar.value == SourceTable.damagedLetter ? "\u{FFFD}" : scalar)
  }
  return String(shown)
}
