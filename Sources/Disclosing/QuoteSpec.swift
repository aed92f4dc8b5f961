package import EvaluationData

/// Which quotes reports want from one source that is coded.
package struct QuoteSpec: Sendable, Hashable {
  package let source: String
  /// The column of free text.
  package let text: String
  /// The codes to quote, by name; nil for all.
  package let codes: Set<String>?
  package let perCode: Int
  /// Over whose levels quotes are spread, the most important first.
  package let balance: [Attribute]
  /// What may stand beside a quote.
  package let show: [Attribute]
  package let mustBeChecked: Bool
  /// The file with names to redact, relative to the data root.
  package let namesFile: String?

  package init(
    source: String, text: String, codes: Set<String>? = nil, perCode: Int,
    balance: [Attribute] = [], show: [Attribute] = [], mustBeChecked: Bool = true,
    namesFile: String? = nil
  ) {
    self.source = source
    self.text = text
    self.codes = codes
    self.perCode = perCode
    self.balance = balance
    self.show = show
    self.mustBeChecked = mustBeChecked
    self.namesFile = namesFile
  }
}

/// The columns of a source that say whose its rows are and whether they may be quoted.
package struct QuotePeople: Sendable, Hashable {
  package let source: String
  package let person: String?
  package let consent: String?

  package init(source: String, person: String?, consent: String?) {
    self.source = source
    self.person = person
    self.consent = consent
  }
}

/// What quotes are chosen from.
package struct QuoteInput: Sendable {
  package let tables: [Table]
  package let coded: [CodedText]
  package let people: [QuotePeople]
  package let decisions: [QuoteDecision]
  /// The names of each file of names.
  package let names: [String: [String]]
  /// Attributes that fewer people share are not shown.
  package let threshold: Int
  package let seed: UInt64

  package init(
    tables: [Table], coded: [CodedText], people: [QuotePeople], decisions: [QuoteDecision],
    names: [String: [String]], threshold: Int, seed: UInt64
  ) {
    self.tables = tables
    self.coded = coded
    self.people = people
    self.decisions = decisions
    self.names = names
    self.threshold = threshold
    self.seed = seed
  }

  func table(_ name: String) -> Table? { tables.first { $0.name.name == name } }

  func attribute(_ attribute: Attribute, of source: String) -> AttributeColumn? {
    var persons: [String: String] = [:]
    for people in people { persons[people.source] = people.person }
    return AttributeColumn(attribute, of: source, in: tables, persons: persons)
  }

  func people(of source: String) -> QuotePeople? { people.first { $0.source == source } }

  /// The id of the person of each row.
  func persons(of source: String) -> TextCells? {
    people(of: source)?.person.flatMap { table(source)?.text($0) }
  }
}
