/// The mark that stands before the decimals of a number.
package enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  case point
  case comma
}

/// A number as it is written, before it is known which mark stands before its decimals.
struct NumberText {
  /// Digits and marks, with the exponent apart.
  let digits: ArraySlice<UInt8>
  private let exponent: Int
  private let isNegative: Bool
  /// Whether there is nothing but digits, marks and a hyphen before them.
  let isBare: Bool

  init?(_ letters: ArraySlice<UInt8>) {
    var trimming = NumberTrimming(letters)
    trimming.trim()
    isNegative = trimming.isNegative
    var digits = trimming.body
    var exponent = 0
    if let place = digits.firstIndex(of: 0x65) {
      guard let power = NumberText.exponent(digits[(place + 1)...]) else { return nil }
      exponent = power
      digits = digits[..<place]
      isBare = false
    } else {
      isBare = !trimming.isAdorned
    }
    // Twenty-five bytes hold every number that a program writes without an exponent.
    guard digits.count <= 25, digits.contains(where: isDigit) else { return nil }
    self.digits = digits
    self.exponent = exponent
  }

  private static func exponent(_ letters: ArraySlice<UInt8>) -> Int? {
    let isNegative = letters.first == 0x2D
    let digits = isNegative || letters.first == 0x2B ? letters.dropFirst() : letters
    guard (1...3).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    let size = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return isNegative ? -size : size
  }

  /// The number under one of the two conventions, or nil when it is none.
  func value(_ decimal: DecimalMark) -> Double? {
    let mark: UInt8 = decimal == .point ? 0x2E : 0x2C
    var whole = digits
    var decimals: ArraySlice<UInt8> = []
    if let place = digits.firstIndex(of: mark) {
      (whole, decimals) = (digits[..<place], digits[(place + 1)...])
      // "5." is a number at the end of a sentence; "5," is a list broken off.
      guard decimals.allSatisfy(isDigit), !decimals.isEmpty || mark == 0x2E else { return nil }
    } else if digits.last == 0x2E {
      whole.removeLast()
      guard whole.allSatisfy(isDigit) else { return nil }
    }
    guard let wholeDigits = NumberText.ungrouped(whole, exceptAt: mark),
      exponent == 0 || wholeDigits.count == whole.count
    else { return nil }
    var written = isNegative ? "-" : ""
    written += String(decoding: wholeDigits.isEmpty ? [0x30] : wholeDigits, as: UTF8.self)
    if !decimals.isEmpty { written += "." + String(decoding: decimals, as: UTF8.self) }
    if exponent != 0 { written += "e\(exponent)" }
    guard let number = Double(written), number.isFinite else { return nil }
    return number
  }

  /// The digits without the marks between thousands, or nil when those are out of place.
  ///
  /// Every group after the first has three digits, all marks are alike, and the
  /// first group does not begin with 0: nobody writes 0,123 for 123.
  private static func ungrouped(
    _ letters: ArraySlice<UInt8>, exceptAt decimal: UInt8
  ) -> [UInt8]? {
    guard let mark = letters.first(where: { !isDigit($0) }) else { return Array(letters) }
    guard mark != decimal, [0x2C, 0x2E, 0x20, 0x27].contains(mark) else { return nil }
    let groups = letters.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != 0x30,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return Array(groups.joined())
  }

  /// Whether the text is what a program writes: digits and a decimal point.
  func isPlain(_ decimal: DecimalMark) -> Bool {
    isBare && (decimal == .point || !digits.contains(0x2E))
      && digits.allSatisfy { isDigit($0) || $0 == 0x2E }
  }
}

/// Takes from a number what stands around its digits: signs, brackets, currency, percent.
private struct NumberTrimming {
  var body: ArraySlice<UInt8>
  var isNegative = false
  var isAdorned = false
  private var isSigned = false
  private var hasUnit = false

  private static let currencies = ["gbp", "usd", "eur"].map { Array($0.utf8) }

  init(_ letters: ArraySlice<UInt8>) { body = letters }

  mutating func trim() {
    while trimBrackets() || trimSign() || trimUnit() {}
  }

  /// Accountants put a negative amount in brackets.
  private mutating func trimBrackets() -> Bool {
    guard !isSigned, body.count > 2, body.first == 0x28, body.last == 0x29 else { return false }
    body = trimmed(body.dropFirst().dropLast())
    (isSigned, isNegative, isAdorned) = (true, true, true)
    return true
  }

  /// Leaves a space that stands beside the sign, and nothing with it is a number: "- 5" may
  /// be an item of a list.
  private mutating func trimSign() -> Bool {
    guard !isSigned, let first = body.first, let last = body.last else { return false }
    let hyphen: UInt8 = 0x2D
    if first == hyphen || first == PlainLetter.minusSign || first == 0x2B {
      isNegative = first != 0x2B
      isAdorned = isAdorned || first != hyphen
      body.removeFirst()
    } else if last == hyphen || last == PlainLetter.minusSign {
      body.removeLast()
      (isNegative, isAdorned) = (true, true)
    } else {
      return false
    }
    isSigned = true
    return true
  }

  /// A currency before or behind, or a percent sign behind; one of them.
  private mutating func trimUnit() -> Bool {
    guard !hasUnit, let first = body.first, let last = body.last else { return false }
    let symbols: [UInt8] = [PlainLetter.pound, PlainLetter.euro, 0x24]
    if symbols.contains(first) {
      removeFirst(1)
    } else if symbols.contains(last) || last == 0x25 {
      removeLast(1)
    } else if NumberTrimming.currencies.contains(where: body.starts(with:)) {
      removeFirst(3)
    } else if NumberTrimming.currencies.contains(where: { $0.elementsEqual(body.suffix(3)) }) {
      removeLast(3)
    } else {
      return false
    }
    (hasUnit, isAdorned) = (true, true)
    return true
  }

  /// Spaces go with the unit, but only on its side: see `trimSign`.
  private mutating func removeFirst(_ count: Int) {
    body.removeFirst(count)
    while body.first == PlainLetter.space { body.removeFirst() }
  }

  private mutating func removeLast(_ count: Int) {
    body.removeLast(count)
    while body.last == PlainLetter.space { body.removeLast() }
  }
}
