/// Finds the terms that give one code, in the order in which they are worth having.
///
/// Sequential covering: the term whose uncovered responses carry the code most purely comes first,
/// then the same again without the responses that it found. A term's purity is pulled towards
/// little, the more so the fewer responses it has and the more particular it is: else terms of
/// three responses, which fit by chance, would come first. What is kept is the beginning of the
/// list with the highest F1 to be expected; so a term stays as long as its purity is above half of
/// it.
struct RuleLearner {
  /// How much a term must show before it is believed.
  struct Strictness: Sendable, Hashable {
    /// So many responses of the purity `least` are added to those of a term.
    let added: Double

    static let all = [Strictness(added: 10), Strictness(added: 5), Strictness(added: 20)]
  }

  /// A term, perhaps under a condition.
  struct Candidate {
    let term: Int
    let condition: LevelCondition?
    let rows: [Int32]
  }

  /// What was learned.
  struct Learned {
    var chosen: [Candidate] = []
    /// The F1 to be expected of them.
    var f1 = 0.0
  }

  /// A term must be this surely typical of the code: chance reaches it once in a thousand terms.
  static let leastKeyness = 10.83
  /// The same for a term under a condition, of which there are more to choose from.
  private static let leastKeynessUnderCondition = 12.83
  private static let leastTrue = 2
  private static let purityOfNone = 0.1
  private static let discountPerWord = 0.2
  private static let discountOfCondition = 0.2

  private let terms: CandidateTerms
  private let isCoded: [Bool]
  private let codedCount: Int
  private let prior: Double
  private var candidates: [Candidate] = []

  /// `rows` are the responses to learn from, in ascending order.
  init(_ terms: CandidateTerms, isCoded: [Bool], rows: [Int], attributes: [AttributeLevels]) {
    self.terms = terms
    self.isCoded = isCoded
    var isTraining = [Bool](repeating: false, count: isCoded.count)
    for row in rows { isTraining[row] = true }
    codedCount = rows.count { isCoded[$0] }
    prior = Double(codedCount) / Double(max(1, rows.count))
    guard codedCount > RuleLearner.leastTrue else { return }
    let sets = attributes.map { $0.likely(isCoded, rows: rows, prior: prior) }
    for (index, term) in terms.terms.enumerated() {
      let found = term.rows.filter { isTraining[Int($0)] }
      consider(index, nil, found, of: rows.count, least: RuleLearner.leastKeyness)
      for (attribute, sets) in zip(attributes, sets) {
        for set in sets + attribute.better(for: found, isCoded) {
          let within = found.filter { attribute.isIn(set, Int($0)) }
          guard within.count < found.count else { continue }
          consider(
            index, LevelCondition(column: attribute.column, levels: set), within, of: rows.count,
            least: RuleLearner.leastKeynessUnderCondition)
        }
      }
    }
  }

  private mutating func consider(
    _ term: Int, _ condition: LevelCondition?, _ rows: [Int32], of all: Int, least: Double
  ) {
    let coded = rows.count { isCoded[Int($0)] }
    guard coded >= RuleLearner.leastTrue else { return }
    let keyness = Keyness(
      count: coded, of: codedCount, otherCount: rows.count - coded, of: all - codedCount)
    guard keyness.isOverused, keyness.g2 >= least else { return }
    candidates.append(Candidate(term: term, condition: condition, rows: rows))
  }

  func learn(_ strictness: Strictness) -> Learned {
    var cover = Cover(candidates, isCoded)
    let discounts = candidates.map { candidate in
      (1 - RuleLearner.discountPerWord * Double(terms.terms[candidate.term].length - 1))
        * (candidate.condition == nil ? 1 : 1 - RuleLearner.discountOfCondition)
    }
    var chosen: [Candidate] = []
    var best = Learned()
    var bestCount = 0
    var (expectedTrue, given) = (0.0, 0.0)
    while true {
      var next = -1
      var purest = 0.0
      for index in candidates.indices where cover.coded[index] >= RuleLearner.leastTrue {
        let coded = Double(cover.coded[index])
        let purity =
          (coded + strictness.added * max(prior, RuleLearner.purityOfNone))
          / (Double(cover.all[index]) + strictness.added) * discounts[index]
        // Of two equally pure the one that finds more.
        if purity + 1e-7 * coded > purest + 1e-12 {
          next = index
          purest = purity + 1e-7 * coded
        }
      }
      // Terms that come later are less pure still: nothing better can follow.
      guard next >= 0, purest > best.f1 / 4 else { break }
      expectedTrue += purest * Double(cover.all[next])
      given += Double(cover.all[next])
      chosen.append(candidates[next])
      cover.add(next)
      let f1 = 2 * expectedTrue / (given + Double(codedCount))
      if f1 > best.f1 { (best.f1, bestCount) = (f1, chosen.count) }
    }
    best.chosen = withoutNeedless(Array(chosen.prefix(bestCount)), f1: best.f1)
    return best
  }

  /// Leaves out terms that, beside the others, find too little: the last chosen go first.
  private func withoutNeedless(_ chosen: [Candidate], f1: Double) -> [Candidate] {
    var finders = [Int](repeating: 0, count: isCoded.count)
    for row in chosen.flatMap(\.rows) { finders[Int(row)] += 1 }
    var kept: [Candidate] = []
    for candidate in chosen.reversed() {
      let alone = candidate.rows.filter { finders[Int($0)] == 1 }
      let coded = alone.count { isCoded[Int($0)] }
      if coded >= RuleLearner.leastTrue, Double(coded) > f1 / 2 * Double(alone.count) {
        kept.append(candidate)
      } else {
        for row in candidate.rows { finders[Int(row)] -= 1 }
      }
    }
    return kept.reversed()
  }
}

/// How many responses each candidate would add to those that are found already.
private struct Cover {
  private(set) var coded: [Int]
  private(set) var all: [Int]
  private var isCovered: [Bool]
  private let isCoded: [Bool]
  private let candidates: [RuleLearner.Candidate]
  private var candidatesOfRow: [[Int32]]

  init(_ candidates: [RuleLearner.Candidate], _ isCoded: [Bool]) {
    self.candidates = candidates
    self.isCoded = isCoded
    isCovered = [Bool](repeating: false, count: isCoded.count)
    coded = candidates.map { $0.rows.count { isCoded[Int($0)] } }
    all = candidates.map(\.rows.count)
    candidatesOfRow = [[Int32]](repeating: [], count: isCoded.count)
    for (index, candidate) in candidates.enumerated() {
      for row in candidate.rows { candidatesOfRow[Int(row)].append(Int32(index)) }
    }
  }

  mutating func add(_ index: Int) {
    for row in candidates[index].rows where !isCovered[Int(row)] {
      isCovered[Int(row)] = true
      for other in candidatesOfRow[Int(row)] {
        all[Int(other)] -= 1
        if isCoded[Int(row)] { coded[Int(other)] -= 1 }
      }
    }
  }
}
