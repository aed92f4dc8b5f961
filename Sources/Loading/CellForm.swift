/// How the cells of a record are told apart.
struct CellForm: Sendable, Hashable {
  let delimiter: UInt8
  var quote: UInt8 = 0x22
  /// Whether a backslash takes the meaning from the sign behind it.
  var usesBackslash = false
  /// Whether spaces at the ends of a cell without quotes are part of it.
  var keepsOuterSpaces = false

  /// A byte that no text has: nothing separates the one column of a list.
  static let noDelimiter: UInt8 = 0x1F

  /// Whether a record has nothing but blank cells.
  func isBlank(_ record: ArraySlice<UInt8>) -> Bool {
    record.allSatisfy { $0 == delimiter || isSpace($0) }
  }

  /// White space that may stand round a cell.
  func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }
}
