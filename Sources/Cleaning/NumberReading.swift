import EvaluationData

/// Reads the numbers of one column as people write them.
package struct NumberReader {
  private let schema: ColumnSchema
  private let isWhole: Bool
  private let minimum: Double?
  private let maximum: Double?
  private let rule: NumberRule
  private let missing: QuickMissingTexts

  package init(
    _ schema: ColumnSchema, isWhole: Bool, minimum: Double?, maximum: Double?, rule: NumberRule
  ) {
    self.schema = schema
    self.isWhole = isWhole
    self.minimum = minimum
    self.maximum = maximum
    self.rule = rule
    missing = QuickMissingTexts(schema)
  }

  /// The number, where it is written in so plain a way that nothing is to be said of it.
  ///
  /// Every other text is for `read`, which says the same of those that are read here.
  package func quick(_ text: Span<UInt8>) -> Double? {
    guard let plain = PlainNumber(text), plain.decimals == 0 || rule == .decimal(.point),
      !isWhole || plain.isWhole, isInRange(plain.value), !missing.contains(text)
    else { return nil }
    return plain.value
  }

  package func read(_ text: String) -> Reading<Double> {
    if let cause = ExcelError(text) { return schema.unreadable(cause, instead: kind) }
    let letters = plainLetters(text)
    if missing.mayContain(letters), let missing: Reading<Double> = schema.missing(text) {
      return missing
    }
    guard let written = NumberText(letters) else { return refused(letters) }
    guard let (number, decimal) = number(written) else {
      guard written.value(.point) != nil || written.value(.comma) != nil else {
        return refused(letters)
      }
      return schema.unreadable(otherMark.kind, expected: kind + otherMark.expected)
    }
    guard !isWhole || number == number.rounded() else {
      return schema.unreadable(.unreadableNumber, expected: kind)
    }
    guard isInRange(number) else { return schema.unreadable(.outOfRange, expected: kind) }
    return Reading(
      cell: .value(number),
      change: written.isPlain(decimal) ? nil : (.numberFormat, number.shortest))
  }

  private func number(_ written: NumberText) -> (Double, DecimalMark)? {
    switch rule {
    case .decimal(let mark): return written.value(mark).map { ($0, mark) }
    case .unambiguous:
      guard let point = written.value(.point) else {
        return written.value(.comma).map { ($0, .comma) }
      }
      if let comma = written.value(.comma), comma != point { return nil }
      return (point, .point)
    }
  }

  /// What is said of a number that the other decimal mark would make readable.
  private var otherMark: (kind: ProblemKind, expected: String) {
    switch rule {
    case .decimal(.point): (.unreadableNumber, ", with a point before its decimals")
    case .decimal(.comma): (.unreadableNumber, ", with a comma before its decimals")
    case .unambiguous:
      (
        .ambiguousNumber,
        "; whether its mark stands before decimals or thousands is not known, for the column has "
          + "numbers of both kinds"
      )
    }
  }

  private func isInRange(_ number: Double) -> Bool {
    number >= minimum ?? -.infinity && number <= maximum ?? .infinity
  }

  private func refused(_ letters: ArraySlice<UInt8>) -> Reading<Double> {
    if ExcelDate(letters) != nil {
      return schema.unreadable(
        .excelDate, expected: kind + "; a spreadsheet has probably made a date of it")
    }
    let expected = NumberFault(letters).map { ", \($0.expected)" } ?? ""
    return schema.unreadable(.unreadableNumber, expected: kind + expected)
  }

  private var kind: String {
    let kind = isWhole ? "a whole number" : "a number"
    return switch (minimum, maximum) {
    case (let low?, let high?): "\(kind) from \(low.shortest) to \(high.shortest)"
    case (let low?, nil): "\(kind) of at least \(low.shortest)"
    case (nil, let high?): "\(kind) of at most \(high.shortest)"
    case (nil, nil): kind
    }
  }
}

/// A number of up to fifteen digits, with a hyphen before and one point within at most.
struct PlainNumber {
  let value: Double
  let decimals: Int
  /// The digits before the point.
  let wholeDigits: Int
  let beginsWithZero: Bool
  let isWhole: Bool

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  init?(_ text: Span<UInt8>) {
    let isNegative = text.count > 0 && text[0] == 0x2D
    let start = isNegative ? 1 : 0
    guard text.count > start, text.count - start <= 16, isDigit(text[start]),
      isDigit(text[text.count - 1])
    else { return nil }
    var digits = 0
    var point: Int?
    for place in start..<text.count {
      let byte = text[place]
      if isDigit(byte) {
        digits = digits &* 10 &+ Int(byte &- 0x30)
      } else if byte == 0x2E, point == nil {
        point = place
      } else {
        return nil
      }
    }
    wholeDigits = (point ?? text.count) - start
    decimals = point.map { text.count - $0 - 1 } ?? 0
    guard wholeDigits + decimals <= 15 else { return nil }
    beginsWithZero = text[start] == 0x30
    // Both are exact, so that the quotient is rounded once, as a reading of the text would be.
    let size = Double(digits) / PlainNumber.powers[decimals]
    value = isNegative ? -size : size
    isWhole = decimals == 0 || size == size.rounded()
  }
}
