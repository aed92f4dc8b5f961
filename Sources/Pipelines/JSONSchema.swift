/// The JSON Schema of `pipeline.yaml`, for editors that check while one types.
package var pipelineJSONSchema: String {
  jsonSchema(title: "A CountIn pipeline", pipelineGrammar)
}

/// The JSON Schema of a tagging-rules file.
package var taggingRulesJSONSchema: String {
  jsonSchema(title: "CountIn tagging rules", taggingRulesGrammar)
}

private func jsonSchema(title: String, _ keys: [Key]) -> String {
  var members: [(key: String, value: JSONValue)] = [
    ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
    ("title", .text(title)),
  ]
  members += objectMembers(keys)
  return JSONValue.object(members).written() + "\n"
}

private func objectMembers(_ keys: [Key]) -> [(key: String, value: JSONValue)] {
  [
    ("type", .text("object")),
    (
      "properties",
      .object(
        keys.map { key in
          (key.name, .object([("description", .text(key.meaning))] + members(key.shape)))
        })
    ),
    ("required", .list(keys.filter(\.isRequired).map { .text($0.name) })),
    ("additionalProperties", .truth(false)),
  ]
}

private func members(_ shape: Shape) -> [(key: String, value: JSONValue)] {
  switch shape {
  case .text:
    // YAML reads an unquoted 1 or yes as something else than text; CountIn takes it as written.
    [("type", .list(["string", "number", "boolean"].map { .text($0) }))]
  case .integer(let least): [("type", .text("integer")), ("minimum", .number(least))]
  case .number: [("type", .text("number"))]
  case .truth: [("type", .text("boolean"))]
  case .date: [("type", .text("string")), ("pattern", .text("^\\d{4}-\\d{2}-\\d{2}$"))]
  case .choice(let words): [("enum", .list(words.map { .text($0) }))]
  case .list(let item): [("type", .text("array")), ("items", .object(members(item)))]
  case .oneOrMore(let item):
    [
      (
        "anyOf",
        .list([
          .object(members(item)),
          .object([("type", .text("array")), ("items", .object(members(item)))]),
        ])
      )
    ]
  case .map(let keys): objectMembers(keys)
  case .told(_, let shape): members(shape)
  case .dictionary(_, let value):
    [("type", .text("object")), ("additionalProperties", .object(members(value)))]
  }
}
