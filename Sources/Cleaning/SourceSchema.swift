package import EvaluationData

/// What a column of a source means.
package struct ColumnSchema: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case text
    case id
    /// One of a closed list; `also` maps further spellings to the names of levels.
    case category(levels: [Named], also: [String: String])
    /// The mark before decimals is told by the numbers where it is not stated.
    case number(isWhole: Bool, minimum: Double?, maximum: Double?, decimal: DecimalMark? = nil)
    /// The order is told by the dates where it is not stated.
    case date(DateOrder?)
    /// Yes or no; `recodes` are texts that the pipeline gives for them.
    case boolean(recodes: [String: Bool])
    case postcode(allowsOutward: Bool)
    case nhsNumber
    case localAuthority
    /// Several of a closed list.
    case multiSelect(MultiSelect)
    /// What people answered to a multi-select in words of their own.
    case ownWords(MultiSelect)
  }

  package let name: Named
  /// Its first heading, for messages.
  package let header: String
  package let kind: Kind
  package let isRequired: Bool
  /// Texts that stand for the lack of an answer, folded as `foldedLevel` does.
  package let missingTexts: [String: MissingReason]
  /// Why a cell is empty.
  package let emptyReason: MissingReason

  package init(
    name: Named, header: String, kind: Kind, isRequired: Bool,
    missingTexts: [String: MissingReason], emptyReason: MissingReason = .skipped
  ) {
    self.name = name
    self.header = header
    self.kind = kind
    self.isRequired = isRequired
    self.missingTexts = missingTexts
    self.emptyReason = emptyReason
  }

  /// What most exports write where there is no answer.
  package static let usualMissingTexts: [String: MissingReason] = [
    "n a": .notApplicable, "na": .notApplicable, "not applicable": .notApplicable,
    "prefer not to say": .preferNotToSay, "prefer not to answer": .preferNotToSay,
    "rather not say": .preferNotToSay, "don t know": .dontKnow, "dont know": .dontKnow,
    "not sure": .dontKnow, "did not answer": .skipped, "no answer": .skipped,
    "not answered": .skipped, "not asked": .notAsked,
  ]
}

/// What the pipeline says of a source's rows.
package struct SourceSchema: Sendable, Hashable {
  package let source: Named
  package let columns: [ColumnSchema]
  /// The columns that together tell one record from another; empty when rows may repeat.
  package let key: [String]
  /// The end of the period: dates a year or more behind it are unlikely.
  package let periodEnd: CalendarDate

  package init(
    source: Named, columns: [ColumnSchema], key: [String],
    periodEnd: CalendarDate = CalendarDate(daysSince1970: 47_481)
  ) {
    self.source = source
    self.columns = columns
    self.key = key
    self.periodEnd = periodEnd
  }
}

/// A level's text without the differences that do not count: case, white space
/// of any kind, punctuation, and the length of dashes.
///
/// A minus sign before a number counts: a missing text "-99" is not the answer 99.
package func foldedLevel(_ text: some StringProtocol) -> String {
  var folded = hasMinusSign(text) ? "-" : ""
  var pending = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      if pending, !folded.isEmpty, folded != "-" { folded.append(" ") }
      pending = false
      folded.append(scalar.properties.lowercaseMapping)
    } else {
      pending = true
    }
  }
  return folded
}

/// Whether the text begins with a hyphen or a minus sign and a digit.
private func hasMinusSign(_ text: some StringProtocol) -> Bool {
  let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
  guard let sign = scalars.first, sign == "-" || sign == "\u{2212}" else { return false }
  return scalars.dropFirst().first.map { ("0"..."9").contains($0) } ?? false
}
