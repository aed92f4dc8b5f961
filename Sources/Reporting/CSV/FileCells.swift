import EvaluationData

/// The files of a table's rows, each as the cell of a CSV file.
struct FileCells {
  private let files: [(rows: Range<Int>, cell: [UInt8])]
  private var place = 0

  init(_ addresses: RowAddresses) {
    files = addresses.files.map { ($0.rows, CSVRows.cells(forPeople: [$0.file])) }
  }

  /// Rows come in ascending order as a rule: the next is mostly in the same file.
  mutating func cell(of row: Int) -> [UInt8] {
    if !files[place].rows.contains(row) {
      place = files.firstIndex { $0.rows.contains(row) } ?? place
    }
    return files[place].cell
  }
}
