/// What may stand at one place of a YAML file.
///
/// One declaration feeds the validator, the JSON Schema and the reference page.
indirect enum Shape: Sendable {
  case text
  case integer(atLeast: Int)
  case number
  case truth
  case date
  /// One of a closed list of words.
  case choice([String])
  case list(Shape)
  /// One, or a list of them.
  case oneOrMore(Shape)
  case map([Key])
  /// Names that the author chooses, each with the same shape behind it.
  case dictionary(of: String, Shape)

  /// A shape whose keys are told in another place, with the words for it on the reference page.
  case told(String, Shape)

  /// What was expected, for a message.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer(let least): "a whole number of at least \(least)"
    case .number: "a number"
    case .truth: "true or false"
    case .date: "a date such as 2024-03-31"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .list(let shape): "a list, each item \(shape.expectation)"
    case .oneOrMore(let shape): "\(shape.expectation), or a list of such"
    case .map(let keys): "a block with the keys \(keys.map(\.name).joined(separator: ", "))"
    case .dictionary(let meaning, _): "a block with a line for each \(meaning)"
    case .told(_, let shape): shape.expectation
    }
  }
}

/// One key of a block.
struct Key: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  /// What it is for, in one sentence, for the reference page.
  let meaning: String

  init(_ name: String, _ shape: Shape, required: Bool = false, _ meaning: String) {
    self.name = name
    self.shape = shape
    isRequired = required
    self.meaning = meaning
  }
}
