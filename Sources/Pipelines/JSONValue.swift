/// A JSON value whose objects keep their order, so that the same facts give the same bytes.
indirect enum JSONValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case null
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return JSONValue.quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .null: return "null"
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.written(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { key, value in
        "\(inner)\(JSONValue.quoted(key)): \(value.written(indent: inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
