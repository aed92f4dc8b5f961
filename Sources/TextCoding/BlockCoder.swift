import EvaluationData

/// Codes the rows of one task, block by block.
struct BlockCoder: ~Copyable {
  /// So much folded text is scanned at once: it stays in the fastest memory.
  private static let batchSize = 32_768

  private let rules: CompiledRules
  private var scratch: Scratch
  private var responses = FoldedResponses()
  private var hitWords: HitWords
  private var mostMatches = 0
  private var found = FlatList<Range<Int>>()
  private var excluded = FlatList<Range<Int>>()
  /// The patterns hit in the response at hand that give no code.
  private var undoing = FlatList<Int>()
  private var negators = NegatorPlaces()
  /// Whether the response at hand has negators; nil until a rule asks.
  private var hasNegators: Bool?
  private var longest = LongestMatches()
  private var expressionScratch: ExpressionScratch
  private var expressionText = ExpressionText()
  private var machine: ExpressionMachine
  /// What an expression found, in bytes of the response, beside `found`.
  private var spans = FlatList<Range<Int>>()

  init(_ rules: CompiledRules) throws(TextCodingError) {
    let scratch = try Scratch(for: rules.engine)
    let expressionScratch = try ExpressionScratch(for: rules.expressions)
    self.rules = rules
    self.scratch = scratch
    self.expressionScratch = expressionScratch
    machine = ExpressionMachine(steps: rules.programs.steps.count)
    hitWords = HitWords(patterns: rules.patterns.count)
  }

  mutating func code(_ cells: TextCells, rows: Range<Int>) -> CodedBlock {
    var block = CodedBlock()
    // Blocks are much alike: room for the matches is found at once.
    block.matches.reserveCapacity(mostMatches)
    defer { mostMatches = max(mostMatches, block.matches.count) }
    block.words = [UInt64](repeating: 0, count: rows.count * rules.wordsPerRow)
    let bytes = cells.texts.bytes.span
    var row = rows.lowerBound
    while row < rows.upperBound {
      responses.removeAll()
      while row < rows.upperBound, responses.bytes.count < BlockCoder.batchSize {
        if !cells.reasons.isMissing(row) {
          responses.append(bytes.extracting(cells.texts.range(of: row)), row: row)
        }
        row += 1
      }
      responses.finish()
      codeBatch(of: cells, firstRow: rows.lowerBound, into: &block)
    }
    return block
  }

  private mutating func codeBatch(
    of cells: TextCells, firstRow: Int, into block: inout CodedBlock
  ) {
    scratch.scan(responses.bytes, using: rules.engine)
    var hit = 0
    for index in 0..<responses.responses.count {
      let response = responses.responses[index]
      hit = collectHits(from: hit, in: response)
      let first = block.matches.count
      matchCandidates(response, into: &block.matches)
      if rules.expressionPlaces.count > 0 {
        cells.texts.withBytes(of: response.row) {
          matchExpressions($0, response, into: &block.matches)
        }
      }
      guard block.matches.count > first else { continue }
      if block.matches.count - first > 1 { tidy(&block.matches, from: first) }
      for index in first..<block.matches.count {
        let code = block.matches[index].code
        block.words[(response.row - firstRow) * rules.wordsPerRow + code / 64] |=
          1 << UInt64(code % 64)
      }
    }
  }

  /// Puts the matches of one response in order and takes out those that do not count.
  private mutating func tidy(_ matches: inout [Match], from first: Int) {
    matches[first...].sort {
      ($0.start, $0.code, $0.rule, $0.end) < ($1.start, $1.code, $1.rule, $1.end)
    }
    // Two patterns of one rule may find the same words: that is one match.
    var last = first
    for index in (first + 1)..<matches.count where matches[index] != matches[last] {
      last += 1
      matches[last] = matches[index]
    }
    matches.removeLast(matches.count - last - 1)
    if rules.overlap == .longest { longest.keep(in: &matches, from: first) }
  }

  /// Notes by pattern which words of a response were hit; returns the next response's first hit.
  private mutating func collectHits(from first: Int, in response: FoldedResponses.Response) -> Int {
    hitWords.removeAll()
    var index = first
    var word = response.words.lowerBound
    while index < scratch.hits.count {
      let hit = scratch.hits[index]
      guard Int(hit.end) <= response.foldedEnd else { break }
      // The hit ends in a word or with the space after it.
      while word + 1 < response.words.upperBound,
        responses.words[word + 1].foldedStart < Int32(hit.end)
      {
        word += 1
      }
      for owner in rules.ownersOfLiteral[Int(hit.literal)] {
        hitWords.add(word, to: Int(rules.owners[owner]))
      }
      index += 1
    }
    return index
  }

