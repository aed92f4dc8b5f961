/// The kinds of defect that a run can report; the raw values are stable slugs.
package enum ProblemKind: String, Sendable, Hashable, CaseIterable {
  case undecodableBytes = "undecodable-bytes"
  case unclosedQuote = "unclosed-quote"
  case strayQuote = "stray-quote"
  case shortRow = "short-row"
  case longRow = "long-row"
  case noRows = "no-rows"
  case unknownLevel = "unknown-level"
  case unreadableDate = "unreadable-date"
  case unreadableNumber = "unreadable-number"
  case outOfRange = "out-of-range"
  case missingRequired = "missing-required"
  case duplicateRecord = "duplicate-record"
  case conflictingRecord = "conflicting-record"
  case unknownReference = "unknown-reference"
  case unknownMargin = "unknown-margin"
  case missingMargin = "missing-margin"

  /// What is wrong, in a few words.
  package var title: String {
    switch self {
    case .undecodableBytes: "Letters that cannot be read"
    case .unclosedQuote: "A quotation mark that is never closed"
    case .strayQuote: "Text after a closing quotation mark"
    case .shortRow: "A row with too few cells"
    case .longRow: "A row with too many cells"
    case .noRows: "A file with headings and no rows"
    case .unknownLevel: "An answer that is not in the list"
    case .unreadableDate: "A date that cannot be read"
    case .unreadableNumber: "A number that cannot be read"
    case .outOfRange: "A number outside its scale"
    case .missingRequired: "A cell that must not be empty"
    case .duplicateRecord: "The same row twice"
    case .conflictingRecord: "Two different rows for the same thing"
    case .unknownReference: "A row for somebody or something that is not listed"
    case .unknownMargin: "A population figure for an unknown group"
    case .missingMargin: "A group without a population figure"
    }
  }

  /// What the owner of the data can do about it.
  package var remedy: String {
    switch self {
    case .undecodableBytes:
      "Save the file again as \"CSV UTF-8\" and look at the accented letters."
    case .unclosedQuote:
      "Close the quotation mark in that row, or remove it; the row was read as if the mark "
        + "were a letter."
    case .strayQuote:
      "Double the quotation marks inside the cell (\"\"), or export the file again; the text was "
        + "kept as it stands."
    case .shortRow:
      "Look at the row in the export: a cell may be lost. The cells that are not there count as "
        + "left blank."
    case .longRow:
      "Look at the row in the export: a separator inside a text may lack quotation marks. The "
        + "extra cells were left out."
    case .noRows: "Check that the export was finished; an empty quarter may be right."
    case .unknownLevel:
      "Correct the answer in the system it came from, or list this spelling under `also:` in the "
        + "pipeline. Until then it counts as could-not-be-read."
    case .unreadableDate:
      "Correct the date, or state the order in the pipeline (`dates: day-month` or "
        + "`dates: month-day`). Until then the date is missing."
    case .unreadableNumber: "Write the number in digits. Until then the answer is missing."
    case .outOfRange:
      "Check the answer against the form. Until then the answer is missing."
    case .missingRequired: "Fill the cell in, or remove the row."
    case .duplicateRecord: "Remove one of the two; the first was kept."
    case .conflictingRecord:
      "Decide which row is right and remove the other; the first was kept."
    case .unknownReference:
      "Add what is missing to its list, or correct the id here. Until then the row is left out of "
        + "figures that need it."
    case .unknownMargin:
      "Spell the group as the schema does, or remove the row from the population figures."
    case .missingMargin:
      "Add the group to the population figures. Until then it is compared with nothing."
    }
  }
}
