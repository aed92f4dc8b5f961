/// How the cells of a record are told apart.
struct CellForm: Sendable, Hashable {
  let delimiter: UInt8
  var quote: UInt8 = 0x22
  /// Whether a backslash takes the meaning from the sign behind it.
  var usesBackslash = false
  /// Whether spaces at the ends of a cell without quotes are part of it.
  var keepsOuterSpaces = false

  /// How many cells a record has as a rule, if that is known.
  var width: Int?

  /// A byte that no text has: nothing separates the one column of a list.
  static let noDelimiter: UInt8 = 0x1F

  /// Whether a quotation mark in a cell that has none around it may be a slip of the program
  /// that wrote the file.
  ///
  /// An apostrophe is a letter, and of tables with tabs many know no quotation marks.
  var tellsQuotesAsLetters: Bool {
    quote == 0x22 && (delimiter == 0x2C || delimiter == 0x3B)
  }

  /// A cell without quotes and without the spaces that are no part of it.
  func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if keepsOuterSpaces { return field }
    guard let last = field.lastIndex(where: { !isSpace($0) }) else { return [] }
    return field[...last].drop(while: isSpace)
  }

  /// Whether a record has nothing but blank cells.
  func isBlank(_ record: ArraySlice<UInt8>) -> Bool {
    record.allSatisfy { $0 == delimiter || isSpace($0) }
  }

  /// Whether a record is a line drawn with signs, as in `+----+----+`.
  func isRule(_ record: ArraySlice<UInt8>) -> Bool {
    guard let first = record.first, first == delimiter || CellForm.isRuleSign(first) else {
      return false
    }
    guard record.allSatisfy({ $0 == delimiter || CellForm.isRuleSign($0) }) else { return false }
    return zip(record, zip(record.dropFirst(), record.dropFirst(2))).contains { sign, next in
      (sign == 0x2D || sign == 0x3D) && next == (sign, sign)
    }
  }

  /// One of `-`, `=`, `+`, `|`, `:`, a space or a tab.
  static func isRuleSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x3D, 0x2B, 0x7C, 0x3A, 0x20, 0x09: true
    default: false
    }
  }

  /// White space that may stand round a cell.
  func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }
}
