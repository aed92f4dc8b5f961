/// Reads a regular expression.
struct ExpressionParser {
  /// What an expression may come to when all repetitions are written out.
  private static let mostLetters = 1000
  private static let mostRepeats = 1000
  private static let longestRange = 200
  private static let repetitions = "*+?{".unicodeScalars

  private let characters: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    var characters: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let base = characters.last, let letter = ComposedLetters.letter(of: base, with: scalar) {
        characters[characters.count - 1] = letter
      } else {
        characters.append(scalar)
      }
    }
    self.characters = characters
  }

  mutating func parse() throws(ExpressionError) -> Expression.Node {
    guard !characters.isEmpty else { throw ExpressionError(kind: .empty, offset: 0) }
    let root = try parseAlternatives(isInGroup: false)
    guard !root.canBeEmpty else { throw ExpressionError(kind: .findsNothing, offset: 0) }
    return root
  }

  private func error(_ kind: ExpressionError.Kind, at place: Int) -> ExpressionError {
    ExpressionError(kind: kind, offset: place)
  }

  private func isNext(_ text: String, at place: Int) -> Bool {
    characters[min(place, characters.count)...].starts(with: text.unicodeScalars)
  }

  private mutating func parseAlternatives(
    isInGroup: Bool
  ) throws(ExpressionError) -> Expression.Node {
    var branches: [[Expression.Node]] = [[]]
    loop: while index < characters.count {
      switch characters[index] {
      case "|":
        branches.append([])
        index += 1
      case ")":
        guard isInGroup else { throw error(.misplaced(")"), at: index) }
        break loop
      default: branches[branches.count - 1].append(try parseRepeated())
      }
    }
    return branches.count == 1 ? .sequence(branches[0]) : .either(branches.map { .sequence($0) })
  }

  private mutating func parseRepeated() throws(ExpressionError) -> Expression.Node {
    let start = index
    let node = try parseOne()
    guard index < characters.count, ExpressionParser.repetitions.contains(characters[index])
    else { return node }
    if node == .start || node == .end { throw error(.nothingToRepeat, at: index) }
    let (least, most) = try parseRepetition()
    if index < characters.count, ExpressionParser.repetitions.contains(characters[index]) {
      throw error(.repeatedTwice, at: index)
    }
    let repeated = Expression.Node.repeated(node, least: least, most: most)
    guard repeated.size <= ExpressionParser.mostLetters else { throw error(.tooLarge, at: start) }
    return repeated
  }

  private mutating func parseOne() throws(ExpressionError) -> Expression.Node {
    let start = index
    switch characters[index] {
    case "(": return try parseGroup()
    case "[": return .letters(try parseSet())
    case "\\": return .letters(try parseEscape())
    case "*", "+", "?", "{": throw error(.nothingToRepeat, at: start)
    case "]", "}": throw error(.misplaced(Character(characters[start])), at: start)
    case let letter:
      index += 1
      switch letter {
      case "^":
        guard start == 0 || "(|:".contains(Character(characters[start - 1])) else {
          throw error(.misplaced("^"), at: start)
        }
        return .start
      case "$": return .end
      case ".": return .letters(.anything)
      default:
        var set = LetterSet()
        set.insert(letter)
        return .letters(set)
      }
    }
  }

  private mutating func parseGroup() throws(ExpressionError) -> Expression.Node {
    let start = index
    index += 1
    if isNext("?", at: index) {
      guard isNext("?:", at: index) else { throw error(.unknownGroup, at: start) }
      index += 2
    }
    let node = try parseAlternatives(isInGroup: true)
    guard index < characters.count else { throw error(.unclosed("("), at: start) }
    index += 1
    return node
  }

  private mutating func parseRepetition() throws(ExpressionError) -> (least: Int, most: Int?) {
    let start = index
    index += 1
    switch characters[start] {
    case "*": return (0, nil)
    case "+": return (1, nil)
    case "?": return (0, 1)
    default: break
    }
    guard let end = characters[start...].firstIndex(of: "}") else {
      throw error(.unclosed("{"), at: start)
    }
    index = end + 1
    let numbers = String(String.UnicodeScalarView(characters[(start + 1)..<end]))
      .split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let most = ExpressionParser.mostRepeats
    guard let least = numbers[0], (0...most).contains(least), numbers.count <= 2 else {
      throw error(.badRepeat, at: start)
    }
    if numbers.count == 2, characters[end - 1] == "," { return (least, nil) }
    guard let greatest = numbers[numbers.count - 1], (max(1, least)...most).contains(greatest)
    else { throw error(.badRepeat, at: start) }
    return (least, greatest)
  }

  // MARK: Letters

  private mutating func parseEscape() throws(ExpressionError) -> LetterSet {
    let start = index
    guard index + 1 < characters.count else { throw error(.misplaced("\\"), at: start) }
    let sign = characters[index + 1]
    index += 2
    var set = LetterSet()
    switch sign {
    case "w": set.classes = [.word]
    case "d": set.classes = [.digit]
    case "s": set.classes = [.space]
    case "W": set.excludedClasses = [.word]
    case "D": set.excludedClasses = [.digit]
    case "S": set.excludedClasses = [.space]
    case "t": set.letters = ["\t"]
    case "n": set.letters = ["\n"]
    case "b", "B": throw error(.wordEdge("\\\(sign)"), at: start)
    case _ where sign.properties.isAlphabetic || sign.properties.numericType != nil:
      throw error(.unknownEscape("\\\(sign)"), at: start)
    default: set.insert(sign)
    }
    return set
  }

  private mutating func parseSet() throws(ExpressionError) -> LetterSet {
    let start = index
    index += 1
    var set = LetterSet()
    if isNext("^", at: index) {
      set.isNegated = true
      index += 1
    }
    let first = index
    while index < characters.count, characters[index] != "]" {
      let place = index
      let low = try parseSetItem()
      guard isNext("-", at: index), index + 1 < characters.count, characters[index + 1] != "]"
      else {
        set.form(union: low)
        continue
      }
      index += 1
      let high = try parseSetItem()
      try insertRange(from: low, to: high, at: place, into: &set)
    }
    guard index < characters.count else { throw error(.unclosed("["), at: start) }
    guard index > first else { throw error(.emptySet, at: start) }
    index += 1
    return set
  }

  private mutating func parseSetItem() throws(ExpressionError) -> LetterSet {
    if characters[index] == "\\" { return try parseEscape() }
    if characters[index] == "[" { throw error(.misplaced("["), at: index) }
    var set = LetterSet()
    // Kept as written: a range is folded when it is complete.
    set.letters = [characters[index]]
    index += 1
    return set
  }

  private func insertRange(
    from low: LetterSet, to high: LetterSet, at place: Int, into set: inout LetterSet
  ) throws(ExpressionError) {
    guard let first = low.letters.first, let last = high.letters.first, low.letters.count == 1,
      high.letters.count == 1, first.value < last.value,
      last.value - first.value < UInt32(ExpressionParser.longestRange)
    else { throw error(.badRange, at: place) }
    for value in first.value...last.value {
      if let letter = Unicode.Scalar(value) { set.insert(letter) }
    }
  }
}

extension LetterSet {
  fileprivate mutating func form(union other: LetterSet) {
    for letter in other.letters { insert(letter) }
    classes.formUnion(other.classes)
    excludedClasses.formUnion(other.excludedClasses)
  }
}
