import Cleaning
import EvaluationData
import Yams

// What the type, the missing values and the constraints of a field say in the words of a
// pipeline file.

extension TableSchemaReader {
  static let types = [
    "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date",
    "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
  ]

  mutating func setType(of column: inout TableSchemaColumn, from field: SpecNode) {
    let place = field["type"] ?? field
    let type = field.text("type") ?? "any"
    switch type {
    case "string", "any": setText(of: &column, from: field, type: type)
    case "integer", "number", "year": setNumber(of: &column, from: field, type: type)
    case "boolean": setBoolean(of: &column, from: field)
    case "date", "datetime": setDate(of: &column, from: field)
    case "list": setList(of: &column, from: field)
    case "object", "array", "time", "yearmonth", "duration", "geopoint", "geojson":
      column.set("type", "text", at: place)
      note("the type '\(type)' is kept as text", column.name.text)
    default:
      let hint = nearestName(to: type, among: TableSchemaReader.types)
        .map { "; did you mean '\($0)'?" }
      add(
        "'type' must be one of \(TableSchemaReader.types.joined(separator: ", "))\(hint ?? "")",
        at: place)
    }
  }

  private mutating func setText(
    of column: inout TableSchemaColumn, from field: SpecNode, type: String
  ) {
    let place = field["type"] ?? field
    if let levels = field["categories"] ?? field["constraints"]?["enum"] {
      setLevels(of: &column, from: levels)
      return
    }
    switch field.text("format") ?? "default" {
    case _ where type == "any", "default": column.set("type", "text", at: place)
    case "uuid": column.set("type", "id", at: place)
    case "email", "uri":
      column.set("type", "text", at: place)
      note("'format: \(field.text("format") ?? "")' is not checked", column.name.text)
    case "binary":
      add(
        "CountIn cannot read binary cells; add `countin: {leave_out: true}` to the field",
        at: field["format"] ?? field)
    default:
      add(
        "'format' must be one of default, email, uri, binary, uuid", at: field["format"] ?? field)
    }
  }

  /// Levels are called by their labels: in small letters, with hyphens.
  private mutating func setLevels(of column: inout TableSchemaColumn, from list: SpecNode) {
    var levels: [(Node, Node)] = []
    var also: [(Node, Node)] = []
    var names: Set<String> = []
    for (number, item) in list.items.enumerated() {
      let value = item.isMapping ? item["value"] : item
      guard let value, value.node.scalar != nil else {
        add("each category needs a 'value'", at: item)
        continue
      }
      let label = item["label"] ?? value
      let slug = Named.slug(label.text)
      var name = slug == "x" && label.text.lowercased() != "x" ? "level-\(number + 1)" : slug
      var count = 1
      while !names.insert(name).inserted {
        count += 1
        name = "\(slug)-\(count)"
      }
      levels.append((value.scalar(name), label.scalar(label.text)))
      if item["label"] != nil, value.text != label.text {
        also.append((value.scalar(value.text), value.scalar(name)))
      }
    }
    guard !levels.isEmpty else {
      add("there is no category in the list", at: list)
      return
    }
    column.set("type", "category", at: list)
    column.set("levels", list.mapping(levels), at: list)
    if !also.isEmpty { column.set("also", list.mapping(also), at: list) }
  }

  private mutating func setNumber(
    of column: inout TableSchemaColumn, from field: SpecNode, type: String
  ) {
    if type == "integer", let categories = field["categories"] {
      setLevels(of: &column, from: categories)
      return
    }
    column.set("type", type == "number" ? "number" : "integer", at: field["type"] ?? field)
    let decimal = field["decimalChar"]
    if let decimal {
      switch decimal.text {
      case ".": column.set("decimal", "point", at: decimal)
      case ",": column.set("decimal", "comma", at: decimal)
      default: add("CountIn reads a point or a comma before decimals", at: decimal)
      }
    }
    guard let group = field["groupChar"] else { return }
    switch group.text {
    case _ where group.text == (decimal?.text ?? "."):
      if decimal == nil {
        column.set("decimal", "comma", at: group)
      } else {
        add("the same mark cannot stand before decimals and between thousands", at: group)
      }
    case ",":
      if decimal == nil { column.set("decimal", "point", at: group) }
    case ".", " ", "'", "\u{A0}", "\u{202F}": break
    default: add("CountIn reads a comma, point, space or apostrophe between thousands", at: group)
    }
  }

  private mutating func setBoolean(of column: inout TableSchemaColumn, from field: SpecNode) {
    column.set("type", "boolean", at: field["type"] ?? field)
    var also: [(Node, Node)] = []
    let yes = field["trueValues"]?.items ?? []
    for (texts, level) in [(yes, "yes"), (field["falseValues"]?.items ?? [], "no")] {
      for text in texts {
        if level == "no", yes.contains(where: { $0.text == text.text }) {
          add("'\(text.text)' is among 'trueValues', too", at: text)
        }
        also.append((text.scalar(text.text), text.scalar(level)))
      }
    }
    if !also.isEmpty, let place = field["trueValues"] ?? field["falseValues"] {
      column.set("also", place.mapping(also), at: place)
    }
  }

  private mutating func setDate(of column: inout TableSchemaColumn, from field: SpecNode) {
    column.set("type", "date", at: field["type"] ?? field)
    do throws(TableSchemaDateFormat.Refusal) {
      let format = try TableSchemaDateFormat(field.text("format") ?? "default")
      if let order = format.order {
        column.set("dates", order.rawValue, at: field["format"] ?? field)
      }
    } catch {
      add("'format': \(error.reason)", at: field["format"] ?? field)
    }
  }

  private mutating func setList(of column: inout TableSchemaColumn, from field: SpecNode) {
    let place = field["type"] ?? field
    guard field["countin"]?["choices"] != nil || field["countin"]?["choices_from"] != nil else {
      column.set("type", "text", at: place)
      note(
        "the type 'list' is kept as text, for its choices are not listed: "
          + "`countin: {choices: …}` would list them", column.name.text)
      return
    }
    column.set("type", "multi-select", at: place)
    column.set("separator", field.text("delimiter") ?? ",", at: field["delimiter"] ?? place)
  }

  // MARK: Missing values

  /// Those of the field stand in place of those of the schema, as the standard has it.
  mutating func setMissing(of column: inout TableSchemaColumn, from field: SpecNode) {
    guard let list = field["missingValues"] ?? root["missingValues"] else { return }
    var missing: [(Node, Node)] = []
    for item in list.items {
      guard let value = item.isMapping ? item["value"] : item, !value.text.isEmpty else { continue }
      let reason = missingReason(of: value.text, label: item.text("label"))
      missing.append((value.scalar(value.text), value.scalar(reason.rawValue)))
    }
    if !missing.isEmpty { column.set("missing", list.mapping(missing), at: list) }
  }

  private func missingReason(of text: String, label: String?) -> MissingReason {
    for words in [label, text].compactMap(\.self).map(foldedLevel) {
      switch words {
      case "refused", "declined", "refusal": return .preferNotToSay
      case "don t know", "unknown", "unsure": return .dontKnow
      case "inapplicable": return .notApplicable
      case "not asked", "not administered": return .notAsked
      default:
        if let known = ColumnSchema.usualMissingTexts[words] { return known }
        if let reason = MissingReason(rawValue: words.split(separator: " ").joined(separator: "-"))
        {
          return reason
        }
      }
    }
    return .skipped
  }
}
