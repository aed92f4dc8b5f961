import EvaluationData

/// An NHS number: nine digits and a tenth that checks them.
///
/// Scotland's CHI numbers and the health and care numbers of Northern Ireland are
/// checked in the same way and are read too; a number does not tell whose it is.
///
/// - Reference: NHS Data Dictionary, "NHS number", modulus 11 algorithm.
package struct NHSNumber: Sendable, Hashable {
  /// Why a text is no NHS number.
  package enum Fault: Error, Sendable, Hashable, CaseIterable {
    case notTenDigits
    case checkDigit
    /// Ten times the same digit: several of these would pass the check.
    case repeated
  }

  /// Its ten digits.
  package let digits: String

  /// Reads ten digits; spaces and hyphens between them do not count.
  package init(_ text: String) throws(Fault) {
    let letters = plainLetters(text)
    guard letters.first.map(isDigit) == true, letters.last.map(isDigit) == true,
      letters.allSatisfy({ isDigit($0) || $0 == PlainLetter.space || $0 == 0x2D })
    else { throw .notTenDigits }
    let digits = letters.filter(isDigit)
    guard digits.count == 10 else { throw .notTenDigits }
    guard digits.contains(where: { $0 != digits[0] }) else { throw .repeated }
    guard NHSNumber.checkDigit(digits[..<9]) == Int(digits[9] &- 0x30) else { throw .checkDigit }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// What checks nine digits; 10 for those that no number begins with.
  private static func checkDigit(_ digits: ArraySlice<UInt8>) -> Int {
    let sum = zip(digits, stride(from: 10, through: 2, by: -1)).reduce(0) { sum, part in
      sum + Int(part.0 &- 0x30) * part.1
    }
    return (11 - sum % 11) % 11
  }
}

/// Reads NHS numbers as their ten digits.
package func readNHSNumber(_ text: String, schema: ColumnSchema) -> Reading<String> {
  let expected = "an NHS number of ten digits"
  if let cause = ExcelError(text) { return schema.unreadable(cause, instead: expected) }
  if let missing: Reading<String> = schema.missing(text) { return missing }
  do {
    let number = try NHSNumber(text)
    return Reading(
      cell: .value(number.digits),
      change: number.digits == text ? nil : (.codeFormat, number.digits))
  } catch {
    let remark =
      switch error {
      case .notTenDigits: ""
      case .checkDigit: " of which the last checks the others"
      case .repeated: ", not the same digit ten times"
      }
    return schema.unreadable(.unreadableNHSNumber, expected: expected + remark)
  }
}
