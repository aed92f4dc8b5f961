/// A regular expression, as a tagging rule writes it.
///
/// It is matched letter by letter: an expression never sees the bytes of a text.
package struct Expression: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    case letters(LetterSet)
    /// The start and the end of the text.
    case start, end
    case sequence([Node])
    case either([Node])
    /// Without `most` as often as can be.
    case repeated(Node, least: Int, most: Int?)
  }

  package let text: String
  let root: Node

  package init(_ text: String) throws(ExpressionError) {
    var parser = ExpressionParser(text)
    self.text = text
    root = try parser.parse()
  }
}

extension Expression.Node {
  /// The letters beyond ASCII that it names.
  var namedLetters: Set<Unicode.Scalar> {
    switch self {
    case .letters(let set): set.letters.filter { !$0.isASCII }
    case .start, .end: []
    case .sequence(let nodes), .either(let nodes):
      nodes.reduce(into: []) { $0.formUnion($1.namedLetters) }
    case .repeated(let node, _, _): node.namedLetters
    }
  }

  /// How many letters it comes to when all repetitions are written out.
  var size: Int {
    switch self {
    case .letters: 1
    case .start, .end: 0
    case .sequence(let nodes), .either(let nodes): nodes.reduce(0) { $0 + $1.size }
    case .repeated(let node, let least, let most):
      node.size.multipliedReportingOverflow(by: max(1, most ?? least)).partialValue
    }
  }

  /// Whether it can be found where there is no letter.
  var canBeEmpty: Bool {
    switch self {
    case .letters: false
    case .start, .end: true
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .either(let nodes): nodes.contains(where: \.canBeEmpty)
    case .repeated(let node, let least, _): least == 0 || node.canBeEmpty
    }
  }

  /// As Vectorscan reads it.
  func source(in alphabet: Alphabet) -> String {
    switch self {
    case .letters(let set): alphabet.source(of: set)
    case .start: "^"
    // A plain '$' would also stand before a last end of line.
    case .end: "\\z"
    case .sequence(let nodes): nodes.map { $0.source(in: alphabet) }.joined()
    case .either(let nodes): "(?:\(nodes.map { $0.source(in: alphabet) }.joined(separator: "|")))"
    case .repeated(let node, let least, let most):
      "(?:\(node.source(in: alphabet))){\(least),\(most.map(String.init) ?? "")}"
    }
  }
}

/// Letters of which any may stand at a place; folded.
struct LetterSet: Sendable, Hashable {
  enum Class: Sendable, Hashable, CaseIterable { case word, digit, space }

  var letters: Set<Unicode.Scalar> = []
  var classes: Set<Class> = []
  /// Classes of which every letter that is not in them belongs to the set.
  var excludedClasses: Set<Class> = []
  var isNegated = false

  /// Every letter but the end of a line.
  static let anything = LetterSet(letters: ["\n"], isNegated: true)

  mutating func insert(_ scalar: Unicode.Scalar) {
    for letter in scalar.foldedForExpressions { letters.insert(letter) }
  }
}

extension Unicode.Scalar {
  /// The letter in lower case, with straight quotation marks in place of curly ones.
  var foldedForExpressions: String.UnicodeScalarView {
    switch self {
    case "\u{2018}", "\u{2019}", "\u{02BC}": return "'".unicodeScalars
    case "\u{201C}", "\u{201D}", "\u{201E}": return "\"".unicodeScalars
    default:
      let lower = properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower : String(self).unicodeScalars
    }
  }
}

/// What is wrong with an expression, and at which of its characters.
package struct ExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable, CustomStringConvertible {
    case empty
    case unclosed(Character)
    case misplaced(Character)
    case nothingToRepeat
    case repeatedTwice
    case badRepeat
    case badRange
    case emptySet
    case wordEdge(String)
    case unknownEscape(String)
    case unknownGroup
    case tooLarge
    case tooManyLetters
    case findsNothing
    case engine(String)
  }

  package let kind: Kind
  /// Counted from 0.
  package let offset: Int

  package var description: String { kind.description }
}

extension ExpressionError.Kind {
  package var description: String {
    switch self {
    case .empty: "the expression is empty"
    case .unclosed(let bracket): "'\(bracket)' is never closed"
    case .misplaced(let sign): "'\(sign)' may not stand here; write '\\\(sign)' for the sign itself"
    case .nothingToRepeat: "there is nothing to repeat before this sign"
    case .repeatedTwice:
      "one sign of repetition is enough: an expression always takes as much as it can"
    case .badRepeat: "a repetition is written {n}, {n,} or {n,m}, with numbers up to 1000"
    case .badRange: "a range goes from a lower to a higher letter, over 200 at most"
    case .emptySet: "'[]' holds no letter"
    case .wordEdge(let escape):
      "'\(escape)' is not needed: an expression finds whole words; leave it out"
    case .unknownEscape(let escape):
      "'\(escape)' is not known; known are \\w \\W \\d \\D \\s \\S \\t \\n, and \\ before a sign"
    case .unknownGroup: "groups are written ( ) or (?: ); others are not known"
    case .tooLarge: "the expression is too large: repeat less, or write several expressions"
    case .tooManyLetters:
      "all expressions of a file may name \(Alphabet.mostNamed) letters beyond a to z at most"
    case .findsNothing: "the expression finds the empty text; something in it must always be there"
    case .engine(let reason): "the engine refuses it: \(reason)"
    }
  }
}
