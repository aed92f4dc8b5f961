/// What the text of one unquoted cell looks like.
///
/// The kinds serve two ends: the right delimiter leaves cells that look like
/// something, and a column of numbers tells a heading from data.
enum CellKind: UInt8, Sendable, Hashable {
  case empty
  /// A word for no value, such as `NA` or `-`.
  case missing
  case number
  /// A date, a time or both, in digits.
  case moment
  /// A web or mail address.
  case address
  /// Text in a pair of brackets, such as JSON.
  case bracketed
  case word
  case text
  /// Text with a comma or semicolon, as sentences have them.
  case punctuated
  /// Alike parts with a delimiter of their own, such as `3|4|5`.
  case list
  /// Parts with a byte between that is rare in text, such as `a^b`.
  case compound
  /// Text whose brackets do not match.
  case unbalanced
  /// Unlike parts with a delimiter between, or a tab: most likely several cells.
  case jumble
  /// A quotation mark stands where none belongs.
  case strayQuote

  /// How well a cell of this kind speaks for the dialect that cut it out, 0 to 1.
  var credit: Double {
    switch self {
    case .empty, .missing, .number, .moment, .address, .word: 1
    case .text, .bracketed: 0.95
    case .list: 0.7
    case .punctuated, .compound: 0.6
    case .unbalanced: 0.5
    case .jumble, .strayQuote: 0.15
    }
  }

  /// Whether values look so and headings, as a rule, do not.
  var isDataLike: Bool { self == .number || self == .moment }
}

/// The kind of the bytes in a range, of which outer spaces do not count.
func cellKind(of bytes: Span<UInt8>, in range: Range<Int>) -> CellKind {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
  while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  guard start < end else { return .empty }
  let range = start..<end
  if isMissingWord(bytes, range) { return .missing }
  if isNumber(bytes, range) { return .number }
  if isMoment(bytes, range) { return .moment }
  return CellCensus(bytes, range).kind(bytes, range)
}

/// Counts of the bytes of one cell that tell what it is.
private struct CellCensus {
  var letters = 0
  var digits = 0
  var spaces = 0
  var commas = 0
  var semicolons = 0
  var pipes = 0
  var tabs = 0
  var colons = 0
  var quotes = 0
  var rare = 0
  var others = 0
  var depth = 0
  var isBalanced = true

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for index in range {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: letters += 1
      case 0x30...0x39: digits += 1
      case 0x20: spaces += 1
      case 0x2C: commas += 1
      case 0x3B: semicolons += 1
      case 0x7C: pipes += 1
      case 0x09: tabs += 1
      case 0x3A: colons += 1
      case 0x22: quotes += 1
      case 0x5E, 0x7E, 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: rare += 1
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D:
        depth -= 1
        if depth < 0 { isBalanced = false }
      default: others += 1
      }
    }
    if depth != 0 { isBalanced = false }
  }

  func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CellKind {
    let first = bytes[range.lowerBound]
    let last = bytes[range.upperBound - 1]
    let isBracketed =
      range.count > 1 && isBalanced
      && (first == 0x7B && last == 0x7D || first == 0x5B && last == 0x5D
        || first == 0x28 && last == 0x29)
    if isBracketed, tabs == 0 { return .bracketed }
    if quotes > 0 { return .strayQuote }
    if tabs > 0 { return .jumble }
    if isAddress(bytes, range) { return .address }
    let rivals = (commas > 0 ? 1 : 0) + (semicolons > 0 ? 1 : 0) + (pipes > 0 ? 1 : 0)
    if rivals > 0 { return kindWithRivals(rivals, bytes, range) }
    if rare > 0 || colons > 1 && spaces == 0 { return .compound }
    if !isBalanced { return .unbalanced }
    if first == 0x27, last == 0x27, range.count > 1 { return .compound }
    if letters == 0, digits > 0, spaces > 0 { return .list }
    return spaces == 0 ? .word : .text
  }

  private func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard spaces == 0, semicolons == 0, pipes == 0, range.count > 5 else { return false }
    guard colons > 0 || others > 1 else { return false }
    var hasAt = false
    for index in range {
      let byte = bytes[index]
      if byte == 0x3A, index + 2 < range.upperBound, index > range.lowerBound,
        bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F
      {
        return true
      }
      if byte == 0x40 { hasAt = index > range.lowerBound }
      if hasAt, byte == 0x2E, commas == 0 { return true }
    }
    return false
  }

  private func kindWithRivals(
    _ rivals: Int, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> CellKind {
    let separator: UInt8 = pipes > 0 ? 0x7C : semicolons > 0 ? 0x3B : 0x2C
    var numbers = 0
    var texts = 0
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      guard index == range.upperBound || bytes[index] == separator else { continue }
      switch partKind(bytes, start..<index) {
      case .empty: break
      case .number: numbers += 1
      default: texts += 1
      }
      start = index + 1
    }
    if rivals == 1, texts == 0 { return .list }
    // A sentence has white space behind its commas; missed cells seldom have.
    let isSpaced = everyRivalIsFollowedBySpace(bytes, range)
    if letters > 0, spaces > 0, isSpaced { return isBalanced ? .punctuated : .unbalanced }
    if rivals == 1, numbers == 0 { return .list }
    return .jumble
  }

  private enum Part { case empty, number, text }

  private func partKind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Part {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return .empty }
    let isData = isNumber(bytes, start..<end) || isMoment(bytes, start..<end)
    return isData ? .number : .text
  }

  private func everyRivalIsFollowedBySpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = bytes[index]
      guard byte == 0x2C || byte == 0x3B || byte == 0x7C else { continue }
      let next = index + 1
      guard next < range.upperBound else { return false }
      let isInNumber =
        byte == 0x2C && index > range.lowerBound && isDecimalDigit(bytes[index - 1])
        && isDecimalDigit(bytes[next])
      if bytes[next] != 0x20, !isInNumber { return false }
    }
    return true
  }
}

func isDecimalDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// Whether the bytes are one of the words for a value that is not there.
func isMissingWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count <= 6 else { return false }
  var packed: UInt64 = 0
  for index in range {
    let byte = bytes[index]
    packed = packed << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
  }
  switch packed {
  case 0x2D, 0x2D2D, 0x2E, 0x2E2E, 0x3F: return true  // - -- . .. ?
  case 0x6E61, 0x6E2F61, 0x6E616E: return true  // na n/a nan
  case 0x6E75_6C6C, 0x6E6F_6E65, 0x236E_2F61: return true  // null none #n/a
  default: return false
  }
}
