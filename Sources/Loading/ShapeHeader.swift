/// The headings of a table as found in the head of a file.
struct ShapeHeader {
  let start: Int
  let count: Int
  let layout: DetectedShape.Layout
  let names: [String]
  /// The names of the variables where the columns are named by what they mean.
  var otherNames: [String] = []
  /// The rows, counted from 0, that only differ from the data below in kind: they may be answers.
  var doubtful: Range<Int> = 0..<0
}

let mostHeaderRows = 5
/// A heading is no further down than this when it is known by its words.
private let mostTitleRows = 20

/// The rows that hold most of the wanted headings; nil when none of them is found.
func shapeHeader(of rows: [ShapeRow], holding wanted: [String]) -> ShapeHeader? {
  guard !wanted.isEmpty else { return nil }
  let wantedHeadings = WantedHeadings(wanted)
  var best: (found: Int, start: Int, count: Int)?
  for count in 1...3 {
    // Further rows of headings stand beside the one that holds most of them.
    let near = best.map { max(0, $0.start - 2)...$0.start + 2 }
    for start in rows.indices.prefix(mostTitleRows + 1) where start + count <= rows.count {
      if count > 1, near?.contains(start) == false { continue }
      if best?.found == wantedHeadings.count { break }
      let names = joinedNames(Array(rows[start..<(start + count)]))
      let found = wantedHeadings.found(among: names)
      if found > best?.found ?? 0 { best = (found, start, count) }
    }
  }
  guard let best else { return nil }
  let end = best.start + best.count
  let more = HeaderContinuation(of: rows, from: best.start, after: end, isCautious: true)
  let names = joinedNames(Array(rows[best.start..<end]))
  let all = Array(rows[best.start..<(end + more.count)])
  let layout: DetectedShape.Layout =
    all.contains(where: holdsImportIds) ? .qualtrics : all.count > 1 ? .stacked : .oneRow
  return ShapeHeader(
    start: best.start, count: all.count, layout: layout, names: names, doubtful: more.doubtful)
}

/// The headings told from data by the kinds of their cells.
func shapeHeaderByKinds(of rows: [ShapeRow]) -> ShapeHeader {
  if let ids = rows.prefix(mostTitleRows + 1).firstIndex(where: holdsImportIds), ids > 0 {
    let start = max(0, ids - 2)
    return ShapeHeader(
      start: start, count: ids + 1 - start, layout: .qualtrics,
      names: joinedNames([rows[start]]))
  }
  if let header = headerBelowComments(of: rows) { return header }
  guard let full = firstFullRow(of: rows) else {
    return ShapeHeader(start: 0, count: 0, layout: .headerless, names: [])
  }
  guard isHeading(rows, full) else {
    return ShapeHeader(start: full, count: 0, layout: .headerless, names: [])
  }
  var start = full
  while start > 0, full - start < mostHeaderRows - 1, spans(rows[start - 1], above: rows[start]),
    !rows[start].followsBlankLine
  { start -= 1 }
  let more = HeaderContinuation(of: rows, from: start, after: full + 1, isCautious: false)
  let all = Array(rows[start..<(full + 1 + more.count)])
  let layout: DetectedShape.Layout = all.count > 1 ? .stacked : .oneRow
  if areNamesAndLabels(all) {
    return ShapeHeader(
      start: start, count: all.count, layout: layout, names: joinedNames([all[1]]),
      otherNames: joinedNames([all[0]]), doubtful: more.doubtful)
  }
  return ShapeHeader(
    start: start, count: all.count, layout: layout, names: joinedNames(all),
    doubtful: more.doubtful)
}

/// The headings below lines that begin with `#`, if they are no headings themselves.
private func headerBelowComments(of rows: [ShapeRow]) -> ShapeHeader? {
  let count = rows.prefix(mostTitleRows).prefix { $0.text(0).hasPrefix("#") }.count
  guard count > 0, count < rows.count else { return nil }
  let last = rows[count - 1]
  let isSpaced = last.text(0).dropFirst().first?.isWhitespace ?? false
  let isAsWide = last.kinds.count > 1 && last.kinds.count == rows[count].kinds.count
  guard isSpaced || !isAsWide else { return nil }
  let header = shapeHeaderByKinds(of: Array(rows[count...]))
  guard header.count > 0 else { return nil }
  return ShapeHeader(
    start: count + header.start, count: header.count, layout: header.layout, names: header.names,
    otherNames: header.otherNames,
    doubtful: (count + header.doubtful.lowerBound)..<(count + header.doubtful.upperBound))
}

