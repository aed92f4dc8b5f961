/// A heading as people read it: without tags and entities of HTML and without letters of no width.
func plainHeading(_ field: some Collection<UInt8>) -> String {
  withoutMarkup(String(decoding: field, as: UTF8.self))
    .filter { character in
      !character.unicodeScalars.allSatisfy { lettersWithoutWidth.contains($0.value) }
    }
}

/// A text without tags and entities of HTML.
func withoutMarkup(_ text: String) -> String {
  let isMarked = text.utf8.contains { $0 == 0x3C || $0 == 0x26 }
  return isMarked ? withoutEntities(withoutTags(text)) : text
}

private let lettersWithoutWidth: Set<UInt32> = [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF]

/// Tags that stand within a word or a line, and those between lines.
private let inlineTags: Set = [
  "a", "b", "big", "code", "em", "font", "i", "img", "label", "mark", "o:p", "s", "small", "span",
  "strong", "sub", "sup", "u",
]
private let blockTags: Set = [
  "blockquote", "br", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
  "pre", "table", "tbody", "td", "th", "tr", "ul",
]

private func withoutTags(_ text: String) -> String {
  var plain = ""
  var rest = text[...]
  while let start = rest.firstIndex(of: "<") {
    plain += rest[..<start]
    let inner = rest[rest.index(after: start)...]
    guard let end = inner.firstIndex(of: ">") else {
      rest = rest[start...]
      break
    }
    let name = inner[..<end].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == ":" }
      .lowercased()
    if blockTags.contains(name) {
      plain += " "
    } else if !inlineTags.contains(name) {
      plain += rest[start...end]
    }
    rest = inner[inner.index(after: end)...]
  }
  return plain + rest
}

private let entities: [Substring: String] = [
  "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "rsquo": "’",
  "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
  "pound": "£", "euro": "€", "bull": "•", "deg": "°", "eacute": "é", "egrave": "è",
]

private func withoutEntities(_ text: String) -> String {
  var plain = ""
  var rest = text[...]
  while let start = rest.firstIndex(of: "&") {
    plain += rest[..<start]
    let inner = rest[rest.index(after: start)...]
    if let end = inner.prefix(10).firstIndex(of: ";"), let letter = letter(inner[..<end]) {
      plain += letter
      rest = inner[inner.index(after: end)...]
    } else {
      plain += "&"
      rest = inner
    }
  }
  return plain + rest
}

private func letter(_ entity: Substring) -> String? {
  guard entity.first == "#" else { return entities[entity] }
  let number = entity.dropFirst()
  let value =
    number.first.map { $0 == "x" || $0 == "X" } ?? false
    ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
  return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
}

/// The identifier in a cell such as `{"ImportId":"QID1","timeZone":"Europe/London"}`.
func importId(in field: [UInt8]) -> String? {
  guard field.first == UInt8(ascii: "{"), field.count < 1000 else { return nil }
  let parts = String(decoding: field, as: UTF8.self).split(
    omittingEmptySubsequences: false
  ) { $0 == "\"" || $0 == "'" }
  guard let key = parts.firstIndex(of: "ImportId"), key + 2 < parts.count,
    parts[key + 1].allSatisfy({ $0 == ":" || $0.isWhitespace })
  else { return nil }
  return String(parts[key + 2])
}
