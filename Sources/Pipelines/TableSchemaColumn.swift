import Yams

/// A field of a Table Schema as a pipeline file would describe the column.
struct TableSchemaColumn {
  let name: SpecNode
  /// The keys of the column's block; each stands where the field says it, for messages.
  private(set) var entries: [(key: Node, value: Node)] = []

  init(name: SpecNode) { self.name = name }

  subscript(key: String) -> String? {
    entries.first { $0.key.string == key }?.value.string
  }

  mutating func set(_ key: String, _ text: String, at place: SpecNode) {
    set(key, place.scalar(text), at: place)
  }

  mutating func set(_ key: String, _ value: Node, at place: SpecNode) {
    remove([key])
    entries.append((place.scalar(key), value))
  }

  mutating func remove(_ keys: [String]) {
    entries.removeAll { keys.contains($0.key.string ?? "") }
  }

  /// Lets the keys of a block replace those of the field.
  ///
  /// Another type takes with it what was said of the type before.
  mutating func override(with block: SpecNode) {
    if let type = block.text("type"), type != self["type"] {
      remove(TableSchemaColumn.keysOfOneType)
    }
    for (key, value) in block.entries {
      remove([key.text])
      entries.append((key.node, value.node))
    }
  }

  private static let keysOfOneType = [
    "levels", "also", "minimum", "maximum", "decimal", "dates", "separator", "choices",
    "refers_to",
  ]

  var block: Node { name.mapping(entries.map { ($0.key, $0.value) }) }
}

extension SpecNode {
  /// A text that is said to stand where this node stands.
  func scalar(_ text: String) -> Node { .scalar(Node.Scalar(text, .implicit, .any, node.mark)) }

  func list(_ texts: [String]) -> Node {
    .sequence(Node.Sequence(texts.map { scalar($0) }, .implicit, .any, node.mark))
  }

  func mapping(_ pairs: [(Node, Node)]) -> Node {
    .mapping(Node.Mapping(pairs, .implicit, .any, node.mark))
  }

  var isMapping: Bool { node.mapping != nil }

  /// Whether it is a single text that is filled in.
  var isText: Bool {
    guard let scalar = node.scalar else { return false }
    return !(scalar.style == .plain && ["", "~", "null"].contains(scalar.string))
  }
}
