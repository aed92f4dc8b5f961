/// A text as its scalars and its words, to look for things in.
struct RedactionText {
  /// A word, a number, a mixture such as `B2`, or a sign.
  struct Token {
    enum Kind {
      /// Letters; apostrophes and hyphens between them belong to it.
      case word
      case digits
      /// Letters and digits.
      case mixed
      case sign
    }

    let kind: Kind
    /// In scalars.
    let range: Range<Int>
    let text: String
    /// In small letters, without accents.
    let folded: String

    var isWord: Bool { kind == .word }

    var isCapitalised: Bool {
      kind == .word && text.unicodeScalars.first?.properties.isUppercase == true
    }

    /// Capitals only, and more than one.
    var isShouted: Bool {
      let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
      return kind == .word && letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
    }
  }

  let scalars: [Unicode.Scalar]
  let tokens: [Token]
  /// Whether capitals tell nothing, because there are too many of them.
  let hasIdleCapitals: Bool
  /// Where each scalar begins in the UTF-8, and where the text ends.
  private let offsets: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    self.offsets = offsets
    tokens = RedactionText.tokens(of: scalars)
    // Names and initials have theirs anyway.
    let words = tokens.filter {
      $0.isWord && $0.text.count > 1 && !givenNames.contains($0.folded)
        && !ambiguousGivenNames.contains($0.folded)
    }
    let capitalised = words.count(where: \.isCapitalised)
    hasIdleCapitals = words.count >= 4 && capitalised * 10 >= words.count * 6
  }

  func bytes(of range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// A scalar of the text; nil before its beginning and behind its end.
  func scalar(_ place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  func token(_ place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }

  /// The word at a place, folded; empty where there is none.
  func word(_ place: Int) -> String {
    guard let token = token(place), token.kind == .word else { return "" }
    return token.folded
  }

  /// Whether only blanks of one line stand between a token and the one before it.
  func followsDirectly(_ place: Int) -> Bool {
    guard let here = token(place), let before = token(place - 1) else { return false }
    return scalars[before.range.upperBound..<here.range.lowerBound]
      .allSatisfy { $0 == " " || $0 == "\u{A0}" }
  }

  /// Whether a sentence, a line or the text begins with this token.
  func beginsSentence(_ place: Int) -> Bool {
    guard let before = token(place - 1) else { return true }
    let gap = scalars[before.range.upperBound..<tokens[place].range.lowerBound]
    if gap.contains(where: \.isLineEnd) { return true }
    guard before.kind == .sign else { return false }
    if [".", "!", "?", ":", "…", "•", "*", "-", "–", "—"].contains(before.text) { return true }
    // A quotation mark or a bracket that opens the sentence.
    return ["\"", "“", "‘", "'", "("].contains(before.text) && beginsSentence(place - 1)
  }

  // MARK: Taking it apart

  private static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == " " || !scalar.isLetterOrDigit && scalar.properties.isWhitespace {
        place += 1
        continue
      }
      var end = place + 1
      if scalar.isLetterOrDigit {
        while end < scalars.count, scalars[end].isLetterOrDigit || joins(scalars, end) { end += 1 }
      }
      tokens += split(scalars, place..<end)
      place = end
    }
    return tokens
  }

  /// Whether a hyphen or an apostrophe stands between two letters.
  private static func joins(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard scalars[place].isApostrophe || scalars[place] == "-", place + 1 < scalars.count else {
      return false
    }
    return scalars[place - 1].isLetter && scalars[place + 1].isLetter
  }

  /// A run as one token; the `'s` of a possessive is one of its own.
  private static func split(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Token] {
    let run = scalars[range]
    let hasDigits = run.contains(where: \.isDigit)
    let hasLetters = run.contains(where: \.isLetter)
    let kind: Token.Kind =
      hasDigits ? (hasLetters ? .mixed : .digits) : (hasLetters ? .word : .sign)
    if kind == .word, run.count > 2, run[range.upperBound - 2].isApostrophe,
      run[range.upperBound - 1] == "s"
    {
      let end = range.upperBound - 2
      return [
        Token(scalars, range.lowerBound..<end, .word),
        Token(scalars, end..<range.upperBound, .sign),
      ]
    }
    return [Token(scalars, range, kind)]
  }
}

extension RedactionText.Token {
  fileprivate init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ kind: Kind) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    self.init(
      kind: kind, range: range, text: String(text), folded: Disclosing.folded(String(text)))
  }
}

/// A word in small letters, without accents; a curly apostrophe is a straight one.
func folded(_ word: String) -> String {
  if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
  var result = ""
  for scalar in word.unicodeScalars {
    if scalar.isASCII {
      result += scalar.properties.lowercaseMapping
    } else if scalar.isApostrophe {
      result += "'"
    } else if let words = scalar.properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER"
    {
      // The Unicode name tells the letter beneath an accent.
      result += words[3].lowercased()
    } else {
      result += scalar.properties.lowercaseMapping
    }
  }
  return result
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  var isLetterOrDigit: Bool {
    if isASCII { return isDigit || isASCIILetter }
    return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }

  private var isASCIILetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  /// A letter of any alphabet.
  var isLetter: Bool { isASCII ? isASCIILetter : properties.isAlphabetic }

  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2BC}" }

  var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}" }
}
