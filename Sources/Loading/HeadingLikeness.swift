#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words of a heading, to tell whether another says the same in other words.
struct HeadingWords: Sendable {
  let words: [String]
  private let trigrams: [String: Int]

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    // "Don't" is one word.
    for scalar in withoutNumber(foldedHeading(text)).unicodeScalars where scalar != "'" {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    trigrams = HeadingWords.trigrams(of: words)
  }

  private static func trigrams(of words: [String]) -> [String: Int] {
    let letters = Array(("  " + words.joined(separator: " ") + " ").unicodeScalars)
    var counts: [String: Int] = [:]
    for start in 0..<max(0, letters.count - 2) {
      var trigram = String.UnicodeScalarView()
      trigram.append(contentsOf: letters[start..<(start + 3)])
      counts[String(trigram), default: 0] += 1
    }
    return counts
  }

  fileprivate func trigramDice(_ other: HeadingWords) -> Double {
    let common = trigrams.reduce(0) { $0 + min($1.value, other.trigrams[$1.key] ?? 0) }
    let all =
      trigrams.values.reduce(0, +) + other.trigrams.values.reduce(0, +)
    return all == 0 ? 0 : Double(2 * common) / Double(all)
  }

  /// The words that only one of two headings has.
  func differing(from other: HeadingWords) -> [String] {
    var mine = counts
    for word in other.words { mine[word, default: 0] -= 1 }
    var seen: Set<String> = []
    return (words + other.words).filter { mine[$0] != 0 && seen.insert($0).inserted }
  }

  fileprivate var counts: [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

/// How alike headings are, from 0 to 1: the mean of what they share in groups of three letters
/// and in words, where rare words count for more (the Dice coefficient of both).
///
/// The measure and its limits were chosen on 25 invented rewordings among 138 headings; see
/// `docs/questions-and-headings.md`.
struct HeadingLikeness {
  /// How rare each word is among the headings of the file and of the pipeline.
  private let weights: [String: Double]
  private let newWordWeight: Double

  init(among texts: [HeadingWords]) {
    var uses: [String: Int] = [:]
    for text in texts { for word in Set(text.words) { uses[word, default: 0] += 1 } }
    let count = Double(texts.count)
    weights = uses.mapValues { log((count + 1) / (Double($0) + 0.5)) }
    newWordWeight = log((count + 1) / 0.5)
  }

  func callAsFunction(_ first: HeadingWords, _ second: HeadingWords) -> Double {
    (first.trigramDice(second) + wordDice(first, second)) / 2
  }

  private func wordDice(_ first: HeadingWords, _ second: HeadingWords) -> Double {
    // In the order of the words, for sums depend on their order.
    let theirs = second.counts
    var mine = first.counts
    var common = 0.0
    for word in first.words {
      if let count = mine.removeValue(forKey: word) {
        common += weight(word) * Double(min(count, theirs[word] ?? 0))
      }
    }
    let all = (first.words + second.words).reduce(0) { $0 + weight($1) }
    return all == 0 ? 0 : 2 * common / all
  }

  private func weight(_ word: String) -> Double { weights[word] ?? newWordWeight }
}
