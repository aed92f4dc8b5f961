/// A value of a reference case, as it stands in `cases.json` or as the library found it.
package enum ReferenceValue: Sendable, Hashable {
  case number(Double)
  case truth(Bool)
  case text(String)
  case list([ReferenceValue])
  case named([String: ReferenceValue])
  /// Nothing there: null in the file.
  case missing
  /// The library refused, for a reason that it states.
  case noResult(String)

  package static func numbers(_ values: [Double]) -> ReferenceValue { .list(values.map(number)) }

  package static func matrix(_ rows: [[Double]]) -> ReferenceValue { .list(rows.map(numbers)) }

  package static func texts(_ values: [String]) -> ReferenceValue { .list(values.map(text)) }

  /// A number where there is one.
  package static func optional(_ value: Double?) -> ReferenceValue {
    value.map(number) ?? .noResult("there is none")
  }

  package static func count(_ value: Int) -> ReferenceValue { .number(Double(value)) }
}

extension ReferenceValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension ReferenceValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .missing
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ReferenceValue].self) {
      self = .list(list)
    } else {
      self = .named(try container.decode([String: ReferenceValue].self))
    }
  }
}

extension ReferenceValue: CustomStringConvertible {
  package var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .text(let text): "'\(text)'"
    case .list(let list): "[" + list.map(\.description).joined(separator: ", ") + "]"
    case .named(let values):
      "{" + values.keys.sorted().map { "\($0): \(values[$0] ?? .missing)" }.joined(separator: ", ")
        + "}"
    case .missing: "nothing"
    case .noResult(let reason): "no result: \(reason)"
    }
  }
}
