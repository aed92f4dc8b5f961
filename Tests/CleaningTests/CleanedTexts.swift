import Cleaning
import EvaluationData

/// A source whose rows stand from line 2 on in `a.csv`.
///
/// Columns are headed by their names with a capital letter.
func source(
  _ columns: [(name: String, texts: [String])], keepsEachText: Bool = false,
  notAsked: [String: [Range<Int>]] = [:]
) -> SourceTable {
  var addresses = RowAddresses()
  addresses.begin(file: "a.csv")
  for row in 0..<(columns.first?.texts.count ?? 0) { addresses.append(line: row + 2) }
  return SourceTable(
    name: "members",
    columns: columns.map { name, texts in
      SourceColumn(
        name: name, header: name.capitalized,
        storage: keepsEachText ? .each(TextColumn(texts)) : distinct(texts),
        notAsked: notAsked[name] ?? [])
    }, addresses: addresses, files: [])
}

private func distinct(_ texts: [String]) -> SourceColumn.Storage {
  var known: [String] = []
  var codes: [UInt16] = []
  for text in texts {
    // Two spellings of one accented letter are one String but two texts.
    let place = known.firstIndex { $0.utf8.elementsEqual(text.utf8) }
    if place == nil { known.append(text) }
    codes.append(UInt16(place ?? known.count - 1))
  }
  return .distinct(codes: codes, texts: TextColumn(known))
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension ColumnSchema {
  static func column(
    _ name: String, _ kind: Kind, isRequired: Bool = false,
    missing: [String: MissingReason] = usualMissingTexts, empty: MissingReason = .skipped
  ) -> ColumnSchema {
    ColumnSchema(
      name: Named(name), header: name.capitalized, kind: kind, isRequired: isRequired,
      missingTexts: missing, emptyReason: empty)
  }
}

extension ColumnSchema.Kind {
  /// Choices in one cell.
  static func joined(
    _ choices: [Named], separator: String? = nil, of question: String = "answer"
  ) -> ColumnSchema.Kind {
    .multiSelect(MultiSelect(name: question, choices: choices, separator: separator))
  }

  /// Choices in a column each.
  static func spread(_ choices: [Named], of question: String = "answer") -> ColumnSchema.Kind {
    .multiSelect(MultiSelect(name: question, choices: choices))
  }
}

func clean(
  _ source: SourceTable, _ columns: [ColumnSchema], key: [String] = []
) async -> Checked<CleanedSource> {
  await clean(
    source,
    to: SourceSchema(source: Named("members", label: "Members"), columns: columns, key: key),
    width: 2)
}

/// Cleans one column, named `answer`.
func clean(
  _ texts: [String], as kind: ColumnSchema.Kind, isRequired: Bool = false,
  missing: [String: MissingReason] = ColumnSchema.usualMissingTexts, keepsEachText: Bool = false
) async -> Checked<CleanedSource> {
  await clean(
    source([("answer", texts)], keepsEachText: keepsEachText),
    [.column("answer", kind, isRequired: isRequired, missing: missing)])
}

extension Checked<CleanedSource> {
  var messages: [String] { problems.map(\.description) }

  /// The ledger as short lines: place, rule, before and after.
  var ledger: [String] {
    value.ledger.map { entry in
      let column = entry.address.column ?? "-"
      return "\(entry.address.line) \(column) \(entry.rule.rawValue): "
        + "\(entry.before) > \(entry.after)"
    }
  }

  /// The levels of `answer` by name.
  var levels: [Cell<String>] {
    guard let column = value.table.category("answer") else { return [] }
    return (0..<column.count).map { row in
      switch column[row] {
      case .value(let level): .value(column.levels[level].name)
      case .missing(let reason): .missing(reason)
      }
    }
  }

  var numbers: [Cell<Double>] {
    guard let column = value.table.number("answer") else { return [] }
    return (0..<column.count).map { column[$0] }
  }

  /// The days of `answer` as ISO 8601 writes them.
  var dates: [Cell<String>] {
    guard let column = value.table.date("answer") else { return [] }
    return (0..<column.count).map { row in
      switch column[row] {
      case .value(let date): .value(date.description)
      case .missing(let reason): .missing(reason)
      }
    }
  }

  var texts: [Cell<String>] {
    guard let column = value.table.text("answer") else { return [] }
    return (0..<column.count).map { column[$0] }
  }

  /// The names of the choices of each row of `answer`.
  var choices: [Cell<[String]>] {
    guard let column = value.table.choices("answer") else { return [] }
    return (0..<column.count).map { row in
      if let reason = column.missingReason(row) { return .missing(reason) }
      let chosen = column.choices.indices.filter { column.contains($0, row: row) }
      return .value(chosen.map { column.choices[$0].name })
    }
  }
}
