/// A key with its value as lines of YAML: on one line where there is room.
func yamlLines(_ key: String, _ value: JSONValue, indent: String) -> [String] {
  let beginning = "\(indent)\(yamlText(key)):"
  let flow = yamlFlow(value)
  if beginning.count + 1 + flow.count <= 96 { return ["\(beginning) \(flow)"] }
  switch value {
  case .list(let items) where items.allSatisfy(\.isScalar):
    return [beginning] + items.map { "\(indent)  - \(yamlFlow($0))" }
  case .object(let members):
    return [beginning] + members.flatMap { yamlLines($0.key, $0.value, indent: indent + "  ") }
  default:
    return ["\(beginning) \(flow)"]
  }
}

private func yamlFlow(_ value: JSONValue) -> String {
  switch value {
  case .text(let text): return yamlText(text)
  case .number(let number): return String(number)
  case .truth(let truth): return truth ? "true" : "false"
  case .null: return "null"
  case .list(let items): return "[\(items.map(yamlFlow).joined(separator: ", "))]"
  case .object(let members):
    let parts = members.map { "\(yamlText($0.key)): \(yamlFlow($0.value))" }
    return "{\(parts.joined(separator: ", "))}"
  }
}

extension JSONValue {
  fileprivate var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }
}

/// A text that every reader of YAML takes for this text, be it of version 1.1 or 1.2.
///
/// Without quotation marks where it cannot be taken for anything else.
func yamlText(_ text: String) -> String {
  let isPlain =
    text.first.map { $0.isASCII && ($0.isLetter || $0 == "$") } ?? false
    && text.last.map { $0 != " " } ?? false && !yamlWords.contains(text.lowercased())
    && text.allSatisfy {
      ($0.isLetter || $0.isASCII && ($0.isNumber || "_ ./+()-&'?!$".contains($0)))
    }
  if isPlain { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case _ where isUnprintable(scalar):
      let hex = String(scalar.value, radix: 16)
      let (letter, digits) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
      quoted += "\\\(letter)" + String(repeating: "0", count: digits - hex.count) + hex
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// What readers of YAML take for something else than a text.
private let yamlWords: Set<String> = [
  "y", "n", "yes", "no", "on", "off", "true", "false", "null",
]

private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
  case 0xFDD0...0xFDEF: true
  default: scalar.properties.generalCategory == .format
  }
}
