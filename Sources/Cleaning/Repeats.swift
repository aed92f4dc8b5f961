import EvaluationData

/// The rows that repeat the key of an earlier row: they are left out.
struct Repeats {
  /// The rows to go on with; nil when that is all of them.
  private(set) var keptRows: [Int]?
  private(set) var ledger: [LedgerEntry] = []
  private(set) var problems: [Problem] = []

  init(of source: SourceTable, schema: SourceSchema) {
    let columns = schema.key.compactMap(source.column).map(\.withoutOuterNoBreakSpaces)
    guard let key = columns.first else { return }
    var keys = RowKeys(columns: columns, rows: source.rowCount)
    var repeats: [(row: Int, earlier: Int)] = []
    keys.forEachRepeat { repeats.append((row: $0, earlier: $1)) }
    guard !repeats.isEmpty else { return }
    for (row, earlier) in repeats {
      let address = source.addresses.address(of: row, column: key.header)
      problems.append(problem(source, row, earlier, at: address, value: key[row]))
      ledger.append(
        LedgerEntry(
          source: schema.source.name, address: address, before: key[row], after: "",
          rule: .duplicateRow))
    }
    var kept: [Int] = []
    kept.reserveCapacity(source.rowCount - repeats.count)
    var next = 0
    for row in 0..<source.rowCount {
      if next < repeats.count, repeats[next].row == row { next += 1 } else { kept.append(row) }
    }
    keptRows = kept
  }

  private func problem(
    _ source: SourceTable, _ row: Int, _ earlier: Int, at address: CellAddress, value: String
  ) -> Problem {
    let isSame = source.columns.allSatisfy { column in
      column.isSame(row, earlier) || foldedLevel(column[row]) == foldedLevel(column[earlier])
    }
    let first = source.addresses.address(of: earlier, column: nil)
    return Problem(
      isSame ? .duplicateRecord : .conflictingRecord, at: address,
      expected: "one row for it; the first is at \(first.file):\(first.line)", value: value)
  }
}
