import EvaluationData
import Yams

/// A YAML file with its lines, for messages that show the place.
struct SpecDocument {
  let file: String
  let root: SpecNode
  private var lines: SpecLines

  /// Reads the text and holds it against the grammar.
  ///
  /// Throws when it is no YAML; what the grammar refuses is in `errors`.
  init(file: String, text: String, grammar: [Key]) throws(InvalidSpec) {
    self.file = file
    lines = SpecLines(file: file, text: text)
    root = SpecNode(node: try SpecDocument.compose(text, lines))
    var validator = ShapeValidator(lines: lines)
    validator.validate(root.node, as: .map(grammar))
    guard validator.errors.isEmpty else { throw InvalidSpec(errors: validator.errors) }
  }

  /// Reads a further file that the first names; messages then tell which of the two they mean.
  mutating func include(file: String, text: String) throws(InvalidSpec) -> SpecNode {
    let blank = lines.append(file: file, text: text)
    let readable = file.hasSuffix(".json") ? jsonAsYAML(text) : text
    return SpecNode(node: try SpecDocument.compose(blank + readable, lines))
  }

  /// What a part of an included file has that the grammar refuses.
  func errors(in node: SpecNode, key: String, against grammar: [Key]) -> [SpecError] {
    var validator = ShapeValidator(lines: lines)
    validator.validate(node.node, as: .map(grammar), key: key)
    return validator.errors
  }

  /// The file in which a node stands.
  func file(of node: SpecNode) -> String { node.node.mark.map { lines.file(of: $0.line) } ?? file }

  /// An error at a node, or at a letter of its text.
  func error(_ message: String, at node: SpecNode, offset: Int? = nil) -> SpecError {
    let place = SpecPlace(node.node.mark).map { place in
      let shift = offset.flatMap { self.shift(to: $0, of: node, at: place) } ?? 0
      return SpecPlace(line: place.line, column: place.column + shift)
    }
    return lines.error(message, at: place)
  }

  /// How far a letter of a text stands from where the text begins; nil where the line does not
  /// hold the text as it is: it goes on over several lines, or has signs that stand for others.
  private func shift(to offset: Int, of node: SpecNode, at place: SpecPlace) -> Int? {
    guard let line = lines.text(of: place.line),
      line.unicodeScalars.dropFirst(place.column - 1 + node.quoteWidth)
        .starts(with: node.text.unicodeScalars)
    else { return nil }
    return node.quoteWidth + offset
  }

  private static func compose(_ text: String, _ lines: SpecLines) throws(InvalidSpec) -> Node {
    func invalid(_ message: String, _ mark: Mark?) -> InvalidSpec {
      InvalidSpec(errors: [lines.error(message, at: SpecPlace(mark))])
    }
    do {
      return try Yams.compose(yaml: text) ?? Node([:])
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw invalid(explanation(of: problem, at: mark, in: lines), mark)
      case .duplicatedKeysInMapping(let duplicates, let context):
        throw repeatedKey(duplicates, after: context.mark, in: lines)
      default:
        throw invalid("this is not \(lines.language): \(error)", nil)
      }
    } catch {
      throw invalid("this is not \(lines.language): \(error)", nil)
    }
  }

  private static func explanation(
    of problem: String, at mark: Mark, in lines: SpecLines
  ) -> String {
    if lines.language == "YAML", let line = lines.text(of: mark.line),
      line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t")
    {
      return "a tab in the indentation: YAML wants spaces; replace the tab by spaces"
    }
    if problem.contains("undefined alias") {
      return "a text that begins with '*' needs quotation marks"
    }
    return "this is not \(lines.language): \(problem)"
  }

  /// Yams tells the block and the key, not the second key's place: look for it.
  private static func repeatedKey(
    _ duplicates: [String], after mark: Mark, in lines: SpecLines
  ) -> InvalidSpec {
    let key = duplicates.first ?? ""
    let indent = String(repeating: " ", count: max(0, mark.column - 1))
    let places = lines.following(mark.line).filter { line in
      guard let text = lines.text(of: line), text.hasPrefix(indent) else { return false }
      let rest = text.dropFirst(indent.count)
      return rest.hasPrefix("\(key):") || rest.hasPrefix("\"\(key)\":")
    }
    let second = SpecPlace(line: places.count > 1 ? places[1] : mark.line, column: mark.column)
    return InvalidSpec(errors: [
      lines.error("the key '\(key)' stands here twice; remove one of the two", at: second)
    ])
  }
}

/// A node that the grammar has already accepted.
struct SpecNode {
  let node: Node

  var text: String { node.scalar?.string ?? "" }

