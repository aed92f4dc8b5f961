import EvaluationData

/// Folds short ASCII texts without making strings: most rows need no more.
struct ShortTextFolder {
  private let known: [[UInt8]]
  private let longest: Int
  private var folded: [UInt8] = []
  // Whether a known text begins with these two letters: most texts fail here.
  private var isBeginning = [Bool](repeating: false, count: 1 << 14)

  init(missingTexts: some Sequence<String>) {
    // Signs are left to the careful reading.
    known = missingTexts.map { text in text.utf8.drop { $0 == 0x2D }.map { $0 } }
    longest = known.map(\.count).max() ?? 0
    for text in known where text.count >= 2 && text[0] < 0x80 && text[1] < 0x80 {
      isBeginning[Int(text[0]) << 7 | Int(text[1])] = true
    }
  }

  /// What a quick look at a text tells.
  enum Finding {
    case blank
    /// Certainly no text that stands for a missing answer.
    case ordinary
    /// It may be one, or a spreadsheet's error: read it with care.
    case perhapsMissing
  }

  mutating func look(at text: Span<UInt8>) -> Finding {
    // Most texts begin with two letters, as no known text does.
    if text.count >= 2, let first = letter(text[0]), let second = letter(text[1]),
      !isBeginning[Int(first) << 7 | Int(second)]
    {
      return .ordinary
    }
    folded.removeAll(keepingCapacity: true)
    var isPending = false
    var isBlank = true
    var isASCII = true
    for index in text.indices {
      let byte = text[index]
      if let letter = letter(byte) {
        isBlank = false
        if isPending, !folded.isEmpty { folded.append(0x20) }
        isPending = false
        folded.append(letter)
        if folded.count > longest { return .ordinary }
        if folded.count == 2, isASCII, !isBeginning[Int(folded[0]) << 7 | Int(folded[1])] {
          return .ordinary
        }
        continue
      }
      switch byte {
      case 0x80...: isASCII = false
      case 0x20, 0x09...0x0D: isPending = true
      default:
        // A spreadsheet writes "#VALUE!" where it has none.
        if byte == 0x23, isBlank { return .perhapsMissing }
        isBlank = false
        isPending = true
      }
    }
    if !isASCII { return .perhapsMissing }
    if isBlank { return .blank }
    // A text of punctuation alone, such as "-", folds to nothing.
    return folded.isEmpty || known.contains(folded) ? .perhapsMissing : .ordinary
  }

  /// A letter in lower case, or a digit.
  @inline(__always)
  private func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: byte | 0x20
    default: nil
    }
  }
}
