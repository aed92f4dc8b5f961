/// Whether the bytes are one number: signed, grouped, with a currency or a percent sign or not.
func isNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var start = range.lowerBound
  var end = range.upperBound
  guard start < end, range.count <= 40 else { return false }
  if bytes[start] == 0x28, bytes[end - 1] == 0x29 {
    start += 1
    end -= 1
  }
  // A sign may stand on either side of the currency.
  for _ in 0..<2 {
    start = afterSign(bytes, from: start, to: end)
    start = afterCurrency(bytes, from: start, to: end)
  }
  if end > start, bytes[end - 1] == 0x25 { end -= 1 }
  while end > start, bytes[end - 1] == 0x20 { end -= 1 }
  end = beforeCurrency(bytes, from: start, to: end)
  return isPlainNumber(bytes, start..<end)
}

/// Digits, in groups of three or not, with a fraction and an exponent or not.
private func isPlainNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var index = range.lowerBound
  let end = range.upperBound
  var digits = countOfDigits(bytes, from: index, to: end)
  index += digits
  var total = digits
  var grouping: UInt8 = 0
  while index < end, digits <= 3 || grouping != 0 {
    let mark = bytes[index]
    guard mark == 0x2C || mark == 0x2E || mark == 0x20 || mark == 0x27 else { break }
    guard total > 0, grouping == 0 || grouping == mark else { break }
    digits = countOfDigits(bytes, from: index + 1, to: end)
    guard digits == 3 else { break }
    grouping = mark
    index += 4
    total += 3
  }
  if index < end, bytes[index] == 0x2C || bytes[index] == 0x2E, bytes[index] != grouping {
    digits = countOfDigits(bytes, from: index + 1, to: end)
    index += 1 + digits
    total += digits
  }
  guard total > 0 else { return false }
  if index < end, bytes[index] | 0x20 == 0x65 {
    index = afterSign(bytes, from: index + 1, to: end)
    digits = countOfDigits(bytes, from: index, to: end)
    guard digits > 0, digits <= 3 else { return false }
    index += digits
  }
  return index == end
}

private func countOfDigits(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = start
  while index < end, isDecimalDigit(bytes[index]) { index += 1 }
  return max(0, index - start)
}

private func afterSign(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  guard start < end, bytes[start] == 0x2B || bytes[start] == 0x2D else { return start }
  return start + 1
}

/// Behind `$`, `£`, `¥` or `€` and the spaces after it.
private func afterCurrency(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = start
  if index < end, bytes[index] == 0x24 {
    index += 1
  } else if index + 1 < end, bytes[index] == 0xC2,
    bytes[index + 1] == 0xA3 || bytes[index + 1] == 0xA5
  {
    index += 2
  } else if index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x82,
    bytes[index + 2] == 0xAC
  {
    index += 3
  } else {
    return start
  }
  while index < end, bytes[index] == 0x20 { index += 1 }
  return index
}

/// Before `€` or `$` at the end and the spaces in front of it.
private func beforeCurrency(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var index = end
  if index - start > 1, bytes[index - 1] == 0x24 {
    index -= 1
  } else if index - start > 3, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x82,
    bytes[index - 1] == 0xAC
  {
    index -= 3
  }
  while index > start, bytes[index - 1] == 0x20 { index -= 1 }
  return index
}

/// Whether the bytes are a date, a time or both, written in digits.
func isMoment(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count >= 4, range.count <= 35, isDecimalDigit(bytes[range.lowerBound]) else {
    return false
  }
  var groups = 0
  var marks = 0
  var dots = 0
  var longest = 0
  var current = 0
  var isBehindMark = false
  var index = range.lowerBound
  while index < range.upperBound {
    let byte = bytes[index]
    if isDecimalDigit(byte) {
      current += 1
      if current == 1 { groups += 1 }
      longest = max(longest, current)
      index += 1
      isBehindMark = false
      continue
    }
    current = 0
    let isMark = byte == 0x2F || byte == 0x3A || byte == 0x2D
    if isMark, isBehindMark { return false }
    isBehindMark = isMark
    switch byte {
    case 0x2F, 0x3A, 0x2D: marks += 1
    case 0x2E: dots += 1
    case 0x20, 0x2B: break
    case 0x54, 0x74: guard groups >= 3 else { return false }
    case 0x5A, 0x7A: guard index == range.upperBound - 1 else { return false }
    case 0x41, 0x50, 0x61, 0x70:
      // AM or PM, and only at the end.
      guard index == range.upperBound - 2, bytes[index + 1] | 0x20 == 0x6D else { return false }
      index += 1
    default: return false
    }
    index += 1
  }
  guard groups >= 2, longest <= 9 else { return false }
  return marks > 0 || dots == 2 && groups == 3
}
