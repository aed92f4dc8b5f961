extension MultiSelect {
  /// Two lists of choices that are the same text when they are joined; nil when there are none.
  ///
  /// Where there are none, every joined text can be cut in one way only.
  ///
  /// - Reference: Sardinas and Patterson (1953), A necessary and sufficient condition for the
  ///   unique decomposition of coded messages.
  package func readingsAlike(
    joinedBy separator: String
  ) -> (first: [String], second: [String])? {
    let words = choices.indices.flatMap { choice in
      texts(of: choice).map { JoinedWord($0, of: choice, separator) }
    }.filter { !$0.pieces.isEmpty }
    guard words.contains(where: { $0.pieces.count > 1 }) else { return nil }
    var ahead: [ReadingsAhead] = []
    for short in words {
      for long in words where long.pieces.count > short.pieces.count {
        if long.pieces.starts(with: short.pieces) {
          ahead.append(
            ReadingsAhead(
              rest: long.pieces.dropFirst(short.pieces.count), behind: [short], before: [long]))
        }
      }
    }
    var seen: Set<ReadingsAhead.State> = []
    while let next = ahead.popLast(), seen.count < ReadingsAhead.mostStates {
      guard seen.insert(next.state).inserted else { continue }
      // Nobody makes a choice twice.
      for word in words where !next.behind.contains(where: { $0.choice == word.choice }) {
        let added = next.behind + [word]
        if next.rest.elementsEqual(word.pieces) {
          guard Set(added.map(\.choice)) != Set(next.before.map(\.choice)) else { continue }
          return (next.before.map(\.text), added.map(\.text))
        }
        if next.rest.starts(with: word.pieces) {
          let rest = next.rest.dropFirst(word.pieces.count)
          ahead.append(ReadingsAhead(rest: rest, behind: added, before: next.before))
        } else if word.pieces.starts(with: next.rest) {
          let rest = word.pieces.dropFirst(next.rest.count)
          ahead.append(ReadingsAhead(rest: rest, behind: next.before, before: added))
        }
      }
    }
    return nil
  }
}

/// Two readings of the beginning of a text, of which one goes further.
private struct ReadingsAhead {
  struct State: Hashable {
    let rest: [String]
    let behind: Set<Int>
    let before: Set<Int>
  }

  /// Choices of people are few; this is for lists that nobody would write.
  static let mostStates = 20_000

  /// What the further one has more.
  let rest: ArraySlice<String>
  let behind: [JoinedWord]
  let before: [JoinedWord]

  var state: State {
    State(
      rest: Array(rest), behind: Set(behind.map(\.choice)), before: Set(before.map(\.choice)))
  }
}

/// A text of a choice, cut wherever the separator stands.
private struct JoinedWord {
  let text: String
  let choice: Int
  let pieces: ArraySlice<String>

  init(_ text: String, of choice: Int, _ separator: String) {
    self.text = text
    self.choice = choice
    pieces = text.split(separator: separator).map(foldedLevel).filter { !$0.isEmpty }[...]
  }
}
