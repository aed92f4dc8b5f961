import Cleaning
import EvaluationData
import Yams

/// What a pipeline says of a source's columns, together with its table schema.
struct DescribedSchema {
  let source: String
  /// The block under `schema`; its columns are those of the table schema, as far as they were
  /// not changed, and those that the block adds.
  let node: SpecNode
  /// The primary key of the table schema.
  let key: SpecNode?
}

/// The keys that a field of a Table Schema may have under `countin`.
let tableSchemaColumnKeys: [Key] =
  columnKeys + [
    Key("leave_out", .truth, "Whether the column is passed over, as if it were not there.")
  ]

/// The keys that a Table Schema may have under its own `countin`.
let tableSchemaOwnKeys: [Key] = [
  Key(
    "columns", .dictionary(of: "column", .map(columnKeys)),
    "Columns that are made from several fields, as in a pipeline file.")
]

extension SpecReader {
  /// Throws when a table schema is wrong, for all else would then be wrong, too.
  mutating func describedSchemas(of sources: [String]) throws(InvalidSpec) -> [DescribedSchema] {
    let earlier = errors.count
    var schemas: [DescribedSchema] = []
    for (key, node) in document.root["schema"]?.entries ?? [] {
      if let file = node["table_schema"] {
        guard let root = try tableSchema(file, of: key.text) else { continue }
        var reader = TableSchemaReader(
          document: document, root: root, source: key.text, sources: sources)
        reader.read()
        errors += reader.errors
        tableSchemaRules[key.text] = reader.rules
        let name = document.file(of: root)
        spec.notes += reader.notes.map { note in
          "\(name): \(note.text) (\(note.columns.joined(separator: ", ")))"
        }
        schemas.append(merged(node, reader, source: key.text))
      } else {
        if node["columns"] == nil {
          add("'\(key.text)' lacks the key 'columns', or 'table_schema' in its place", at: node)
        }
        schemas.append(DescribedSchema(source: key.text, node: node, key: nil))
      }
    }
    guard errors.count == earlier else { throw InvalidSpec(errors: errors) }
    return schemas
  }

  /// The Table Schema that a line of the pipeline file names; nil when it is not to be had.
  private mutating func tableSchema(
    _ file: SpecNode, of source: String
  ) throws(InvalidSpec) -> SpecNode? {
    let parts = file.text.split(separator: "#", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    guard let root = try included(name, at: file) else { return nil }
    if let resources = root["resources"]?.items {
      return try resource(
        of: resources, named: parts.count > 1 ? parts[1] : source, package: name, at: file)
    }
    guard parts.count == 1 else {
      add("'\(name)' is no Data Package; leave '#\(parts[1])' out", at: file)
      return nil
    }
    return root
  }

  /// Reads a file beside the pipeline file; nil when it is not there.
  private mutating func included(_ name: String, at node: SpecNode) throws(InvalidSpec) -> SpecNode?
  {
    guard let text = rulesText(name) else {
      add("there is no file '\(name)' in \(folder)", at: node)
      return nil
    }
    if !spec.tableSchemaFiles.contains(name) { spec.tableSchemaFiles.append(name) }
    return try document.include(file: "\(folder)/\(name)", text: text)
  }

  /// The schema of one table of a Data Package.
  private mutating func resource(
    of resources: [SpecNode], named wanted: String, package: String, at node: SpecNode
  ) throws(InvalidSpec) -> SpecNode? {
    let names = resources.compactMap { $0.text("name") }
    guard let resource = resources.first(where: { $0.text("name") == wanted }) else {
      let hint = names.first.map { "; for the first write \(package)#\($0)" } ?? ""
      add(
        "there is no resource '\(wanted)' in '\(package)'; known: "
          + names.joined(separator: ", ") + hint, at: node)
      return nil
    }
    guard let schema = resource["schema"] else {
      add("the resource '\(wanted)' has no 'schema'", at: resource)
      return nil
    }
    guard schema.isText else { return schema }
    if schema.text.contains("://") {
      add("CountIn fetches nothing; save the schema beside the pipeline file", at: schema)
      return nil
    }
    return try included(schema.text, at: schema)
  }

  /// The rules of a table schema, without those on columns whose type the pipeline has changed.
  mutating func fittingTableSchemaRules(of source: PipelineSpec.Source) -> [SpecNode] {
    let rules = tableSchemaRules[source.name.name] ?? []
    return rules.filter { rule in
      guard let name = rule.text("column"),
        let column = source.columns.first(where: { $0.name.name == name })
      else { return true }
      let wanted: ColumnType = rule["form"] == nil ? .date : .text
      if column.type == wanted { return true }
      spec.notes.append(
        "\(document.file(of: rule)): what is asked of '\(name)' is not checked, for the pipeline "
          + "gives it another type")
      return false
    }
  }

  /// The block with the columns of the table schema, changed and added to as it says.
  private mutating func merged(
    _ node: SpecNode, _ reader: TableSchemaReader, source: String
  ) -> DescribedSchema {
    let own = node["columns"]
    var columns: [(Node, Node)] = reader.columns.map { column in
      var column = column
      if let change = own?[column.name.text] { column.override(with: change) }
      return (column.name.node, column.block)
    }
    let known = reader.columns.map(\.name.text)
    columns += (own?.entries ?? []).filter { !known.contains($0.key.text) }
      .map { ($0.key.node, $0.value.node) }
    let others = node.entries.filter { $0.key.text != "columns" }
    let entries = others.map { ($0.key.node, $0.value.node) }
    let block = node.mapping(entries + [(node.scalar("columns"), node.mapping(columns))])
    return DescribedSchema(source: source, node: SpecNode(node: block), key: reader.key)
  }
}