/// Whether the first row has the names of variables and the second what they mean.
private func areNamesAndLabels(_ rows: [ShapeRow]) -> Bool {
  guard rows.count == 2 else { return false }
  let columns = rows[0].kinds.indices
  let labels = columns.filter { rows[1].text($0).contains(" ") }
  return labels.count * 2 >= columns.count
    && columns.allSatisfy { column in
      rows[1].kind(column) != .empty && rows[0].kind(column) == .word
        && rows[0].text(column).allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
    }
}

/// The first row with at least half as many cells filled as rows have as a rule.
private func firstFullRow(of rows: [ShapeRow]) -> Int? {
  let several = rows.map(\.filled).filter { $0 > 1 }.sorted()
  guard !several.isEmpty else { return rows.firstIndex { $0.filled > 0 } }
  let usual = several[several.count / 2]
  guard let full = rows.firstIndex(where: { $0.filled > 1 && $0.filled * 2 >= usual }) else {
    return nil
  }
  // A title with a comma in it is as wide as it happens to be; the headings
  // below it are as wide as the data.
  var place = full
  while place + 2 < rows.count, place - full < mostHeaderRows {
    let below = rows.dropFirst(place + 2)
    let width = rows[place + 1].kinds.count
    let agreeing = below.count { $0.kinds.count == width }
    let columns = ColumnEvidence(rows, from: place + 2)
    let votes = columns.votes(rows[place + 1])
    guard rows[place].kinds.count != width, agreeing * 10 >= below.count * 9,
      !rows[place].hasInnerGap, votes.data == 0, votes.heading > 0
    else { break }
    place += 1
  }
  return place
}

/// Whether a row holds headings: it differs in kind from the columns below, or,
/// where no column tells, repeats nothing of them.
private func isHeading(_ rows: [ShapeRow], _ place: Int) -> Bool {
  let row = rows[place]
  let columns = evidence(below: place, of: rows)
  guard columns.rows > 0 else { return !row.kinds.contains(where: \.isDataLike) }
  let votes = columns.votes(row)
  if votes.data == 0, votes.heading > 0 { return true }
  if votes.data > 0 {
    if votes.heading > votes.data { return true }
    guard place + 1 < rows.count else { return false }
    let next = rows[place + 1]
    return isProgression(row) && (!isProgression(next) || areYears(row) && !areYears(next))
  }
  let body = rows[(place + 1)...]
  let alike = body.count { $0.fields == row.fields }
  if alike > 0, alike * 5 >= body.count { return false }
  let repeated = row.kinds.indices.count { column in
    guard row.kinds[column] != .empty else { return false }
    return body.contains { other in
      column < other.fields.count && other.fields[column] == row.fields[column]
        && !resembles(row, other)
    }
  }
  return repeated * 2 < row.filled
}

/// What the columns below a row have in common.
///
/// In a short file the next rows of headings would hide what the data are.
func evidence(below place: Int, of rows: [ShapeRow]) -> ColumnEvidence {
  var columns = ColumnEvidence(rows, from: place + 1)
  for skipped in 2..<mostHeaderRows where columns.voters == 0 && columns.rows > 1 {
    columns = ColumnEvidence(rows, from: place + skipped)
  }
  return columns
}

/// Whether two rows agree in so many cells that one repeats the other's headings.
func resembles(_ row: ShapeRow, _ other: ShapeRow) -> Bool {
  let same = zip(row.fields, other.fields).count { $0 == $1 && !$0.isEmpty }
  return row.fields == other.fields || same >= 2 && same * 2 >= row.filled && row.filled > 2
}

/// Whether the numbers of a row are years in order, or climb by equal steps.
private func isProgression(_ row: ShapeRow) -> Bool {
  var values: [Int] = []
  for (field, kind) in zip(row.fields, row.kinds) where kind == .number {
    guard let value = Int(withoutOuterSpace(String(decoding: field, as: UTF8.self))) else {
      return false
    }
    values.append(value)
  }
  guard values.count >= 2 else { return false }
  if values.allSatisfy({ (1500...2200).contains($0) }) {
    let pairs = zip(values, values.dropFirst())
    return pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 }
  }
  guard values.count >= 3 else { return false }
  let step = values[1].subtractingReportingOverflow(values[0])
  guard !step.overflow, step.partialValue != 0 else { return false }
  return zip(values, values.dropFirst()).allSatisfy { first, second in
    let next = second.subtractingReportingOverflow(first)
    return !next.overflow && next.partialValue == step.partialValue
  }
}

