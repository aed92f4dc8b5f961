import EvaluationData

/// The decisions that fit a quote as it stands now.
struct MatchedDecisions {
  private(set) var problems: [Problem] = []
  private var decisions: [QuotePlace: QuoteDecision] = [:]
  /// The rows about which somebody was asked.
  private(set) var decidedRows: Set<Int> = []
  /// The rows that somebody refused: for one code, so for all.
  private var refusedRows: Set<Int> = []

  init(_ decisions: [QuoteDecision], to candidates: QuoteCandidates) {
    let own = decisions.filter { $0.source == candidates.table.name.name }
    guard !own.isEmpty else { return }
    var finder = QuoteFinder(candidates)
    var contradicted: Set<QuotePlace> = []
    for decision in own {
      guard let answer = decision.answer else {
        problems.append(
          decision.problem(
            .staleDecision, "decision", "yes, no or nothing; with no, nothing in 'use_instead'"))
        continue
      }
      do throws(QuoteMisfit) {
        let place = try finder.place(of: decision)
        if let earlier = self.decisions[place] {
          guard earlier.answer != answer || earlier.useInstead != decision.useInstead else {
            continue
          }
          contradicted.insert(place)
          problems.append(
            decision.problem(
              .contradictingDecisions, "decision",
              "the answer that line \(earlier.line) gives for the same quote"))
        } else {
          self.decisions[place] = decision
          decidedRows.insert(place.row)
          if answer == .no { refusedRows.insert(place.row) }
        }
      } catch {
        // What is not used anyway may go without a word.
        if answer == .yes {
          problems.append(decision.problem(.staleDecision, error.column, error.expected))
        }
      }
    }
    for place in contradicted { self.decisions[place] = self.decisions[place]?.reopened }
  }

  subscript(place: QuotePlace) -> QuoteDecision? { decisions[place] }

  /// The rows that were decided on for a code.
  func rows(of code: Int) -> [Int] {
    decisions.keys.filter { $0.code == code }.map(\.row).sorted()
  }

  /// Those with an answer that nobody refused for another code.
  func rows(of code: Int, with answer: QuoteToCheck.Decision) -> [Int] {
    rows(of: code).filter { row in
      decisions[QuotePlace(row: row, code: code)]?.answer == answer && !refusedRows.contains(row)
    }
  }
}

/// Why a decision fits no quote.
private enum QuoteMisfit: Error {
  case unknownCode(nearest: String?)
  case gone
  case changed
  case otherAttributes

  var column: String {
    switch self {
    case .unknownCode: "code"
    case .gone, .changed: "quote"
    case .otherAttributes: "attributes"
    }
  }

  var expected: String {
    switch self {
    case .unknownCode(let nearest):
      "a code of the tagging rules" + (nearest.map { "; the nearest is '\($0)'" } ?? "")
    case .gone:
      "a comment that is there, has this code, and whose writer agrees to be quoted"
    case .changed: "the quote as it stands in quotes-to-check.csv now"
    case .otherAttributes:
      "the attributes as they stand in quotes-to-check.csv now"
    }
  }
}

/// Finds the row that a decision speaks of.
private struct QuoteFinder {
  private let candidates: QuoteCandidates
  private let rowOfPlace: [CellAddress: Int]
  private let rowsOfCode: [Set<Int>]
  /// For each code the rows by their passages; made when a row is not where it was.
  private var rowsOfText: [Int: [String: [Int]]] = [:]

  init(_ candidates: QuoteCandidates) {
    self.candidates = candidates
    rowsOfCode = candidates.rows.map(Set.init)
    var rows: [CellAddress: Int] = [:]
    for row in candidates.rows.joined() { rows[candidates.address(row)] = row }
    rowOfPlace = rows
  }

  mutating func place(of decision: QuoteDecision) throws(QuoteMisfit) -> QuotePlace {
    let names = candidates.codes.map(\.name)
    guard let code = names.firstIndex(of: decision.code) else {
      throw .unknownCode(nearest: nearestName(to: decision.code, among: names))
    }
    let there = rowOfPlace[decision.place].flatMap { rowsOfCode[code].contains($0) ? $0 : nil }
    if let row = there, candidates.passage(row, code: code) == decision.text {
      return try checked(row, code, decision)
    }
    // Rows may have moved in a new export: the same words in one other place are meant.
    let same = rows(of: decision.text, code)
    if same.count == 1 { return try checked(same[0], code, decision) }
    throw there == nil ? .gone : .changed
  }

  private func checked(
    _ row: Int, _ code: Int, _ decision: QuoteDecision
  ) throws(QuoteMisfit) -> QuotePlace {
    guard collapsed(candidates.attributes(row)) == decision.attributes else {
      throw .otherAttributes
    }
    return QuotePlace(row: row, code: code)
  }

  private mutating func rows(of text: String, _ code: Int) -> [Int] {
    if let known = rowsOfText[code] { return known[text] ?? [] }
    var rows: [String: [Int]] = [:]
    for row in candidates.rows[code] {
      if let passage = candidates.passage(row, code: code) {
        rows[passage, default: []].append(row)
      }
    }
    rowsOfText[code] = rows
    return rows[text] ?? []
  }
}
