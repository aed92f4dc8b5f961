/// How far a suggestion has come.
private enum Stage: String {
  case open, agreed, deferred, rejected
  /// Turned down, and nobody wrote down why.
  case refused
  /// Carried out, and the group was not told.
  case untold
  /// Carried out and told; nobody asked whether it helped.
  case unasked
  /// Carried out, told, and for those who raised it the problem is gone or is still there.
  case solved, unsolved
}

/// A suggestion of the stock.
private struct Suggestion {
  let site: Site
  let marks: Marks
  let stage: Stage
  let words: [String: String]

  struct Marks {
    let kind: String
    let theme: String
    let level: String
    let owner: String
  }

  init(_ block: Block) throws(DemoError) {
    let header = block.marks.joined(separator: " | ")
    guard block.marks.count == 6, let site = Site(prefix: block.marks[0]),
      let stage = Stage(rawValue: block.marks[5])
    else { throw .unknownMark("site, six marks or stage", in: header) }
    self.site = site
    self.stage = stage
    marks = Marks(
      kind: block.marks[1], theme: block.marks[2], level: block.marks[3], owner: block.marks[4])
    var words: [String: String] = [:]
    var field = ""
    for line in block.lines {
      let start = ["said", "done", "evidence", "reason"].first { line.hasPrefix("\($0): ") }
      field = start ?? field
      let part = start == nil ? " " + line : String(line.dropFirst(field.count + 2))
      words[field, default: ""] += part
    }
    self.words = words
  }

  func text(_ field: String) -> String { words[field] ?? "" }
}

/// The days of a suggestion's way; those not reached are nil.
private struct Way {
  let raised: Day
  var decided: Day?
  var changed: Day?
  var told: Day?
  var due: Day?
}

/// The suggestions and what became of them, in the order in which each site raised them.
func suggestionsExport(_ programme: Programme) throws(DemoError) -> Export {
  var random = RandomSource(seed: programme.seed, purpose: "suggestions")
  var suggestions: [Suggestion] = []
  for stock in [hammersmithFulhamSuggestions, lincolnshireSuggestions, northMerseySuggestions] {
    for block in blocks(of: stock, markSeparator: " | ") {
      suggestions.append(try Suggestion(block))
    }
  }
  var rows: [[String]] = []
  for site in Site.allCases {
    let own = suggestions.filter { $0.site == site }
    let ways = own.map { drawWay($0.stage, programme.meetings(of: site), &random) }
    let order = own.indices.sorted { (ways[$0].raised, $0) < (ways[$1].raised, $1) }
    for (place, row) in order.enumerated() {
      let id = "\(site.prefix)-S\(padded(place + 1, to: 2))"
      rows.append(suggestionRow(id, own[row], ways[row]))
    }
  }
  return Export(
    name: "suggestions.csv", dialect: .shared,
    header: [
      "Suggestion ID", "Site", "Raised on", "Kind", "Theme", "Level", "Owner", "What people said",
      "Decision", "Decided on", "What was done", "Changed on", "Evidence", "Reason if not",
      "People told on", "Solved for those who raised it?", "Due",
    ], rows: rows)
}

/// Draws the gaps first, then a meeting early enough for the whole way to fit.
private func drawWay(
  _ stage: Stage, _ meetings: [Meeting], _ random: inout RandomSource
) -> Way {
  let toDecision = random.within(9...64)
  let toChange = random.within(21...118)
  let toTelling = random.within(6...44)
  let steps = steps(of: stage)
  let span = [toDecision, toChange, toTelling].prefix(steps).reduce(0, +)
  let possible = meetings.map(\.day).filter { $0 + span < Programme.end }
  let raised = random.pick(stage == .open ? Array(possible.suffix(7)) : possible)
  let decided = raised + toDecision
  var way = Way(raised: raised)
  if steps >= 1 { way.decided = decided }
  if steps >= 2 { way.changed = decided + toChange }
  if steps >= 3 { way.told = decided + toChange + toTelling }
  if stage == .rejected { way.told = decided + random.within(5...20) }
  if stage != .refused, stage != .rejected, steps > 0 || random.happens(0.4) {
    way.due = raised + 30 * random.within(3...7)
  }
  if let told = way.told, told > Programme.end { way.told = nil }
  return way
}

/// Decided, changed, told: how many of the three steps a stage has behind it.
private func steps(of stage: Stage) -> Int {
  switch stage {
  case .open: 0
  case .agreed, .deferred, .rejected, .refused: 1
  case .untold: 2
  case .unasked, .solved, .unsolved: 3
  }
}

private func suggestionRow(_ id: String, _ suggestion: Suggestion, _ way: Way) -> [String] {
  let marks = suggestion.marks
  let (decision, isSolved) =
    switch suggestion.stage {
    case .open: ("", "")
    case .deferred: ("Deferred", "")
    case .rejected, .refused: ("Rejected", "")
    case .agreed: ("Agreed", "")
    case .untold: ("Agreed", "Not asked")
    case .unasked: ("Agreed", "Not asked")
    case .solved: ("Agreed", "Yes")
    case .unsolved: ("Agreed", "No")
    }
  let days = [way.raised, way.decided, way.changed, way.told, way.due].map { $0?.iso ?? "" }
  return [
    id, suggestion.site.name, days[0], marks.kind, marks.theme, marks.level, marks.owner,
    suggestion.text("said"), decision, days[1], suggestion.text("done"), days[2],
    suggestion.text("evidence"), suggestion.text("reason"), days[3], isSolved, days[4],
  ]
}