private func areYears(_ row: ShapeRow) -> Bool {
  let numbers = row.kinds.indices.filter { row.kinds[$0] == .number }
  return numbers.allSatisfy { (1500...2200).contains(Int(row.text($0)) ?? 0) }
}

/// Whether a sparse row stands as a second storey over the headings below it.
private func spans(_ upper: ShapeRow, above lower: ShapeRow) -> Bool {
  guard upper.filled >= 2, upper.filled < lower.filled else { return false }
  let isAnswered = lower.kind(0) == .empty && upper.kind(0) != .empty
  guard upper.hasInnerGap || isAnswered else { return false }
  guard upper.kinds.count <= lower.kinds.count + 1 else { return false }
  return upper.fields.allSatisfy { $0.count <= 300 }
}

/// Where the last heading over several columns ends.
///
/// Nothing in the file says so. But where all headings of a row have the same parts below them,
/// a column with another name is none of the last one's.
private func endOfLastGroup(_ row: ShapeRow, below: ArraySlice<ShapeRow>) -> Int {
  let starts = row.kinds.indices.filter { row.kinds[$0] != .empty }
  guard starts.count >= 2, let last = starts.last, let parts = below.first else { return .max }
  let others = Set((starts[0]..<last).map { foldedHeading(parts.text($0)) })
  var end = last
  while end < parts.kinds.count, others.contains(foldedHeading(parts.text(end))) { end += 1 }
  return end > last + 1 ? end : .max
}

/// The third row of a Qualtrics export: `{"ImportId":"QID1"}` in every cell.
func holdsImportIds(_ row: ShapeRow) -> Bool {
  let sign = Array("{\"ImportId\":".utf8)
  let ids = row.fields.count { $0.starts(with: sign) }
  return ids > 0 && ids * 2 >= row.filled
}

/// What survey programs write below a question that has one answer.
private let emptyWords: Set = ["response", "open-ended response"]

/// One name a column from all its rows, top to bottom.
private func joinedNames(_ rows: [ShapeRow]) -> [String] {
  let rows = rows.filter { !$0.isRule }
  return areLinesOfHeadings(rows) ? namesInLines(rows) : namesOfGroups(rows)
}

/// Whether nothing stands over several columns: each has a heading of its own in every row that
/// has another below it.
private func areLinesOfHeadings(_ rows: [ShapeRow]) -> Bool {
  let width = rows.map(\.fields.count).max() ?? 0
  return rows.dropLast().allSatisfy { row in
    row.filled == width && Set(row.kinds.indices.map { foldedHeading(row.text($0)) }).count == width
  }
}

/// The lines of each heading with a space between, as they stand.
private func namesInLines(_ rows: [ShapeRow]) -> [String] {
  let width = rows.map(\.fields.count).max() ?? 0
  return (0..<width).map { column in
    let lines = rows.map { $0.text(column) }
    let telling = lines.dropFirst().filter { !emptyWords.contains($0.lowercased()) }
    return (lines.prefix(1) + telling).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The heading of a group and that of its part, each text once.
///
/// A heading over several columns holds for the empty cells to its right, as
/// far as a lower row has names for them.
private func namesOfGroups(_ rows: [ShapeRow]) -> [String] {
  let width = rows.map(\.fields.count).max() ?? 0
  var parts = [[String]](repeating: [], count: width)
  for (level, row) in rows.enumerated() {
    let below = rows[(level + 1)...]
    let end = endOfLastGroup(row, below: below)
    var spanning = ""
    for column in 0..<width {
      var text = row.text(column)
      // What stands over several columns ends where something above it does.
      let opensGroup = rows[..<level].contains { $0.kind(column) != .empty }
      if !text.isEmpty || opensGroup || column >= end {
        spanning = text
      } else if below.contains(where: { $0.kind(column) != .empty }) {
        text = spanning
      }
      let addsNothing = level > 0 && emptyWords.contains(text.lowercased())
      if !text.isEmpty, !addsNothing, parts[column].last != text { parts[column].append(text) }
    }
  }
  return parts.map { $0.joined(separator: " - ") }
}
