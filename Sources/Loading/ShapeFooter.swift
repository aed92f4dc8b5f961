/// The rows at the end of the last records that are no data, from top to bottom.
///
/// The records are all there are below the headings if `isAllData`; a doubtful
/// row stays data if `isCautious`.
func shapeFooters(
  in records: [ShapeRecord], isAllData: Bool, columns: ColumnEvidence, isCautious: Bool
) -> [DetectedShape.Footer] {
  let rows = records.suffix(isAllData ? records.count : mostTailRows).map(ShapeRow.init)
  var footers: [DetectedShape.Footer] = []
  // One-cell rows for which a blank row or a telling word is still to come.
  var pending = 0
  var place = rows.count
  // The first row below the headings is never a footer: a table is not all notes.
  while place > 1, footers.count(where: { $0 != .blank }) < mostTailRows {
    place -= 1
    let row = rows[place]
    if row.isBlank || row.isRule {
      footers.append(contentsOf: repeatElement(.note, count: pending))
      pending = 0
      footers.append(.blank)
      continue
    }
    if isTotal(row, above: rows[..<place], isAllData: isAllData, columns, isCautious) {
      guard pending == 0 else { break }
      footers.append(.total)
      continue
    }
    guard let column = row.onlyColumn, columns.usualFilled >= 2,
      columns.vote(row, column) != .data
    else { break }
    pending += 1
    let isNote = opensNote(row.text(column)) && column == 0
    if row.followsBlankLine || isNote {
      footers.append(contentsOf: repeatElement(.note, count: pending))
      pending = 0
    } else if !isCautious, column == 0, columns.vote(row, 0) == .heading,
      row.kinds[0] != .word, row.fields[0].count >= 20
    {
      footers.append(contentsOf: repeatElement(.note, count: pending))
      pending = 0
    }
  }
  return footers.reversed()
}

private let mostTailRows = 30

/// Which of the last rows that count as data look like a total or a note, from the end: their
/// first cell has the word for it, and others are empty.
func doubtfulRows(
  in records: [ShapeRecord], footers: Int, columns: ColumnEvidence
) -> [Int] {
  let rows = records.dropLast(footers).suffix(mostDoubtfulRows).map(ShapeRow.init)
  guard records.count - footers > 1 else { return [] }
  return rows.indices.filter { place in
    let row = rows[place]
    guard row.filled < columns.usualFilled,
      let label = row.kinds.firstIndex(where: { $0 != .empty })
    else { return false }
    let text = row.text(label)
    return label == 0 && (opensNote(text) || beginsWithTotal(text) || isSignature(text))
  }.map { rows.count - $0 }
}

private let mostDoubtfulRows = 5

/// Whether a text is a word for a total, alone or with more behind it.
private func beginsWithTotal(_ text: String) -> Bool {
  let words = text.lowercased().split { !$0.isLetter }
  let totals = [
    "total", "totals", "sum", "average", "mean", "median", "subtotal", "sd", "max", "min",
  ]
  guard let first = words.first else { return false }
  if ["all", "grand", "overall"].contains(first), words.count > 1 {
    return words[1] == "total" || words[1] == "sites" || words[1] == "rows"
  }
  return totals.contains(String(first)) && words.count <= 4 || text.hasPrefix("n = ")
    || text.hasPrefix("n=")
}

private func isSignature(_ text: String) -> Bool {
  ["signed:", "signed by", "signature", "printed ", "page ", "key:", "date printed"].contains {
    text.lowercased().hasPrefix($0)
  }
}

/// Whether a text says how many rows there are, as in `(2 rows)`.
private func countsRows(_ text: String) -> Bool {
  let words = text.drop { $0 == "(" }.split(separator: " ", maxSplits: 2)
  guard words.count >= 2, words[0].allSatisfy({ $0.isNumber || $0 == "," }) else { return false }
  let nouns = ["row", "record", "result", "entry", "entries", "response"]
  guard nouns.contains(where: { words[1].hasPrefix($0) }) else { return false }
  // Somebody's own words may begin so, too.
  let verbs = ["in ", "returned", "found", "selected", "exported", "shown", "displayed", "total"]
  return words.count == 2 || verbs.contains { words[2].lowercased().hasPrefix($0) }
}

/// Whether a text says that there are no rows, as in `No records found`.
private func saysNothing(_ text: String) -> Bool {
  let text = text.lowercased().drop { $0 == "(" }
  let beginnings = ["no ", "0 ", "there are no ", "there were no ", "nothing ", "none "]
  return beginnings.contains { text.hasPrefix($0) }
}

