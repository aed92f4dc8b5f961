/// A category column of a source, or of another that has a row for each of its people.
package struct Attribute: Sendable, Hashable {
  package let source: String
  package let column: String

  package init(source: String, column: String) {
    self.source = source
    self.column = column
  }
}

/// The level of an attribute for each row of a source.
package struct AttributeColumn: Sendable {
  package let name: Named
  package let levels: [Named]
  private let column: CategoryColumn
  /// The row of the register for each row; nil where the column is of the source itself.
  private let registerRows: [Int]?

  /// `persons` tells the column of each source that holds the ids of its people.
  package init?(
    _ attribute: Attribute, of source: String, in tables: [Table], persons: [String: String]
  ) {
    func table(_ name: String) -> Table? { tables.first { $0.name.name == name } }
    func ids(_ source: String) -> TextCells? {
      persons[source].flatMap { table(source)?.text($0) }
    }
    guard let found = table(attribute.source)?.column(attribute.column),
      case .category(let column) = found.cells
    else { return nil }
    name = found.name
    levels = column.levels
    self.column = column
    guard attribute.source != source else {
      registerRows = nil
      return
    }
    guard let register = ids(attribute.source), let people = ids(source) else { return nil }
    var places: [String: Int] = [:]
    for row in 0..<register.count {
      if let person = register[row].value, places[person] == nil { places[person] = row }
    }
    registerRows = (0..<people.count).map { row in
      people[row].value.flatMap { places[$0] } ?? -1
    }
  }

  /// The place of the level; nil where there is none.
  package func level(_ row: Int) -> Int? {
    guard let registerRows else { return column[row].value }
    let place = registerRows[row]
    return place < 0 ? nil : column[place].value
  }
}