  /// How many signs stand before the text on its line.
  fileprivate var quoteWidth: Int {
    switch node.scalar?.style {
    case .singleQuoted, .doubleQuoted: 1
    default: 0
    }
  }

  subscript(key: String) -> SpecNode? {
    node.mapping?.first { $0.key.scalar?.string == key }.map { SpecNode(node: $0.value) }
  }

  /// The lines of a block, in the order of the file.
  var entries: [(key: SpecNode, value: SpecNode)] {
    node.mapping?.map { (SpecNode(node: $0.key), SpecNode(node: $0.value)) } ?? []
  }

  /// The items of a list, or the one thing that stands for a list of one.
  var items: [SpecNode] {
    node.sequence?.map { SpecNode(node: $0) } ?? [self]
  }

  func text(_ key: String) -> String? { self[key]?.text }

  func integer(_ key: String) -> Int? { self[key].flatMap { Int($0.text) } }

  func number(_ key: String) -> Double? { self[key].flatMap { Double($0.text) } }

  func truth(_ key: String) -> Bool { self[key]?.text == "true" }
}

/// Holds a node against a shape and collects everything that does not fit.
private struct ShapeValidator {
  let lines: SpecLines
  var errors: [SpecError] = []

  init(lines: SpecLines) { self.lines = lines }

  mutating func validate(_ node: Node, as shape: Shape, key: String? = nil) {
    switch shape {
    case .text, .integer, .number, .truth, .date, .choice:
      guard let scalar = node.scalar, isFilled(node) else {
        refuse(node, key, shape)
        return
      }
      validate(scalar.string, of: node, as: shape, key: key)
    case .list(let item):
      guard let sequence = node.sequence else {
        refuse(node, key, shape)
        return
      }
      for element in sequence { validate(element, as: item, key: key) }
    case .oneOrMore(let item):
      for element in node.sequence.map(Array.init) ?? [node] {
        validate(element, as: item, key: key)
      }
    case .map(let keys):
      guard let mapping = node.mapping else {
        refuse(node, key, shape)
        return
      }
      validate(mapping, of: node, keys: keys, key: key)
    case .dictionary(_, let value):
      guard let mapping = node.mapping else {
        refuse(node, key, shape)
        return
      }
      for (name, element) in mapping {
        validate(element, as: value, key: name.scalar?.string ?? key)
      }
    case .told(_, let shape): validate(node, as: shape, key: key)
    }
  }

  private func isFilled(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return !(scalar.style == .plain && ["", "~", "null"].contains(scalar.string))
  }

  private mutating func refuse(_ node: Node, _ key: String?, _ shape: Shape) {
    let place = key.map { "'\($0)'" } ?? "the file"
    add("\(place) must be \(shape.expectation)", at: node.mark)
  }

  private mutating func add(_ message: String, at mark: Mark?) {
    errors.append(lines.error(message, at: SpecPlace(mark)))
  }

  private mutating func validate(
    _ text: String, of node: Node, as shape: Shape, key: String?
  ) {
    let fits: Bool
    switch shape {
    case .integer(let least): fits = Int(text).map { $0 >= least } ?? false
    case .number: fits = Double(text)?.isFinite ?? false
    case .truth: fits = text == "true" || text == "false"
    case .date: fits = CalendarDate(iso: text) != nil
    case .choice(let words):
      fits = words.contains(text)
      if !fits, let nearest = nearestName(to: text, among: words) {
        let place = key.map { "'\($0)'" } ?? "this"
        add("\(place) must be \(shape.expectation); did you mean '\(nearest)'?", at: node.mark)
        return
      }
    default: fits = true
    }
    if !fits { refuse(node, key, shape) }
  }

  private mutating func validate(
    _ mapping: Node.Mapping, of node: Node, keys: [Key], key: String?
  ) {
    var seen: Set<String> = []
    for (name, value) in mapping {
      let word = name.scalar?.string ?? ""
      seen.insert(word)
      if let known = keys.first(where: { $0.name == word }) {
        validate(value, as: known.shape, key: word)
      } else {
        let names = keys.map(\.name)
        let hint =
          nearestName(to: word, among: names).map { "did you mean '\($0)'?" }
          ?? "known here: \(names.joined(separator: ", "))"
        add("unknown key '\(word)'; \(hint)", at: name.mark)
      }
    }
    for missing in keys where missing.isRequired && !seen.contains(missing.name) {
      let place = key.map { "'\($0)'" } ?? "the file"
      add(
        "\(place) lacks the key '\(missing.name)': \(missing.meaning.lowercasedFirst)",
        at: node.mark)
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
