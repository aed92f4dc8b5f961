import EvaluationData
import Measures
import Testing

/// Small tables, written down by hand.
enum Tables {
  static func table(_ name: String, _ columns: [Column], file: String? = nil) -> Table {
    var addresses = RowAddresses()
    addresses.begin(file: file ?? "\(name).csv")
    let rows = columns.first.map { rowCount($0.cells) } ?? 0
    for row in 0..<rows { addresses.append(line: row + 2) }
    return Table(name: Named(name), columns: columns, addresses: addresses, loadedRows: rows)
  }

  static func category(
    _ name: String, _ levels: [String], _ values: [String?], missing: MissingReason = .skipped
  ) -> Column {
    var cells = CategoryColumn(levels: levels.map { Named($0, label: $0.capitalisedFirst) })
    for value in values {
      let place = value.flatMap { levels.firstIndex(of: $0) }
      cells.append(place.map { .value($0) } ?? .missing(missing))
    }
    return Column(name: Named(name), cells: .category(cells))
  }

  static func text(_ name: String, _ values: [String?]) -> Column {
    var reasons = MissingReasons()
    for value in values { reasons.append(value == nil ? .skipped : nil) }
    let texts = TextColumn(values.map { $0 ?? "" })
    return Column(name: Named(name), cells: .text(TextCells(texts: texts, reasons: reasons)))
  }

  static func number(_ name: String, _ values: [Double?]) -> Column {
    var cells = NumberColumn()
    for value in values { cells.append(value.map { .value($0) } ?? .missing(.skipped)) }
    return Column(name: Named(name), cells: .number(cells))
  }

  /// Days are counted from 1 January 2010.
  static func date(_ name: String, _ values: [Int?]) -> Column {
    var cells = DateColumn()
    for value in values { cells.append(value.map { .value(day($0)) } ?? .missing(.skipped)) }
    return Column(name: Named(name), cells: .date(cells))
  }

  static func day(_ number: Int) -> CalendarDate { CalendarDate(daysSince1970: 14_610 + number) }

  /// The codes of each row; nil is a row of which nothing is known.
  static func choices(
    _ codes: [String], _ rows: [[String]?], missing: MissingReason = .skipped
  ) -> ChoiceColumn {
    var cells = ChoiceColumn(choices: codes.map { Named($0) })
    for row in rows {
      var words = [UInt64](repeating: 0, count: cells.wordsPerRow)
      for code in row ?? [] {
        guard let place = codes.firstIndex(of: code) else { continue }
        words[place / 64] |= 1 << UInt64(place % 64)
      }
      cells.append(words, missing: row == nil ? missing : nil)
    }
    return cells
  }

  private static func rowCount(_ cells: Cells) -> Int {
    switch cells {
    case .text(let cells): cells.count
    case .category(let cells): cells.count
    case .number(let cells): cells.count
    case .date(let cells): cells.count
    case .choices(let cells): cells.count
    }
  }

  /// The same rows in another order.
  static func permuted(_ table: Table, _ order: [Int]) -> Table {
    let columns = table.columns.map { Column(name: $0.name, cells: permuted($0.cells, order)) }
    return Table(
      name: table.name, columns: columns, addresses: table.addresses, loadedRows: table.loadedRows)
  }

  private static func permuted(_ cells: Cells, _ order: [Int]) -> Cells {
    switch cells {
    case .text(let cells):
      var reasons = MissingReasons()
      for row in order { reasons.append(cells.reasons[row]) }
      return .text(
        TextCells(texts: TextColumn(order.map { cells.texts[$0] }), reasons: reasons))
    case .category(let cells):
      var moved = CategoryColumn(levels: cells.levels)
      for row in order { moved.append(cells[row]) }
      return .category(moved)
    case .number(let cells):
      var moved = NumberColumn()
      for row in order { moved.append(cells[row]) }
      return .number(moved)
    case .date(let cells):
      var moved = DateColumn()
      for row in order { moved.append(cells[row]) }
      return .date(moved)
    case .choices(let cells): return .choices(permuted(cells, order))
    }
  }

  static func permuted(_ cells: ChoiceColumn, _ order: [Int]) -> ChoiceColumn {
    var moved = ChoiceColumn(choices: cells.choices)
    let width = cells.wordsPerRow
    for row in order {
      moved.append(
        Array(cells.words[row * width..<(row + 1) * width]), missing: cells.missingReason(row))
    }
    return moved
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// The findings of a run, to be asked for by id.
struct Findings {
  let all: [Finding]
  let problems: [Problem]
  let disagreements: [Disagreement]

  init(
    _ spec: MeasureSpec, _ tables: [Table], coded: [CodedText] = [],
    asOf: CalendarDate = Tables.day(364), adjudications: [Adjudication] = []
  ) {
    let measured = measure(
      MeasureInput(
        tables: tables, coded: coded, asOf: asOf, seed: 1, adjudications: adjudications),
      as: spec)
    all = measured.findings
    problems = measured.problems
    disagreements = measured.peoplesCodes.flatMap(\.disagreements)
  }

  func callAsFunction(_ id: String) throws -> Finding {
    try #require(all.first { $0.id == id }, "there is no \(id)")
  }

  func value(_ id: String) throws -> Double? { try self(id).value }

  func has(_ id: String) -> Bool { all.contains { $0.id == id } }
}

extension Finding.Limits {
  /// Whether the limits are those of a reference, to the nine digits that are kept.
  func isClose(_ lower: Double, _ upper: Double) -> Bool {
    abs(self.lower - lower) <= 5.1e-9 * abs(lower)
      && abs(self.upper - upper) <= 5.1e-9 * abs(upper) && level == 0.95
  }
}
