import EvaluationData

/// A heading that may be a wanted one in other words, for a person to decide on.
package struct HeadingProposal: Sendable, Hashable {
  package let heading: String
  /// Another that is nearly as like.
  package let alternative: String?
  /// Words of negation and time and numbers that only one of the two wordings has.
  package let tellingWords: [String]

  package init(heading: String, alternative: String? = nil, tellingWords: [String] = []) {
    self.heading = heading
    self.alternative = alternative
    self.tellingWords = tellingWords
  }
}

/// A wording for which a heading is sought.
struct SoughtHeading {
  let wordings: [HeadingWords]
  /// The places of columns of which nearly all cells hold such answers.
  let fitting: Set<Int>

  init(_ wordings: [String], fitting: Set<Int> = []) {
    self.wordings = wordings.map(HeadingWords.init)
    self.fitting = fitting
  }
}

/// A heading that nobody asked for, with the columns that it stands over.
struct FreeHeading {
  let text: String
  let words: HeadingWords
  let places: [Int]

  init(_ text: String, places: [Int]) {
    self.text = text
    self.places = places
    words = HeadingWords(text)
  }
}

/// Pairs sought headings with free ones, the most alike first, so that none is proposed twice.
struct HeadingProposals {
  /// From this likeness on a heading is proposed.
  private static let threshold = 0.55
  /// Below it the answers decide, down to here.
  private static let lowest = 0.30
  /// A runner-up that is nearer than this is named too.
  private static let margin = 0.10

  private let sought: [SoughtHeading]
  private let free: [FreeHeading]
  /// For each sought heading the likeness of each free one.
  private let likeness: [[Double]]

  init(_ sought: [SoughtHeading], among free: [FreeHeading], vocabulary: [HeadingWords]) {
    self.sought = sought
    self.free = free
    let measure = HeadingLikeness(among: vocabulary)
    likeness = sought.map { sought in
      free.map { free in
        sought.wordings.map { wording in
          wording.isMistyped(free.words) ? 1 : measure(wording, free.words)
        }.max() ?? 0
      }
    }
  }

  /// A proposal for each sought heading, where there is one.
  func found() -> [HeadingProposal?] {
    var proposals = [HeadingProposal?](repeating: nil, count: sought.count)
    var isTaken = free.map { _ in false }
    var isDone = sought.map { _ in false }
    let pairs = sought.indices.flatMap { one in free.indices.map { (one: one, other: $0) } }
      .filter { likeness[$0.one][$0.other] >= HeadingProposals.lowest }
      .sorted { first, second in
        let alike = (likeness[first.one][first.other], likeness[second.one][second.other])
        return (-alike.0, first.one, first.other) < (-alike.1, second.one, second.other)
      }
    for (one, other) in pairs where !isDone[one] && !isTaken[other] {
      guard let proposal = proposal(for: one, other, isTaken) else { continue }
      proposals[one] = proposal
      isDone[one] = true
      isTaken[other] = true
    }
    return proposals
  }

  private func proposal(for one: Int, _ other: Int, _ isTaken: [Bool]) -> HeadingProposal? {
    let alike = likeness[one][other]
    let words = tellingWords(one, other)
    guard alike >= HeadingProposals.threshold else {
      return isToldByAnswers(one, other, isTaken)
        ? HeadingProposal(heading: free[other].text, tellingWords: words) : nil
    }
    let rival = free.indices
      .filter { $0 != other && !isTaken[$0] && free[$0].text != free[other].text }
      .max { (likeness[one][$0], $1) < (likeness[one][$1], $0) }
    let isClose = rival.map { alike - likeness[one][$0] < HeadingProposals.margin } ?? false
    return HeadingProposal(
      heading: free[other].text, alternative: isClose ? rival.map { free[$0].text } : nil,
      tellingWords: words)
  }

  /// Whether the heading is the only one over answers of the column's kind.
  private func isToldByAnswers(_ one: Int, _ other: Int, _ isTaken: [Bool]) -> Bool {
    func fits(_ heading: Int) -> Bool {
      free[heading].places.contains(where: sought[one].fitting.contains)
    }
    return fits(other)
      && !free.indices.contains { $0 != other && !isTaken[$0] && fits($0) }
  }

  private func tellingWords(_ one: Int, _ other: Int) -> [String] {
    let words = free[other].words
    let nearest = sought[one].wordings.min {
      $0.differing(from: words).count < $1.differing(from: words).count
    }
    return nearest.map { $0.differing(from: words).filter(isTelling) } ?? []
  }
}

private let negationsAndTimes: Set<String> = [
  "not", "no", "never", "none", "without", "cannot", "cant", "dont", "didnt", "doesnt", "isnt",
  "wasnt", "arent", "werent", "havent", "hasnt", "wont", "wouldnt", "couldnt", "shouldnt",
  "before", "after", "since", "until", "last", "next", "past", "previous", "ever", "yet",
  "january", "february", "march", "april", "june", "july", "august", "september",
  "october", "november", "december",
]

/// Whether a word that was added or dropped may change what a question asks.
private func isTelling(_ word: String) -> Bool {
  negationsAndTimes.contains(word)
    || word.unicodeScalars.contains { $0.properties.numericType != nil }
}

extension HeadingWords {
  /// Whether one of two short headings is the other with a slip of the keyboard.
  fileprivate func isMistyped(_ other: HeadingWords) -> Bool {
    guard words.count <= 3, other.words.count <= 3 else { return false }
    let (mine, theirs) = (words.joined(separator: " "), other.words.joined(separator: " "))
    return mine != theirs && nearestName(to: mine, among: [theirs]) != nil
  }
}
