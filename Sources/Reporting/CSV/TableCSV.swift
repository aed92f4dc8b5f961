import EvaluationData

/// A table as a CSV file: whole digits, shares from 0 to 1, the marks of hidden cells as text.
func tableCSV(_ table: ReportTable) -> String {
  let flat = FlatTable(table)
  var rows = CSVRows()
  for column in flat.columns {
    rows.append(forPeople: column.style == .share ? "\(column.heading) (0 to 1)" : column.heading)
  }
  rows.endRow()
  for row in flat.rows {
    for cell in row {
      switch cell {
      case .number(let value, let style): rows.append(style.cellValue(value).shortest)
      case .words(let words): rows.append(forPeople: words)
      }
    }
    rows.endRow()
  }
  return String(decoding: rows.bytes, as: UTF8.self)
}
