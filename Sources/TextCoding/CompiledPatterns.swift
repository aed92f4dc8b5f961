// Advice to the next person: matching runs over every response, so everything
// here is flat memory of trivial values. A version with nested enums and arrays
// spent most of its time counting references.

/// All patterns of a code frame in flat arrays, ready to be matched.
struct CompiledPatterns: Sendable {
  /// One element of a pattern.
  private struct Step {
    /// The words that may stand here; none for a gap.
    let words: Range<Int32>
    let isOptional: Bool
    /// How many words a gap may skip.
    let gap: Int32
    /// The first letters that its words can have, a bit each: most words fail here.
    var firstLetters: UInt64 = 0
  }

  /// One word of a step.
  private struct Word {
    let letters: Range<Int32>
    let isOpenAtStart: Bool
    let isOpenAtEnd: Bool
  }

  private struct Header {
    let steps: Range<Int>
    let isAnchoredAtStart: Bool
    let isAnchoredAtEnd: Bool
    /// How many words before the required literal's last word a match may start.
    let before: ClosedRange<Int>
  }

  private var headers: [Header] = []
  private var steps: [Step] = []
  private var words: [Word] = []
  private var letters: [UInt8] = []

  var count: Int { headers.count }

  mutating func append(_ pattern: Pattern) {
    let first = steps.count
    for element in pattern.elements {
      switch element {
      case .gap(let most):
        steps.append(Step(words: 0..<0, isOptional: true, gap: Int32(most)))
      case .word(let alternatives, let isOptional):
        let firstWord = Int32(words.count)
        var firstLetters: UInt64 = 0
        for word in alternatives {
          let start = Int32(letters.count)
          letters += word.letters
          firstLetters |= word.isOpenAtStart ? .max : CompiledPatterns.bit(word.letters[0])
          words.append(
            Word(
              letters: start..<Int32(letters.count), isOpenAtStart: word.isOpenAtStart,
              isOpenAtEnd: word.isOpenAtEnd))
        }
        steps.append(
          Step(
            words: firstWord..<Int32(words.count), isOptional: isOptional, gap: 0,
            firstLetters: firstLetters))
      }
    }
    headers.append(
      Header(
        steps: first..<steps.count, isAnchoredAtStart: pattern.isAnchoredAtStart,
        isAnchoredAtEnd: pattern.isAnchoredAtEnd, before: pattern.requiredLiterals.before))
  }

  /// The words at which a match may start whose required literal ends in word `hit`.
  func starts(of pattern: Int, hit: Int) -> ClosedRange<Int>? {
    let header = headers[pattern]
    let last = hit - header.before.lowerBound
    guard last >= 0 else { return nil }
    let first = max(0, hit - header.before.upperBound)
    if header.isAnchoredAtStart { return first == 0 ? 0...0 : nil }
    return first...last
  }

  /// Where the shortest match ends that starts at a word; nil when there is none.
  func end(of pattern: Int, from start: Int, in response: borrowing FoldedResponse) -> Int? {
    let header = headers[pattern]
    if header.isAnchoredAtStart, start > 0 { return nil }
    guard let end = end(header, step: header.steps.lowerBound, at: start, from: start, response),
      end > start
    else { return nil }
    return end
  }

  private func end(
    _ header: Header, step: Int, at index: Int, from start: Int,
    _ response: borrowing FoldedResponse
  ) -> Int? {
    guard step < header.steps.upperBound else {
      return header.isAnchoredAtEnd && index < response.words.count ? nil : index
    }
    let this = steps[step]
    if this.gap > 0 {
      if header.isAnchoredAtEnd, step + 1 == header.steps.upperBound {
        // Nothing but the end may follow: one look instead of a search.
        let last = response.words.count - 1
        let isNear = last + 1 - index <= Int(this.gap)
        return isNear && isInSentence(last, of: start, response) ? last + 1 : nil
      }
      for skipped in 0...Int(this.gap) {
        guard isInSentence(index + skipped - 1, of: start, response) else { return nil }
        if let end = end(header, step: step + 1, at: index + skipped, from: start, response) {
          return end
        }
      }
      return nil
    }
    if isInSentence(index, of: start, response), matches(this, response, index),
      let end = end(header, step: step + 1, at: index + 1, from: start, response)
    {
      return end
    }
    guard this.isOptional else { return nil }
    return end(header, step: step + 1, at: index, from: start, response)
  }

  private static func bit(_ letter: UInt8) -> UInt64 { 1 << UInt64(letter & 63) }

  private func isInSentence(
    _ index: Int, of start: Int, _ response: borrowing FoldedResponse
  ) -> Bool {
    guard index < response.words.count else { return false }
    return index < start || response.words[index].sentence == response.words[start].sentence
  }

  private func matches(
    _ step: Step, _ response: borrowing FoldedResponse, _ index: Int
  ) -> Bool {
    let candidate = response.words[index]
    let first = response.bytes[candidate.foldedStart]
    guard step.firstLetters & CompiledPatterns.bit(first) != 0 else { return false }
    let length = candidate.foldedEnd - candidate.foldedStart
    for place in Int(step.words.lowerBound)..<Int(step.words.upperBound) {
      let word = words[place]
      let wanted = word.letters.count
      if length < wanted { continue }
      if !word.isOpenAtStart {
        if length > wanted, !word.isOpenAtEnd { continue }
        if equals(word, response, candidate.foldedStart) { return true }
      } else if !word.isOpenAtEnd {
        if equals(word, response, candidate.foldedEnd - wanted) { return true }
      } else {
        for start in candidate.foldedStart...(candidate.foldedEnd - wanted)
        where equals(word, response, start) { return true }
      }
    }
    return false
  }

  private func equals(_ word: Word, _ response: borrowing FoldedResponse, _ start: Int) -> Bool {
    var place = start
    for letter in word.letters {
      if response.bytes[place] != letters[Int(letter)] { return false }
      place += 1
    }
    return true
  }
}
