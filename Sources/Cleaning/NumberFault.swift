/// What stands in place of one number, as far as it can be told.
enum NumberFault {
  case range
  case several
  case limit
  case approximation
  case unit

  /// What is expected instead.
  var expected: String {
    switch self {
    case .range: "not a range"
    case .several: "one alone"
    case .limit: "not a limit such as \"more than\""
    case .approximation: "not one that is about right"
    case .unit: "without words or units"
    }
  }

  init?(_ letters: ArraySlice<UInt8>) {
    let parts = NumberFault.parts(letters)
    let words = parts.compactMap { if case .word(let word) = $0 { word } else { nil } }
    let numbers = parts.count - words.count
    guard numbers > 0 else { return nil }
    if NumberFault.means(words, NumberFault.limits) {
      self = .limit
    } else if NumberFault.means(words, NumberFault.approximations) {
      self = .approximation
    } else if numbers == 2, words.count == 1, NumberFault.ranges.contains(words[0]) {
      self = .range
    } else if numbers >= 2, words.allSatisfy(NumberFault.joints.contains) {
      self = .several
    } else if numbers == 1, words.contains(where: { $0.utf8.allSatisfy(isLetter) }) {
      self = .unit
    } else {
      return nil
    }
  }

  private static let ranges: Set<String> = ["-", "–", "to"]
  private static let joints: Set<String> = ["or", "and", "/", ",", ";", "&"]
  private static let limits: Set<String> = [
    "<", ">", "≤", "<=", ">=", "+", "over", "under", "more", "less", "fewer", "least", "most",
    "above", "below", "up", "plus", "minimum", "maximum", "min", "max", "older", "younger",
  ]
  private static let approximations: Set<String> = [
    "~", "approx", "approximately", "about", "around", "circa", "ca", "c", "roughly", "nearly",
    "almost", "ish", "?",
  ]

  private static func means(_ words: [String], _ known: Set<String>) -> Bool {
    words.contains(where: known.contains)
  }

  private enum Part {
    case number
    case word(String)
  }

  /// Numbers, words and runs of other letters; spaces part them, a full stop ends a word.
  private static func parts(_ letters: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var rest = letters
    while let first = rest.first {
      let run: ArraySlice<UInt8>
      if isDigit(first) {
        run = number(rest)
        parts.append(.number)
      } else if isLetter(first) {
        run = rest.prefix(while: isLetter)
        parts.append(.word(String(decoding: run, as: UTF8.self)))
      } else if first == PlainLetter.space || first == 0x2E {
        run = rest.prefix(1)
      } else {
        run = rest.prefix { !isDigit($0) && !isLetter($0) && $0 != PlainLetter.space }
        parts.append(.word(mark(run)))
      }
      rest = rest.dropFirst(run.count)
    }
    return parts
  }

  /// The digits here, with the marks that have a digit on both sides.
  private static func number(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = letters.indices.first { place in
      if isDigit(letters[place]) { return false }
      let next = place + 1 < letters.endIndex ? letters[place + 1] : PlainLetter.other
      return ![0x2C, 0x2E, 0x27].contains(letters[place]) || !isDigit(next)
    }
    return letters[..<(end ?? letters.endIndex)]
  }

  private static func mark(_ run: ArraySlice<UInt8>) -> String {
    run.elementsEqual([PlainLetter.dash]) ? "–" : String(decoding: run, as: UTF8.self)
  }
}
