// Advice to the next person: matching runs over every response, so everything
// here is flat memory of trivial values. A version with nested enums and arrays
// spent most of its time counting references.

/// All patterns of a code frame in flat lists, ready to be matched.
struct CompiledPatterns: ~Copyable, Sendable {
  /// One element of a pattern.
  struct Step {
    let isOptional: Bool
    /// How many words a gap may skip; 0 for an element that is a word.
    let gap: UInt8
    /// The first letters of its words, a bit each: most words fail here.
    var firstLetters: UInt64 = 0
    /// The first of its `wordsByLetter`: one range for each bit of `firstLetters`, in order.
    var letters: Int32 = 0
    /// Its words that are open at their start.
    var openWords: Range<Int32> = 0..<0
  }

  /// One word of a step.
  struct Word {
    /// Its first eight bytes.
    ///
    /// A word that is not open at its end includes the space that follows it.
    let head: UInt64
    /// Which bits of a head count.
    let mask: UInt64
    let letters: Range<Int32>
    /// Whether `head` is all of it.
    let isShort: Bool
    let isOpenAtEnd: Bool
  }

  struct Header {
    let steps: Range<Int32>
    /// How many of the first steps a hit confirms.
    let confirmed: Int32
    /// How many words before the required literal's last word a match may start.
    let fewestBefore: Int32
    let mostBefore: Int32
    let isAnchoredAtStart: Bool
    let isAnchoredAtEnd: Bool
  }

  private var headers = FlatList<Header>()
  private var steps = FlatList<Step>()
  private var wordsByLetter = FlatList<Range<Int32>>()
  private var words = FlatList<Word>()
  private var letters = FlatList<UInt8>()

  var count: Int { headers.count }

  init(_ patterns: [Pattern], _ required: [RequiredLiterals]) {
    for (pattern, required) in zip(patterns, required) {
      let first = Int32(steps.count)
      for element in pattern.elements {
        switch element {
        case .gap(let most), .near(let most): steps.append(Step(isOptional: true, gap: UInt8(most)))
        case .word(let alternatives, let isOptional): append(alternatives, isOptional)
        }
      }
      headers.append(
        Header(
          steps: first..<Int32(steps.count), confirmed: Int32(required.confirmed),
          fewestBefore: Int32(required.before.lowerBound),
          mostBefore: Int32(required.before.upperBound),
          isAnchoredAtStart: pattern.isAnchoredAtStart,
          isAnchoredAtEnd: pattern.isAnchoredAtEnd))
    }
  }

  private mutating func append(_ alternatives: [Pattern.Word], _ isOptional: Bool) {
    var step = Step(isOptional: isOptional, gap: 0, letters: Int32(wordsByLetter.count))
    let closed = alternatives.filter { !$0.isOpenAtStart }
    let byBit = Dictionary(grouping: closed) { CompiledPatterns.bit($0.letters[0]) }
    for bit in byBit.keys.sorted() {
      step.firstLetters |= bit
      wordsByLetter.append(append(byBit[bit] ?? []))
    }
    step.openWords = append(alternatives.filter(\.isOpenAtStart))
    steps.append(step)
  }

  private mutating func append(_ alternatives: [Pattern.Word]) -> Range<Int32> {
    let first = Int32(words.count)
    for word in alternatives {
      let start = Int32(letters.count)
      for letter in word.letters { letters.append(letter) }
      var head: UInt64 = 0
      var mask: UInt64 = 0
      let bytes = word.letters + (word.isOpenAtEnd ? [] : [0x20])
      for (place, byte) in bytes.prefix(8).enumerated() {
        head |= UInt64(byte) << UInt64(8 * place)
        mask |= 0xFF << UInt64(8 * place)
      }
      words.append(
        Word(
          head: head, mask: mask, letters: start..<Int32(letters.count),
          isShort: bytes.count <= 8, isOpenAtEnd: word.isOpenAtEnd))
    }
    return first..<Int32(words.count)
  }

  /// The matches of a pattern, leftmost first, none overlapping another.
  ///
  /// `hits` holds the words in which its required literals end, in their order.
  func find(
    _ pattern: Int, _ hits: borrowing HitWords, in response: FoldedResponses.Response,
    of responses: borrowing FoldedResponses, into found: inout FlatList<Range<Int>>
  ) {
    found.removeAll()
    let header = headers[pattern]
    var next = response.words.lowerBound
    var link = hits.first(of: pattern)
    while link != HitWords.none {
      let word = hits.word(link)
      link = hits.next(link)
      let last = word - Int(header.fewestBefore)
      var start = max(next, word - Int(header.mostBefore))
      if header.isAnchoredAtStart, start > response.words.lowerBound { return }
      while start <= last {
        if let end = end(of: header, from: start, in: response, of: responses) {
          found.append(start..<end)
          start = end
        } else {
          start += 1
        }
        next = start
        if header.isAnchoredAtStart { return }
      }
    }
  }

