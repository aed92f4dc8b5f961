/// The rows below the headings found so far that are headings too.
struct HeaderContinuation {
  let count: Int
  /// Those of them that only differ from the data below in kind.
  var doubtful: Range<Int> = 0..<0

  init(of rows: [ShapeRow], from start: Int, after end: Int, isCautious: Bool) {
    // The import ids are the last row of headings wherever they are.
    let reach = min(rows.count, start + mostHeaderRows)
    if let ids = (end..<max(end, reach)).last(where: { holdsImportIds(rows[$0]) }) {
      count = ids + 1 - end
      return
    }
    var accepted = end
    var place = end
    while place < reach {
      // What is left below must be enough to compare with. Under a heading at the left, a row
      // without one may be followed by more headings.
      let columns =
        rows[place].kind(0) == .empty && rows[start].kind(0) != .empty
        ? evidence(below: place, of: rows) : ColumnEvidence(rows, from: place + 1)
      if rows[place].isBlank || rows[place].isRule {
        place += 1
        if rows[place - 1].isRule { accepted = place }
        continue
      }
      let above = Array(rows[start..<accepted])
      let row = NextRow(above: above, row: rows[place], below: rows[(place + 1)...], columns)
      let judgement = row.judgement(isCautious: isCautious)
      guard judgement != .answers else { break }
      place += 1
      accepted = place
      if judgement == .perhapsHeadings {
        doubtful = (doubtful.isEmpty ? place - 1 : doubtful.lowerBound)..<place
      }
    }
    count = accepted - end
  }
}

/// A row below headings that may go on with them.
private struct NextRow {
  let above: [ShapeRow]
  let row: ShapeRow
  let below: ArraySlice<ShapeRow>
  let columns: ColumnEvidence

  enum Judgement { case answers, perhapsHeadings, headings }

  init(
    above: [ShapeRow], row: ShapeRow, below: ArraySlice<ShapeRow>, _ columns: ColumnEvidence
  ) {
    self.above = above
    self.row = row
    self.below = below
    self.columns = columns
  }

  func judgement(isCautious: Bool) -> Judgement {
    guard let last = above.last, let first = above.first else { return .answers }
    let votes = columns.votes(row)
    // Answers may be alike row after row: only a difference to the data below,
    // or the wanted headings themselves, make a repetition one of headings.
    if repeats(last, row), isCautious || votes.heading > votes.data { return .headings }
    // A lone cell at the left opens a section of the data.
    guard row.filled >= 2 || row.kind(0) == .empty else { return .answers }
    guard votes.data == 0, !row.kinds.contains(where: \.isDataLike) else { return .answers }
    // Below a heading over several columns the parts are named.
    let gaps = first.kinds.indices.filter { column in
      above.allSatisfy { $0.kind(column) == .empty }
    }
    let filledGaps = gaps.count { row.kind($0) != .empty }
    if filledGaps > 0 {
      if votes.heading > 0, !isCautious { return .headings }
      let isNameless = row.kind(0) == .empty && first.kind(0) != .empty
      if filledGaps * 10 >= gaps.count * 8, isNameless { return .headings }
    }
    if holdsAnswers { return .answers }
    guard columns.rows >= 2 || votes.heading >= 3, votes.heading > 0, haveDifferentTexts(row) else {
      let isNamed = votes.heading > 0 && row.kind(0) == .empty && columns.rows >= 2
      return !isCautious && isNamed ? .perhapsHeadings : .answers
    }
    if row.filled * 5 >= last.filled * 4, votes.heading * 2 >= columns.voters {
      let isEnough = !isCautious || votes.heading >= 3 && columns.rows >= 3
      return isEnough ? .perhapsHeadings : .answers
    }
    return !isCautious && row.kind(0) == .empty ? .perhapsHeadings : .answers
  }

  /// Whether a cell is what people answer, or stands in a row below as well.
  private var holdsAnswers: Bool {
    row.kinds.indices.contains { column in
      guard row.kind(column) != .empty else { return false }
      if row.kind(column) == .missing { return true }
      if usualAnswers.contains(foldedHeading(row.text(column))) { return true }
      return below.contains { other in
        column < other.fields.count && other.fields[column] == row.fields[column]
          && !resembles(row, other)
      }
    }
  }
}

/// Answers that no heading consists of.
private let usualAnswers: Set<String> = [
  "refused", "refuse", "declined", "unknown", "not known", "don't know", "dont know",
  "do not know", "not sure", "unsure", "undecided", "none", "nothing", "nil", "blank", "missing",
  "not stated", "not given", "not provided", "not recorded", "not disclosed", "not applicable",
  "not asked", "not answered", "no answer", "no response", "no reply", "no comment",
  "prefer not to say", "prefer not to answer", "would rather not say", "rather not say",
  "withheld", "tbc", "tba", "tbd", "to be confirmed", "pending", "unable to answer",
  "too many to count", "yes", "no", "maybe", "true", "false",
  "strongly agree", "agree", "tend to agree", "neither agree nor disagree", "neither", "neutral",
  "tend to disagree", "disagree", "strongly disagree",
  "very good", "good", "fair", "poor", "very poor", "excellent", "bad",
  "very satisfied", "satisfied", "dissatisfied", "very dissatisfied",
  "always", "often", "sometimes", "rarely", "never",
  "very likely", "likely", "unlikely", "very unlikely", "a lot", "a little", "not at all",
  "better", "worse", "the same", "male", "female", "man", "woman",
]

/// Whether a row says again what the one above says.
private func repeats(_ first: ShapeRow, _ second: ShapeRow) -> Bool {
  guard first.filled >= 2 else { return false }
  let same = zip(first.fields, second.fields).count { $0 == $1 && !$0.isEmpty }
  return same * 5 >= first.filled * 4
}

private func haveDifferentTexts(_ row: ShapeRow) -> Bool {
  let texts = zip(row.fields, row.kinds).filter { $0.1 != .empty && $0.1 != .missing }
  guard let first = texts.first?.0 else { return false }
  return texts.contains { $0.0 != first }
}
