/// One response, a byte for each letter.
struct ExpressionText: ~Copyable {
  private(set) var letters = FlatList<UInt8>(capacity: 1024)
  /// By letter: where it begins in the response; empty where each letter is a byte there, too.
  private var starts = FlatList<Int32>()
  private var byteCount = 0
  /// By place between two letters: whether it lies outside of all words.
  private var edges = FlatList<Bool>()

  mutating func replace(
    by text: Span<UInt8>, words range: Range<Int>, of responses: borrowing FoldedResponses,
    in alphabet: Alphabet
  ) {
    letters.removeAll()
    starts.removeAll()
    byteCount = text.count
    appendLetters(of: text, responses, alphabet)
    markEdges(range, of: responses)
  }

  private mutating func appendLetters(
    of text: Span<UInt8>, _ responses: borrowing FoldedResponses, _ alphabet: Alphabet
  ) {
    var index = 0
    while index < text.count, text[index] < 0x80 {
      letters.append(folded(text[index]))
      index += 1
    }
    guard index < text.count else { return }
    for place in 0..<index { starts.append(Int32(place)) }
    var previous = index > 0 ? Unicode.Scalar(text[index - 1]) : nil
    while index < text.count {
      let byte = text[index]
      let (scalar, length) =
        byte < 0x80 ? (Unicode.Scalar(byte), 1) : responses.scalar(text, index)
      if let base = previous, let letter = ComposedLetters.letter(of: base, with: scalar) {
        letters.removeLast(1)
        letters.append(alphabet.byte(of: letter))
        previous = letter
      } else {
        starts.append(Int32(index))
        letters.append(byte < 0x80 ? folded(byte) : alphabet.byte(of: scalar))
        previous = scalar
      }
      index += length
    }
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// Where a letter begins in the response, in bytes; the end of the response behind the last.
  func byte(of letter: Int) -> Int {
    if letter >= letters.count { return byteCount }
    return starts.count == 0 ? letter : Int(starts[letter])
  }

  /// Whether a place between two letters lies outside of all words.
  @inline(__always)
  func isWordEdge(_ place: Int) -> Bool { edges[place] }

  private mutating func markEdges(
    _ range: Range<Int>, of responses: borrowing FoldedResponses
  ) {
    edges.removeAll()
    var word = range.lowerBound
    for letter in 0...letters.count {
      let byte = Int32(self.byte(of: letter))
      while word < range.upperBound, responses.words[word].end <= byte { word += 1 }
      edges.append(word == range.upperBound || responses.words[word].start >= byte)
    }
  }
}
