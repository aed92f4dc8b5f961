package import Cleaning
package import EvaluationData

extension PipelineSpec {
  /// A column of a source as rules and measures meet it: of the exports, or derived.
  package struct KnownColumn: Sendable, Hashable {
    package let name: Named
    /// Its heading in the exports; its label where it is derived.
    package let header: String
    package let type: ColumnType
    package let levels: [Named]
    /// Whether its numbers are whole.
    package let isWhole: Bool

    package init(
      _ name: Named, header: String? = nil, _ type: ColumnType, levels: [Named] = [],
      isWhole: Bool = false
    ) {
      self.name = name
      self.header = header ?? name.label
      self.type = type
      self.levels = levels
      self.isWhole = isWhole
    }

    var inRules: RuleColumn { RuleColumn(name.name, header: header) }
  }
}

extension PipelineSpec.KnownColumn {
  /// The words of `type:` for columns that hold texts or ids.
  static let textTypes = ["text", "id", "postcode", "nhs-number", "local-authority"]

  fileprivate init(_ column: ColumnSchema) {
    let (name, header) = (column.name, column.header)
    switch column.kind {
    case .text, .id, .postcode, .nhsNumber, .localAuthority, .ownWords:
      self.init(name, header: header, .text)
    case .category(let levels, _): self.init(name, header: header, .category, levels: levels)
    case .boolean: self.init(name, header: header, .category, levels: ColumnSchema.yesAndNo)
    case .number(let isWhole, _, _, _): self.init(name, header: header, .number, isWhole: isWhole)
    case .date: self.init(name, header: header, .date)
    case .multiSelect(let question):
      self.init(name, header: header, .choices, levels: question.choices)
    }
  }
}

extension PipelineSpec.Source {
  /// Its columns: those of the schema, then the derived ones.
  package var columns: [PipelineSpec.KnownColumn] {
    schema.columns.map(PipelineSpec.KnownColumn.init) + addedColumns
  }

  /// What messages about the source as a whole call its files.
  var files: String { patterns.map(\.text).joined(separator: ", ") }

  /// The columns in which ids of people stand: that of the role, and those that refer to it.
  func personColumns(in spec: PipelineSpec) -> [String] {
    let referring = references.filter { reference in
      spec.source(reference.target)?.roles[.person] == reference.targetColumn
    }.map(\.column)
    guard let own = roles[.person] else { return referring }
    return [own] + referring.filter { $0 != own }
  }
}
