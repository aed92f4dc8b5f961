import EvaluationData

/// Writes the report as a workbook: cover, contents, notes, then one table a sheet.
///
/// With `detail` it is the team's own workbook: it has charts, problems and the ledger too.
///
/// - Reference: Government Analysis Function, "Releasing statistics in spreadsheets".
func writeWorkbook(
  _ report: Report, _ tables: [ReportTable], detail: InternalDetail?, to path: String
) throws(ReportError) {
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  var book = try Workbook(path: path, in: folder.joined(separator: "/"))
  book.describe(
    title: report.title, company: report.organisation,
    subject: "User involvement, \(report.period)", created: report.timestamp)
  let cover = book.addSheet("Cover")
  let contents = book.addSheet("Contents")
  let notes = book.addSheet("Notes")
  var sections: [SheetSection] = tables.map(SheetSection.init)
  if let quotes = detail == nil
    ? quotesSection(report.quotes) : quotesToCheckSection(detail?.quotesToCheck ?? [])
  {
    sections.append(quotes)
  }
  if let disagreements = disagreementSection(detail?.disagreements ?? []) {
    sections.append(disagreements)
  }
  if let table = filesSection(report.files) { sections.append(table) }
  if let detail { sections += detailSections(detail) }
  let sheets = sections.enumerated().map { number, section in
    book.addSheet("\(number + 1) \(section.title)")
  }
  writeCover(report, on: cover, &book)
  writeContents(report, sections, sheets, notes: notes, on: contents, &book)
  writeNotes(report, tables, contents: contents, on: notes, &book)
  for (section, sheet) in zip(sections, sheets) {
    book.write(section, contents: contents, footer: report.title, on: sheet)
    if detail != nil, let chart = section.chart {
      book.insert(
        chart, row: section.firstRow + section.rows.count + 1, column: 0, on: sheet)
    }
  }
  try book.close()
}

/// One sheet with one table.
struct SheetSection {
  let title: String
  let summary: String
  /// More to know about this table, one sentence a line.
  let remarks: [String]
  let tableName: String
  let columns: [FlatTable.Column]
  let rows: [[FlatTable.Cell]]
  let chart: ChartSpec?
  /// Columns that hold long texts and are given their width.
  var widths: [Int: Double] = [:]

  /// Where the first row of data stands: below the title, two lines, the remarks, the link
  /// and the heading.
  var firstRow: Int { remarks.count + 5 }
}

extension SheetSection {
  init(_ table: ReportTable) {
    let flat = FlatTable(table, isIndented: true)
    title = table.title
    summary = table.summary
    remarks = (table.hidesSomething ? ["[c] is a hidden small number."] : []) + table.notes
    tableName = Reporting.tableName(table.slug)
    columns = flat.columns
    rows = flat.rows
    chart = ChartSpec(table, flat, firstRow: remarks.count + 5)
    // Which levels differ is told in sentences.
    for (index, column) in flat.columns.enumerated() where column.role == .levels {
      widths[index] = 58
    }
  }

  init(
    title: String, summary: String, remarks: [String] = [], tableName: String,
    headings: [(String, NumberStyle?)], rows: [[FlatTable.Cell]], widths: [Int: Double] = [:]
  ) {
    self.title = title
    self.summary = summary
    self.remarks = remarks
    self.tableName = tableName
    columns = headings.enumerated().map { index, heading in
      FlatTable.Column(
        heading: heading.0, style: heading.1, isHead: index == 0, role: nil)
    }
    self.rows = rows
    self.widths = widths
    chart = nil
  }
}

extension Workbook {
  mutating func write(
    _ section: SheetSection, contents: Sheet, footer: String, on sheet: Sheet
  ) {
    write(section.title, row: 0, column: 0, as: .title, on: sheet)
    write(
      "This worksheet contains one table. The marks in square brackets are explained on the "
        + "sheet Notes.", row: 1, column: 0, as: .line, on: sheet)
    write(section.summary, row: 2, column: 0, as: .line, on: sheet)
    for (index, remark) in section.remarks.enumerated() {
      write(remark, row: 3 + index, column: 0, as: .line, on: sheet)
    }
    link(
      to: contents, text: "Back to contents", row: section.firstRow - 2, column: 0, on: sheet)
    writeTable(section, firstRow: section.firstRow, on: sheet)
    let heads = section.columns.prefix { $0.isHead }.count
    freeze(row: section.firstRow, column: min(heads, 2), on: sheet)
    setFooter(footer, on: sheet)
  }

  /// The table alone, with the width of its columns.
  mutating func writeTable(_ section: SheetSection, firstRow: Int, on sheet: Sheet) {
    addTable(
      name: section.tableName,
      headings: section.columns.map { ($0.heading, $0.style == nil ? .heading : .numberHeading) },
      row: firstRow - 1, rowCount: section.rows.count, on: sheet)
    let hasButtons = section.rows.count >= Workbook.filteredRows
    let widths = section.columns.enumerated().map { index, column in
      section.widths[index]
        ?? columnWidth(column, cells: section.rows.lazy.map { $0[index] }, hasButton: hasButtons)
    }
    for (index, width) in widths.enumerated() { setWidth(width, column: index, on: sheet) }
    fitHeight(
      row: firstRow - 1, to: Array(zip(section.columns.map(\.heading), widths)), isBold: true,
      on: sheet)
    for (index, row) in section.rows.enumerated() {
      var texts: [(String, Double)] = []
      for (place, cell) in row.enumerated() {
        if case .words(let words) = cell { texts.append((words, widths[place])) }
        write(
          cell, in: section.columns[place], row: firstRow + index, column: place, on: sheet)
      }
      fitHeight(row: firstRow + index, to: texts, on: sheet)
    }
  }

  private mutating func write(
    _ cell: FlatTable.Cell, in heading: FlatTable.Column, row: Int, column: Int, on sheet: Sheet
  ) {
    switch cell {
    case .number(let value, let style):
      write(value, row: row, column: column, as: style, on: sheet)
    case .words(let words):
      let isMark = heading.style != nil
      write(words, row: row, column: column, as: isMark ? .mark : .words, on: sheet)
    }
  }
}

/// Wide enough for the longest word of the heading and for most of the cells.
private func columnWidth(
  _ column: FlatTable.Column, cells: some Sequence<FlatTable.Cell>, hasButton: Bool
) -> Double {
  /// In characters of the standard font, which is 7 pixels a digit.
  func width(_ text: some StringProtocol, isBold: Bool = false) -> Double {
    textWidth(String(text), size: Workbook.fontPixels, isBold: isBold) / 7
  }
  let longestWord =
    column.heading.split(separator: " ").map { width($0, isBold: true) }.max() ?? 0
  // The button of the filter hides the end of a word that fills the cell.
  let least = max(longestWord + (hasButton ? 5 : 3.5), 10)
  guard column.style == nil else { return min(least, 24) }
  var longest = 0.0
  for case .words(let words) in cells { longest = max(longest, width(words)) }
  return min(max(least, longest + 3), column.isHead ? 40 : 30).rounded()
}
