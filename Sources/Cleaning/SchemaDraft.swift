package import EvaluationData

/// A schema that is proposed for the files of a source, for people to read and correct.
package struct SchemaDraft: Sendable {
  package let columns: [DraftedColumn]
  package let rows: Int
  package let files: [String]
  /// The column that tells one row from another, if one does.
  package let key: String?
  package let roles: [DraftedRole]
  /// Columns that may be the choices of one question.
  package let groups: [DraftedGroup]
  /// In how many rows an answer must stand for its text to be shown.
  package let levelRows: Int
  /// Whether so many people must have given it, and not one of them in many rows.
  package let countsPeople: Bool

  package func column(_ name: String) -> DraftedColumn? { columns.first { $0.name == name } }
}

/// A column that may play a part of which a pipeline knows.
package struct DraftedRole: Sendable, Hashable {
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case person
    case site
    case wave
    case freeText = "free_text"
    case consentToQuote = "consent_to_quote"
  }

  package let part: Part
  package let column: String

  package init(part: Part, column: String) {
    self.part = part
    self.column = column
  }
}

/// One column as it is proposed, with what was seen in it.
package struct DraftedColumn: Sendable {
  package let name: String
  package let heading: String
  package let kind: DraftedKind
  /// The rows of the files that have the column.
  package let asked: Int
  /// The rows with an answer.
  package let filled: Int
  /// Whether each answer stands in one row only.
  package let isUnique: Bool
  package let missing: [DraftedMissing]
  /// The files that do not have the column.
  package let lackingFiles: [String]
  /// What was seen, in a sentence.
  package let seen: String
  /// Why the kind is the one it is.
  package let reason: String
  /// What a person should look at.
  package var checks: [String]
  /// What the heading may be read as.
  let parts: [HeadingParts]
  /// What the answers are, if they are no more than the sign that a choice was made.
  let sign: ChoiceSign?
  /// Whether there are few answers, but too few rows with each of them to show it.
  package let isSparse: Bool

  /// Whether it is better not read: it identifies people, and no measure needs it.
  package var isLeftOut: Bool {
    if case .personal(let personal) = kind { personal.isLeftOut } else { false }
  }
}

/// A text that stands for no answer, as it was written.
package struct DraftedMissing: Sendable, Hashable {
  package let text: String
  package let reason: MissingReason
  package let rows: Int

  package init(text: String, reason: MissingReason, rows: Int) {
    self.text = text
    self.reason = reason
    self.rows = rows
  }
}

/// An answer that is shown, for enough rows have it.
package struct DraftedLevel: Sendable, Hashable {
  package let name: String
  package let text: String
  package let rows: Int

  package init(name: String, text: String, rows: Int) {
    self.name = name
    self.text = text
    self.rows = rows
  }
}

/// What a column seems to hold.
package enum DraftedKind: Sendable, Hashable {
  /// No cell is filled.
  case nothing
  case freeText
  /// Neither long texts nor few different ones.
  case text
  case personal(PersonalData)
  case id
  case category([DraftedLevel])
  case boolean(yes: [String], no: [String])
  case number(DraftedNumber)
  case year
  case date(DraftedDate)
  case postcode(allowsOutward: Bool)
  case nhsNumber
  case localAuthority
  /// Several answers joined in a cell.
  case choices([DraftedLevel], separator: String)
}

/// How the numbers of a column are written.
package struct DraftedNumber: Sendable, Hashable {
  package let isWhole: Bool
  /// The mark before decimals, where the numbers tell it.
  package let decimal: DecimalMark?
  /// The mark between thousands, if any number has one.
  package let group: String?
  /// Whether there is nothing round the digits, such as a currency.
  package let isBare: Bool

  package init(isWhole: Bool, decimal: DecimalMark?, group: String?, isBare: Bool) {
    self.isWhole = isWhole
    self.decimal = decimal
    self.group = group
    self.isBare = isBare
  }
}

/// How the dates of a column are written.
package struct DraftedDate: Sendable, Hashable {
  /// The pattern by which `strptime` reads all of them; nil when they are not all alike.
  package let pattern: String?
  package let order: DateOrder?
  package let hasTime: Bool

  package init(pattern: String?, order: DateOrder?, hasTime: Bool) {
    self.pattern = pattern
    self.order = order
    self.hasTime = hasTime
  }
}

/// What identifies a person.
package enum PersonalData: Sendable, Hashable {
  case name
  /// A short list of what may be the names of staff.
  case staff
  case email
  case phone
  case address
  case birth
  case position
  case internetAddress

  package var isLeftOut: Bool { self != .staff }
}

/// Proposes a schema for the rows of a source.
///
/// The texts of answers are shown only where `levelRows` rows have them, and never of
/// columns that may identify people: what is proposed may be checked in and shared. The
/// same rows give the same draft. `questions` holds what is known of headings, by the heading.
package func draftSchema(
  of table: SourceTable, questions: [String: HeadingParts] = [:], levelRows: Int = 5
) -> SchemaDraft {
  var names = DraftNames(headings: table.columns.map(\.header))
  let people = peopleOfRows(table, upTo: levelRows)
  let positions = headingsOfPositions(table.columns.map(\.header))
  var columns = table.columns.map { column in
    let texts = DraftTexts(
      of: column, files: table.addresses.files, people: people,
      parts: HeadingParts.all(of: column.header, known: questions[column.header]))
    let drafting = ColumnDrafting(
      texts: texts, heading: HeadingWords(column.header), levelRows: levelRows,
      hasPeople: people != nil, isHalfOfPosition: positions.contains(column.header))
    return drafting.column(named: names.add(column.header))
  }
  let key = columns.first { $0.isKey(of: table.rowCount) }?.name
  let groups = draftedGroups(of: columns, names: &names)
  // What is asked of a group is not asked of each of its columns.
  for index in columns.indices where groups.contains(where: { $0.contains(columns[index]) }) {
    columns[index].checks = []
  }
  return SchemaDraft(
    columns: columns.withSharedChecks(files: table.files.count), rows: table.rowCount,
    files: table.files.map(\.path), key: key,
    // What stands in a group is left out, and can play no part.
    roles: draftedRoles(of: columns.filter { column in !groups.contains { $0.contains(column) } }),
    groups: groups, levelRows: levelRows, countsPeople: people != nil)
}

/// Whose rows they are, where a column says so and people have several rows.
private func peopleOfRows(_ table: SourceTable, upTo most: Int) -> PeopleOfRows? {
  let column = table.columns.first { column in
    let heading = HeadingWords(column.header)
    return heading.saysPerson && heading.saysID
  }
  return column.flatMap { PeopleOfRows($0, upTo: most) }
}

extension DraftedColumn {
  fileprivate func isKey(of rows: Int) -> Bool {
    guard kind == .id || kind == .nhsNumber else { return false }
    return isUnique && filled == rows && rows > 1
  }
}
