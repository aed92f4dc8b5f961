package import EvaluationData

/// The list of codes, each with the tagging rules that find it.
package struct CodeFrame: Sendable, Hashable {
  package var codes: [Code]
  /// The language of the rules that name none.
  package var language: String?
  package var negation = Negation()
  /// By these the words of its patterns were read; a term that is looked for is to be, too.
  package var spellings = Spellings()
  package var overlap = Overlap.all

  package init(codes: [Code]) { self.codes = codes }

  /// Which matches count where several share words.
  package enum Overlap: String, Sendable, Hashable, CaseIterable {
    /// All of them.
    case all
    /// Those that no longer match overlaps.
    case longest
  }

  /// The places of a code's parent, of the parent's parent, and so on.
  package func ancestors(of code: Int) -> [Int] {
    Array(sequence(first: code) { codes[$0].parent }.dropFirst())
  }

  /// The places of the codes below a code, at any depth.
  package func descendants(of code: Int) -> [Int] {
    codes.indices.filter { ancestors(of: $0).contains(code) }
  }
}

/// One theme.
package struct Code: Sendable, Hashable {
  package let name: Named
  package let definition: String
  package var rules: [TaggingRule]
  /// The place in the frame of the code that it is a part of.
  package var parent: Int?
  package var guidance = Guidance()
  /// How figures show it, as `#rrggbb`.
  package var colour: String?
  package var links = Links()
  package var examples = Examples()

  package init(name: Named, definition: String, rules: [TaggingRule]) {
    self.name = name
    self.definition = definition
    self.rules = rules
  }

  /// What whoever codes by hand goes by, beside the definition.
  package struct Guidance: Sendable, Hashable {
    /// What the code is to be given for.
    package var include: [String] = []
    /// What it is not to be given for.
    package var exclude: [String] = []

    package init() {}
  }

  /// What the code has to do with, by the names that the programme uses.
  package struct Links: Sendable, Hashable {
    package var outcomes: [String] = []
    package var themes: [String] = []

    package init() {}
  }

  /// Texts that say what the rules must find and what they must pass over.
  package struct Examples: Sendable, Hashable {
    package var match: [String] = []
    package var noMatch: [String] = []

    package init() {}

    package var count: Int { match.count + noMatch.count }
  }
}

/// Patterns that give a response a code.
package struct TaggingRule: Sendable, Hashable {
  /// A row qualifies when its column has one of these levels.
  package struct Condition: Sendable, Hashable {
    package let column: String
    package let levels: Set<String>
    /// Whether a row without an answer qualifies, too.
    package let allowsMissing: Bool

    package init(column: String, levels: Set<String>, allowsMissing: Bool = false) {
      self.column = column
      self.levels = levels
      self.allowsMissing = allowsMissing
    }
  }

  /// The code is given when one of these is found.
  package let match: [Pattern]
  /// The code is given also when one of these is found.
  package var expressions: [Expression] = []
  /// A match that overlaps one of these does not count.
  package var unless: [Pattern]
  /// All must hold.
  package var conditions: [Condition]
  /// The language of its patterns, where it is not the frame's.
  package var language: String?
  package var negated = Negated.ignore
  package var tone = RuleTone()

  package init(match: [Pattern], unless: [Pattern] = [], conditions: [Condition] = []) {
    self.match = match
    self.unless = unless
    self.conditions = conditions
  }
}
