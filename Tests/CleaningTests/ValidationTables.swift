import Cleaning
import EvaluationData

/// A table whose rows stand from line 2 on in `members.csv`.
func table(
  _ columns: [(name: String, cells: Cells)], source: String = "members", rows: Int? = nil,
  files: [String] = ["members.csv"]
) -> Table {
  let columns = columns.map { Column(name: Named($0.name), cells: $0.cells) }
  let count = rows ?? columns.first?.cells.rowCount ?? 0
  var addresses = RowAddresses()
  for row in 0..<count {
    // The first rows stand in a file each, all others in the last.
    if row < files.count { addresses.begin(file: files[row]) }
    addresses.append(line: row + 2)
  }
  return Table(
    name: Named(source, label: source.uppercased()), columns: columns, addresses: addresses,
    loadedRows: count)
}

func column(_ name: String) -> RuleColumn { RuleColumn(name, header: name.uppercased()) }

let asOf = day("2011-04-30")

func day(_ iso: String) -> CalendarDate {
  CalendarDate(iso: iso) ?? CalendarDate(daysSince1970: 0)
}

extension Cells {
  static func numbers(_ cells: [Cell<Double>]) -> Cells {
    var column = NumberColumn()
    for cell in cells { column.append(cell) }
    return .number(column)
  }

  static func numbers(_ values: [Double?]) -> Cells {
    numbers(values.map { $0.map { .value($0) } ?? .missing(.skipped) })
  }

  /// Days as ISO 8601 writes them, or the raw values of missing reasons.
  static func dates(_ texts: [String]) -> Cells {
    var column = DateColumn()
    for text in texts {
      column.append(
        MissingReason(rawValue: text).map { .missing($0) } ?? .value(day(text)))
    }
    return .date(column)
  }

  /// Names of levels, or the raw values of missing reasons.
  static func category(_ levels: [String], _ names: [String]) -> Cells {
    var column = CategoryColumn(levels: levels.map { Named($0, label: $0.uppercased()) })
    for name in names {
      column.append(levels.firstIndex(of: name).map { .value($0) } ?? .missing(reason(name)))
    }
    return .category(column)
  }

  static func texts(_ texts: [String?]) -> Cells {
    var reasons = MissingReasons()
    for text in texts { reasons.append(text == nil ? .skipped : nil) }
    return .text(TextCells(texts: TextColumn(texts.map { $0 ?? "" }), reasons: reasons))
  }

  static func choices(_ names: [String], _ rows: [[String]?]) -> Cells {
    var column = ChoiceColumn(choices: names.map { Named($0, label: $0.uppercased()) })
    for row in rows {
      let chosen = names.indices.filter { row?.contains(names[$0]) ?? false }
      column.append(
        [chosen.reduce(0) { $0 | 1 << UInt64($1) }], missing: row == nil ? .skipped : nil)
    }
    return .choices(column)
  }

  var rowCount: Int {
    switch self {
    case .text(let column): column.count
    case .category(let column): column.count
    case .number(let column): column.count
    case .date(let column): column.count
    case .choices(let column): column.count
    }
  }

  /// Each cell as text, or as the missing reason in brackets.
  var shown: [String] {
    (0..<rowCount).map { row in
      switch self {
      case .text(let column): show(column[row])
      case .category(let column): column.level(row)?.name ?? show(column[row])
      case .number(let column): show(column[row])
      case .date(let column): show(column[row])
      case .choices(let column):
        column.missingReason(row).map { "[\($0.rawValue)]" }
          ?? column.choices.indices.filter { column.contains($0, row: row) }
          .map { column.choices[$0].name }.joined(separator: "+")
      }
    }
  }

  private func show<Value>(_ cell: Cell<Value>) -> String {
    switch cell {
    case .value(let value): "\(value)"
    case .missing(let reason): "[\(reason.rawValue)]"
    }
  }

  private static func reason(_ name: String) -> MissingReason {
    MissingReason(rawValue: name) ?? .unreadable
  }
}
