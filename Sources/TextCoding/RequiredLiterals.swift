/// The literals of which at least one stands in every folded text that has a pattern.
struct RequiredLiterals {
  let texts: [[UInt8]]
  /// How many words lie between the start of a match and the last word of the literal.
  let before: ClosedRange<Int>
  /// How many of the pattern's first elements they are: a hit says that these match.
  let confirmed: Int
}

extension Pattern {
  /// Of the words that must be there, those that give the least to confirm.
  func requiredLiterals(in sample: inout WordSample) -> RequiredLiterals {
    var best = RequiredLiterals(texts: [], before: 0...0, confirmed: 0)
    var leastWork = Int.max
    func consider(
      _ texts: [[UInt8]], _ before: ClosedRange<Int>, words count: Int, elements run: Range<Int>
    ) {
      // Each hit is looked at, and so is each word from which it can be reached;
      // where the literals are all of the pattern, there is nothing to confirm.
      let work = run.count == elements.count ? -1 : count * (4 + before.count)
      if work < leastWork {
        leastWork = work
        best = RequiredLiterals(
          texts: texts, before: before, confirmed: run.lowerBound == 0 ? run.count : 0)
      }
    }
    // Words that may lie before the element at hand.
    var fewest = 0
    var most = 0
    var run: [Word] = []
    func endRun(before place: Int) {
      if !run.isEmpty {
        consider(
          [Pattern.literal(run)], (fewest - 1)...(most - 1),
          words: run.map { sample.count($0) }.min() ?? 0,
          elements: (place - run.count)..<place)
      }
      run = []
    }
    for (place, element) in elements.enumerated() {
      switch element {
      case .word(let words, isOptional: false) where words.count == 1:
        if let last = run.last, last.isOpenAtEnd || words[0].isOpenAtStart {
          endRun(before: place)
        }
        run.append(words[0])
        fewest += 1
        most += 1
      case .word(let words, isOptional: false):
        endRun(before: place)
        consider(
          words.map { Pattern.literal([$0]) }, fewest...most,
          words: words.reduce(0) { $0 + sample.count($1) }, elements: place..<(place + 1))
        fewest += 1
        most += 1
      case .word:
        endRun(before: place)
        most += 1
      case .gap(let size), .near(let size):
        endRun(before: place)
        most += size
      }
    }
    endRun(before: elements.count)
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
