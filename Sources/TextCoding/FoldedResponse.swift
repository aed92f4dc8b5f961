/// A response cut into words, in the form in which words are compared.
///
/// The folded text holds the words in lower case with single spaces around
/// them and a full stop where a sentence ends, so that a phrase is a plain
/// substring and never reaches over a sentence end.
struct FoldedResponse {
  struct Word {
    /// Bytes of the response.
    let start: Int
    let end: Int
    /// Bytes of the folded text.
    let foldedStart: Int
    let foldedEnd: Int
    /// The number of its sentence, from 0.
    let sentence: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var words: [Word] = []
  private var sentence = 0
  private var sentenceHasWords = false

  /// What an ASCII byte is: a letter's lower case, a digit, or one of the marks below.
  private let classes: [UInt8] = (0..<128).map { byte -> UInt8 in
    switch byte {
    case 0x41...0x5A: UInt8(byte + 0x20)
    case 0x61...0x7A, 0x30...0x39: UInt8(byte)
    case 0x27: FoldedResponse.apostrophe
    case 0x2E, 0x21, 0x3F, 0x0A, 0x0D: FoldedResponse.sentenceEnd
    default: 0
    }
  }
  private static let apostrophe: UInt8 = 1
  private static let sentenceEnd: UInt8 = 2

  /// The word to which a byte of the folded text, or the space before it, belongs.
  func word(at offset: Int) -> Int {
    var low = 0
    var high = words.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if words[middle].foldedStart <= offset { low = middle } else { high = middle }
    }
    return low
  }

  mutating func fold(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    sentence = 0
    sentenceHasWords = false
    bytes.append(0x20)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let kind = classes[Int(byte)]
        if kind > FoldedResponse.sentenceEnd {
          index = addWord(text, from: index)
          continue
        }
        if kind == FoldedResponse.sentenceEnd, !isDecimalPoint(text, index) { endSentence() }
        index += 1
      } else {
        let (scalar, length) = scalar(text, index)
        if isWordScalar(scalar), !isMark(scalar) {
          index = addWord(text, from: index)
        } else {
          if scalar == "…" { endSentence() }
          index += length
        }
      }
    }
  }

  private mutating func endSentence() {
    guard sentenceHasWords else { return }
    sentenceHasWords = false
    sentence += 1
    bytes.append(0x2E)
    bytes.append(0x20)
  }

  private func isDecimalPoint(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == 0x2E && index > 0 && index + 1 < text.count
      && (0x30...0x39).contains(text[index - 1]) && (0x30...0x39).contains(text[index + 1])
  }

  /// Adds the word that starts at `start`; returns where it ends.
  private mutating func addWord(_ text: Span<UInt8>, from start: Int) -> Int {
    let foldedStart = bytes.count
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let kind = classes[Int(byte)]
        if kind > FoldedResponse.sentenceEnd {
          bytes.append(kind)
        } else if kind == FoldedResponse.apostrophe, continuesWord(text, index + 1) {
          bytes.append(0x27)
        } else {
          break
        }
        index += 1
      } else {
        let (scalar, length) = scalar(text, index)
        if isWordScalar(scalar) {
          bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        } else if FoldedResponse.isCurlyApostrophe(scalar), continuesWord(text, index + length) {
          bytes.append(0x27)
        } else {
          break
        }
        index += length
      }
    }
    words.append(
      Word(
        start: start, end: index, foldedStart: foldedStart, foldedEnd: bytes.count,
        sentence: sentence))
    sentenceHasWords = true
    bytes.append(0x20)
    return index
  }

  private func continuesWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index < text.count else { return false }
    if text[index] < 0x80 { return classes[Int(text[index])] > FoldedResponse.sentenceEnd }
    return isWordScalar(scalar(text, index).scalar)
  }

  private static func isCurlyApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if FoldedResponse.isCurlyApostrophe(scalar) { return false }
    // The usual cases without the tables of Unicode: Latin letters and general punctuation.
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: return true
    case 0x2000...0x206F: return false
    default: break
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType == .decimal { return true }
    return isMark(scalar) && !properties.isVariationSelector
  }

  /// Whether it only changes the letter before it; beside an emoji it is no word.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  /// The scalar at a place, and its length; the text is valid UTF-8.
  private func scalar(
    _ text: Span<UInt8>, _ index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = text[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<length {
      guard text[index + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
