import EvaluationData

/// Why one pattern finds something in a text, and whether that gives the code.
package struct Evidence: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    /// The code is given; under the rule's conditions, if it has any.
    case given
    /// A pattern of `unless` overlaps.
    case excluded(by: String, words: String)
    /// It is denied, or a longer match takes its place.
    case dropped
  }

  package let place: PatternPlace
  package let pattern: String
  /// The words found, and where they begin in the bytes of the text.
  package let words: String
  package let start: Int
  package let conditions: [TaggingRule.Condition]
  package let outcome: Outcome
}

/// What every pattern of a frame finds in a text, in order of code, rule and place.
///
/// Conditions on columns are told, not tested: a text alone has no columns.
package func explain(_ text: String, by frame: CodeFrame) async throws -> [Evidence] {
  let table = Table(text: text)
  let free = frame.withoutConditions
  let (single, places) = free.byPattern
  let given = Set(try await code(table, column: "text", by: single, width: 1).matches)
  let bare = single.withoutExceptions
  let found = try await code(table, column: "text", by: bare, width: 1).matches
  let exceptions = try await exceptions(of: free, in: table)
  let bytes = Array(text.utf8)
  func words(_ match: Match) -> String {
    String(decoding: bytes[match.start..<match.end], as: UTF8.self)
  }
  return found.map { match in
    let place = places[match.code][match.rule]
    let rule = frame.codes[place.code].rules[place.rule]
    var outcome = Evidence.Outcome.given
    if !given.contains(match) {
      let exception = exceptions.first {
        $0.place.code == place.code && $0.place.rule == place.rule
          && $0.match.start < match.end && match.start < $0.match.end
      }
      outcome =
        exception.map {
          .excluded(by: rule.unless[$0.place.pattern].text, words: words($0.match))
        } ?? .dropped
    }
    return Evidence(
      place: place, pattern: rule.text(ofPattern: place.pattern), words: words(match),
      start: match.start, conditions: rule.conditions, outcome: outcome)
  }
  .sorted { ($0.place, $0.start) < ($1.place, $1.start) }
}

/// What the patterns of `unless` find; `place.pattern` is the place in `unless`.
private func exceptions(
  of frame: CodeFrame, in table: Table
) async throws -> [(place: PatternPlace, match: Match)] {
  var places: [[PatternPlace]] = []
  var codes: [Code] = []
  for (code, item) in frame.codes.enumerated() {
    var own: [PatternPlace] = []
    var rules: [TaggingRule] = []
    for (rule, tagging) in item.rules.enumerated() {
      for (place, pattern) in tagging.unless.enumerated() {
        own.append(PatternPlace(code: code, rule: rule, pattern: place))
        rules.append(TaggingRule(match: [pattern], unless: [], conditions: []))
      }
    }
    places.append(own)
    codes.append(Code(name: item.name, definition: "", rules: rules))
  }
  let found = try await code(table, column: "text", by: CodeFrame(codes: codes), width: 1)
  return found.matches.map { (places[$0.code][$0.rule], $0) }
}

extension CodeFrame {
  /// The same rules for every row.
  fileprivate var withoutConditions: CodeFrame { mapRules { $0.conditions = [] } }

  /// The same rules where nothing undoes a match.
  fileprivate var withoutExceptions: CodeFrame {
    var frame = mapRules {
      $0.unless = []
      $0.negated = .ignore
    }
    frame.overlap = .all
    return frame
  }

  private func mapRules(_ change: (inout TaggingRule) -> Void) -> CodeFrame {
    var frame = self
    for code in codes.indices {
      for rule in codes[code].rules.indices { change(&frame.codes[code].rules[rule]) }
    }
    return frame
  }
}

extension Table {
  /// A table of one text that nobody loaded.
  fileprivate init(text: String) {
    var addresses = RowAddresses()
    addresses.begin(file: "")
    addresses.append(line: 1)
    let cells = TextCells(
      texts: TextColumn([text]), reasons: MissingReasons(presentRows: 1))
    self.init(
      name: Named("text"), columns: [Column(name: Named("text"), cells: .text(cells))],
      addresses: addresses, loadedRows: 1)
  }
}
