package import EvaluationData

/// The problems of a run for those who can mend them, by the owner of the data.
package struct FixItList: Sendable {
  package let title: String
  package let organisation: String?
  /// Whom an owner may ask.
  package let contact: String?
  package let notice: String?
  package let pipeline: String
  package let asOf: CalendarDate
  /// In the order of their sheets.
  package let owners: [FixItOwner]
  /// Seconds since 1970, for the metadata of the file; never 0.
  package let timestamp: Int

  package init(
    title: String, organisation: String?, contact: String?, notice: String?, pipeline: String,
    asOf: CalendarDate, owners: [FixItOwner], timestamp: Int
  ) {
    self.title = title
    self.organisation = organisation
    self.contact = contact
    self.notice = notice
    self.pipeline = pipeline
    self.asOf = asOf
    self.owners = owners
    self.timestamp = timestamp
  }
}

/// Who can mend some problems: a source, or a person where one is given.
package struct FixItOwner: Sendable {
  package let owner: Named
  package let items: [FixItItem]

  package init(_ owner: Named, items: [FixItItem]) {
    self.owner = owner
    self.items = items
  }
}

/// One problem, and what its owner needs to mend it.
package struct FixItItem: Sendable, Hashable {
  package let source: Named
  package let problem: Problem
  /// What the column may hold; empty where that is no list.
  package let allowed: [String]
  /// Whether the column is worked out from others, so that nothing can be typed into it.
  package let isDerived: Bool
  /// What goes wrong in the figures because of it, in a sentence.
  package let why: String

  package init(
    source: Named, problem: Problem, allowed: [String], isDerived: Bool = false, why: String
  ) {
    self.source = source
    self.problem = problem
    self.allowed = allowed
    self.isDerived = isDerived
    self.why = why
  }
}

/// The columns of an owner's sheet, in their order; the raw values are the headings.
///
/// A sheet that is saved as CSV is read back by these headings: see `Correction`.
enum FixItColumn: String, CaseIterable {
  case source = "Source"
  case file = "File"
  case line = "Line"
  case column = "Column"
  case rows = "Rows"
  case found = "What was found"
  case expected = "What was expected"
  case why = "Why it matters"
  case remedy = "How to mend"
  case correct = "Correct value"
  case reason = "Reason"

  /// In characters.
  var width: Double {
    switch self {
    case .source: 14
    case .file: 20
    case .line: 8
    case .column: 17
    case .rows: 25
    case .found, .expected: 22
    case .why: 28
    case .remedy: 40
    case .correct, .reason: 24
    }
  }
}
