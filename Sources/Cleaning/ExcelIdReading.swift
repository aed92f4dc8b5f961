package import EvaluationData

/// What the ids of a column tell about zeros that a spreadsheet dropped from their front.
package struct ExcelIdEvidence: Sendable, Hashable {
  /// The rows of ids of digits alone, by their number of digits.
  package private(set) var rowsOfLength: [Int: Int] = [:]
  /// Those of them whose first digit is 0.
  package private(set) var rowsWithZeroOfLength: [Int: Int] = [:]
  /// The rows of ids that have other letters.
  package private(set) var other = 0

  /// Looks at each text once; `rows` holds how many rows carry each of them.
  package init(of texts: TextColumn, rows: [Int]? = nil) {
    for index in 0..<texts.count {
      let count = rows?[index] ?? 1
      let digits = texts.withBytes(of: index) { text -> (length: Int, hasZero: Bool)? in
        for place in text.indices where !isDigit(text[place]) { return nil }
        return text.isEmpty ? (0, false) : (text.count, text[0] == 0x30)
      }
      switch digits {
      case nil: other += count
      case (0, _)?: break
      case (let length, let hasZero)?:
        rowsOfLength[length, default: 0] += count
        if hasZero { rowsWithZeroOfLength[length, default: 0] += count }
      }
    }
  }

  /// The number of digits that the ids have when whole; nil when that cannot be told.
  ///
  /// It can be told when most ids have as many digits as the longest, no shorter one
  /// begins with 0, and either some of the longest do, so that zeros were there to be
  /// dropped, or nearly all are long. A numbering that began with 1 tells nothing: its
  /// early numbers are short.
  package var wholeLength: Int? {
    let rows = rowsOfLength.values.reduce(0, +)
    guard let longest = rowsOfLength.keys.max(), let whole = rowsOfLength[longest],
      rows >= 10, other == 0 || other * 10 <= rows, whole < rows, whole * 2 > rows,
      rowsWithZeroOfLength.keys.allSatisfy({ $0 == longest })
    else { return nil }
    let keepsZeros = rowsWithZeroOfLength[longest] != nil
    return keepsZeros || longest >= 8 && whole * 5 >= rows * 4 ? longest : nil
  }
}

/// Reads ids, and tells those that a spreadsheet has damaged.
package struct ExcelIdReader {
  private let schema: ColumnSchema
  private let wholeLength: Int?

  /// `wholeLength` is the number of digits of an id, stated or told by all ids.
  package init(_ schema: ColumnSchema, wholeLength: Int?) {
    self.schema = schema
    self.wholeLength = wholeLength
  }

  /// Whether no spreadsheet can have damaged an id; all others are for `read`.
  ///
  /// That the id stands for no answer is not looked at.
  package func isOrdinary(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    var mayBePower = false
    for place in text.indices {
      let byte = text[place]
      if isDigit(byte) {
        digits += 1
      } else if byte | 0x20 == 0x65 {
        mayBePower = true
      } else if isLetter(byte | 0x20) {
        // Neither a number nor a power of ten; "#NAME?" is told by its first sign.
        return text[0] != 0x23
      } else if byte >= 0x80 || place == 0 {
        return false
      }
    }
    if mayBePower || digits == 0 { return false }
    return digits < text.count || digits >= wholeLength ?? 0
  }

  package func read(_ text: String) -> Reading<String> {
    if let error: Reading<String> = schema.excelError(text) { return error }
    if let missing: Reading<String> = schema.missing(text) { return missing }
    let letters = plainLetters(text)
    if ExcelIdReader.isScientific(letters) {
      return schema.unreadable(
        .lostDigits,
        expected: "an id with all its digits; a spreadsheet has rounded it to a power of ten")
    }
    guard let wholeLength, letters.allSatisfy(isDigit), letters.count < wholeLength else {
      return Reading(cell: .value(text))
    }
    return Reading(
      cell: .value(text),
      problem: (
        .lostZeros,
        "an id of \(wholeLength) digits, as most have; a spreadsheet may have dropped its zeros"
      ))
  }

  /// Whether the text is `1E+05` or `1.23457E+11`, as spreadsheets write long numbers.
  ///
  /// An id such as `1E5` has no sign and is kept.
  private static func isScientific(_ letters: ArraySlice<UInt8>) -> Bool {
    let parts = letters.split(separator: 0x65, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == 0x2B, (2...3).contains(parts[1].count - 1),
      parts[1].dropFirst().allSatisfy(isDigit), let first = parts[0].first, isDigit(first)
    else { return false }
    let decimals = parts[0].dropFirst()
    return decimals.isEmpty
      || (decimals.first == 0x2E || decimals.first == 0x2C) && decimals.count > 1
        && decimals.dropFirst().allSatisfy(isDigit)
  }
}
