/// Regular expressions once more, as plainly as can be: every place where one can end.
indirect enum NaiveExpression {
  case letter(Character)
  case anything
  case word
  case notWord
  case sequence([NaiveExpression])
  case either([NaiveExpression])
  case repeated(NaiveExpression, atLeast: Int, atMost: Int)
  case start
  case end

  var text: String {
    switch self {
    case .letter(let letter): String(letter)
    case .anything: "."
    case .word: "\\w"
    case .notWord: "[^\\w]"
    case .sequence(let parts): parts.map(\.text).joined()
    case .either(let parts): "(\(parts.map(\.text).joined(separator: "|")))"
    case .repeated(let part, let least, let most): "(?:\(part.text)){\(least),\(most)}"
    case .start: "^"
    case .end: "$"
    }
  }

  /// Byte ranges: for each end the leftmost beginning; of those that are whole words the longest
  /// of each beginning, from left to right, none overlapping another.
  func matches(in text: String, _ words: [NaiveWord]) -> [Range<Int>] {
    let letters = Array(text)
    var bytes = [0]
    for letter in letters { bytes.append(bytes[bytes.count - 1] + letter.utf8.count) }
    var starts: [Int: Int] = [:]
    func isInsideWord(_ place: Int) -> Bool {
      words.contains { $0.start < bytes[place] && bytes[place] < $0.end }
    }
    for start in letters.indices where !isInsideWord(start) {
      for end in Set(ends(letters, from: start)) where starts[end] == nil { starts[end] = start }
    }
    var longest: [Int: Int] = [:]
    for (end, start) in starts where !isInsideWord(end) {
      longest[start] = max(end, longest[start] ?? end)
    }
    var found: [Range<Int>] = []
    for (start, end) in longest.sorted(by: { $0.key < $1.key })
    where (found.last?.upperBound ?? 0) <= bytes[start] {
      found.append(bytes[start]..<bytes[end])
    }
    return found
  }

  private func ends(_ letters: [Character], from start: Int) -> [Int] {
    func one(_ fits: (Character) -> Bool) -> [Int] {
      letters.indices.contains(start) && fits(letters[start]) ? [start + 1] : []
    }
    switch self {
    case .letter(let letter): return one { $0.lowercased() == letter.lowercased() }
    case .anything: return one { $0 != "\n" }
    case .word: return one { $0.isLetter || $0.isNumber }
    case .notWord: return one { !($0.isLetter || $0.isNumber) }
    case .start: return start == 0 ? [0] : []
    case .end: return start == letters.count ? [start] : []
    case .either(let parts): return parts.flatMap { $0.ends(letters, from: start) }
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in
        Array(Set(places.flatMap { part.ends(letters, from: $0) }))
      }
    case .repeated(let part, let least, let most):
      var found: Set<Int> = least == 0 ? [start] : []
      var places: Set<Int> = [start]
      for times in 1...most {
        places = Set(places.flatMap { part.ends(letters, from: $0) })
        if times >= least { found.formUnion(places) }
      }
      return Array(found)
    }
  }

  /// Whether it finds the empty text somewhere.
  var canBeEmpty: Bool {
    switch self {
    case .letter, .anything, .word, .notWord: false
    case .start, .end: true
    case .either(let parts): parts.contains(where: \.canBeEmpty)
    case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
    case .repeated(let part, let least, _): least == 0 || part.canBeEmpty
    }
  }
}

/// Texts and expressions over few letters, so that they often meet.
struct RandomExpressions {
  private static let letters: [Character] = [
    "a", "b", "é", "É", "B", " ", ".", "م", "😀", "1", "\n",
  ]
  private var generator: RandomLanguage.Sequence

  init(seed: UInt64) {
    generator = RandomLanguage.Sequence(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  mutating func text() -> String {
    String((0..<below(14)).map { _ in RandomExpressions.letters[below(11)] })
  }

  /// An expression that must find something.
  mutating func expression() -> NaiveExpression {
    while true {
      var parts = [part(depth: 2)]
      for _ in 0..<below(3) { parts.append(part(depth: 2)) }
      if below(10) == 0 { parts.insert(.start, at: 0) }
      if below(10) == 0 { parts.append(.end) }
      let expression = NaiveExpression.sequence(parts)
      if !expression.canBeEmpty { return expression }
    }
  }

  private mutating func part(depth: Int) -> NaiveExpression {
    switch below(depth > 0 ? 10 : 6) {
    case 0...3:
      let letter = RandomExpressions.letters[below(10)]
      return letter == "." ? .anything : .letter(letter)
    case 4: return .word
    case 5: return .notWord
    case 6, 7:
      return .either(
        (0...(1 + below(2))).map { _ in
          .sequence((0...below(2)).map { _ in part(depth: depth - 1) })
        })
    default:
      let least = below(2)
      return .repeated(part(depth: depth - 1), atLeast: least, atMost: 1 + least + below(2))
    }
  }
}
