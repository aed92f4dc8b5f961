import Cleaning
import EvaluationData

extension SchemaDrafting {
  /// The Table Schema, without its comments.
  var tableSchema: [(key: String, value: JSONValue)] {
    var schema: [(key: String, value: JSONValue)] = [
      ("$schema", .text("https://datapackage.org/profiles/2.0/tableschema.json")),
      ("fields", .list(draft.columns.map { .object(field(of: $0)) })),
    ]
    if let key = draft.key { schema.append(("primaryKey", .list([.text(key)]))) }
    if !draft.groups.isEmpty {
      let columns = draft.groups.map { ($0.name, JSONValue.object($0.members)) }
      schema.append(("countin", .object([("columns", .object(columns))])))
    }
    return schema
  }

  /// The same as JSON, for programs.
  package var json: String { JSONValue.object(tableSchema).written() + "\n" }

  func field(of column: DraftedColumn) -> [(key: String, value: JSONValue)] {
    var field: [(key: String, value: JSONValue)] = [
      ("name", .text(column.name)), ("title", .text(column.heading)),
    ]
    field += column.kind.members
    if !column.missing.isEmpty {
      field.append(("missingValues", .texts([""] + column.missing.map(\.text))))
    }
    let constraints = constraints(of: column)
    if !constraints.isEmpty { field.append(("constraints", .object(constraints))) }
    var own = column.kind.ownMembers
    if column.isLeftOut || draft.groups.contains(where: { $0.contains(column) }) {
      own.append(("leave_out", .truth(true)))
    }
    if !column.lackingFiles.isEmpty { own.append(("optional", .truth(true))) }
    if !own.isEmpty { field.append(("countin", .object(own))) }
    return field
  }

  private func constraints(of column: DraftedColumn) -> [(key: String, value: JSONValue)] {
    var constraints: [(key: String, value: JSONValue)] = []
    switch column.kind {
    case .id, .nhsNumber:
      if column.filled == draft.rows, draft.rows > 0 {
        constraints.append(("required", .truth(true)))
      }
      if column.isUnique, column.filled > 1 { constraints.append(("unique", .truth(true))) }
    case .category(let levels): constraints.append(("enum", .texts(levels.map(\.text))))
    default: break
    }
    return constraints
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

extension DraftedKind {
  /// What Table Schema has words for.
  fileprivate var members: [(key: String, value: JSONValue)] {
    switch self {
    case .personal(.email): [("type", .text("string")), ("format", .text("email"))]
    case .nothing, .freeText, .text, .personal, .id, .category, .postcode, .nhsNumber,
      .localAuthority, .choices:
      [("type", .text("string"))]
    case .boolean(let yes, let no):
      [("type", .text("boolean"))] + (yes.isEmpty ? [] : [("trueValues", .texts(yes))])
        + (no.isEmpty ? [] : [("falseValues", .texts(no))])
    case .number(let number): number.members
    case .year: [("type", .text("year"))]
    case .date(let date):
      [
        ("type", .text(date.hasTime ? "datetime" : "date")), ("format", .text(date.format)),
      ]
    }
  }

  /// What only CountIn knows, in the words of a pipeline file.
  fileprivate var ownMembers: [(key: String, value: JSONValue)] {
    switch self {
    case .id: [("type", .text("id"))]
    case .postcode(let allowsOutward):
      [("type", .text("postcode"))] + (allowsOutward ? [("outward", .truth(true))] : [])
    case .nhsNumber: [("type", .text("nhs-number"))]
    case .localAuthority: [("type", .text("local-authority"))]
    case .choices(let choices, let separator):
      [
        ("type", .text("multi-select")), ("separator", .text(separator)),
        ("choices", .object(choices.map { ($0.name, .text($0.text)) })),
      ]
    case .date(let date) where date.pattern == nil:
      date.order.map { [("dates", .text($0.rawValue))] } ?? []
    default: []
    }
  }
}

extension DraftedGroup {
  /// The question as one column, in the words of a pipeline file.
  fileprivate var members: [(key: String, value: JSONValue)] {
    let type = ("type", JSONValue.text("multi-select"))
    guard let question else {
      return [type, ("one_hot", .object(choices.map { ($0.heading, .text($0.name)) }))]
    }
    return [
      type, ("header", .text(question)),
      ("choices", .object(choices.map { ($0.name, .text($0.text)) })),
    ]
  }
}

extension DraftedNumber {
  fileprivate var members: [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("type", .text(isWhole ? "integer" : "number"))
    ]
    if decimal == .comma { members.append(("decimalChar", .text(","))) }
    if let group { members.append(("groupChar", .text(group))) }
    if !isBare { members.append(("bareNumber", .truth(false))) }
    return members
  }
}

extension DraftedDate {
  fileprivate var format: String {
    let standard = hasTime ? "%Y-%m-%dT%H:%M:%S" : "%Y-%m-%d"
    return pattern == standard ? "default" : pattern ?? "any"
  }
}
