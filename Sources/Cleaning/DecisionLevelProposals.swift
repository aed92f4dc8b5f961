package import EvaluationData

/// A level that a text nearly is, for a person to accept or not.
package struct LevelProposal: Sendable, Hashable {
  package let source: String
  package let column: String
  /// The text of the first row that has it, trimmed.
  package let text: String
  /// The name of the level that is nearest.
  package let level: String
  /// How many rows have a text that folds to the same.
  package let rows: Int

  package init(source: String, column: String, text: String, level: String, rows: Int) {
    self.source = source
    self.column = column
    self.text = text
    self.level = level
    self.rows = rows
  }
}

/// The texts of a source that no level fits and that nearly are one.
///
/// Call it with the schema that has the accepted decisions, on rows whose people have
/// not withdrawn: a proposal shows a cell's text. In order of column and first row.
package func proposedLevels(in source: SourceTable, schema: SourceSchema) -> [LevelProposal] {
  schema.columns.flatMap { column -> [LevelProposal] in
    guard case .category(let levels, let also) = column.kind,
      let texts = source.column(column.name.name)
    else { return [] }
    let reader = LevelReader(column, levels: levels, also: also)
    let near = NearLevels(levels: levels, also: also)
    return unknownTexts(texts, reader).compactMap { text, rows in
      near.level(for: text).map { level in
        LevelProposal(
          source: schema.source.name, column: column.name.name, text: text,
          level: levels[level].name, rows: rows)
      }
    }
  }
}

/// The texts that no level fits with their number of rows, in order of their first row.
private func unknownTexts(
  _ texts: SourceColumn, _ reader: LevelReader
) -> [(text: String, rows: Int)] {
  var found: [(text: String, rows: Int)] = []
  var places: [String: Int] = [:]
  func add(_ text: String, rows: Int) {
    guard reader.read(text).problem?.kind == .unknownLevel,
      !text.unicodeScalars.contains(where: { $0.value == SourceTable.damagedLetter })
    else { return }
    let folded = foldedLevel(text)
    if let place = places[folded] {
      found[place].rows += rows
    } else {
      places[folded] = found.count
      found.append((text.trimmingWhiteSpace, rows))
    }
  }
  switch texts.storage {
  case .distinct(let codes, let distinct):
    // Reads each text once, in the order in which the rows bring them.
    var rows = [Int](repeating: 0, count: distinct.count)
    var inOrder: [Int] = []
    for (row, code) in codes.enumerated() where !texts.isNotAsked(row) {
      if rows[Int(code)] == 0 { inOrder.append(Int(code)) }
      rows[Int(code)] += 1
    }
    for code in inOrder { add(distinct[code], rows: rows[code]) }
  case .each(let each):
    for row in 0..<each.count where !texts.isNotAsked(row) { add(each[row], rows: 1) }
  }
  return found
}

/// Finds the one level that a text nearly is.
///
/// Distances are counted in letters after folding, to the nearest of a level's name,
/// label and listed spellings. A text is near a level when
/// - one letter in three may differ, and one always may, but never all;
/// - every other level is at least two letters farther away, so that one slip more
///   would not have made it another level;
/// - it has the same digits: 18–25 is no misspelling of 18–24.
struct NearLevels {
  private struct Spelling {
    let level: Int
    let text: String
    let letterCount: Int
    let digits: [Unicode.Scalar]
  }

  static let margin = 2
  private var spellings: [Spelling] = []

  static func threshold(letterCount: Int) -> Int { max(1, letterCount / 3) }

  init(levels: [Named], also: [String: String]) {
    for (index, level) in levels.enumerated() {
      // In no order that shows: only the least distance of a level counts.
      let listed = also.filter { $0.value == level.name }.map(\.key)
      for text in Set(([level.name, level.label] + listed).map { foldedLevel($0) }) {
        spellings.append(
          Spelling(
            level: index, text: text, letterCount: text.count, digits: NearLevels.digits(text)))
      }
    }
  }

  func level(for text: String) -> Int? {
    let folded = foldedLevel(text)
    let letterCount = folded.count
    let digits = NearLevels.digits(folded)
    let threshold = NearLevels.threshold(letterCount: letterCount)
    // What is farther than this decides nothing.
    let reach = threshold + NearLevels.margin
    var best: (level: Int, distance: Int)?
    var distances: [Int: Int] = [:]
    for spelling in spellings where abs(spelling.letterCount - letterCount) <= reach {
      let distance = editDistance(folded, spelling.text)
      distances[spelling.level] = min(distance, distances[spelling.level] ?? Int.max)
      guard spelling.digits == digits, distance <= threshold,
        distance < min(letterCount, spelling.letterCount)
      else { continue }
      if distance < best?.distance ?? Int.max { best = (spelling.level, distance) }
    }
    guard let best else { return nil }
    let isAlone = distances.allSatisfy { level, distance in
      level == best.level || distance >= best.distance + NearLevels.margin
    }
    return isAlone ? best.level : nil
  }

  private static func digits(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.numericType != nil }
  }
}

extension SourceColumn {
  /// Whether the row stands in a file that does not have this column.
  func isNotAsked(_ row: Int) -> Bool { notAsked.contains { $0.contains(row) } }
}