  /// Confirms the patterns whose literals were hit, each only where it can start.
  private mutating func matchCandidates(
    _ response: FoldedResponses.Response, into matches: inout [Match]
  ) {
    hasNegators = nil
    undoing.removeAll()
    for index in 0..<hitWords.patterns.count {
      let pattern = Int(hitWords.patterns[index])
      if pattern >= rules.places.count { undoing.append(pattern) }
    }
    for index in 0..<hitWords.patterns.count {
      let pattern = Int(hitWords.patterns[index])
      guard pattern < rules.places.count else { continue }
      let place = rules.places[pattern]
      rules.patterns.find(pattern, hitWords, in: response, of: responses, into: &found)
      guard found.count > 0, rules.conditions.hold(for: Int(place.index), row: response.row)
      else { continue }
      if undoing.count > 0 || rules.negated[Int(place.index)] != .ignore {
        removeUncounted(by: place, in: response)
      }
      for index in 0..<found.count {
        let words = found[index]
        matches.append(
          Match(
            row: response.row, code: Int(place.code), rule: Int(place.rule),
            start: Int(responses.words[words.lowerBound].start),
            end: Int(responses.words[words.upperBound - 1].end)))
      }
    }
  }

  /// Finds the regular expressions in a response.
  private mutating func matchExpressions(
    _ text: Span<UInt8>, _ response: FoldedResponses.Response, into matches: inout [Match]
  ) {
    expressionText.replace(
      by: text, words: response.words, of: responses, in: rules.expressions.alphabet)
    expressionScratch.scan(expressionText, using: rules.expressions)
    for hit in 0..<expressionScratch.hits.count {
      let expression = Int(expressionScratch.hits[hit])
      let place = rules.expressionPlaces[expression]
      guard rules.conditions.hold(for: Int(place.index), row: response.row) else { continue }
      machine.find(expression, of: rules.programs, in: expressionText)
      found.removeAll()
      spans.removeAll()
      for index in 0..<machine.found.count {
        let letters = machine.found[index]
        let start = expressionText.byte(of: Int(letters.lowerBound))
        let end = expressionText.byte(of: Int(letters.upperBound))
        spans.append(start..<end)
        found.append(responses.words(at: start..<end, of: response))
      }
      removeUncounted(by: place, in: response)
      for index in 0..<found.count {
        matches.append(
          Match(
            row: response.row, code: Int(place.code), rule: Int(place.rule),
            start: spans[index].lowerBound, end: spans[index].upperBound))
      }
    }
    spans.removeAll()
  }

  /// Drops what the exceptions and the negation of a rule take away.
  private mutating func removeUncounted(
    by place: CompiledRules.Place, in response: FoldedResponses.Response
  ) {
    removeExcluded(by: rules.unless[Int(place.index)], in: response)
    let negated = rules.negated[Int(place.index)]
    if negated != .ignore {
      removeDenied(negated == .drop, alsoInside: place.isDeniedInside, in: response)
    }
  }

  /// Drops the matches that overlap one of the patterns.
  private mutating func removeExcluded(
    by patterns: Range<Int>, in response: FoldedResponses.Response
  ) {
    for index in 0..<undoing.count where patterns.contains(undoing[index]) {
      rules.patterns.find(undoing[index], hitWords, in: response, of: responses, into: &excluded)
      if excluded.count > 0 { removeOverlaps() }
    }
  }

  /// Drops the matches that are denied, or all others.
  private mutating func removeDenied(
    _ isDropped: Bool, alsoInside: Bool, in response: FoldedResponses.Response
  ) {
    let hasNegators = self.hasNegators ?? findNegators(in: response)
    self.hasNegators = hasNegators
    var kept = 0
    for index in 0..<found.count {
      let words = found[index]
      let isDenied = hasNegators && negators.deny(words, alsoInside: alsoInside, of: responses)
      if isDenied != isDropped { keep(index, at: &kept) }
    }
    found.removeLast(found.count - kept)
  }

  private mutating func findNegators(in response: FoldedResponses.Response) -> Bool {
    guard rules.negators.contains(where: { hitWords.first(of: $0) != HitWords.none }) else {
      return false
    }
    negators.prepare(response, window: rules.negationWindow)
    for pattern in rules.negators where hitWords.first(of: pattern) != HitWords.none {
      rules.patterns.find(pattern, hitWords, in: response, of: responses, into: &excluded)
      for index in 0..<excluded.count { negators.add(negator: excluded[index]) }
    }
    for pattern in rules.negationEnds where hitWords.first(of: pattern) != HitWords.none {
      rules.patterns.find(pattern, hitWords, in: response, of: responses, into: &excluded)
      for index in 0..<excluded.count { negators.add(end: excluded[index]) }
    }
    return true
  }

  /// Both lists are in order, so one walk along them is enough.
  private mutating func removeOverlaps() {
    var next = 0
    var kept = 0
    for index in 0..<found.count {
      let words = found[index]
      while next < excluded.count, excluded[next].upperBound <= words.lowerBound { next += 1 }
      if next == excluded.count || excluded[next].lowerBound >= words.upperBound {
        keep(index, at: &kept)
      }
    }
    found.removeLast(found.count - kept)
  }

  /// Moves a match to the end of those that are kept.
  private mutating func keep(_ index: Int, at kept: inout Int) {
    found[kept] = found[index]
    if spans.count > 0 { spans[kept] = spans[index] }
    kept += 1
  }
}
