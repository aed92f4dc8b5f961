import EvaluationData

/// Tells what stands between joined choices by all cells of a file.
struct SeparatorEvidence {
  /// In the order of preference where cells do not tell.
  private static let candidates = [";", "|", "\n", ", ", ","]

  /// The texts of some rows, each once.
  private let texts: [String]
  /// What the tool that wrote them is known to write.
  private let usual: [String]

  init(_ texts: [String], usual: [String] = []) {
    self.texts = texts
    self.usual = usual
  }

  /// The separator under which most choices are found.
  func joinedChoices(_ schema: ColumnSchema, _ question: MultiSelect) -> JoinedChoices {
    if let separator = question.separator {
      return JoinedChoices(schema, question, separator: separator)
    }
    let others = SeparatorEvidence.candidates.filter { !usual.contains($0) }
    let candidates = usual.filter { $0 != " " } + others
    var best = JoinedChoices(schema, question, separator: candidates[0])
    var most = found(by: best)
    for separator in candidates.dropFirst() {
      let other = JoinedChoices(schema, question, separator: separator)
      let count = found(by: other)
      if count > most { (best, most) = (other, count) }
    }
    // Names as form builders give them have no spaces, and are joined with them.
    if question.hasNamesWithoutSpaces {
      let spaced = JoinedChoices(schema, question, separator: " ")
      let cuts = texts.map(spaced.cut)
      let isWhole = cuts.allSatisfy { $0.rest.isEmpty }
      if isWhole, cuts.reduce(0, { $0 + $1.choices.count }) > most { return spaced }
    }
    return best
  }

  private func found(by joined: JoinedChoices) -> Int {
    texts.reduce(0) { $0 + joined.cut($1).choices.count }
  }
}

extension MultiSelect {
  /// Whether each choice has a text of one word.
  fileprivate var hasNamesWithoutSpaces: Bool {
    choices.indices.allSatisfy { choice in
      texts(of: choice).contains { !$0.contains(where: \.isWhitespace) }
    }
  }
}
