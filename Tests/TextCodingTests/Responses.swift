import EvaluationData
import TextCoding

/// A table of responses, and the shortest ways to have them coded.
enum Responses {
  /// One text column, `comment`; nil is a cell without an answer.
  static func table(_ texts: [String?], site: [Cell<Int>] = []) -> Table {
    var reasons = MissingReasons()
    var addresses = RowAddresses()
    addresses.begin(file: "comments.csv")
    for (row, text) in texts.enumerated() {
      reasons.append(text == nil ? .skipped : nil)
      addresses.append(line: row + 2)
    }
    let comments = TextCells(texts: TextColumn(texts.map { $0 ?? "" }), reasons: reasons)
    var sites = CategoryColumn(levels: [Named("north"), Named("south")])
    for cell in site { sites.append(cell) }
    return Table(
      name: Named("comments"),
      columns: [
        Column(name: Named("comment"), cells: .text(comments)),
        Column(name: Named("site"), cells: .category(sites)),
      ],
      addresses: addresses, loadedRows: texts.count)
  }

  static func rule(
    _ match: [String], unless: [String] = [], conditions: [TaggingRule.Condition] = [],
    negated: Negated = .ignore
  ) throws -> TaggingRule {
    var rule = TaggingRule(
      match: try match.map { try Pattern($0) }, unless: try unless.map { try Pattern($0) },
      conditions: conditions)
    rule.negated = negated
    return rule
  }

  static func frame(_ codes: [(name: String, rules: [TaggingRule])]) -> CodeFrame {
    CodeFrame(codes: codes.map { Code(name: Named($0.name), definition: "", rules: $0.rules) })
  }

  static func coded(
    _ texts: [String?], by frame: CodeFrame, width: Int = 1
  ) async throws -> CodedText {
    try await code(table(texts), column: "comment", by: frame, width: width)
  }

  /// What a pattern finds in a text, as the stretches of the text.
  static func found(
    _ pattern: String, unless: [String] = [], in text: String
  ) async throws -> [String] {
    let frame = frame([("theme", [try rule([pattern], unless: unless)])])
    let coded = try await coded([text], by: frame)
    return words(of: coded.matches, in: text)
  }

  /// The stretches of a text in which matches were found.
  static func words(of matches: [Match], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return matches.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// The names of the codes of each row.
  static func codes(_ coded: CodedText) -> [[String]] {
    (0..<coded.codes.count).map { row in
      coded.codes.choices.indices.filter { coded.codes.contains($0, row: row) }
        .map { coded.codes.choices[$0].name }
    }
  }
}