  /// Where the shortest match ends that starts at a word; nil when there is none.
  private func end(
    of header: Header, from start: Int, in response: FoldedResponses.Response,
    of responses: borrowing FoldedResponses
  ) -> Int? {
    let limit = responses.sentenceEnds[Int(responses.words[start].sentence)]
    let place = Place(
      steps: Int(header.steps.upperBound), limit: limit,
      end: header.isAnchoredAtEnd ? response.words.upperBound : nil)
    let confirmed = Int(header.confirmed)
    let end = end(
      place, step: Int(header.steps.lowerBound) + confirmed, at: start + confirmed, responses)
    guard let end, end > start else { return nil }
    return end
  }

  /// What holds for all steps of one attempt.
  private struct Place {
    /// The step after the pattern's last.
    let steps: Int
    /// The word after the last of the sentence.
    let limit: Int
    /// The word after the response's last, where the match must end there.
    let end: Int?
  }

  private func end(
    _ place: Place, step first: Int, at start: Int, _ responses: borrowing FoldedResponses
  ) -> Int? {
    var step = first
    var index = start
    while step < place.steps {
      let this = steps[step]
      step += 1
      if this.gap > 0 {
        return endAfterGap(Int(this.gap), place, step: step, at: index, responses)
      }
      let isHere =
        index < place.limit && canMatch(this, responses, index)
        && matches(this, responses, index)
      if this.isOptional {
        if isHere, let end = end(place, step: step, at: index + 1, responses) { return end }
      } else {
        guard isHere else { return nil }
        index += 1
      }
    }
    if let end = place.end, index < end { return nil }
    return index
  }

  private func endAfterGap(
    _ gap: Int, _ place: Place, step: Int, at index: Int, _ responses: borrowing FoldedResponses
  ) -> Int? {
    let last = min(index + gap, place.limit)
    if step == place.steps, let end = place.end {
      // Nothing but the end may follow: one look instead of a search.
      return last == end ? end : nil
    }
    let following = steps[step]
    for next in stride(from: index, through: last, by: 1) {
      if !following.isOptional, next >= place.limit || !canMatch(following, responses, next) {
        continue
      }
      if let end = end(place, step: step, at: next, responses) { return end }
    }
    return nil
  }

  private static func bit(_ letter: UInt8) -> UInt64 { 1 << UInt64(letter & 63) }

  /// Whether a word begins like one that the step wants: most do not.
  @inline(__always)
  private func canMatch(
    _ step: Step, _ responses: borrowing FoldedResponses, _ index: Int
  ) -> Bool {
    let first = responses.bytes[Int(responses.words[index].foldedStart)]
    return step.firstLetters & CompiledPatterns.bit(first) != 0 || !step.openWords.isEmpty
  }

  private func matches(
    _ step: Step, _ responses: borrowing FoldedResponses, _ index: Int
  ) -> Bool {
    let candidate = responses.words[index]
    let head = responses.bytes.eightBytes(at: Int(candidate.foldedStart))
    let bit = CompiledPatterns.bit(UInt8(truncatingIfNeeded: head))
    if step.firstLetters & bit != 0 {
      let rank = (step.firstLetters & (bit - 1)).nonzeroBitCount
      for index in wordsByLetter[Int(step.letters) + rank] {
        let word = words[Int(index)]
        if head & word.mask == word.head,
          word.isShort || matchesWhole(word, responses, candidate)
        {
          return true
        }
      }
    }
    for index in step.openWords where matchesInside(words[Int(index)], responses, candidate) {
      return true
    }
    return false
  }

  /// Whether a word that is open at its start stands at the end of another, or anywhere in it.
  private func matchesInside(
    _ word: Word, _ responses: borrowing FoldedResponses, _ candidate: FoldedResponses.Word
  ) -> Bool {
    let last = Int(candidate.foldedEnd) - word.letters.count
    let first = word.isOpenAtEnd ? Int(candidate.foldedStart) : last
    for start in stride(from: max(first, Int(candidate.foldedStart)), through: last, by: 1)
    where equals(word, responses, start) { return true }
    return false
  }

  private func matchesWhole(
    _ word: Word, _ responses: borrowing FoldedResponses, _ candidate: FoldedResponses.Word
  ) -> Bool {
    let length = Int(candidate.foldedEnd - candidate.foldedStart)
    let isLong = word.isOpenAtEnd ? length >= word.letters.count : length == word.letters.count
    return isLong && equals(word, responses, Int(candidate.foldedStart))
  }

  private func equals(
    _ word: Word, _ responses: borrowing FoldedResponses, _ start: Int
  ) -> Bool {
    var place = start
    for letter in word.letters {
      if responses.bytes[place] != letters[Int(letter)] { return false }
      place += 1
    }
    return true
  }
}
