/// Rows of text as RFC 4180, with `'` before what a spreadsheet would run.
package func plainCSV(_ rows: [[String]]) -> [UInt8] {
  var csv = CSVRows()
  for row in rows {
    for cell in row { csv.append(forPeople: cell) }
    csv.endRow()
  }
  return csv.bytes
}
