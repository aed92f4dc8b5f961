import Cleaning
import EvaluationData

// Looking up the names that rules and measures use.
extension SpecReader {
  mutating func source(_ node: SpecNode, _ key: String = "source") -> PipelineSpec.Source? {
    guard let name = node[key] else { return nil }
    return source(named: name)
  }

  mutating func source(named name: SpecNode) -> PipelineSpec.Source? {
    guard let source = spec.source(name.text) else {
      refuse(name, "source", known: spec.sources.map(\.name.name))
      return nil
    }
    return source
  }

  mutating func knownColumn(
    _ node: SpecNode?, _ types: [ColumnType], of source: PipelineSpec.Source
  ) -> PipelineSpec.KnownColumn? {
    guard let node else { return nil }
    let columns = source.columns
    guard let column = columns.first(where: { $0.name.name == node.text }) else {
      if addedNames(of: source.name.name).contains(node.text) {
        add("the column '\(node.text)' is made further on and not there yet", at: node)
      } else {
        refuse(node, "column", known: columns.map(\.name.name))
      }
      return nil
    }
    guard types.contains(column.type) else {
      add("'\(node.text)' must be a \(alternatives(types)) column here", at: node)
      return nil
    }
    return column
  }

  mutating func column(
    _ node: SpecNode?, _ type: ColumnType, of source: PipelineSpec.Source
  ) -> String? {
    knownColumn(node, [type], of: source)?.name.name
  }

  /// The levels or choices that a node names, in its order.
  mutating func levels(_ node: SpecNode, of column: PipelineSpec.KnownColumn) -> [Named] {
    node.items.compactMap { item in
      let level = column.levels.first { $0.name == item.text }
      if level == nil {
        refuse(
          item, column.type == .choices ? "choice" : "level", known: column.levels.map(\.name))
      }
      return level
    }
  }

  mutating func levels(
    _ node: SpecNode?, of column: String?, _ source: PipelineSpec.Source
  ) -> Set<String> {
    guard let node, let column = source.columns.first(where: { $0.name.name == column }) else {
      return []
    }
    return Set(levels(node, of: column).map(\.name))
  }

  /// A column of the source, or with its name before it one of a register of its people.
  mutating func attribute(
    _ node: SpecNode, of source: PipelineSpec.Source
  ) -> Attribute? {
    let parts = node.text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, !source.columns.contains(where: { $0.name.name == node.text }) else {
      return column(node, .category, of: source).map {
        Attribute(source: source.name.name, column: $0)
      }
    }
    let registers = spec.sources.filter { $0.roles[.person] != nil }
    guard source.roles[.person] != nil,
      let register = registers.first(where: { $0.name.name == parts[0] })
    else {
      refuse(node, "column", known: registers.map { "\($0.name.name).…" })
      return nil
    }
    guard let column = register.columns.first(where: { $0.name.name == parts[1] }) else {
      refuse(node, "column", known: register.columns.map { "\(parts[0]).\($0.name.name)" })
      return nil
    }
    guard column.type == .category else {
      add("'\(node.text)' must be a category column here", at: node)
      return nil
    }
    return Attribute(source: parts[0], column: parts[1])
  }

  /// The words for the types of column, such as "text or id".
  private func alternatives(_ types: [ColumnType]) -> String {
    let words = types.flatMap { $0 == .text ? ["text", "id"] : [$0.rawValue] }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
