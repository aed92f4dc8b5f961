// Advice to the next person: an encoding with a byte for each letter has no
// mark of its own, and uchardet knows no Mac Roman and takes ISO-8859-15 for
// Windows-1252. But letters stand in words: "Ê" after "little" and "Õ" in
// "donÕt" are a space and an apostrophe of another encoding.

/// Decides among encodings with a byte for each letter by where the letters stand.
///
/// A tie goes to the first of the candidates, the most common.
func likeliestEncoding(
  of bytes: ArraySlice<UInt8>, among candidates: [TextEncoding]
) -> TextEncoding {
  // Hardly anything writes this one today.
  var scores = candidates.map { $0 == .dos850 ? -6 : 0 }
  let tables = candidates.map(upperHalf)
  for index in bytes.indices where bytes[index] >= 0x80 {
    let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
    for place in candidates.indices {
      scores[place] += plausibility(
        of: tables[place][Int(bytes[index] - 0x80)], before: before, after: after)
    }
  }
  guard let best = scores.max(), let place = scores.firstIndex(of: best) else {
    return .windows1252
  }
  return candidates[place]
}

/// The characters of the bytes from 128 on; nil for a byte that stands for none.
private func upperHalf(of encoding: TextEncoding) -> [Unicode.Scalar?] {
  (0x80...0xFF).map { byte in
    let (text, damage) = converted([UInt8(byte)], from: encoding)
    return damage.isEmpty ? String(decoding: text, as: UTF8.self).unicodeScalars.first : nil
  }
}

/// How well a character goes with the bytes beside it.
private func plausibility(of scalar: Unicode.Scalar?, before: UInt8, after: UInt8) -> Int {
  guard let scalar else { return -6 }
  switch scalar {
  case "\u{80}"..."\u{9F}": return -10
  case "\u{2019}", "\u{2018}": return isLetter(before) ? 4 : isLetter(after) ? 2 : 0
  case "\u{201C}": return isLetter(before) ? -2 : 3
  case "\u{201D}": return isLetter(after) ? -2 : 3
  case "\u{2013}", "\u{2014}", "\u{2026}", "\u{2022}": return 2
  case "\u{A0}": return 1
  case "£", "€": return isDigit(after) ? 4 : isLetter(before) ? -1 : 2
  case "½", "¼", "¾": return isLetter(before) || isLetter(after) ? -2 : 2
  case "°", "²", "³", "®", "©", "™": return 1
  default: break
  }
  let properties = scalar.properties
  if properties.isLowercase {
    if isLetter(before) || isLetter(after) { return 3 }
    return before >= 0x80 || after >= 0x80 ? 1 : -1
  }
  if properties.isUppercase {
    // In mid-word after a small letter, a capital is some other encoding's sign.
    if isLowercase(before) { return -4 }
    return isLetter(after) || isUppercase(before) ? 2 : -1
  }
  return -2
}

private func isLetter(_ byte: UInt8) -> Bool { isLowercase(byte) || isUppercase(byte) }
private func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
private func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
