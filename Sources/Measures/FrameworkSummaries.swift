import EvaluationData

extension FrameworkMatrix {
  /// Puts summaries into their cells, and tells of those that do not fit.
  mutating func take(_ summaries: [FrameworkSummary]) -> [Problem] {
    var problems: [Problem] = []
    var taken: [Place: FrameworkSummary] = [:]
    var contradicted: Set<Place> = []
    let places = PlacesByName(self)
    for summary in summaries where !summary.text.isEmpty {
      guard let place = places.place(of: summary) else {
        problems.append(
          Problem(
            .staleDecision, at: summary.address,
            expected: "a case and a theme of the framework matrix"))
        continue
      }
      if let other = taken[place], other.text != summary.text {
        contradicted.insert(place)
        problems.append(
          Problem(
            .contradictingDecisions, at: summary.address,
            expected: "the same summary as in \(other.address.file), line \(other.address.line)"))
      }
      // Of two with one text, the one that fits what was said counts.
      if taken[place] == nil || isStale(taken[place], at: place) { taken[place] = summary }
    }
    for (place, summary) in taken.sorted(by: { $0.key < $1.key })
    where !contradicted.contains(place) {
      cells[place.caseIndex][place.theme].summary = summary.text
      guard isStale(summary, at: place) else { continue }
      cells[place.caseIndex][place.theme].isStale = true
      problems.append(
        Problem(
          .staleSummary, at: summary.address,
          expected: "a summary of what is said there now"))
    }
    return problems
  }

  private struct Place: Hashable, Comparable {
    let caseIndex: Int
    let theme: Int

    static func < (first: Place, second: Place) -> Bool {
      (first.caseIndex, first.theme) < (second.caseIndex, second.theme)
    }
  }

  /// Where the cells stand, by what people call them.
  private struct PlacesByName {
    private var cases: [String: Int] = [:]
    private var themes: [String: Int] = [:]

    init(_ matrix: FrameworkMatrix) {
      for (index, name) in matrix.cases.enumerated() {
        cases[Self.folded(name)] = cases[Self.folded(name)] ?? index
      }
      // A label goes before a name in files that is the same.
      for label in [\Named.label, \Named.name] {
        for (index, theme) in matrix.themes.enumerated() {
          let name = Self.folded(theme.name[keyPath: label])
          themes[name] = themes[name] ?? index
        }
      }
    }

    func place(of summary: FrameworkSummary) -> Place? {
      guard let caseIndex = cases[Self.folded(summary.caseName)],
        let theme = themes[Self.folded(summary.theme)]
      else { return nil }
      return Place(caseIndex: caseIndex, theme: theme)
    }

    private static func folded(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private func isStale(_ summary: FrameworkSummary?, at place: Place) -> Bool {
    guard let basis = summary?.basis else { return false }
    return basis != FrameworkMatrix.basis(of: cells[place.caseIndex][place.theme].lines)
  }
}
