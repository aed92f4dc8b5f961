import EvaluationData

/// How often words stand in a sample of the responses.
///
/// It decides only how fast the rules are matched, never what they find.
struct WordSample {
  private static let size = 1000

  private var counts: [[UInt8]: Int] = [:]
  /// The answers already given: patterns share many words.
  private var known: [Pattern.Word: Int] = [:]

  init(of cells: TextCells) {
    var responses = FoldedResponses()
    let bytes = cells.texts.bytes.span
    for row in stride(from: 0, to: cells.count, by: max(1, cells.count / WordSample.size))
    where !cells.reasons.isMissing(row) {
      responses.append(bytes.extracting(cells.texts.range(of: row)), row: row)
    }
    for index in 0..<responses.words.count {
      let word = responses.words[index]
      let letters = (word.foldedStart..<word.foldedEnd).map { responses.bytes[Int($0)] }
      counts[letters, default: 0] += 1
    }
  }

  /// How many words of the sample a word of a pattern matches.
  mutating func count(_ word: Pattern.Word) -> Int {
    guard word.isOpenAtStart || word.isOpenAtEnd else { return counts[word.letters] ?? 0 }
    if let count = known[word] { return count }
    var count = 0
    for (letters, times) in counts where word.matches(letters) { count += times }
    known[word] = count
    return count
  }
}

extension Pattern.Word {
  /// Whether it finds a whole word of these letters.
  func matches(_ word: [UInt8]) -> Bool {
    switch (isOpenAtStart, isOpenAtEnd) {
    case (false, false): word == letters
    case (false, true): word.starts(with: letters)
    case (true, false): word.reversed().starts(with: letters.reversed())
    case (true, true): word.indices.contains { word[$0...].starts(with: letters) }
    }
  }
}
