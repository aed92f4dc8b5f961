package import EvaluationData

/// The list of codes, each with the tagging rules that find it.
package struct CodeFrame: Sendable, Hashable {
  package let codes: [Code]

  package init(codes: [Code]) { self.codes = codes }
}

/// One theme.
package struct Code: Sendable, Hashable {
  package let name: Named
  package let definition: String
  package let rules: [TaggingRule]

  package init(name: Named, definition: String, rules: [TaggingRule]) {
    self.name = name
    self.definition = definition
    self.rules = rules
  }
}

/// Patterns that give a response a code.
package struct TaggingRule: Sendable, Hashable {
  /// A row qualifies when its column has one of these levels.
  package struct Condition: Sendable, Hashable {
    package let column: String
    package let levels: Set<String>

    package init(column: String, levels: Set<String>) {
      self.column = column
      self.levels = levels
    }
  }

  /// The code is given when one of these is found.
  package let match: [Pattern]
  /// A match that overlaps one of these does not count.
  package let unless: [Pattern]
  /// All must hold.
  package let conditions: [Condition]

  package init(match: [Pattern], unless: [Pattern], conditions: [Condition]) {
    self.match = match
    self.unless = unless
    self.conditions = conditions
  }
}
