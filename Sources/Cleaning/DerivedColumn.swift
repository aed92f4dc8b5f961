package import EvaluationData

/// A column that is worked out from others.
package struct DerivedColumn: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A category: the band in which a number lies.
    case band(of: RuleColumn, NumberBands)
    /// A number: the birthdays that a person has had by a day.
    case age(born: RuleColumn, on: Moment)
    /// A number: the whole units from one day to a later one.
    case duration(from: RuleColumn, to: Moment, in: TimeUnit)
    /// What a column of a lookup says in the row of the key.
    case lookup(key: RuleColumn, in: LookupColumn)
    /// A category: the wave in which a day lies.
    case wave(of: RuleColumn, DateWaves)
  }

  package let name: Named
  package let kind: Kind

  package init(_ name: Named, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A day that may differ from row to row.
package enum Moment: Sendable, Hashable {
  case asOf
  case day(CalendarDate)
  case column(RuleColumn)
  /// The column's day, or the as-of date where it was left blank or does not
  /// apply: what has no end is still going on.
  case columnElseAsOf(RuleColumn)

  var column: RuleColumn? {
    switch self {
    case .asOf, .day: nil
    case .column(let column), .columnElseAsOf(let column): column
    }
  }
}

package enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case days
  /// Whole weeks of seven days.
  case weeks
  /// Whole months: one is complete on the same day of the next month, or, where
  /// that month has no such day, on the first of the month after it.
  case months
  /// Whole years: one is complete on the same day of the next year; for 29
  /// February, on 1 March.
  case years
}

/// A column of another source, in which rows are found by a key.
package struct LookupColumn: Sendable, Hashable {
  package let source: String
  /// A text column of that source.
  package let key: RuleColumn
  package let value: RuleColumn
  /// Whether case, punctuation and white space between words do not count.
  package let folds: Bool

  package init(source: String, key: RuleColumn, value: RuleColumn, folds: Bool = false) {
    self.source = source
    self.key = key
    self.value = value
    self.folds = folds
  }
}

extension DerivedColumn {
  /// The shape of the column, for rules on it; throws when it cannot be derived.
  package func shape(
    in table: TableShape, lookups: [TableShape]
  ) throws(ColumnFault) -> TableShape.Column {
    guard !table.columns.contains(where: { $0.name == name.name }) else {
      throw .nameTaken(name.name)
    }
    switch kind {
    case .band(let column, let bands):
      try table.require(column, .number)
      return .init(name.name, .category, levels: bands.bands.map(\.level.name))
    case .age(let from, let to), .duration(let from, let to, _):
      try table.require(from, .date)
      if let column = to.column { try table.require(column, .date) }
      return .init(name.name, .number)
    case .lookup(let key, let lookup):
      try table.require(key, .text, .category)
      guard let other = lookups.first(where: { $0.source == lookup.source }) else {
        throw .unknownSource(
          lookup.source, nearest: nearestName(to: lookup.source, among: lookups.map(\.source)))
      }
      try other.require(lookup.key, .text)
      let value = try other.column(lookup.value)
      return .init(name.name, value.type, levels: value.levels)
    case .wave(let column, let waves):
      try table.require(column, .date)
      return .init(name.name, .category, levels: waves.waves.map(\.level.name))
    }
  }
}

extension TableShape {
  /// The shape with the derived columns, each of which may use those before it.
  package func adding(
    _ columns: [DerivedColumn], lookups: [TableShape]
  ) throws(ColumnFault) -> TableShape {
    var shape = self
    for column in columns { shape.append(try column.shape(in: shape, lookups: lookups)) }
    return shape
  }
}
