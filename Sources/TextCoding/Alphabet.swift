/// A byte for each letter, so that Vectorscan can match letters one by one.
///
/// With its own UTF-8 and Unicode classes, Vectorscan needs seconds to compile a
/// plain `\w+ \w+`, and refuses it in the end. The letters that the expressions
/// name have bytes of their own; of all others it is enough to know the kind.
struct Alphabet: Sendable {
  private static let firstNamed: UInt8 = 0x80
  private static let otherLetter: UInt8 = 0xFF
  private static let otherDigit: UInt8 = 0xFE
  private static let otherSpace: UInt8 = 0xFD
  private static let otherSign: UInt8 = 0xFC
  /// So many letters beyond ASCII can have bytes of their own.
  static let mostNamed = 124

  private let named: [Unicode.Scalar: UInt8]

  /// `letters` are folded, and no more than `mostNamed`.
  init(naming letters: Set<Unicode.Scalar>) {
    var named: [Unicode.Scalar: UInt8] = [:]
    for (place, letter) in letters.sorted().enumerated() {
      named[letter] = Alphabet.firstNamed + UInt8(place)
    }
    self.named = named
  }

  /// The byte of a letter beyond ASCII; ASCII letters stand for themselves in lower case.
  func byte(of scalar: Unicode.Scalar) -> UInt8 {
    guard let letter = scalar.foldedForExpressions.first else { return Alphabet.otherSign }
    if letter.isASCII { return UInt8(truncatingIfNeeded: letter.value) }
    return named[letter] ?? Alphabet.kind(of: letter)
  }

  private static func kind(of letter: Unicode.Scalar) -> UInt8 {
    let properties = letter.properties
    if properties.numericType == .decimal { return otherDigit }
    if isWord(letter) { return otherLetter }
    return properties.isWhitespace ? otherSpace : otherSign
  }

  private static func isWord(_ letter: Unicode.Scalar) -> Bool {
    switch letter.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: letter.properties.isAlphabetic
    }
  }

  /// By byte: whether it is of a set.
  func members(of set: LetterSet) -> [Bool] {
    (0...255).map { byte in
      // Capitals stand in no folded text.
      !(0x41...0x5A).contains(byte) && contains(UInt8(byte), set) != set.isNegated
    }
  }

  /// A set of letters as Vectorscan reads it.
  func source(of set: LetterSet) -> String {
    let bytes = members(of: set)
    var source = "["
    for byte in bytes.indices where bytes[byte] {
      let digits = String(byte, radix: 16)
      source += "\\x\(digits.count == 1 ? "0" : "")\(digits)"
    }
    // A set that no letter can be in finds nothing: no folded text has a capital.
    return source == "[" ? "[\\x41]" : source + "]"
  }

  private func contains(_ byte: UInt8, _ set: LetterSet) -> Bool {
    let letter = byte < 0x80 ? Unicode.Scalar(byte) : named.first { $0.value == byte }?.key
    if let letter, set.letters.contains(letter) { return true }
    return set.classes.contains { contains(byte, letter, $0) }
      || set.excludedClasses.contains { !contains(byte, letter, $0) }
  }

  private func contains(
    _ byte: UInt8, _ letter: Unicode.Scalar?, _ letterClass: LetterSet.Class
  ) -> Bool {
    let kind =
      switch letter {
      case "_": Alphabet.otherLetter
      case let letter?: Alphabet.kind(of: letter)
      case nil: byte
      }
    return switch letterClass {
    case .word: kind == Alphabet.otherLetter || kind == Alphabet.otherDigit
    case .digit: kind == Alphabet.otherDigit
    case .space: kind == Alphabet.otherSpace
    }
  }
}
