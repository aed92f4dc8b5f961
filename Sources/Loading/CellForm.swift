/// How the cells of a record are told apart.
struct CellForm: Sendable, Hashable {
  let delimiter: UInt8
  var quote: UInt8 = 0x22
  /// Whether a backslash takes the meaning from the sign behind it.
  var usesBackslash = false

  /// A byte that no text has: nothing separates the one column of a list.
  static let noDelimiter: UInt8 = 0x1F

  /// White space that libcsv trims.
  func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != delimiter }
}
