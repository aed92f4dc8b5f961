/// One change that cleaning made, so that it can be shown and undone.
package struct LedgerEntry: Sendable, Hashable {
  package let source: String
  package let address: CellAddress
  package let before: String
  package let after: String
  package let rule: CleaningRule

  package init(
    source: String, address: CellAddress, before: String, after: String, rule: CleaningRule
  ) {
    self.source = source
    self.address = address
    self.before = before
    self.after = after
    self.rule = rule
  }
}

/// The rules by which cleaning changes a cell or leaves out a row.
package enum CleaningRule: String, Sendable, Hashable, CaseIterable {
  /// The text stands for a reason why there is no answer, such as "N/A".
  case missingText = "missing-text"
  /// Another spelling of a level, differing in case, spaces or punctuation only.
  case levelSpelling = "level-spelling"
  /// A spelling that the pipeline lists under `also:`.
  case levelAlso = "level-also"
  /// The text could not be read as the column's type.
  case unreadable
  /// The number lies outside the column's scale.
  case outOfRange = "out-of-range"
  /// A number written otherwise than in digits with a decimal point.
  case numberFormat = "number-format"
  /// A day written as Excel counts them.
  case excelSerialDate = "excel-serial-date"
  /// A year of two digits to which its century was added.
  case twoDigitYear = "two-digit-year"
  /// A usual way of writing yes or no.
  case booleanSpelling = "boolean-spelling"
  /// A postcode or NHS number in its usual form.
  case codeFormat = "code-format"
  /// The name of a local authority, in place of which its code stands.
  case areaName = "area-name"
  /// The row repeats an earlier one.
  case duplicateRow = "duplicate-row"
  /// A correction that somebody wrote down after the export.
  case correction
  /// The id of a person who, as somebody decided, is the one of another id.
  case samePerson = "same-person"

  package var meaning: String {
    switch self {
    case .missingText: "The text stands for a reason why there is no answer, such as N/A."
    case .levelSpelling:
      "Another spelling of a level, differing in case, spaces or punctuation only."
    case .levelAlso: "A spelling that the pipeline lists under `also:`."
    case .unreadable: "The text could not be read as the column's type."
    case .outOfRange: "The number lies outside the column's scale."
    case .numberFormat:
      "A number written otherwise than in digits with a decimal point, such as with thousands "
        + "separators, a currency or a percent sign."
    case .excelSerialDate: "A day written as the number by which Excel counts days."
    case .twoDigitYear: "A year of two digits, to which its century was added."
    case .booleanSpelling: "A usual way of writing yes or no, such as true, 1 or a tick."
    case .codeFormat: "A postcode or NHS number, written in its usual form."
    case .areaName: "The name of a local authority, in place of which its code was put."
    case .duplicateRow: "The row repeats an earlier one and was left out."
    case .correction: "A correction from the file of corrections."
    case .samePerson:
      "The id of somebody who has two, as a person decided: the other was put, or the row was "
        + "left out where there is one row a person."
    }
  }
}
