package import EvaluationData

/// The problems with the texts of their cells as the exports have them.
///
/// What is checked after cleaning knows only what was read in a cell, and a correction made from
/// that would not find its cell again.
package func withExportedTexts(_ problems: [Problem], of sources: [SourceTable]) -> [Problem] {
  let wanted = Set(problems.filter { $0.value != nil }.map(\.address.line)).subtracting([0])
  guard !wanted.isEmpty else { return problems }
  var places: [CellAddress: (source: Int, row: Int)] = [:]
  for (place, source) in sources.enumerated() {
    for row in 0..<source.rowCount where wanted.contains(source.addresses.line(of: row)) {
      places[source.addresses.address(of: row, column: nil)] = (place, row)
    }
  }
  return problems.map { problem in
    let address = problem.address
    guard problem.value != nil, let header = address.column,
      let (source, row) = places[CellAddress(file: address.file, line: address.line)],
      let column = sources[source].columns.first(where: { $0.header == header }),
      !column.isNotAsked(row)
    else { return problem }
    return Problem(
      problem.kind, at: address, expected: problem.expected,
      value: column[row].withDamageShown)
  }
}
