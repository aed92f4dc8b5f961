/// The part of a response that is quoted: all of it, or whole sentences of a long one.
struct QuotePassage {
  static let fewestWords = 4
  static let mostWords = 80

  /// As it may be shown: redacted, in one line, with `…` where something was left out.
  let text: String

  /// Takes the sentences round the words for which the code was given.
  ///
  /// Nil when fewer than four words are left beside those that stand for redacted ones.
  init?(of response: String, around match: Range<Int>, by redactor: Redactor) {
    let bytes = Array(response.utf8)
    let redactions = redactor.redactions(in: response)
    let words = QuotePassage.words(of: bytes, without: redactions)
    guard words.count(where: { !$0.isRedacted }) >= QuotePassage.fewestWords else { return nil }
    let chosen = QuotePassage.choice(words, around: match)
    let range =
      words[chosen.lowerBound].range.lowerBound..<words[chosen.upperBound - 1].range.upperBound
    var text = chosen.lowerBound > 0 ? "… " : ""
    text += QuotePassage.shown(bytes, range, redactions)
    if chosen.upperBound < words.count { text += " …" }
    self.text = text
  }

  /// What stands between blanks; a redacted part counts as one.
  struct Word {
    var range: Range<Int>
    var isRedacted: Bool
    /// Whether a sentence ends with it.
    var endsSentence: Bool
  }

  private static func words(of bytes: [UInt8], without redactions: [Redaction]) -> [Word] {
    var words: [Word] = []
    var place = 0
    var rest = redactions[...]
    while place < bytes.count {
      if isBlank(bytes[place]) {
        if isLineEnd(bytes[place]), !words.isEmpty { words[words.count - 1].endsSentence = true }
        place += 1
        continue
      }
      let start = place
      var isRedacted = false
      while place < bytes.count, !isBlank(bytes[place]) {
        if let next = rest.first, next.range.contains(place) {
          // Blanks inside a redacted part separate nothing.
          place = next.range.upperBound
          rest = rest.dropFirst()
          isRedacted = true
        } else {
          place += 1
        }
      }
      let letters = bytes[start..<place]
      guard isRedacted || letters.contains(where: isLetterOrDigit) else {
        // A dash, a smiley or a stop apart belongs to the word before it.
        if let last = words.indices.last {
          words[last].range = words[last].range.lowerBound..<place
          if letters.contains(where: ".!?".utf8.contains) { words[last].endsSentence = true }
        }
        continue
      }
      words.append(
        Word(
          range: start..<place, isRedacted: isRedacted,
          endsSentence: endsSentence(letters, isRedacted: isRedacted)))
    }
    return words
  }

  /// Which words to show, as places in the list.
  private static func choice(_ words: [Word], around match: Range<Int>) -> Range<Int> {
    guard words.count > mostWords else { return 0..<words.count }
    let first = words.firstIndex { $0.range.upperBound > match.lowerBound } ?? 0
    let last = words.lastIndex { $0.range.lowerBound < match.upperBound } ?? first
    // From the beginning, unless the words of the code come too late.
    let ends = words.indices.filter { words[$0].endsSentence }
    var start = 0
    let end = ends.first { $0 >= last } ?? words.count - 1
    if end >= mostWords { start = ends.last { $0 < first }.map { $0 + 1 } ?? 0 }
    // A sentence that is too long itself is cut between words.
    if last - start >= mostWords { start = max(0, last - mostWords / 2) }
    let limit = min(words.count, start + mostWords)
    guard limit < words.count else { return start..<limit }
    let whole = ends.last { $0 < limit && $0 >= last }
    return start..<(whole.map { $0 + 1 } ?? limit)
  }

  private static func shown(
    _ bytes: [UInt8], _ range: Range<Int>, _ redactions: [Redaction]
  ) -> String {
    var shown: [UInt8] = []
    var place = range.lowerBound
    for redaction in redactions where redaction.range.overlaps(range) {
      shown += bytes[place..<redaction.range.lowerBound]
      shown += Array(redaction.kind.placeholder.utf8)
      place = redaction.range.upperBound
    }
    if place < range.upperBound { shown += bytes[place..<range.upperBound] }
    return collapsed(String(decoding: shown, as: UTF8.self))
  }

  // MARK: Letters

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Words whose point ends no sentence.
  private static let abbreviations: Set<String> = [
    "dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "e.g.", "i.e.", "eg.", "ie.", "no.", "approx.",
    "rev.", "cllr.", "vs.", "p.",
  ]

  private static func endsSentence(_ word: ArraySlice<UInt8>, isRedacted: Bool) -> Bool {
    var letters = word
    while let last = letters.last, "\"')]".utf8.contains(last) { letters.removeLast() }
    let text = String(decoding: letters, as: UTF8.self)
    if text.hasSuffix("…") || text.hasSuffix("!") || text.hasSuffix("?") { return true }
    guard text.hasSuffix(".") else { return false }
    return isRedacted || !abbreviations.contains(text.lowercased()) && text.count > 2
  }
}
