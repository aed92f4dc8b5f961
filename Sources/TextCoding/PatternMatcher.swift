extension Pattern {
  /// The literals of which at least one stands in every folded text that has the pattern.
  ///
  /// Of the words that must be there, the run with the longest shortest literal.
  var requiredLiterals: [[UInt8]] {
    var best: [[UInt8]] = []
    var bestLength = 0
    func consider(_ literals: [[UInt8]]) {
      let length = literals.map(\.count).min() ?? 0
      if length > bestLength { (best, bestLength) = (literals, length) }
    }
    var run: [Word] = []
    for element in elements + [.gap(1)] {
      if case .word(let words, isOptional: false) = element, words.count == 1 {
        if let last = run.last, last.isOpenAtEnd || words[0].isOpenAtStart {
          consider([Pattern.literal(run)])
          run = []
        }
        run.append(words[0])
        continue
      }
      if !run.isEmpty { consider([Pattern.literal(run)]) }
      run = []
      if case .word(let words, isOptional: false) = element {
        consider(words.map { Pattern.literal([$0]) })
      }
    }
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

  /// The matches in a response: leftmost first, none overlapping another.
  ///
  /// Each is a range of words. From one start the shortest match wins.
  func matches(in response: FoldedResponse, into found: inout [Range<Int>]) {
    found.removeAll(keepingCapacity: true)
    var start = 0
    while start < response.words.count {
      if isAnchoredAtStart, start > 0 { return }
      if let end = end(of: 0, at: start, from: start, in: response), end > start {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
  }

  /// Where a match ends whose elements from `element` on begin at word `index`.
  private func end(
    of element: Int, at index: Int, from start: Int, in response: FoldedResponse
  ) -> Int? {
    guard element < elements.count else {
      return isAnchoredAtEnd && index < response.words.count ? nil : index
    }
    switch elements[element] {
    case .gap(let most):
      for skipped in 0...most {
        guard isInSentence(index + skipped - 1, of: start, in: response) else { return nil }
        if let end = end(of: element + 1, at: index + skipped, from: start, in: response) {
          return end
        }
      }
      return nil
    case .word(let words, let isOptional):
      if isInSentence(index, of: start, in: response),
        words.contains(where: { $0.matches(response.words[index], in: response) }),
        let end = end(of: element + 1, at: index + 1, from: start, in: response)
      {
        return end
      }
      return isOptional ? end(of: element + 1, at: index, from: start, in: response) : nil
    }
  }

  private func isInSentence(_ index: Int, of start: Int, in response: FoldedResponse) -> Bool {
    guard index < response.words.count else { return false }
    return index < start || response.words[index].sentence == response.words[start].sentence
  }
}

extension Pattern.Word {
  func matches(_ word: FoldedResponse.Word, in response: FoldedResponse) -> Bool {
    let count = word.foldedEnd - word.foldedStart
    guard count >= letters.count else { return false }
    if !isOpenAtStart {
      guard isOpenAtEnd || count == letters.count else { return false }
      return equals(response, at: word.foldedStart)
    }
    if !isOpenAtEnd { return equals(response, at: word.foldedEnd - letters.count) }
    return (word.foldedStart...(word.foldedEnd - letters.count)).contains {
      equals(response, at: $0)
    }
  }

  private func equals(_ response: FoldedResponse, at start: Int) -> Bool {
    for index in letters.indices where response.bytes[start + index] != letters[index] {
      return false
    }
    return true
  }
}
