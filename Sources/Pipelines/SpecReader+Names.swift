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

  /// The words for the types of column, such as "text or id".
  private func alternatives(_ types: [ColumnType]) -> String {
    let words = types.flatMap { $0 == .text ? ["text", "id"] : [$0.rawValue] }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
