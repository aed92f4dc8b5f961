import EvaluationData
import Yams

// The constraints that become rules, as `clean.validation` would say them.

extension TableSchemaReader {
  /// The longest text whose length a form can hold.
  private static let longestForm = 63

  /// No two rows have the same values in these columns.
  mutating func setUnique(_ columns: [String], at place: SpecNode) {
    addRule([("unique", place.list(columns))], at: place)
  }

  /// Reads `pattern`, `minLength` and `maxLength`.
  mutating func setForm(
    _ name: SpecNode, _ value: SpecNode, of column: TableSchemaColumn, from constraints: SpecNode
  ) {
    guard let type = column["type"], ["text", "id"].contains(type) else {
      let kind = column["type"].map { " of a column of type \($0)" } ?? ""
      note("'\(name.text)'\(kind) is not checked", column.name.text)
      return
    }
    if name.text == "pattern" {
      guard let pattern = TableSchemaPattern(value.text) else {
        note(
          "'pattern' is not checked, for CountIn follows only simple ones such as "
            + "^[A-Z]{2}[0-9]{4}$", column.name.text)
        return
      }
      let parts = pattern.parts.map {
        value.mapping([(value.scalar($0.key), value.scalar($0.value))])
      }
      addFormRule(parts, of: column, at: value)
      return
    }
    guard let length = Int(value.text), length >= 0 else {
      add("'\(name.text)' must be a whole number of at least 0", at: value)
      return
    }
    // Both lengths are one rule, made where the first of them stands.
    let low = Int(constraints.text("minLength") ?? "") ?? 0
    let high = constraints.text("maxLength").flatMap { Int($0) }
    if name.text == "maxLength", constraints["minLength"] != nil { return }
    guard max(low, high ?? 0) <= TableSchemaReader.longestForm, high != 0 else {
      note(
        "'\(name.text)' is not checked, for CountIn counts only up to "
          + "\(TableSchemaReader.longestForm) letters", column.name.text)
      return
    }
    let words = high.map { "\(low) to \($0)" } ?? "\(low) or more"
    addFormRule(
      [value.mapping([(value.scalar("any"), value.scalar(words))])], of: column, at: value)
  }

  private mutating func addFormRule(
    _ parts: [Node], of column: TableSchemaColumn, at place: SpecNode
  ) {
    let form = Node.sequence(Node.Sequence(parts, .implicit, .any, place.node.mark))
    addRule([("column", place.scalar(column.name.text)), ("form", form)], at: place)
  }

  /// Reads `minimum` and `maximum` of a date.
  mutating func setDateBound(_ name: SpecNode, _ value: SpecNode, of column: TableSchemaColumn) {
    guard let day = CalendarDate(iso: String(value.text.prefix(10))) else {
      add("'\(name.text)' must be a date such as 2024-03-31", at: value)
      return
    }
    let key = name.text == "minimum" ? "from" : "to"
    addRule(
      [("column", value.scalar(column.name.text)), (key, value.scalar(day.description))], at: value)
  }

  private mutating func addRule(_ entries: [(String, Node)], at place: SpecNode) {
    rules.append(SpecNode(node: place.mapping(entries.map { (place.scalar($0.0), $0.1) })))
  }
}