/// Whether the only row below headings of several columns is a sentence instead of rows.
func isNoRow(_ record: ShapeRecord, below headings: ShapeRecord) -> Bool {
  let row = ShapeRow(record)
  return row.onlyColumn == 0 && ShapeRow(headings).filled >= 2 && saysNothing(row.text(0))
}

/// Whether a text begins as notes below a table do.
private func opensNote(_ text: String) -> Bool {
  let text = text.lowercased()
  if countsRows(text) { return true }
  let signs = ["*", "# ", "†", "‡", "©", "¹", "(c) ", "(1)", "[1]", "--", "=="]
  if signs.contains(where: text.hasPrefix) { return true }
  let words = [
    "source", "sources", "note", "notes", "footnote", "report generated", "report run", "generated",
    "printed on", "exported", "created by", "created on", "copyright", "end of report",
    "end of file", "last updated", "data as of", "n.b.", "quelle", "hinweis", "anmerkung",
    "stand:", "bron", "fuente", "nota:", "fonte",
  ]
  return words.contains { word in
    guard text.hasPrefix(word) else { return false }
    guard let next = text.dropFirst(word.count).first else { return true }
    return !next.isLetter
  }
}

/// Whether a row adds up the rows above it, by its label or by its figures.
private func isTotal(
  _ row: ShapeRow, above: ArraySlice<ShapeRow>, isAllData: Bool, _ columns: ColumnEvidence,
  _ isCautious: Bool
) -> Bool {
  guard let label = row.kinds.firstIndex(where: { $0 != .empty }) else { return false }
  let others = row.kinds.indices.dropFirst(label + 1).filter { row.kinds[$0] != .empty }
  if row.kinds[label] == .word || row.kinds[label] == .text, isTotalWord(row.text(label)) {
    guard others.allSatisfy({ row.kinds[$0] == .number || row.kinds[$0] == .missing }) else {
      return false
    }
    let numbers = others.filter { row.kinds[$0] == .number }
    guard isCautious else { return !numbers.isEmpty || columns.vote(row, label) == .heading }
    // An answer may read "Total": only figures as large as a total has count.
    return !numbers.isEmpty && numbers.allSatisfy { isAtLeastAll(row, above, $0) }
  }
  // Without a label only figures that are the very sums will do.
  guard isAllData, above.count >= 3, row.kinds[0] == .empty, columns.usualFilled > row.filled
  else { return false }
  let cells = row.kinds.indices.filter { row.kinds[$0] != .empty }
  guard cells.allSatisfy({ row.kinds[$0] == .number }) else { return false }
  return cells.allSatisfy { column in
    let values = above.compactMap { number($0, column) }
    guard values.count >= 3, let total = number(row, column), total != 0 else { return false }
    let sum = values.reduce(0, +)
    return abs(sum - total) <= 1e-6 * abs(total)
  }
}

private func isTotalWord(_ text: String) -> Bool {
  let word = text.lowercased().filter { $0.isLetter || $0 == " " }
  return [
    "total", "totals", "grand total", "sum", "average", "averages", "mean", "overall total",
    "subtotal", "summe", "gesamt",
    "gesamtsumme", "somme", "total général", "totaal", "totale", "suma", "total general",
  ].contains(withoutOuterSpace(word))
}

private func isAtLeastAll(_ row: ShapeRow, _ above: ArraySlice<ShapeRow>, _ column: Int) -> Bool {
  guard let total = number(row, column) else { return false }
  let values = above.compactMap { number($0, column) }
  return !values.isEmpty && values.allSatisfy { abs($0) <= abs(total) }
}

/// The value of a cell that is a number; the last comma or point with other than
/// three digits behind it is the decimal one.
private func number(_ row: ShapeRow, _ column: Int) -> Double? {
  guard row.kind(column) == .number else { return nil }
  var digits = ""
  var isNegative = false
  let text = row.text(column)
  let lastMark = text.lastIndex { $0 == "," || $0 == "." }
  for index in text.indices {
    let character = text[index]
    if character == "-" || character == "(" { isNegative = true }
    if character.isASCII, character.isNumber { digits.append(character) }
    guard index == lastMark else { continue }
    let behind = text[text.index(after: index)...].count { $0.isNumber }
    let isOnlyMark = text.count { $0 == character } == 1
    if behind != 3 || character == "." && isOnlyMark { digits.append(".") }
  }
  return Double(digits).map { isNegative ? -$0 : $0 }
}
