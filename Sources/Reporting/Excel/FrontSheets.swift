import EvaluationData

/// What this is, of whom, for whom; one line a fact.
func writeCover(_ report: Report, on sheet: Workbook.Sheet, _ book: inout Workbook) {
  book.setWidth(100, column: 0, on: sheet)
  var row = 0
  func add(_ text: String?, _ format: CellFormat = .wrapped, _ book: inout Workbook) {
    guard let text else { return }
    book.write(text, row: row, column: 0, as: format, on: sheet)
    if format == .subtitle { book.setHeight(28, row: row, on: sheet) }
    book.fitHeight(row: row, to: [(text, 100)], on: sheet)
    row += 1
  }
  add(report.title, .title, &book)
  add(report.notice, .subtitle, &book)
  add(report.organisation, .wrapped, &book)
  add("Period: \(report.period)", .wrapped, &book)
  add(report.audienceSentence, .wrapped, &book)
  add("What is in this workbook", .subtitle, &book)
  add(
    "The sheet Contents lists all tables and links to them. The sheet Notes explains the words, "
      + "the marks and the methods, and says what the data cannot tell. Each sheet after it holds "
      + "one table.", .wrapped, &book)
  add("How to read a figure", .subtitle, &book)
  add(
    "Every share stands beside its base, the number of people or things that it is a share of, "
      + "and its interval, the range in which the true value most probably lies.", .wrapped, &book)
  add("Where it comes from", .subtitle, &book)
  add(report.contact.map { "Contact: \($0)" }, .wrapped, &book)
  add(report.madeWith, .wrapped, &book)
  book.setFooter(report.title, on: sheet)
}

/// All sheets, with links.
func writeContents(
  _ report: Report, _ sections: [SheetSection], _ sheets: [Workbook.Sheet],
  notes: Workbook.Sheet, on sheet: Workbook.Sheet, _ book: inout Workbook
) {
  book.write("Contents", row: 0, column: 0, as: .title, on: sheet)
  book.write(
    "This worksheet contains one table: the sheets of this workbook, with links to them.",
    row: 1, column: 0, as: .line, on: sheet)
  let first = 4
  let words =
    [("Notes", "Words, marks, methods and limits")]
    + sections.map { ($0.title, $0.summary) }
  let targets = [notes] + sheets
  book.addTable(
    name: "contents", headings: ["Sheet", "Table", "What it shows"].map { ($0, .heading) },
    row: first - 1,
    rowCount: words.count, on: sheet)
  for (index, (title, summary)) in words.enumerated() {
    let target = targets[index]
    book.link(to: target, text: target.name, row: first + index, column: 0, on: sheet)
    book.write(title, row: first + index, column: 1, as: .words, on: sheet)
    book.write(summary, row: first + index, column: 2, as: .words, on: sheet)
    book.fitHeight(
      row: first + index, to: [(target.name, 36), (title, 50), (summary, 80)], on: sheet)
  }
  for (column, width) in [38.0, 50, 80].enumerated() {
    book.setWidth(width, column: column, on: sheet)
  }
  book.freeze(row: first, column: 0, on: sheet)
  book.setFooter(report.title, on: sheet)
}

/// The words, marks and methods that this workbook uses, and its limits, as one table.
func writeNotes(
  _ report: Report, _ tables: [ReportTable], contents: Workbook.Sheet,
  on sheet: Workbook.Sheet, _ book: inout Workbook
) {
  book.write("Notes", row: 0, column: 0, as: .title, on: sheet)
  book.write(
    "This worksheet contains one table: the words, marks and methods used in this workbook, and "
      + "what the data cannot tell.", row: 1, column: 0, as: .line, on: sheet)
  book.link(to: contents, text: "Back to contents", row: 2, column: 0, on: sheet)
  let notes = readingNotes(report)
  let first = 5
  book.addTable(
    name: "notes", headings: ["Kind", "Word or mark", "Meaning"].map { ($0, .heading) },
    row: first - 1,
    rowCount: notes.count, on: sheet)
  for (index, note) in notes.enumerated() {
    for (column, text) in [note.kind, note.term, note.meaning].enumerated() {
      book.write(text, row: first + index, column: column, as: .words, on: sheet)
    }
    book.fitHeight(
      row: first + index, to: [(note.kind, 22), (note.term, 36), (note.meaning, 110)], on: sheet)
  }
  for (column, width) in [22.0, 36, 110].enumerated() {
    book.setWidth(width, column: column, on: sheet)
  }
  book.freeze(row: first, column: 0, on: sheet)
  book.setFooter(report.title, on: sheet)
}
