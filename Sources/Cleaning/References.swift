package import EvaluationData

/// An id column whose values must stand in another source.
package struct Reference: Sendable, Hashable {
  package let source: String
  package let column: String
  package let target: String
  package let targetColumn: String
  /// The heading, for messages.
  package let header: String

  package init(
    source: String, column: String, target: String, targetColumn: String, header: String
  ) {
    self.source = source
    self.column = column
    self.target = target
    self.targetColumn = targetColumn
    self.header = header
  }
}

/// Finds rows that speak of somebody or something that is not listed.
package func checkReferences(
  _ references: [Reference], in tables: [Table]
) -> [Problem] {
  var problems: [Problem] = []
  for reference in references {
    guard let table = tables.first(where: { $0.name.name == reference.source }),
      let target = tables.first(where: { $0.name.name == reference.target }),
      let ids = table.text(reference.column), let listed = target.text(reference.targetColumn)
    else { continue }
    var known: Set<String> = []
    for row in 0..<listed.count {
      if let id = listed[row].value { known.insert(id.trimmingWhiteSpace) }
    }
    for row in 0..<ids.count {
      guard let id = ids[row].value, !known.contains(id.trimmingWhiteSpace) else { continue }
      problems.append(
        Problem(
          .unknownReference, at: table.addresses.address(of: row, column: reference.header),
          expected: "an id that is listed in '\(target.name.label)'", value: id))
    }
  }
  return problems
}
