import EvaluationData

// The constraints of a field: those that a schema of ours has become its keys, of the others
// it is noted that they are not checked.

extension TableSchemaReader {
  private static let constraints = [
    "required", "unique", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength", "pattern", "jsonSchema",
  ]

  mutating func setConstraints(of column: inout TableSchemaColumn, from field: SpecNode) {
    guard let constraints = field["constraints"] else { return }
    guard constraints.isMapping else {
      add("'constraints' must be a block", at: constraints)
      return
    }
    for (name, value) in constraints.entries {
      switch name.text {
      case "required": setTruth("required", value, of: &column)
      case "enum": setEnum(value, of: &column)
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
        setBound(name, value, of: &column)
      case "unique":
        guard isTruth(value, name.text) else { continue }
        // Of rows that repeat a primary key only the first is kept.
        if value.text == "true", root["primaryKey"]?.items.map(\.text) != [column.name.text] {
          setUnique([column.name.text], at: value)
        }
      case "pattern", "minLength", "maxLength":
        setForm(name, value, of: column, from: constraints)
      case _ where TableSchemaReader.constraints.contains(name.text):
        note("'\(name.text)' is not checked", column.name.text)
      default:
        let hint =
          nearestName(to: name.text, among: TableSchemaReader.constraints)
          .map { "did you mean '\($0)'?" }
          ?? "known here: \(TableSchemaReader.constraints.joined(separator: ", "))"
        add("unknown constraint '\(name.text)'; \(hint)", at: name)
      }
    }
  }

  private mutating func isTruth(_ value: SpecNode, _ name: String) -> Bool {
    let isTruth = ["true", "false"].contains(value.text.lowercased())
    if !isTruth { add("'\(name)' must be true or false", at: value) }
    return isTruth
  }

  private mutating func setTruth(
    _ key: String, _ value: SpecNode, of column: inout TableSchemaColumn
  ) {
    guard isTruth(value, key) else { return }
    column.set(key, value.text.lowercased(), at: value)
  }

  /// A list of whole numbers without a gap is a range; of other lists the levels are made
  /// with the type.
  private mutating func setEnum(_ list: SpecNode, of column: inout TableSchemaColumn) {
    switch column["type"] {
    case "category": return
    case "integer":
      let numbers = list.items.compactMap { Int($0.text) }.sorted()
      if let low = numbers.first, let high = numbers.last, numbers.count == list.items.count,
        high - low == numbers.count - 1, Set(numbers).count == numbers.count
      {
        column.set("minimum", String(low), at: list)
        column.set("maximum", String(high), at: list)
      } else {
        note("'enum' of numbers with gaps is not checked", column.name.text)
      }
    case let type?: note("'enum' of a column of type \(type) is not checked", column.name.text)
    case nil: return
    }
  }

  private mutating func setBound(
    _ name: SpecNode, _ value: SpecNode, of column: inout TableSchemaColumn
  ) {
    if column["type"] == "date", ["minimum", "maximum"].contains(name.text) {
      setDateBound(name, value, of: column)
      return
    }
    guard let type = column["type"], ["integer", "number"].contains(type) else {
      let kind = column["type"].map { " of a column of type \($0)" } ?? ""
      note("'\(name.text)'\(kind) is not checked", column.name.text)
      return
    }
    guard let number = Double(value.text), number.isFinite else {
      add("'\(name.text)' must be a number", at: value)
      return
    }
    switch name.text {
    case "exclusiveMinimum" where type == "integer":
      column.set("minimum", (number.rounded(.down) + 1).shortest, at: value)
    case "exclusiveMaximum" where type == "integer":
      column.set("maximum", (number.rounded(.up) - 1).shortest, at: value)
    case "exclusiveMinimum", "exclusiveMaximum":
      note("'\(name.text)' is not checked", column.name.text)
    default: column.set(name.text, number.shortest, at: value)
    }
  }
}
