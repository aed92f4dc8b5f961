import EvaluationData
import Yams

/// A YAML file with its lines, for messages that show the place.
struct SpecDocument {
  let file: String
  let root: SpecNode
  private let lines: [Substring]

  /// Reads the text and holds it against the grammar.
  ///
  /// Throws when it is no YAML; what the grammar refuses is in `errors`.
  init(file: String, text: String, grammar: [Key]) throws(InvalidSpec) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    root = SpecNode(node: try SpecDocument.compose(file: file, text: text, lines: lines))
    var validator = ShapeValidator(file: file, lines: lines)
    validator.validate(root.node, as: .map(grammar))
    guard validator.errors.isEmpty else { throw InvalidSpec(errors: validator.errors) }
  }

  /// An error at a node, or at a letter of its text.
  func error(_ message: String, at node: SpecNode, offset: Int? = nil) -> SpecError {
    let place = Place(node.node.mark).map { place in
      Place(line: place.line, column: place.column + (offset.map { node.quoteWidth + $0 } ?? 0))
    }
    return SpecDocument.error(message, at: place, file: file, lines: lines)
  }

  /// Line and column of a file, both from 1.
  struct Place {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    init?(_ mark: Mark?) {
      guard let mark else { return nil }
      (line, column) = (mark.line, mark.column)
    }
  }

  fileprivate static func error(
    _ message: String, at place: Place?, file: String, lines: [Substring]
  ) -> SpecError {
    guard let place else {
      return SpecError(file: file, line: 0, column: 0, message: message, text: nil)
    }
    let text = lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil
    return SpecError(
      file: file, line: place.line, column: place.column, message: message, text: text)
  }

  private static func compose(
    file: String, text: String, lines: [Substring]
  ) throws(InvalidSpec) -> Node {
    func invalid(_ message: String, _ mark: Mark?) -> InvalidSpec {
      InvalidSpec(errors: [error(message, at: Place(mark), file: file, lines: lines)])
    }
    do {
      return try Yams.compose(yaml: text) ?? Node([:])
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw invalid(explanation(of: problem, at: mark, in: lines), mark)
      case .duplicatedKeysInMapping(let duplicates, let context):
        throw repeatedKey(duplicates, after: context.mark, file: file, lines: lines)
      default:
        throw invalid("this is not YAML: \(error)", nil)
      }
    } catch {
      throw invalid("this is not YAML: \(error)", nil)
    }
  }

  private static func explanation(
    of problem: String, at mark: Mark, in lines: [Substring]
  ) -> String {
    if lines.indices.contains(mark.line - 1),
      lines[mark.line - 1].prefix(while: { $0 == " " || $0 == "\t" }).contains("\t")
    {
      return "a tab in the indentation: YAML wants spaces; replace the tab by spaces"
    }
    if problem.contains("undefined alias") {
      return "a text that begins with '*' needs quotation marks"
    }
    return "this is not YAML: \(problem)"
  }

  /// Yams tells the block and the key, not the second key's place: look for it.
  private static func repeatedKey(
    _ duplicates: [String], after mark: Mark, file: String, lines: [Substring]
  ) -> InvalidSpec {
    let key = duplicates.first ?? ""
    let indent = String(repeating: " ", count: max(0, mark.column - 1))
    let places = lines.indices.filter { index in
      index >= mark.line - 1 && lines[index].hasPrefix(indent)
        && lines[index].dropFirst(indent.count).hasPrefix("\(key):")
    }
    let line = places.count > 1 ? places[1] : mark.line - 1
    let second = Place(line: line + 1, column: mark.column)
    return InvalidSpec(errors: [
      error(
        "the key '\(key)' stands here twice; remove one of the two", at: second, file: file,
        lines: lines)
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
  let file: String
  let lines: [Substring]
  var errors: [SpecError] = []

  init(file: String, lines: [Substring]) {
    self.file = file
    self.lines = lines
  }

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
    errors.append(
      SpecDocument.error(message, at: SpecDocument.Place(mark), file: file, lines: lines))
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
