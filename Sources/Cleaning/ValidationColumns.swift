package import EvaluationData

/// A column that a rule speaks of.
package struct RuleColumn: Sendable, Hashable {
  package let name: String
  /// Its heading in the exports, for messages; its label where it is derived.
  package let header: String

  package init(_ name: String, header: String? = nil) {
    self.name = name
    self.header = header ?? name
  }
}

/// What the cells of a column are, as far as rules ask.
package enum ColumnType: String, Sendable, Hashable, CaseIterable {
  case text
  case category
  case number
  case date
  case choices = "multi-select"
}

/// The columns of a source, by which rules are looked over before any data is.
package struct TableShape: Sendable {
  package struct Column: Sendable, Hashable {
    package let name: String
    package let type: ColumnType
    /// The names of its levels or choices.
    package let levels: [String]

    package init(_ name: String, _ type: ColumnType, levels: [String] = []) {
      self.name = name
      self.type = type
      self.levels = levels
    }
  }

  package let source: String
  package private(set) var columns: [Column]

  package init(source: String, columns: [Column]) {
    self.source = source
    self.columns = columns
  }

  package init(_ table: Table) {
    source = table.name.name
    columns = table.columns.map { Column($0.name.name, $0.cells) }
  }

  mutating func append(_ column: Column) { columns.append(column) }

  /// The column of that name.
  package func column(_ column: RuleColumn) throws(ColumnFault) -> Column {
    guard let found = columns.first(where: { $0.name == column.name }) else {
      throw .unknownColumn(
        column.name, source: source,
        nearest: nearestName(to: column.name, among: columns.map(\.name)))
    }
    return found
  }

  /// Throws unless the column is there and is of one of the types.
  @discardableResult
  package func require(
    _ column: RuleColumn, _ types: ColumnType...
  ) throws(ColumnFault) -> Column {
    let found = try self.column(column)
    guard types.contains(found.type) else {
      throw .wrongType(column: column.name, found: found.type, needed: types)
    }
    return found
  }

  func require(_ levels: [Named], of column: RuleColumn, _ type: ColumnType) throws(ColumnFault) {
    let known = try require(column, type).levels
    for level in levels where !known.contains(level.name) {
      throw .unknownLevel(
        level.name, column: column.name, nearest: nearestName(to: level.name, among: known))
    }
  }
}

extension TableShape.Column {
  init(_ name: String, _ cells: Cells) {
    switch cells {
    case .text: self.init(name, .text)
    case .category(let column): self.init(name, .category, levels: column.levels.map(\.name))
    case .number: self.init(name, .number)
    case .date: self.init(name, .date)
    case .choices(let column): self.init(name, .choices, levels: column.choices.map(\.name))
    }
  }
}

/// Why a rule does not fit the columns of its source.
package enum ColumnFault: Error, Sendable, Hashable {
  case unknownSource(String, nearest: String?)
  case unknownColumn(String, source: String, nearest: String?)
  case wrongType(column: String, found: ColumnType, needed: [ColumnType])
  case unknownLevel(String, column: String, nearest: String?)
  /// Answers can be called the same only where the columns have the same levels.
  case differentLevels(String, String)
  /// A derived column would take the name of another.
  case nameTaken(String)
}

extension ColumnFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownSource(let name, let nearest):
      "there is no source '\(name)'" + hint(nearest)
    case .unknownColumn(let name, let source, let nearest):
      "source '\(source)' has no column '\(name)'" + hint(nearest)
    case .wrongType(let column, let found, let needed):
      "column '\(column)' is of type \(found.rawValue); the rule needs type "
        + needed.map(\.rawValue).joined(separator: " or ")
    case .unknownLevel(let level, let column, let nearest):
      "'\(level)' is no level of column '\(column)'" + hint(nearest)
    case .differentLevels(let first, let second):
      "columns '\(first)' and '\(second)' have different levels, so that no answers are the same"
    case .nameTaken(let name): "there is already a column '\(name)'"
    }
  }

  private func hint(_ nearest: String?) -> String {
    nearest.map { "; the nearest is '\($0)'" } ?? ""
  }
}

extension Cells {
  /// Why there is no value in a row, if there is none.
  func missingReason(_ row: Int) -> MissingReason? {
    switch self {
    case .text(let column): column.reasons[row]
    case .category(let column): column[row].missingReason
    case .number(let column): column[row].missingReason
    case .date(let column): column[row].missingReason
    case .choices(let column): column.missingReason(row)
    }
  }

  /// The cell as text, for the `value` of a problem; nil when nothing is there.
  func text(_ row: Int) -> String? {
    switch self {
    case .text(let column): column[row].value
    case .category(let column): column.level(row)?.label
    case .number(let column): column[row].value?.shortest
    case .date(let column): column[row].value?.description
    case .choices(let column): column.missingReason(row) == nil ? chosen(column, row) : nil
    }
  }

  private func chosen(_ column: ChoiceColumn, _ row: Int) -> String {
    var labels: [String] = []
    column.forEachChoice(of: row) { labels.append(column.choices[$0].label) }
    return labels.joined(separator: "; ")
  }
}
