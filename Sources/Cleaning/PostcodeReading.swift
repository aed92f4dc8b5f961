import EvaluationData

/// A postcode of the United Kingdom, in capitals with one space.
///
/// Only the form is checked: whether the Royal Mail delivers there is not known here.
/// `GIR 0AA` is read; a `BFPO` number is an address but no postcode; the `ZZ99` codes
/// of the NHS stand for people without an address and are no postcodes either.
///
/// - Reference: Cabinet Office, Government Data Standards Catalogue, "Postcode" (BS 7666).
package struct Postcode: Sendable, Hashable {
  /// The first half, such as `SW1A`.
  package let outward: String
  /// The second half, such as `1AA`.
  package let inward: String

  /// Reads a whole postcode in any case, with or without spaces.
  package init?(_ text: String) {
    let letters = Postcode.capitals(text)
    guard (5...7).contains(letters.count) else { return nil }
    let (outward, inward) = (letters.dropLast(3), letters.suffix(3))
    guard Postcode.isInward(inward) else { return nil }
    guard
      Postcode.isOutward(outward)
        || outward.elementsEqual("GIR".utf8) && inward.elementsEqual("0AA".utf8)
    else { return nil }
    self.outward = String(decoding: outward, as: UTF8.self)
    self.inward = String(decoding: inward, as: UTF8.self)
  }

  /// What a text is that is no whole postcode, as far as it can be told.
  package enum Part: Sendable, Hashable {
    /// The first half alone, such as `SW1A`.
    case outward
    /// The first half and one digit more, such as `SW1A 1`.
    case sector
    case forcesPostOffice
    case noAddress
  }

  package static func part(_ text: String) -> Part? {
    let letters = capitals(text)[...]
    if letters.starts(with: "ZZ99".utf8) { return .noAddress }
    if letters.starts(with: "BFPO".utf8) {
      return (1...4).contains(letters.count - 4) && letters.dropFirst(4).allSatisfy(isDigit)
        ? .forcesPostOffice : nil
    }
    if isOutward(letters) { return .outward }
    guard let last = letters.last, isDigit(last), isOutward(letters.dropLast()) else { return nil }
    return .sector
  }

  /// The letters without spaces, as capitals; a text of other letters gives none.
  private static func capitals(_ text: String) -> [UInt8] {
    let letters = plainLetters(text).filter { $0 != PlainLetter.space }
    guard letters.allSatisfy({ isDigit($0) || isLetter($0) }) else { return [] }
    return letters.map { isLetter($0) ? $0 & 0xDF : $0 }
  }

  private static func isInward(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first, isDigit(first) else { return false }
    return letters.dropFirst().allSatisfy { isCapital($0, butNot: "CIKMOV") }
  }

  /// A9, A99, A9A, AA9, AA99 or AA9A, with the letters that each place may have.
  private static func isOutward(_ letters: ArraySlice<UInt8>) -> Bool {
    let area = letters.prefix { !isDigit($0) }
    let district = letters.dropFirst(area.count)
    guard (1...2).contains(area.count), (1...2).contains(district.count),
      let first = area.first, isCapital(first, butNot: "QVX"),
      area.dropFirst().allSatisfy({ isCapital($0, butNot: "IJZ") }),
      let digit = district.first, isDigit(digit)
    else { return false }
    guard let last = district.dropFirst().first, !isDigit(last) else { return true }
    return area.count == 1
      ? "ABCDEFGHJKPSTUW".utf8.contains(last) : "ABEHMNPRVWXY".utf8.contains(last)
  }

  private static func isCapital(_ letter: UInt8, butNot excluded: String) -> Bool {
    (0x41...0x5A).contains(letter) && !excluded.utf8.contains(letter)
  }
}

extension Postcode: CustomStringConvertible {
  package var description: String { "\(outward) \(inward)" }
}

/// Reads postcodes, and the first halves of some where the column may have them.
package func readPostcode(
  _ text: String, allowsOutward: Bool = false, schema: ColumnSchema
) -> Reading<String> {
  let expected = "a whole postcode such as SW1A 1AA"
  if let cause = ExcelError(text) { return schema.unreadable(cause, instead: expected) }
  if let missing: Reading<String> = schema.missing(text) { return missing }
  func reading(_ code: String) -> Reading<String> {
    Reading(cell: .value(code), change: code == text ? nil : (.codeFormat, code))
  }
  if let postcode = Postcode(text) { return reading(postcode.description) }
  let part = Postcode.part(text)
  if allowsOutward, part == .outward {
    return reading(text.trimmingWhiteSpace.filter { !$0.isWhitespace }.uppercased())
  }
  let remark =
    switch part {
    case .outward: ", not its first half alone"
    case .sector: ", not a part of one"
    case .forcesPostOffice: ", not the number of a forces post office"
    case .noAddress: ", not the code for people without an address"
    case nil: ""
    }
  return schema.unreadable(.unreadablePostcode, expected: expected + remark)
}
