/// A person's name as words without case, accents, titles and apostrophes.
package struct PersonName: Sendable {
  package struct Word: Sendable {
    package let letters: [UInt32]
    /// The groups of `nicknames` that it stands in.
    package let groups: [Int]
  }

  package private(set) var words: [Word] = []

  /// More words than these tell nothing more.
  private static let mostWords = 6

  package init(_ text: String) {
    for letters in PersonName.words(of: text).prefix(PersonName.mostWords) {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
      words.append(Word(letters: letters, groups: nicknameGroups[String(word)] ?? []))
    }
  }

  private static func words(of text: String) -> [[UInt32]] {
    var words: [[UInt32]] = [[]]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\u{2019}", "\u{2018}", "`", "\u{2BC}": continue
      case _ where scalar.properties.isAlphabetic:
        words[words.count - 1].append(contentsOf: plainLetters(of: scalar))
      case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
      default: words.append([])
      }
    }
    return words.filter { !$0.isEmpty && !titles.contains($0) }
  }

  private static let titles: Set<[UInt32]> = Set(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "cllr"].map { title in
      title.unicodeScalars.map(\.value)
    })

  /// The letter without case and accents.
  private static func plainLetters(of scalar: Unicode.Scalar) -> [UInt32] {
    if scalar.isASCII { return [scalar.value | 0x20] }
    // The Unicode name tells the letter beneath an accent.
    if let words = scalar.properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER"
    {
      return words[3].lowercased().unicodeScalars.map(\.value)
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
  }

  /// Whether two names may be one person's.
  ///
  /// Each word of the shorter name has a word of its own in the other that is alike,
  /// in any order; at least two words, unless both names are of one; and one of
  /// the pairs is of more than initials. Words are alike when they are equal, short forms of
  /// one name such as Bob and Robert, of a Jaro–Winkler similarity of 0.88 or more, or
  /// when one is the initial of the other.
  ///
  /// 0.88 lets Smith be Smyth (0.893) and Stephen be Steven (0.894), but not John Joan (0.867).
  package func isSimilar(to other: PersonName) -> Bool {
    let (shorter, longer) =
      words.count <= other.words.count ? (words, other.words) : (other.words, words)
    if shorter.isEmpty || shorter.count == 1 && longer.count > 1 { return false }
    return PersonName.canPair(shorter[...], longer, taken: 0, hasFullPair: false)
  }

  private static func canPair(
    _ words: ArraySlice<Word>, _ others: [Word], taken: Int, hasFullPair: Bool
  ) -> Bool {
    guard let word = words.first else { return hasFullPair }
    return others.indices.contains { place in
      guard taken & 1 << place == 0, word.isAlike(others[place]) else { return false }
      let isFull = word.letters.count > 1 && others[place].letters.count > 1
      return canPair(
        words.dropFirst(), others, taken: taken | 1 << place, hasFullPair: hasFullPair || isFull)
    }
  }
}

extension PersonName.Word {
  package static let least = 0.88

  func isAlike(_ other: PersonName.Word) -> Bool {
    if letters == other.letters { return true }
    if letters.count == 1 || other.letters.count == 1 { return letters[0] == other.letters[0] }
    return groups.contains { other.groups.contains($0) }
      || jaroWinklerSimilarity(letters, other.letters) >= PersonName.Word.least
  }
}

/// How alike two words are, from 0 to 1, after Jaro and Winkler.
///
/// With m letters in common, no farther apart than half the longer word less one, and t
/// the half of those that stand in another order, Jaro's similarity is the mean of m/|a|,
/// m/|b| and (m - t)/m. Where it is above 0.7, Winkler adds a tenth of what it lacks for
/// each of the first letters that agree, up to four.
///
/// - Reference: Winkler (1990), "String Comparator Metrics and Enhanced Decision Rules in
///   the Fellegi-Sunter Model of Record Linkage", Proceedings of the Section on Survey
///   Research Methods, American Statistical Association, 354-359.
package func jaroWinklerSimilarity(_ first: [UInt32], _ second: [UInt32]) -> Double {
  let jaro = jaroSimilarity(first, second)
  guard jaro > 0.7 else { return jaro }
  let prefix = zip(first, second).prefix(4).prefix { $0 == $1 }.count
  return jaro + Double(prefix) * 0.1 * (1 - jaro)
}

package func jaroSimilarity(_ first: [UInt32], _ second: [UInt32]) -> Double {
  if first.isEmpty || second.isEmpty { return first.isEmpty && second.isEmpty ? 1 : 0 }
  let reach = max(0, max(first.count, second.count) / 2 - 1)
  var isCommon = [Bool](repeating: false, count: second.count)
  var common: [UInt32] = []
  for (place, letter) in first.enumerated() {
    let low = max(0, place - reach)
    let high = min(second.count, place + reach + 1)
    guard low < high,
      let match = (low..<high).first(where: { !isCommon[$0] && second[$0] == letter })
    else { continue }
    isCommon[match] = true
    common.append(letter)
  }
  if common.isEmpty { return 0 }
  var next = 0
  var moved = 0
  for place in second.indices where isCommon[place] {
    if common[next] != second[place] { moved += 1 }
    next += 1
  }
  let count = Double(common.count)
  // Half of an odd number is rounded down, as Winkler's program does.
  let transpositions = Double(moved / 2)
  return
    (count / Double(first.count) + count / Double(second.count)
    + (count - transpositions) / count) / 3
}
