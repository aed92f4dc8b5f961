/// Letters that are one scalar and can also be written as a letter and a mark behind it.
///
/// Some programs, such as those of a Mac, write é as e and an acute accent. Rules and texts are to
/// agree however either is written.
enum ComposedLetters {
  // Strings that are canonically equivalent are equal, so the letter is found by its parts.
  private static let byText: [String: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
    let letters = blocks.joined().compactMap(Unicode.Scalar.init)
    return Dictionary(letters.map { (String($0), $0) }) { first, _ in first }
  }()

  /// The letter that a letter and the mark behind it make; nil where they stay two.
  static func letter(of base: Unicode.Scalar, with mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard mark.value >= 0x300 else { return nil }
    var text = String(base)
    text.unicodeScalars.append(mark)
    return byText[text]
  }
}
