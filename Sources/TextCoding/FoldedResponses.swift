/// Responses cut into words, in the form in which words are compared.
///
/// The folded text holds the words in lower case with single spaces around
/// them and a full stop where a sentence ends, so that a phrase is a plain
/// substring and never reaches over a sentence end. It holds the responses one
/// after another, a sentence end between them, so that one scan serves many.
struct FoldedResponses: ~Copyable {
  struct Word {
    /// Bytes of the response.
    let start: Int32
    let end: Int32
    /// Bytes of the folded text.
    let foldedStart: Int32
    let foldedEnd: Int32
    /// The number of its sentence, from 0 through all responses.
    let sentence: Int32
  }

  /// One response; its words and sentences are its alone.
  struct Response {
    let row: Int
    let words: Range<Int>
    let foldedEnd: Int
  }

  private(set) var bytes = FlatList<UInt8>(capacity: 1024)
  private(set) var words = FlatList<Word>()
  /// By sentence: the word after its last.
  private(set) var sentenceEnds = FlatList<Int>()
  private(set) var responses = FlatList<Response>()

  /// What a byte is: a letter's lower case, a digit, or one of the marks below.
  private let kinds = FlatList<UInt8>((0..<256).map(kind))
  private static let apostrophe: UInt8 = 1
  private static let sentenceEnd: UInt8 = 2
  private static let beyondASCII: UInt8 = 3
  private static let firstLetter: UInt8 = 0x30

  private static func kind(_ byte: Int) -> UInt8 {
    switch byte {
    case 0x41...0x5A: UInt8(byte + 0x20)
    case 0x61...0x7A, 0x30...0x39: UInt8(byte)
    case 0x27: apostrophe
    case 0x2E, 0x21, 0x3F, 0x0A, 0x0D: sentenceEnd
    case 0x80...: beyondASCII
    default: 0
    }
  }

  mutating func removeAll() {
    bytes.removeAll()
    words.removeAll()
    sentenceEnds.removeAll()
    responses.removeAll()
  }

  mutating func append(_ text: Span<UInt8>, row: Int) {
    let firstWord = words.count
    bytes.append(0x20)
    var index = 0
    while index < text.count {
      let kind = kinds[Int(text[index])]
      if kind >= FoldedResponses.firstLetter {
        index = addWord(text, from: index)
      } else if kind == FoldedResponses.beyondASCII {
        let (scalar, length) = scalar(text, index)
        if isWordScalar(scalar), !isMark(scalar) {
          index = addWord(text, from: index)
        } else {
          if scalar == "…" { endSentence() }
          index += length
        }
      } else {
        if kind == FoldedResponses.sentenceEnd, !isDecimalPoint(text, index) { endSentence() }
        index += 1
      }
    }
    endSentence()
    responses.append(
      Response(row: row, words: firstWord..<words.count, foldedEnd: bytes.count))
  }

  /// The words of a response that share letters with some of its bytes.
  func words(at bytes: Range<Int>, of response: Response) -> Range<Int> {
    let first = firstWord(of: response) { Int($0.end) > bytes.lowerBound }
    return first..<max(first, firstWord(of: response) { Int($0.start) >= bytes.upperBound })
  }

  /// The first word from which on something holds, found by halving.
  private func firstWord(of response: Response, where holds: (Word) -> Bool) -> Int {
    var (low, high) = (response.words.lowerBound, response.words.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(words[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Makes room behind the last word, as words are read eight bytes at a time.
  mutating func finish() {
    for _ in 0..<8 { bytes.append(0x20) }
  }

  private mutating func endSentence() {
    guard words.count > sentenceEnds.last ?? 0 else { return }
    sentenceEnds.append(words.count)
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
    while true {
      index = bytes.append(text, from: index, as: kinds, least: FoldedResponses.firstLetter)
      guard index < text.count else { break }
      let kind = kinds[Int(text[index])]
      if kind == FoldedResponses.beyondASCII {
        let (scalar, length) = scalar(text, index)
        if isWordScalar(scalar) {
          if scalar.value < 0x300 || !compose(scalar, from: foldedStart) {
            for byte in scalar.properties.lowercaseMapping.utf8 { bytes.append(byte) }
          }
        } else if FoldedResponses.isCurlyApostrophe(scalar), continuesWord(text, index + length) {
          bytes.append(0x27)
        } else {
          break
        }
        index += length
      } else if kind == FoldedResponses.apostrophe, continuesWord(text, index + 1) {
        bytes.append(0x27)
        index += 1
      } else {
        break
      }
    }
    words.append(
      Word(
        start: Int32(start), end: Int32(index), foldedStart: Int32(foldedStart),
        foldedEnd: Int32(bytes.count), sentence: Int32(sentenceEnds.count)))
    bytes.append(0x20)
    return index
  }

  /// Makes one letter of a mark and the letter before it, if there is such a letter.
  private mutating func compose(_ mark: Unicode.Scalar, from start: Int) -> Bool {
    var first = bytes.count - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    guard first >= start else { return false }
    let base = String(decoding: (first..<bytes.count).map { bytes[$0] }, as: UTF8.self)
    guard let scalar = base.unicodeScalars.first,
      let letter = ComposedLetters.letter(of: scalar, with: mark)
    else { return false }
    bytes.removeLast(bytes.count - first)
    for byte in String(letter).utf8 { bytes.append(byte) }
    return true
  }

  private func continuesWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index < text.count else { return false }
    let kind = kinds[Int(text[index])]
    guard kind == FoldedResponses.beyondASCII else { return kind >= FoldedResponses.firstLetter }
    return isWordScalar(scalar(text, index).scalar)
  }

  private static func isCurlyApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if FoldedResponses.isCurlyApostrophe(scalar) { return false }
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
  func scalar(
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
