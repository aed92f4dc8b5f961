import EvaluationData

/// What to do with the workbook, and what becomes of it, for somebody who sees it first.
func writeGuide(
  _ list: FixItList, _ sections: [FixItSection], on sheet: Workbook.Sheet, _ book: inout Workbook
) {
  book.setWidth(100, column: 0, on: sheet)
  var row = 0
  for (text, format) in guide(list) {
    book.write(text, row: row, column: 0, as: format, on: sheet)
    if format == .subtitle { book.setHeight(28, row: row, on: sheet) }
    book.fitHeight(row: row, to: [(text, 100)], on: sheet)
    row += 1
  }
  for note in sections.compactMap({ section in
    section.cutNote.map { "\(section.sheet.name): \($0)" }
  }) {
    book.write(note, row: row, column: 0, as: .wrapped, on: sheet)
    book.fitHeight(row: row, to: [(note, 100)], on: sheet)
    row += 1
  }
  book.addTable(
    name: "owners",
    headings: [
      ("Sheet", .plainHeading), ("Problems", .plainNumberHeading),
      ("Entries", .plainNumberHeading),
    ], row: row, rowCount: sections.count, hasButtons: false, on: sheet)
  for (index, section) in sections.enumerated() {
    let place = row + 1 + index
    book.link(to: section.sheet, text: section.owner.label, row: place, column: 0, on: sheet)
    book.write(Double(section.problemCount), row: place, column: 1, as: .count, on: sheet)
    book.write(Double(section.fullCount), row: place, column: 2, as: .count, on: sheet)
  }
  for column in 1...2 { book.setWidth(12, column: column, on: sheet) }
  book.setFooter(list.title, on: sheet)
}

private func guide(_ list: FixItList) -> [(String, CellFormat)] {
  var lines: [(String, CellFormat)] = [("Problems to mend: \(list.title)", .title)]
  if let notice = list.notice { lines.append((notice, .subtitle)) }
  if let organisation = list.organisation { lines.append((organisation, .wrapped)) }
  lines += [
    ("As of \(list.asOf.spelledOut)", .wrapped),
    (
      "For the team only: this workbook shows what stands in the exports and may identify a "
        + "person. Give it only to those who may see the exports.", .wrapped
    ),
    ("In three steps", .subtitle),
    (
      "1. Open your sheet; the list below leads to it. An entry is one problem, or one text that is "
        + "wrong in many rows: the column Rows says in how many.", .wrapped
    ),
    (
      "2. Fill in the yellow cells. Under Correct value, type what should stand there, or choose "
        + "it from the list if the cell has an arrow. Under Reason, say how you know. Leave both "
        + "empty if you do not know.", .wrapped
    ),
    (
      "3. Save your sheet for CountIn: File, Save As, file type \"CSV UTF-8\", with a new name that "
        + "begins with corrections, such as \(fileName(list)). \(destination(list)) Excel saves "
        + "only the sheet that you see: do this for each sheet.", .wrapped
    ),
    ("What happens to corrections", .subtitle),
    (
      "The next run reads them and works with the correct values. Each change is listed in the "
        + "cleaning ledger. An entry with a file and a line number changes that "
        + "one cell. An entry without them changes every cell of the column in which the text "
        + "stands, also in later exports.", .wrapped
    ),
    (
      "The exports themselves are never changed. So keep every file of corrections: without it "
        + "the problems come back. Better still, mend the system that the exports come from.",
      .wrapped
    ),
    ("The sheets", .subtitle),
  ]
  return lines
}

/// Another name for each sheet and each run, so that none takes the place of another.
private func fileName(_ list: FixItList) -> String {
  let owner = list.owners.first { !$0.items.isEmpty }?.owner.slug ?? list.pipeline
  return "corrections-\(owner)-\(list.asOf).csv"
}

private func destination(_ list: FixItList) -> String {
  let folder = "data/\(list.pipeline)/decisions"
  guard let contact = list.contact else { return "Put it into the folder \(folder)." }
  return "Put it into the folder \(folder), or send it to \(contact)."
}
