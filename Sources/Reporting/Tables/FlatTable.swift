import EvaluationData

/// A table as rows and columns of single cells: limits have columns of their own.
///
/// What a worksheet and a CSV file show.
struct FlatTable {
  struct Column {
    let heading: String
    /// Nil for words.
    let style: NumberStyle?
    let isHead: Bool
    /// The value's own column, not a limit.
    let role: ColumnRole?
  }

  enum Cell: Hashable {
    case number(Double, NumberStyle)
    case words(String)
  }

  let columns: [Column]
  let rows: [[Cell]]

  /// With `isIndented`, parts of a code stand a little to the right of it.
  init(_ table: ReportTable, isIndented: Bool = false) {
    var names = UniqueNames()
    var columns: [Column] = []
    func add(_ heading: String, _ style: NumberStyle?, isHead: Bool = false, _ role: ColumnRole?) {
      columns.append(
        Column(
          heading: names.unique(heading) { "\(heading) (\($0))" }, style: style, isHead: isHead,
          role: role))
    }
    for head in table.heads { add(head, nil, isHead: true, nil) }
    for column in table.columns {
      add(column.heading(with: []), column.style, column.role)
      guard let confidence = column.confidence else { continue }
      add("\(column.heading): lower \(confidence) limit", column.style, nil)
      add("\(column.heading): upper \(confidence) limit", column.style, nil)
    }
    if table.marksValues { add("Marks", nil, nil) }
    self.columns = columns
    rows = table.rows.map { FlatTable.cells($0, table, isIndented: isIndented) }
  }

  private static func cells(
    _ row: ReportRow, _ table: ReportTable, isIndented: Bool
  ) -> [Cell] {
    let space = String(repeating: "   ", count: isIndented ? row.depth : 0)
    var cells = row.heads.map { Cell.words(space + $0) }
    for (cell, column) in zip(row.cells, table.columns) {
      let style = column.style ?? .number
      let hasLimits = column.level != nil
      switch cell {
      case .number(let value, let limits, _):
        cells.append(.number(value, style))
        guard hasLimits else { continue }
        if let limits {
          cells += [.number(limits.lower, style), .number(limits.upper, style)]
        } else {
          cells += [.words(Status.notAvailable.rawValue), .words(Status.notAvailable.rawValue)]
        }
      case .words(let words): cells.append(.words(words))
      case .absent(let status):
        cells += Array(repeating: .words(status.rawValue), count: hasLimits ? 3 : 1)
      }
    }
    if table.marksValues { cells.append(.words(marks(row, table))) }
    return cells
  }

  /// Which values of the row bear a mark: a number in a cell cannot carry it.
  private static func marks(_ row: ReportRow, _ table: ReportTable) -> String {
    let marked = zip(row.cells, table.columns).compactMap { cell, column -> String? in
      guard case .number(_, _, let status?) = cell else { return nil }
      return "\(column.heading) \(status.rawValue)"
    }
    return marked.isEmpty ? Status.notApplicable.rawValue : marked.joined(separator: "; ")
  }
}

extension ReportTable {
  /// Whether a shown value bears a mark such as `[u]`.
  var marksValues: Bool {
    rows.contains { row in
      row.cells.contains { if case .number(_, _, .some) = $0 { true } else { false } }
    }
  }
}
