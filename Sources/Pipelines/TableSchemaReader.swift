import EvaluationData
import Yams

/// Reads a frictionless Table Schema as the columns of a source.
///
/// What the schema asks for and CountIn does not do is in `notes`, never passed over in silence.
///
/// - Reference: Data Package Standard 2.0, "Table Schema",
///   https://datapackage.org/standard/table-schema/
struct TableSchemaReader {
  /// Something that the schema asks for and that is not done, with the columns that it speaks of.
  struct Note: Hashable {
    let text: String
    var columns: [String]
  }

  let document: SpecDocument
  let root: SpecNode
  let source: String
  /// The names of all sources, for what a foreign key may refer to.
  let sources: [String]
  private(set) var columns: [TableSchemaColumn] = []
  private(set) var leftOut: [String] = []
  /// The columns that together tell one record from another.
  private(set) var key: SpecNode?
  var errors: [SpecError] = []
  private(set) var notes: [Note] = []
  /// Rules that the rows should keep to, as `clean.validation` would say them.
  var rules: [SpecNode] = []

  init(document: SpecDocument, root: SpecNode, source: String, sources: [String]) {
    self.document = document
    self.root = root
    self.source = source
    self.sources = sources
  }

  mutating func read() {
    guard let fields = root["fields"], fields.node.sequence != nil, !fields.items.isEmpty else {
      add("a Table Schema needs 'fields', a list with a block for each column", at: root)
      return
    }
    let titles = askedTitles(fields.items)
    for (field, title) in zip(fields.items, titles) { read(field, title: title) }
    readOwnColumns()
    readKeys()
    readForeignKeys()
  }

  mutating func add(_ message: String, at node: SpecNode) {
    errors.append(document.error(message, at: node))
  }

  mutating func note(_ text: String, _ column: String) {
    if let index = notes.firstIndex(where: { $0.text == text }) {
      notes[index].columns.append(column)
    } else {
      notes.append(Note(text: text, columns: [column]))
    }
  }

  // MARK: Fields

  /// The title of each field where it may be the heading of its column: where no other field
  /// is called so.
  private func askedTitles(_ fields: [SpecNode]) -> [SpecNode?] {
    let names = fields.map { $0.text("name")?.lowercased() }
    let titles = fields.map { $0.text("title")?.lowercased() }
    return fields.indices.map { index in
      guard let title = titles[index], !title.isEmpty else { return nil }
      let isOthers = fields.indices.contains { other in
        other != index && (names[other] == title || titles[other] == title)
      }
      return isOthers ? nil : fields[index]["title"]
    }
  }

  private mutating func read(_ field: SpecNode, title: SpecNode?) {
    guard let name = field["name"], name.isText else {
      add("a field needs a 'name'", at: field)
      return
    }
    guard !columns.contains(where: { $0.name.text == name.text }), !leftOut.contains(name.text)
    else {
      add("there are two fields '\(name.text)'; give one of them another name", at: name)
      return
    }
    var column = TableSchemaColumn(name: name)
    let headings = [title?.text, name.text].compactMap(\.self)
    column.set(
      "header", headings.count == 1 ? name.scalar(name.text) : name.list(headings), at: name)
    column.set("label", field.text("title") ?? name.text, at: field["title"] ?? name)
    if ["superset", "partial"].contains(root.text("fieldsMatch")) {
      column.set("optional", "true", at: name)
    }
    if let own = field["countin"] {
      guard checkOwn(own) else { return }
      if own.truth("leave_out") {
        leftOut.append(name.text)
        return
      }
    }
    noteUnknownProperties(of: field, name.text)
    setType(of: &column, from: field)
    setMissing(of: &column, from: field)
    setConstraints(of: &column, from: field)
    if let own = field["countin"] { column.override(with: own) }
    columns.append(column)
  }

  /// The standard allows properties of anybody's; one that is nearly a known one is a slip.
  private mutating func noteUnknownProperties(of field: SpecNode, _ column: String) {
    for (key, _) in field.entries where !TableSchemaReader.properties.contains(key.text) {
      guard let nearest = nearestName(to: key.text, among: TableSchemaReader.properties) else {
        continue
      }
      note("the property '\(key.text)' is passed over; did you mean '\(nearest)'?", column)
    }
  }

