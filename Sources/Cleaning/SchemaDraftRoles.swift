import EvaluationData

/// The columns that may play a part of which a pipeline knows; of several the likeliest.
func draftedRoles(of columns: [DraftedColumn]) -> [DraftedRole] {
  DraftedRole.Part.allCases.compactMap { part in
    let scores = columns.map { ($0, part.score(of: $0)) }
    let best = scores.map(\.1).max() ?? 0
    guard best > 0, let column = scores.first(where: { $0.1 == best })?.0 else { return nil }
    return DraftedRole(part: part, column: column.name)
  }
}

extension DraftedRole.Part {
  /// How likely a column plays the part; 0 when it cannot.
  fileprivate func score(of column: DraftedColumn) -> Int {
    let heading = HeadingWords(column.heading)
    switch (self, column.kind) {
    case (.person, .id), (.person, .nhsNumber):
      return heading.saysPerson ? 3 : heading.saysID && column.isUnique ? 2 : 0
    case (.site, .category(let levels)):
      return heading.saysSite && levels.count > 1 ? heading.has("site") ? 2 : 1 : 0
    case (.wave, .category(let levels)):
      let isWave = levels.count > 1 && levels.allSatisfy { waves.contains(foldedLevel($0.text)) }
      return isWave ? 2 : heading.saysWave && levels.count > 1 ? 1 : 0
    case (.freeText, .freeText): return column.filled
    case (.consentToQuote, .boolean): return heading.saysQuoting ? 1 : 0
    default: return 0
    }
  }
}

private let waves: Set<String> = [
  "baseline", "follow up", "followup", "midpoint", "mid point", "end", "endline", "exit", "before",
  "after", "pre", "post", "start", "wave 1", "wave 2", "wave 3", "time 1", "time 2", "time 3",
  "t0", "t1", "t2", "t3", "3 months", "6 months", "12 months",
]

extension [DraftedColumn] {
  /// With a question on columns of which no file has both, such as `Gender` and `Sex`.
  func withSharedChecks(files: Int) -> [DraftedColumn] {
    var columns = self
    for (index, column) in enumerated() where !column.lackingFiles.isEmpty {
      for earlier in self[..<index] where earlier.mayBeSame(as: column, files: files) {
        columns[index].checks.append(
          "Is it the same as \(earlier.name)? No file has both. If so, delete this block and "
            + "give that one both headings: `countin: {header: [\(quoted(earlier.heading)), "
            + "\(quoted(column.heading))]}`.")
      }
    }
    return columns
  }

  private func quoted(_ heading: String) -> String {
    "\"" + heading.split(separator: "\"").joined(separator: "\\\"") + "\""
  }
}

extension DraftedColumn {
  fileprivate func mayBeSame(as other: DraftedColumn, files: Int) -> Bool {
    guard Set(lackingFiles).union(other.lackingFiles).count == files,
      Set(lackingFiles).isDisjoint(with: other.lackingFiles)
    else { return false }
    switch (kind, other.kind) {
    case (.category(let first), .category(let second)):
      return !Set(first.map(\.name)).isDisjoint(with: second.map(\.name))
    case (.boolean, .boolean), (.date, .date), (.id, .id), (.number, .number),
      (.freeText, .freeText):
      return !Set(HeadingWords(heading).words).isDisjoint(with: HeadingWords(other.heading).words)
    default: return false
    }
  }
}
