/// The literals of which at least one stands in every folded text that has a pattern.
struct RequiredLiterals {
  let texts: [[UInt8]]
  /// How many words lie between the start of a match and the last word of the literal.
  let before: ClosedRange<Int>
}

extension Pattern {
  /// Of the words that must be there, the run whose shortest literal is longest.
  var requiredLiterals: RequiredLiterals {
    var best = RequiredLiterals(texts: [], before: 0...0)
    func consider(_ texts: [[UInt8]], _ before: ClosedRange<Int>) {
      let length = texts.map(\.count).min() ?? 0
      if length > best.texts.map(\.count).min() ?? 0 {
        best = RequiredLiterals(texts: texts, before: before)
      }
    }
    // Words that may lie before the element at hand.
    var fewest = 0
    var most = 0
    var run: [Word] = []
    func endRun() {
      if !run.isEmpty { consider([Pattern.literal(run)], (fewest - 1)...(most - 1)) }
      run = []
    }
    for element in elements {
      switch element {
      case .word(let words, isOptional: false) where words.count == 1:
        if let last = run.last, last.isOpenAtEnd || words[0].isOpenAtStart { endRun() }
        run.append(words[0])
        fewest += 1
        most += 1
      case .word(let words, isOptional: false):
        endRun()
        consider(words.map { Pattern.literal([$0]) }, fewest...most)
        fewest += 1
        most += 1
      case .word:
        endRun()
        most += 1
      case .gap(let size):
        endRun()
        most += size
      }
    }
    endRun()
    return best
  }

  private static func literal(_ words: [Word]) -> [UInt8] {
    var literal: [UInt8] = []
    if words.first?.isOpenAtStart == false { literal.append(0x20) }
    for (index, word) in words.enumerated() {
      if index > 0 { literal.append(0x20) }
      literal += word.letters
    }
    if words.last?.isOpenAtEnd == false { literal.append(0x20) }
    return literal
  }
}