  private static let properties = [
    "name", "title", "description", "type", "format", "example", "constraints", "categories",
    "categoriesOrdered", "missingValues", "rdfType", "decimalChar", "groupChar", "bareNumber",
    "trueValues", "falseValues", "delimiter", "itemType", "countin",
  ]

  /// CountIn's own keys are held against the same grammar as in a pipeline file.
  private mutating func checkOwn(_ own: SpecNode) -> Bool {
    let wrong = document.errors(in: own, key: "countin", against: tableSchemaColumnKeys)
    errors += wrong
    return wrong.isEmpty
  }

  /// The columns that are no field: a question whose choices have a field each is one.
  private mutating func readOwnColumns() {
    guard let own = root["countin"] else { return }
    let wrong = document.errors(in: own, key: "countin", against: tableSchemaOwnKeys)
    errors += wrong
    guard wrong.isEmpty else { return }
    for (name, block) in own["columns"]?.entries ?? [] {
      guard !isKnown(name) else {
        add("there is a field '\(name.text)' already; give one of them another name", at: name)
        continue
      }
      var column = TableSchemaColumn(name: name)
      column.override(with: block)
      columns.append(column)
    }
  }

  // MARK: Keys

  private mutating func readKeys() {
    if let primary = root["primaryKey"], !primary.items.isEmpty {
      key = primary
      for item in primary.items {
        if leftOut.contains(item.text) {
          add("'\(item.text)' is left out, so that it cannot be in 'primaryKey'", at: item)
        } else if !isKnown(item) {
          refuse(item)
        }
        change(item.text) { column in
          column.set("required", "true", at: item)
          column.readAsID(at: item)
        }
      }
    }
    for unique in root["uniqueKeys"]?.items ?? [] {
      for item in unique.items where !isKnown(item) { refuse(item) }
      let names = unique.items.map(\.text)
      if let name = names.first(where: { leftOut.contains($0) }) {
        note(
          "'uniqueKeys' is not checked, for '\(name)' is left out",
          names.joined(separator: " with "))
      } else {
        setUnique(names, at: unique)
      }
    }
  }

  private mutating func readForeignKeys() {
    for foreign in root["foreignKeys"]?.items ?? [] {
      guard let fields = foreign["fields"], let reference = foreign["reference"],
        let targets = reference["fields"], fields.items.count == targets.items.count
      else {
        add("a foreign key needs 'fields', and a 'reference' with as many 'fields'", at: foreign)
        continue
      }
      for item in fields.items where !isKnown(item) { refuse(item) }
      let resource = reference.text("resource") ?? ""
      let target = resource.isEmpty ? source : resource
      let names = fields.items.map(\.text).joined(separator: " with ")
      guard fields.items.count == 1, let field = fields.items.first,
        let targetField = targets.items.first
      else {
        note("'foreignKeys' over several columns is not checked", names)
        continue
      }
      guard sources.contains(target) else {
        note(
          "'foreignKeys' to '\(target)' is not checked, for it is no source of the pipeline", names)
        continue
      }
      change(field.text) { column in
        column.readAsID(at: field)
        if column["type"] == "id" {
          column.set("refers_to", "\(target).\(targetField.text)", at: targetField)
        }
      }
      if columns.contains(where: { $0.name.text == field.text && $0["refers_to"] == nil }) {
        note("'foreignKeys' of a column that is no id is not checked", names)
      }
    }
  }

  private func isKnown(_ node: SpecNode) -> Bool {
    leftOut.contains(node.text) || columns.contains { $0.name.text == node.text }
  }

  private mutating func refuse(_ node: SpecNode) {
    let names = columns.map(\.name.text)
    let hint =
      nearestName(to: node.text, among: names).map { "did you mean '\($0)'?" }
      ?? "known: \(names.joined(separator: ", "))"
    add("there is no field '\(node.text)'; \(hint)", at: node)
  }

  private mutating func change(
    _ name: String, _ body: (inout TableSchemaColumn) -> Void
  ) {
    guard let index = columns.firstIndex(where: { $0.name.text == name }) else { return }
    body(&columns[index])
  }
}

extension TableSchemaColumn {
  /// A column by which rows are told apart or looked up is an id, even where it has whole numbers.
  fileprivate mutating func readAsID(at place: SpecNode) {
    guard let type = self["type"], ["text", "integer"].contains(type) else { return }
    remove(["minimum", "maximum", "decimal"])
    set("type", "id", at: place)
  }
}
