package import EvaluationData

/// Adds columns that are worked out from others; rows and columns stay as they are.
///
/// The columns are made in their order, and each may use those before it. Where
/// an input is missing, so is the result, for the same reason: that of the first
/// missing input. What cannot be worked out is missing as unreadable, with a
/// problem at the input. Throws before making any column when one does not fit.
package func derive(
  _ table: Table, _ columns: [DerivedColumn], lookups: [Table] = [], asOf: CalendarDate
) throws(ColumnFault) -> Checked<Table> {
  _ = try TableShape(table).adding(columns, lookups: lookups.map { TableShape($0) })
  var table = table
  var problems: [Problem] = []
  for column in columns {
    var deriver = ColumnDeriver(table: table, lookups: lookups, asOf: asOf)
    let derived = Column(name: column.name, cells: deriver.cells(of: column))
    // Two columns from one lookup would tell of its repeated keys twice.
    let known = Set(deriver.lookupProblems.isEmpty ? [] : problems)
    problems += deriver.lookupProblems.filter { !known.contains($0) } + deriver.problems
    table = Table(
      name: table.name, columns: table.columns + [derived], addresses: table.addresses,
      loadedRows: table.loadedRows)
  }
  return Checked(table, problems: problems)
}

/// The work on one derived column.
private struct ColumnDeriver {
  let table: Table
  let lookups: [Table]
  let asOf: CalendarDate
  private(set) var problems: [Problem] = []
  private(set) var lookupProblems: [Problem] = []

  init(table: Table, lookups: [Table], asOf: CalendarDate) {
    self.table = table
    self.lookups = lookups
    self.asOf = asOf
  }

  mutating func cells(of column: DerivedColumn) -> Cells {
    switch column.kind {
    case .band(let number, let bands): .category(banded(number, bands))
    case .age(let born, let moment): .number(duration(from: born, to: moment, in: .years))
    case .duration(let first, let moment, let unit):
      .number(duration(from: first, to: moment, in: unit))
    case .lookup(let key, let lookup): lookedUp(key, in: lookup)
    case .wave(let date, let waves): .category(wave(of: date, waves))
    }
  }

  private mutating func banded(_ column: RuleColumn, _ bands: NumberBands) -> CategoryColumn {
    guard let numbers = table.number(column.name) else { unfit() }
    var cells = CategoryColumn(levels: bands.bands.map(\.level))
    cells.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      switch numbers[row] {
      case .missing(let reason): cells.append(.missing(reason))
      case .value(let number):
        let band = bands.band(of: number)
        cells.append(band.map { .value($0) } ?? .missing(.unreadable))
        if band == nil {
          note(.outOfRange, row, column, expected: bands.expectation, value: number.shortest)
        }
      }
    }
    return cells
  }

  private mutating func wave(of column: RuleColumn, _ waves: DateWaves) -> CategoryColumn {
    guard let dates = table.date(column.name) else { unfit() }
    var cells = CategoryColumn(levels: waves.waves.map(\.level))
    cells.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      switch dates[row] {
      case .missing(let reason): cells.append(.missing(reason))
      case .value(let date):
        let wave = waves.wave(of: date)
        cells.append(wave.map { .value($0) } ?? .missing(.unreadable))
        if wave == nil {
          note(.outsideWaves, row, column, expected: waves.expectation, value: date.description)
        }
      }
    }
    return cells
  }

  private mutating func duration(
    from column: RuleColumn, to moment: Moment, in unit: TimeUnit
  ) -> NumberColumn {
    guard let dates = table.date(column.name) else { unfit() }
    let ends = MomentDays(moment, in: table, asOf: asOf)
    var cells = NumberColumn()
    for row in 0..<table.rowCount {
      switch (dates[row], ends[row]) {
      case (.missing(let reason), _), (_, .missing(let reason)): cells.append(.missing(reason))
      case (.value(let first), .value(let last)) where last < first:
        cells.append(.missing(.unreadable))
        note(
          .datesOutOfOrder, row, column, expected: "a day on or before " + words(moment),
          value: first.description)
      case (.value(let first), .value(let last)):
        cells.append(.value(Double(unit.count(from: first, to: last))))
      }
    }
    return cells
  }

  private func words(_ moment: Moment) -> String {
    switch moment {
    case .asOf: asOf.description
    case .day(let day): day.description
    case .column(let column): "that in '\(column.header)'"
    // The row may have a day there or none.
    case .columnElseAsOf(let column): "that in '\(column.header)', or \(asOf) where there is none"
    }
  }

  private mutating func lookedUp(_ key: RuleColumn, in lookup: LookupColumn) -> Cells {
    guard let other = lookups.first(where: { $0.name.name == lookup.source }),
      let keys = table.column(key.name)?.cells
    else { unfit() }
    var index = LookupIndex(lookup, in: other)
    lookupProblems = index.problems
    var rows: [Cell<Int>] = []
    rows.reserveCapacity(table.rowCount)
    switch keys {
    case .category(let column):
      // A level is known by its name, or else by its label.
      let found = column.levels.map { level in
        index.row(of: level.name) ?? index.row(of: level.label)
      }
      for row in 0..<table.rowCount {
        rows.append(column[row].reading { found[$0].map { .value($0) } ?? .missing(.unreadable) })
        if let level = column[row].value, found[level] == nil {
          noteUnmatched(row, key, keys, other)
        }
      }
    case .text(let column):
      let texts = TrimmedTexts(column.texts)
      for row in 0..<table.rowCount {
        if let reason = column.reasons[row] {
          rows.append(.missing(reason))
        } else if let found = texts.withBytes(of: row, { index.row(of: $0) }) {
          rows.append(.value(found))
        } else {
          rows.append(.missing(.unreadable))
          noteUnmatched(row, key, keys, other)
        }
      }
    default: unfit()
    }
    return index.values.gathered(rows)
  }

  private mutating func noteUnmatched(
    _ row: Int, _ key: RuleColumn, _ keys: Cells, _ lookup: Table
  ) {
    note(
      .unknownReference, row, key, expected: "a text that is listed in '\(lookup.name.label)'",
      value: keys.text(row))
  }

  private mutating func note(
    _ kind: ProblemKind, _ row: Int, _ column: RuleColumn, expected: String, value: String?
  ) {
    problems.append(
      Problem(
        kind, at: table.addresses.address(of: row, column: column.header), expected: expected,
        value: value))
  }

  private func unfit() -> Never {
    preconditionFailure("a column is derived from tables that it fits")
  }
}

extension LookupIndex {
  fileprivate mutating func row(of text: String) -> Int? {
    let bytes = Array(text.trimmingWhiteSpace.utf8)
    return row(of: bytes.span)
  }
}
