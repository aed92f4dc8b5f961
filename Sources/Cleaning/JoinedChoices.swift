import EvaluationData

/// Tells choices apart that are joined in one text.
///
/// A cut is made only where the separator stands and a choice begins or ends, for a choice may
/// have the separator in it: "Training, coaching or mentoring".
struct JoinedChoices {
  let question: MultiSelect
  let separator: String
  private let levels: LevelReader
  private let schema: ColumnSchema
  /// How often the separator stands in one choice at most.
  private let mostInside: Int

  /// No text of sane length needs as many.
  private static let mostSteps = 10_000

  /// A text as it was cut.
  struct Cut {
    var choices: [(choice: Int, text: Substring)] = []
    /// What is no choice; neighbours are one text with the separator between.
    var rest: [Substring] = []
    /// Whether a choice stands behind some of it.
    var restIsInside = false

    /// The choices of a text that holds nothing else.
    var wholeChoices: Set<Int>? {
      rest.isEmpty && !choices.isEmpty ? Set(choices.map(\.choice)) : nil
    }
  }

  init(_ schema: ColumnSchema, _ question: MultiSelect, separator: String) {
    self.schema = schema
    self.question = question
    self.separator = separator
    levels = LevelReader(schema, levels: question.choices, also: question.also)
    let sign = separator.trimmingWhiteSpace.isEmpty ? separator : separator.trimmingWhiteSpace
    let texts = question.choices.indices.map { question.texts(of: $0) }.joined()
    mostInside =
      texts.map { $0.split(separator: sign, omittingEmptySubsequences: false).count - 1 }.max() ?? 0
  }

  func cut(_ text: String) -> Cut {
    // A dash says nothing, unless it is a choice.
    let pieces = text.split(separator: separator).map(\.trimmingWhiteSpaceInPlace)
      .filter { !$0.isEmpty && (!foldedLevel($0).isEmpty || levels.level(of: String($0)) != nil) }
    let ends = wholeCuts(pieces, of: text)
    var cut = Cut()
    var first = 0
    while first < pieces.count {
      let end = ends?[first] ?? longestChoice(pieces, from: first, of: text)
      if let end, let choice = choice(pieces, first..<end, of: text) {
        cut.choices.append((choice, text[pieces[first].startIndex..<pieces[end - 1].endIndex]))
        if !cut.rest.isEmpty { cut.restIsInside = true }
        first = end
        continue
      }
      if let last = cut.rest.last, first > 0, last.endIndex == pieces[first - 1].endIndex {
        cut.rest[cut.rest.count - 1] = text[last.startIndex..<pieces[first].endIndex]
      } else {
        cut.rest.append(pieces[first])
      }
      first += 1
    }
    return cut
  }

  /// For each piece where the choice that it begins ends, if choices are all there is.
  private func wholeCuts(_ pieces: [Substring], of text: String) -> [Int?]? {
    if mostInside == 0 { return nil }
    // Nobody makes a choice twice: a cut that says so is taken only where there is no other.
    var ends = [Int?](repeating: nil, count: pieces.count)
    var steps = 0
    return cutWithoutRepeats(pieces, of: text, from: 0, made: [], &ends, &steps)
      ? ends : possibleCuts(pieces, of: text)
  }

  private func cutWithoutRepeats(
    _ pieces: [Substring], of text: String, from first: Int, made: Set<Int>, _ ends: inout [Int?],
    _ steps: inout Int
  ) -> Bool {
    if first == pieces.count { return true }
    steps += 1
    guard steps < JoinedChoices.mostSteps else { return false }
    for end in possibleEnds(pieces, from: first) {
      guard let choice = choice(pieces, first..<end, of: text), !made.contains(choice) else {
        continue
      }
      ends[first] = end
      if cutWithoutRepeats(pieces, of: text, from: end, made: made.union([choice]), &ends, &steps) {
        return true
      }
    }
    return false
  }

  private func possibleCuts(_ pieces: [Substring], of text: String) -> [Int?]? {
    var ends = [Int?](repeating: nil, count: pieces.count)
    for first in pieces.indices.reversed() {
      ends[first] = possibleEnds(pieces, from: first).first { end in
        (end == pieces.count || ends[end] != nil) && choice(pieces, first..<end, of: text) != nil
      }
    }
    return pieces.isEmpty || ends[0] == nil ? nil : ends
  }

  private func longestChoice(_ pieces: [Substring], from first: Int, of text: String) -> Int? {
    possibleEnds(pieces, from: first).first { choice(pieces, first..<$0, of: text) != nil }
  }

  /// The longest first.
  private func possibleEnds(
    _ pieces: [Substring], from first: Int
  ) -> ReversedCollection<ClosedRange<Int>> {
    (first + 1...min(pieces.count, first + mostInside + 1)).reversed()
  }

  private func choice(_ pieces: [Substring], _ range: Range<Int>, of text: String) -> Int? {
    guard let first = pieces[range].first, let last = pieces[range].last else { return nil }
    return levels.level(of: String(text[first.startIndex..<last.endIndex]))?.index
  }

  /// Reads a text as a set of bits.
  func read(_ text: String) -> Reading<[UInt64]> {
    let cut = cut(text)
    if cut.choices.isEmpty, cut.rest.isEmpty { return schema.missing(text) ?? blank }
    if let other = cut.rest.first, let refusal: Reading<[UInt64]> = refusal(of: other, cut) {
      return refusal
    }
    var words = [UInt64](repeating: 0, count: ChoiceColumn.wordsPerRow(question.choices.count))
    var rule: CleaningRule?
    var labels: [String] = []
    for (choice, text) in cut.choices {
      words[choice / 64] |= 1 << UInt64(choice % 64)
      labels.append(question.choices[choice].label)
      rule = levels.level(of: String(text))?.rule ?? rule
    }
    if !cut.rest.isEmpty, let other = question.otherIndex {
      words[other / 64] |= 1 << UInt64(other % 64)
      labels += cut.rest.map { String($0) }
    }
    return Reading(
      cell: .value(words), change: rule.map { ($0, labels.joined(separator: separator)) })
  }

  private var blank: Reading<[UInt64]> { schema.missing("") ?? levels.unknown("") }

  /// Why a text that is no choice is no answer in one's own words either; nil when it is one.
  private func refusal(of text: Substring, _ cut: Cut) -> Reading<[UInt64]>? {
    let text = String(text)
    if let cause = ExcelError(text) { return schema.unreadable(cause, instead: levels.list) }
    let isAlone = cut.choices.isEmpty && cut.rest.count == 1
    // "Prefer not to say" is an answer alone, not beside others.
    let missing: Reading<[UInt64]>? = schema.missing(text)
    if let missing, isAlone { return missing }
    let isOwn = question.other != nil && !cut.restIsInside && missing == nil
    if isOwn, levels.originals(of: text).isEmpty { return nil }
    return levels.unknown(text, as: .unknownChoice)
  }

  /// The answer in one's own words, where the text has one.
  func ownWords(_ text: String) -> String? {
    let cut = cut(text)
    guard question.other != nil, let other = cut.rest.first, refusal(of: other, cut) == nil else {
      return nil
    }
    return String(other)
  }

  /// The choice that a text is nearest to, for a message.
  func nearestChoice(to text: String) -> String? {
    nearestName(to: text, among: question.choices.map(\.label))
  }
}

extension Substring {
  /// The same without white space at both ends, still a part of the text that it is of.
  fileprivate var trimmingWhiteSpaceInPlace: Substring {
    var kept = drop(while: \.isWhitespace)
    while let last = kept.last, last.isWhitespace { kept = kept.dropLast() }
    return kept
  }
}
