/// How much of a heading's form is passed over when it is held against the wording of a pipeline.
///
/// Each level passes over all that the levels before it do, and something more.
enum HeadingFold: Int, CaseIterable, Sendable {
  /// Case, white space, HTML, the kinds of dashes and quotation marks.
  case letters
  /// The sign between a question and its part: ` - `, ` [ ]`, `: `, `/`.
  case joints
  /// Punctuation and the mark of a required question, at the ends.
  case endings
  /// The number of the question, unless the wording has one.
  case numbers
  /// White space altogether: some tools drop the line breaks of a question.
  case spaces
}

/// A heading or a wording without the differences that do not count, level by level.
struct FoldedHeading: Sendable {
  /// In the order of the levels.
  private let keys: [String]
  /// The same as `spaces`, with the number of the question kept.
  private let numberedWithoutSpaces: String
  let hasNumber: Bool

  init(_ text: String) {
    let plain = foldedHeading(text)
    let unnumbered = withoutNumber(plain)
    hasNumber = unnumbered.count < plain.count
    let parts = headingParts(plain)
    let endings = endingParts(parts)
    let numbers = hasNumber ? endingParts(headingParts(unnumbered)) : endings
    keys = [plain, parts.joined(separator: " "), endings, numbers, withoutSpaces(numbers)]
    numberedWithoutSpaces = withoutSpaces(endings)
  }

  var isEmpty: Bool { keys[HeadingFold.letters.rawValue].isEmpty }

  /// The text to compare; with `isNumbered` the number of the question stays.
  func key(_ level: HeadingFold, isNumbered: Bool) -> String {
    guard isNumbered else { return keys[level.rawValue] }
    return switch level {
    case .letters, .joints, .endings: keys[level.rawValue]
    case .numbers: keys[HeadingFold.endings.rawValue]
    case .spaces: numberedWithoutSpaces
    }
  }
}

/// A heading in lower case and plain signs, without HTML, one space for white space of any kind.
package func foldedHeading(_ text: String) -> String {
  if let plain = foldedASCII(text) { return plain }
  var plain = ""
  var isPending = false
  for scalar in withoutMarkup(text).unicodeScalars {
    if scalar.properties.isWhitespace {
      isPending = !plain.isEmpty
      continue
    }
    let letters = foldedLetters(scalar)
    if letters.isEmpty { continue }
    if isPending { plain.append(" ") }
    isPending = false
    plain.append(letters)
  }
  return plain
}

/// The same for a text of plain letters without HTML, as nearly all are; nil for others.
private func foldedASCII(_ text: String) -> String? {
  var plain: [UInt8] = []
  var isPending = false
  for byte in text.utf8 {
    switch byte {
    case 0x80..., 0x26, 0x3C, 0x60: return nil
    case 0x20, 0x09...0x0D: isPending = !plain.isEmpty
    default:
      if isPending { plain.append(0x20) }
      isPending = false
      plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// What a letter is compared as: signs that look alike are one.
private func foldedLetters(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  // Marks that show nothing.
  case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: ""
  case 0x60, 0xB4, 0x2018...0x201B, 0x2032: "'"
  case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: "\""
  case 0x2010...0x2015, 0x2212: "-"
  case 0x2026: "..."
  // Letters of full width, and those that are set as one.
  case 0xFF01...0xFF5E:
    Unicode.Scalar(scalar.value - 0xFEE0).map { $0.properties.lowercaseMapping } ?? ""
  case 0xFB00: "ff"
  case 0xFB01: "fi"
  case 0xFB02: "fl"
  case 0xFB03: "ffi"
  case 0xFB04: "ffl"
  default: scalar.properties.lowercaseMapping
  }
}

/// The question and its parts, cut at the signs that join them.
private func headingParts(_ plain: String) -> [Substring] {
  var parts: [Substring] = []
  var start = plain.startIndex
  var place = start
  func cut(_ sign: String) -> Bool { plain[place...].hasPrefix(sign) }
  while place < plain.endIndex {
    let isBracketed = cut(" [") && plain.last == "]"
    let sign =
      [" - ", ": ", "/"].first(where: cut)
      ?? (isBracketed ? " [" : place == plain.startIndex && cut("- ") ? "- " : nil)
    guard let sign else {
      place = plain.index(after: place)
      continue
    }
    if start < place { parts.append(plain[start..<place]) }
    place = plain.index(place, offsetBy: sign.count)
    start = place
    if isBracketed {
      parts.append(plain[start...].dropLast())
      return parts
    }
  }
  if start < plain.endIndex { parts.append(plain[start...]) }
  return parts
}

private func endingParts(_ parts: [Substring]) -> String {
  parts.map(withoutEnding).joined(separator: " ")
}

private let endingSigns: Set<Character> = ["?", ":", ".", "*", "!", ",", ";", "-", " "]

/// Without the punctuation at the end and the mark of a required question at either end.
func withoutEnding(_ part: Substring) -> Substring {
  var kept = part.drop { $0 == "*" || $0 == " " }
  while let last = kept.last, endingSigns.contains(last) { kept = kept.dropLast() }
  return kept.isEmpty ? part : kept
}

private func withoutSpaces(_ text: String) -> String { text.filter { $0 != " " } }

/// A plain heading without the number of the question in front, such as `q3.1.a. `.
func withoutNumber(_ plain: String) -> String {
  let rest = plain.first == "q" ? plain.dropFirst() : plain[...]
  var place = rest.prefix { $0.isASCII && $0.isNumber }.endIndex
  guard place > rest.startIndex else { return plain }
  while place < rest.endIndex, rest[place] == "." || rest[place] == "_" {
    let level = rest[rest.index(after: place)...].prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    guard isNumbering(level) else { break }
    place = level.endIndex
  }
  guard place < rest.endIndex, [".", ")", ":"].contains(rest[place]) else { return plain }
  let text = rest[rest.index(after: place)...]
  guard text.first == " ", let start = text.firstIndex(where: { $0 != " " }) else { return plain }
  return String(text[start...])
}

/// Whether a text numbers a part of a question: `2`, `b` or `iv`.
private func isNumbering(_ text: Substring) -> Bool {
  guard !text.isEmpty else { return false }
  return text.allSatisfy(\.isNumber) || text.count == 1
    || text.allSatisfy { ["i", "v", "x"].contains($0) }
}
