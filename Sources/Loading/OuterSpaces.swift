/// Whether spaces at the ends of cells are how a file is laid out, as in `a, b, c`, and no part
/// of the cells.
///
/// They are where most cells of some column have them.
func spacesAreLayout(in records: [ArraySlice<UInt8>], _ cells: CellForm) -> Bool {
  var columns: [(filled: Int, leading: Int, trailing: Int)] = []
  for record in records {
    for (column, ends) in endsOfFields(of: record, cells).enumerated() {
      if column == columns.count { columns.append((0, 0, 0)) }
      guard ends.isFilled else { continue }
      columns[column].filled += 1
      if ends.hasLeadingSpace { columns[column].leading += 1 }
      if ends.hasTrailingSpace { columns[column].trailing += 1 }
    }
  }
  return columns.contains { filled, leading, trailing in
    filled >= 2 && max(leading, trailing) * 3 >= filled * 2
  }
}

private struct FieldEnds {
  let isFilled: Bool
  let hasLeadingSpace: Bool
  let hasTrailingSpace: Bool
}

private func endsOfFields(of record: ArraySlice<UInt8>, _ cells: CellForm) -> [FieldEnds] {
  var ends: [FieldEnds] = []
  var start = record.startIndex
  while true {
    let end = endOfField(of: record, from: start, cells)
    let field = record[start..<end]
    let isFilled = !field.allSatisfy(cells.isSpace)
    ends.append(
      FieldEnds(
        isFilled: isFilled, hasLeadingSpace: field.first.map(cells.isSpace) ?? false,
        hasTrailingSpace: field.last.map(cells.isSpace) ?? false))
    guard end < record.endIndex else { return ends }
    start = end + 1
  }
}
