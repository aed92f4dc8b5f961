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
  /// A number written with thousands separators, a currency or a percent sign.
  case numberFormat = "number-format"
  /// The row repeats an earlier one.
  case duplicateRow = "duplicate-row"

  package var meaning: String {
    switch self {
    case .missingText: "The text stands for a reason why there is no answer, such as N/A."
    case .levelSpelling:
      "Another spelling of a level, differing in case, spaces or punctuation only."
    case .levelAlso: "A spelling that the pipeline lists under `also:`."
    case .unreadable: "The text could not be read as the column's type."
    case .outOfRange: "The number lies outside the column's scale."
    case .numberFormat: "A number written with thousands separators, a currency or a percent sign."
    case .duplicateRow: "The row repeats an earlier one and was left out."
    }
  }
}
