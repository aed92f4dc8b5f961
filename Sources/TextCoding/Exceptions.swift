/// Phrases with a chosen word that mostly go with other codes: what `unless` is for.
struct Exceptions {
  private static let leastRows = 4
  private static let leastKeyness = 6.63
  private static let mostPerTerm = 4

  /// By term, the phrases.
  private(set) var patterns: [Int: [String]] = [:]

  init(_ terms: CandidateTerms, _ learned: RuleLearner.Learned, _ isCoded: [Bool]) {
    // How many of the chosen terms find a response: only one that a single term finds can be
    // taken from it.
    var finders = [Int](repeating: 0, count: isCoded.count)
    for candidate in learned.chosen {
      for row in candidate.rows { finders[Int(row)] += 1 }
    }
    let chosen = Set(learned.chosen.map { terms.terms[$0.term].pattern })
    for candidate in learned.chosen where terms.terms[candidate.term].parts.count == 1 {
      let word = terms.terms[candidate.term]
      guard word.isPhrase, patterns[candidate.term] == nil else { continue }
      let own = candidate.rows.filter { finders[Int($0)] == 1 }
      let phrases = Exceptions.phrases(with: word, in: terms).filter {
        !chosen.contains($0.pattern)
      }
      patterns[candidate.term] = Exceptions.worst(
        phrases, among: own, isCoded, below: learned.f1 / 2)
    }
  }

  private static func phrases(
    with word: CandidateTerm, in terms: CandidateTerms
  ) -> [CandidateTerm] {
    terms.terms.filter { $0.isPhrase && $0.parts.count > 1 && $0.parts.contains(word.parts[0]) }
  }

  private static func worst(
    _ phrases: [CandidateTerm], among own: [Int32], _ isCoded: [Bool], below limit: Double
  ) -> [String] {
    var left = Set(own)
    var found: [String] = []
    while found.count < mostPerTerm {
      let coded = left.count { isCoded[Int($0)] }
      var best: (gain: Int, phrase: CandidateTerm)?
      for phrase in phrases {
        let rows = phrase.rows.filter(left.contains)
        let codedRows = rows.count { isCoded[Int($0)] }
        guard rows.count >= leastRows, Double(codedRows) + 1 < limit * Double(rows.count + 1)
        else { continue }
        let keyness = Keyness(
          count: codedRows, of: coded, otherCount: rows.count - codedRows, of: left.count - coded)
        guard !keyness.isOverused, keyness.g2 >= leastKeyness else { continue }
        let gain = rows.count - 2 * codedRows
        if gain > best?.gain ?? 0 { best = (gain, phrase) }
      }
      guard let best else { break }
      found.append(best.phrase.pattern)
      left.subtract(best.phrase.rows)
    }
    return found
  }
}
