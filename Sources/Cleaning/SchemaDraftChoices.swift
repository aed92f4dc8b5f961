import EvaluationData

/// Answers that are joined in one cell, as a list of choices.
///
/// A piece that never stands without its neighbour is part of one choice: "Hispanic, Latino"
/// is no two answers when no cell has one of them alone.
struct ChoiceTally {
  let choices: LevelTally
  let separator: String
  /// The rows with a piece that is none of the choices.
  private(set) var otherRows = 0
  /// The rows with more than one choice.
  private(set) var severalRows = 0
  /// Whether each choice is all that some cell holds.
  let standAlone: Bool

  private static let separators = [";", "|", ", ", ","]
  private static let mostChoices = 60

  /// Nil when the cells are no lists.
  init?(_ answers: [DraftAnswer], levelRows: Int) {
    for separator in ChoiceTally.separators {
      if let tally = ChoiceTally(answers, separator, levelRows: levelRows) {
        self = tally
        return
      }
    }
    return nil
  }

  private init?(_ answers: [DraftAnswer], _ separator: String, levelRows: Int) {
    let joined = answers.filter { $0.text.contains(separator) }
    guard joined.rows >= levelRows, joined.prefix(200).allSatisfy({ $0.text.utf8.count < 2000 })
    else { return nil }
    var pieces = JoinedPieces(answers, separator: separator)
    guard pieces.areMostlyRepeated(least: levelRows) else { return nil }
    pieces.mergeInseparable(least: levelRows)
    choices = LevelTally(pieces.counts, levelRows: levelRows)
    self.separator = separator
    let known = Set(choices.shown.map { foldedLevel($0.text) })
    let alone = Set(pieces.lists.filter { $0.list.count == 1 }.map { foldedLevel($0.list[0]) })
    standAlone = known.isSubset(of: alone)
    var (parts, knownParts) = (0, 0)
    for (list, rows, _) in pieces.lists {
      let found = list.count { known.contains(foldedLevel($0)) }
      parts += list.count * rows
      knownParts += found * rows
      if found < list.count { otherRows += rows }
      if list.count > 1 { severalRows += rows }
    }
    guard (2...ChoiceTally.mostChoices).contains(choices.shown.count), severalRows >= levelRows,
      knownParts * 20 >= parts * 17, otherRows * 5 <= answers.rows, choices.longest <= 80,
      Set(pieces.lists.map(\.list.count)).count > 1
    else { return nil }
  }

  /// Whether the cells are told more simply as lists than as levels of a category.
  ///
  /// Three sentences with a comma in each are three levels, not the list of their parts.
  func isSimpler(than levels: LevelTally) -> Bool {
    levels.shown.count > choices.shown.count || standAlone && severalRows > 2 * otherRows
  }
}

extension [DraftAnswer] {
  var rows: Int { reduce(0) { $0 + $1.rows } }
}

/// The pieces of cells between the separators.
private struct JoinedPieces {
  private(set) var lists: [(list: [String], rows: Int, people: Int)]
  private let separator: String

  init(_ answers: [DraftAnswer], separator: String) {
    self.separator = separator
    lists = answers.map { answer in
      let pieces = answer.text.split(separator: separator).map(\.trimmingWhiteSpace)
      return (pieces.filter { !$0.isEmpty }, answer.rows, answer.people)
    }
  }

  /// How many rows have each piece, the most frequent first.
  var counts: [DraftAnswer] {
    var rows: [String: (rows: Int, people: Int)] = [:]
    for list in lists {
      for piece in Set(list.list) {
        rows[piece, default: (0, 0)].rows += list.rows
        rows[piece, default: (0, 0)].people += list.people
      }
    }
    let counts = rows.map {
      DraftAnswer(text: $0.key, rows: $0.value.rows, people: $0.value.people)
    }
    return counts.sorted {
      $0.rows == $1.rows
        ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.rows > $1.rows
    }
  }

  /// Whether most pieces stand in many rows, as those of prose do not.
  func areMostlyRepeated(least: Int) -> Bool {
    let counts = counts
    let all = counts.reduce(0) { $0 + $1.rows }
    let repeated = counts.reduce(0) { $0 + ($1.rows >= least ? $1.rows : 0) }
    return repeated * 2 > all
  }

  private struct Pair: Hashable {
    let first: String
    let second: String
  }

  /// Joins neighbours of which neither ever stands without the other, until there are none.
  mutating func mergeInseparable(least: Int) {
    while true {
      let rows = Dictionary(uniqueKeysWithValues: counts.map { ($0.text, $0.rows) })
      var together: [Pair: Int] = [:]
      for (list, count, _) in lists {
        for pair in Set(zip(list, list.dropFirst()).map { Pair(first: $0, second: $1) }) {
          together[pair, default: 0] += count
        }
      }
      let inseparable = together.filter { pair, count in
        count >= least && rows[pair.first] == count && rows[pair.second] == count
          && pair.first != pair.second
      }
      if inseparable.isEmpty { return }
      let pairs = Set(inseparable.keys)
      lists = lists.map { (merged($0.list, pairs), $0.rows, $0.people) }
    }
  }

  private func merged(_ list: [String], _ pairs: Set<Pair>) -> [String] {
    let joint = separator == "," ? ", " : separator
    var merged: [String] = []
    var last: String?
    for piece in list {
      if let previous = last, pairs.contains(Pair(first: previous, second: piece)),
        let whole = merged.popLast()
      {
        merged.append(whole + joint + piece)
      } else {
        merged.append(piece)
      }
      last = piece
    }
    return merged
  }
}
