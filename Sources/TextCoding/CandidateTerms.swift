/// A pattern that a rule might have, with the responses that it finds.
struct CandidateTerm: Sendable {
  let pattern: String
  /// Words that must be there.
  let length: Int
  /// The responses, by their places, in ascending order.
  let rows: [Int32]
  /// The words or globs that it consists of, for looking up what extends it.
  let parts: [Int32]
  let isPhrase: Bool
}

/// Everything that responses could be found by: words, stems with a star, phrases, short comments.
struct CandidateTerms {
  private enum Form: Hashable {
    case words
    case near
    case first
    case last
    case whole
    /// A comment that has at most so many words before and behind the word.
    case short(Int)
  }

  private struct Key: Hashable {
    let form: Form
    let parts: [Int32]
  }

  private static let nearest = 3
  /// A term that fewer responses have says nothing.
  static let leastRows = 3

  private(set) var terms: [CandidateTerm] = []

  private let texts: [String]
  /// For each word the stem with a star that stands for it, or the word itself.
  private let bases: [Int32]
  /// For each word the stems with a star that find it.
  private let globs: [[Int32]]
  private let isFunctionWord: [Bool]
  private var rows: [Key: [Int32]] = [:]

  init(_ responses: ResponseWords) {
    let stems = Stems(responses.words)
    texts = stems.texts
    bases = stems.bases
    globs = stems.globs
    isFunctionWord = responses.words.map { FunctionWords.all.contains($0) }
    for (row, sentences) in responses.sentences.enumerated() {
      for sentence in sentences { addParts(of: sentence, row: row) }
      addWhole(sentences, row: row)
    }
    finish()
  }

  private mutating func add(_ form: Form, _ parts: [Int32], row: Int) {
    let key = Key(form: form, parts: parts)
    if rows[key]?.last != Int32(row) { rows[key, default: []].append(Int32(row)) }
  }

  private mutating func addParts(of sentence: [Int32], row: Int) {
    for (place, word) in sentence.enumerated() {
      add(.words, [word], row: row)
      for glob in globs[Int(word)] { add(.words, [glob], row: row) }
      if place + 1 < sentence.count {
        let next = sentence[place + 1]
        if !(isFunctionWord[Int(word)] && isFunctionWord[Int(next)]) {
          add(.words, [word, next], row: row)
          add(.words, [bases[Int(word)], bases[Int(next)]], row: row)
        }
        if place + 2 < sentence.count {
          add(.words, [word, next, sentence[place + 2]], row: row)
        }
      }
      if isFunctionWord[Int(word)] { continue }
      for other in sentence[(place + 1)...].prefix(CandidateTerms.nearest + 1)
      where !isFunctionWord[Int(other)] {
        add(.near, [bases[Int(word)], bases[Int(other)]], row: row)
      }
    }
  }

  private mutating func addWhole(_ sentences: [[Int32]], row: Int) {
    guard let first = sentences.first, let last = sentences.last else { return }
    // A function word says something at an edge only with the word beside it.
    if !isFunctionWord[Int(first[0])] { add(.first, [first[0]], row: row) }
    if first.count > 1 { add(.first, Array(first.prefix(2)), row: row) }
    if let word = last.last, !isFunctionWord[Int(word)] { add(.last, [word], row: row) }
    guard sentences.count == 1, first.count <= 5 else { return }
    if first.count <= 3 { add(.whole, first, row: row) }
    for (place, word) in first.enumerated() where !isFunctionWord[Int(word)] {
      for most in [1, 2, 4] where max(place, first.count - 1 - place) <= most {
        add(.short(most), [word], row: row)
      }
    }
  }

  private mutating func finish() {
    var found: [CandidateTerm] = []
    for (key, rows) in rows where rows.count >= CandidateTerms.leastRows {
      if key.form == .words, key.parts.count == 1, Int(key.parts[0]) < isFunctionWord.count,
        isFunctionWord[Int(key.parts[0])]
      {
        continue
      }
      let text = pattern(key)
      guard (try? Pattern(text)) != nil else { continue }
      found.append(
        CandidateTerm(
          pattern: text, length: key.form == .words ? key.parts.count : max(2, key.parts.count),
          rows: rows, parts: key.parts, isPhrase: key.form == .near || key.form == .words))
    }
    rows = [:]
    found.sort {
      ($0.length, $0.pattern.utf8.count, $0.pattern) < (
        $1.length, $1.pattern.utf8.count, $1.pattern
      )
    }
    // Of terms that find the same responses, the plainest is enough.
    var seen: Set<[Int32]> = []
    terms = found.filter { seen.insert($0.rows).inserted }
  }

  private func pattern(_ key: Key) -> String {
    let parts = key.parts.map { texts[Int($0)] }
    let joined = parts.joined(separator: " ")
    return switch key.form {
    case .words: joined
    case .near: parts.joined(separator: " <\(CandidateTerms.nearest)> ")
    case .first: "^ \(joined)"
    case .last: "\(joined) $"
    case .whole: "^ \(joined) $"
    case .short(let most): "^ <\(most)> \(joined) <\(most)> $"
    }
  }
}

/// The stems that several words share, written with a star.
private struct Stems {
  private static let endings = [
    "fulness", "nesses", "ations", "ingly", "ation", "ments", "ness", "ment", "ings", "edly",
    "ions", "ious", "able", "ible", "ally", "ful", "ing", "ers", "ied", "ies", "ion", "ous", "ive",
    "ity", "ant", "ent", "ed", "er", "es", "ly", "al", "or", "s", "y", "e",
  ]
  private static let shortest = 4

  /// The words, then the stems with their stars.
  private(set) var texts: [String]
  private(set) var bases: [Int32]
  private(set) var globs: [[Int32]]

  init(_ words: [String]) {
    texts = words
    bases = words.indices.map { Int32($0) }
    globs = [[Int32]](repeating: [], count: words.count)
    var byStem: [String: [Int]] = [:]
    for (number, word) in words.enumerated() {
      if let stem = Stems.stem(of: word) { byStem[stem, default: []].append(number) }
    }
    var numbers: [String: Int32] = [:]
    for (stem, words) in byStem.sorted(by: { $0.key < $1.key }) where words.count > 1 {
      numbers[stem] = Int32(texts.count)
      for word in words { bases[word] = Int32(texts.count) }
      texts.append(stem + "*")
    }
    for (number, word) in words.enumerated() {
      var beginning = ""
      for letter in word {
        beginning.append(letter)
        if let stem = numbers[beginning] { globs[number].append(stem) }
      }
    }
  }

  private static func stem(of word: String) -> String? {
    guard word.count >= shortest, word.allSatisfy(\.isLetter) else { return nil }
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= shortest {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
