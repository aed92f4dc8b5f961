import EvaluationData

/// What a spreadsheet shows where it has no value to show.
enum ExcelError: CaseIterable {
  case reference
  case notAvailable
  case value
  case division
  case name
  case number
  case null
  case other
  case tooNarrow

  init?(_ text: String) {
    // Nearly no text gets further.
    guard text.utf8.contains(0x23) else { return nil }
    let letters = String(decoding: plainLetters(text), as: UTF8.self)
    switch letters {
    case "#ref!": self = .reference
    case "#n/a": self = .notAvailable
    case "#value!": self = .value
    case "#div/0!": self = .division
    case "#name?": self = .name
    case "#num!": self = .number
    case "#null!": self = .null
    case "#spill!", "#calc!", "#field!", "#getting_data", "#blocked!", "#busy!", "#error!":
      self = .other
    default:
      // "###" and longer; "#" alone is an answer of somebody's own.
      guard letters.utf8.count >= 3, letters.utf8.allSatisfy({ $0 == 0x23 }) else { return nil }
      self = .tooNarrow
    }
  }

  /// Why there is no value.
  var cause: String {
    switch self {
    case .reference: "a formula in the spreadsheet refers to a cell that is gone"
    case .notAvailable: "a lookup in the spreadsheet found nothing"
    case .value: "a formula in the spreadsheet was given a wrong kind of value"
    case .division: "a formula in the spreadsheet divides by zero"
    case .name:
      "the spreadsheet took the text for a formula, as it does with what begins with =, + or -"
    case .number: "a formula in the spreadsheet has no number as its result"
    case .null: "a formula in the spreadsheet joins two areas that have no cell in common"
    case .other: "a formula in the spreadsheet failed"
    case .tooNarrow: "the column in the spreadsheet was too narrow to show the value"
    }
  }
}

extension ColumnSchema {
  /// Reads the marks that a spreadsheet leaves where it has no value, in any kind of column.
  ///
  /// Ask before `missing`, which folds #N/A to "n a".
  package func excelError<Value>(_ text: String) -> Reading<Value>? {
    ExcelError(text).map { unreadable($0, instead: "a value") }
  }

  func unreadable<Value>(_ cause: ExcelError, instead expected: String) -> Reading<Value> {
    unreadable(.excelError, expected: "\(expected); \(cause.cause)")
  }
}
