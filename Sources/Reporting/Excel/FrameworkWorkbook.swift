import EvaluationData

/// How many cases a sheet shows; the height of its rows and the links set the limit.
private let caseLimit = 5_000
/// Excel takes no more links than this on a sheet.
private let linkLimit = 65_000
private let responseLimit = 100_000

/// Writes the framework matrix: what to do, a sheet of cases by themes, and the responses.
func writeFrameworkWorkbook(
  _ report: FrameworkReport, into folder: String
) throws(ReportError) {
  let matrix = report.matrix
  var book = try Workbook(path: "\(folder)/framework.xlsx", in: folder)
  book.describe(
    title: "Framework matrix: \(report.title)", company: report.organisation,
    subject: "User involvement, as of \(report.asOf.spelledOut)", created: report.timestamp)
  let guide = book.addSheet("How to use")
  let sheets = FrameworkSheet.sheets(of: matrix)
  let places = sheets.map { book.addSheet($0.title) }
  let responses = book.addSheet("Responses")
  writeGuide(report, Array(zip(sheets, places)), responses: responses, on: guide, &book)
  for (number, (sheet, place)) in zip(sheets, places).enumerated() {
    book.write(
      sheet, number: number + 1, of: matrix, responses: responses, footer: report.title, on: place)
  }
  book.write(responsesOf: matrix, footer: report.title, on: responses)
  try book.close()
}

extension Workbook {
  private static let themeWidth = 44.0

  /// The table begins in the first row, so that the sheet saved as CSV can be read back.
  fileprivate mutating func write(
    _ themes: FrameworkSheet, number: Int, of matrix: FrameworkMatrix, responses: Sheet,
    footer: String, on sheet: Sheet
  ) {
    let shown = matrix.cases.prefix(caseLimit)
    let headings = FrameworkMatrix.headings(matrix, themes.themes)
    addTable(
      name: "framework_\(number)", headings: headings.map { ($0, .plainHeading) }, row: 0,
      rowCount: max(1, 3 * shown.count), hasButtons: false, on: sheet)
    setWidth(24, column: 0, on: sheet)
    setWidth(16, column: 1, on: sheet)
    for index in themes.themes.indices {
      setWidth(Workbook.themeWidth, column: index + 2, on: sheet)
    }
    fitHeight(
      row: 0, to: headings.dropFirst(2).map { ($0, Workbook.themeWidth) }, isBold: true, on: sheet)
    var links = 0
    for (index, name) in shown.enumerated() {
      let row = 1 + 3 * index
      let cells = themes.themes.map { matrix.cells[index][$0] }
      writeSummaries(cells, of: name, row: row, on: sheet)
      writeVerbatims(cells, of: name, row: row + 1, on: sheet)
      links += writeLinks(
        cells, of: name, row: row + 2, to: links < linkLimit ? responses : nil, on: sheet)
    }
    freeze(row: 1, column: 2, on: sheet)
    printWide(pages: (themes.themes.count + 4) / 5, repeating: 2, on: sheet)
    protect(sheet)
    setFooter("\(footer): \(themes.title)", on: sheet)
  }

  private mutating func writeSummaries(
    _ cells: [FrameworkMatrix.Cell], of name: String, row: Int, on sheet: Sheet
  ) {
    write(name, row: row, column: 0, as: .rowHeading, on: sheet)
    write(FrameworkMatrix.summaryRow, row: row, column: 1, as: .words, on: sheet)
    for (index, cell) in cells.enumerated() {
      write(cell.summary, row: row, column: index + 2, as: .input, on: sheet)
    }
    // An empty line has room for two or three of writing.
    setHeight(46, row: row, on: sheet)
    fitHeight(
      row: row, to: cells.map { ($0.summary + "\n\n", Workbook.themeWidth) }, on: sheet)
  }

  private mutating func writeVerbatims(
    _ cells: [FrameworkMatrix.Cell], of name: String, row: Int, on sheet: Sheet
  ) {
    write(name, row: row, column: 0, as: .words, on: sheet)
    write(FrameworkMatrix.verbatimRow, row: row, column: 1, as: .words, on: sheet)
    for (index, cell) in cells.enumerated() {
      write(cell.shownText, row: row, column: index + 2, as: .words, on: sheet)
    }
    fitHeight(row: row, to: cells.map { ($0.shownText, Workbook.themeWidth) }, on: sheet)
  }

  /// Makes a row of links of its own.
  ///
  /// A long text that is a link is not broken into lines by every program. Returns how many
  /// links there are.
  private mutating func writeLinks(
    _ cells: [FrameworkMatrix.Cell], of name: String, row: Int, to responses: Sheet?,
    on sheet: Sheet
  ) -> Int {
    write(name, row: row, column: 0, as: .ruledWords, on: sheet)
    write(FrameworkMatrix.linkRow, row: row, column: 1, as: .ruledWords, on: sheet)
    var links = 0
    for (index, cell) in cells.enumerated() {
      let text = cell.responseCount == 0 ? "" : plural(cell.responseCount, "response")
      if let responses, let first = cell.firstResponse, first < responseLimit {
        link(
          to: responses, targetRow: first + 1, text: text, row: row, column: index + 2,
          as: .ruledLink, on: sheet)
        links += 1
      } else {
        write(text, row: row, column: index + 2, as: .ruledWords, on: sheet)
      }
    }
    return links
  }

  /// Every response in full, case by case.
  fileprivate mutating func write(
    responsesOf matrix: FrameworkMatrix, footer: String, on sheet: Sheet
  ) {
    let shown = matrix.responses.prefix(responseLimit)
    let columns: [(heading: String, width: Double)] = [
      ("Response", 24), (matrix.caseLabel, 24), ("What was said", 90), ("Themes", 40),
      ("File", 30), ("Line", 10),
    ]
    addTable(
      name: "responses",
      headings: columns.map { ($0.heading, $0.heading == "Line" ? .numberHeading : .heading) },
      row: 0, rowCount: max(1, shown.count), hasButtons: true, on: sheet)
    for (index, column) in columns.enumerated() {
      setWidth(column.width, column: index, on: sheet)
    }
    for (index, response) in shown.enumerated() {
      let row = index + 1
      let themes = response.codes.map(\.label).joined(separator: "; ")
      let texts = [
        response.id, response.caseName, response.text, themes, response.address.file,
      ]
      for (column, text) in texts.enumerated() {
        write(text, row: row, column: column, as: .words, on: sheet)
      }
      write(number: response.address.line, row: row, column: 5, as: .number(.count), on: sheet)
      fitHeight(row: row, to: zip(texts, columns).map { ($0, $1.width) }, on: sheet)
    }
    allowDigitsAsText(rows: shown.count + 1, columns: columns.count, on: sheet)
    freeze(row: 1, column: 1, on: sheet)
    setFooter("\(footer): responses", on: sheet)
  }
}

extension FrameworkMatrix {
  /// No two are the same, as a table of a workbook asks for.
  static func headings(_ matrix: FrameworkMatrix, _ themes: [Int]) -> [String] {
    var names = UniqueNames()
    let labels = [matrix.caseLabel, "Row"] + themes.map { matrix.themes[$0].name.label }
    return labels.enumerated().map { index, label in
      names.unique(label) { next in
        // The name in files tells two themes of one label apart, and is read back.
        next == 2 && index >= 2 ? matrix.themes[themes[index - 2]].name.name : "\(label) (\(next))"
      }
    }
  }

  /// What stands above the verbatims where the summary is older than they are.
  static let staleMark = "What was said has changed since the summary was written."
}

extension FrameworkMatrix.Cell {
  /// What was said, below a mark where the summary is older.
  var shownText: String {
    ((isStale ? [FrameworkMatrix.staleMark] : []) + lines).joined(separator: "\n")
  }
}

/// What to do with the workbook, for somebody who sees it first.
private func writeGuide(
  _ report: FrameworkReport, _ sheets: [(FrameworkSheet, Workbook.Sheet)],
  responses: Workbook.Sheet, on sheet: Workbook.Sheet, _ book: inout Workbook
) {
  book.setWidth(100, column: 0, on: sheet)
  var row = 0
  for (text, format) in guide(report) {
    book.write(text, row: row, column: 0, as: format, on: sheet)
    if format == .subtitle { book.setHeight(28, row: row, on: sheet) }
    book.fitHeight(row: row, to: [(text, 100)], on: sheet)
    row += 1
  }
  for (themes, place) in sheets {
    let count = plural(themes.themes.count, "theme")
    book.link(
      to: place, text: "\(place.name): \(count)", row: row, column: 0, on: sheet)
    row += 1
  }
  book.link(
    to: responses, text: "Responses: \(counted(report.matrix.responses.count))", row: row,
    column: 0, on: sheet)
  book.setFooter(report.title, on: sheet)
}

private func guide(_ report: FrameworkReport) -> [(String, CellFormat)] {
  let matrix = report.matrix
  var lines: [(String, CellFormat)] = [("Framework matrix: \(report.title)", .title)]
  if let notice = report.notice { lines.append((notice, .subtitle)) }
  if let organisation = report.organisation { lines.append((organisation, .wrapped)) }
  let folder = "data/\(report.pipeline)/decisions"
  lines += [
    ("As of \(report.asOf.spelledOut)", .wrapped),
    (
      "For the team only: this workbook holds what people wrote, in full. Nothing of it may be "
        + "shared as it is.", .wrapped
    ),
    ("How to read it", .subtitle),
    (
      "Each case (\(inSentence(matrix.caseLabel))) has three rows, each theme a column. Under What "
        + "was said stand the responses of the case on the theme, each with its id in square "
        + "brackets. The links below them lead to the first of them in the sheet Responses.",
      .wrapped
    ),
    ("How to write summaries", .subtitle),
    (
      "1. Read what was said, and write into the yellow cell above it what it comes to: in your "
        + "own words, close to those of the people, without a name.", .wrapped
    ),
    (
      "2. Save the sheet for CountIn: File, Save As, file type \"CSV UTF-8\", with a name that "
        + "begins with framework, such as framework-\(report.pipeline).csv. Put it into the folder "
        + "\(folder). Excel saves only the sheet that you see: give each sheet a name of its own, "
        + "and let a newer file take the place of the older.", .wrapped
    ),
    (
      "3. Run again. Your summaries then stand in the new matrix. Where what was said has changed "
        + "since, the cell says so, and the run lists it among the problems.", .wrapped
    ),
    (
      "Without a spreadsheet: copy summaries.csv, which lies beside this workbook, into the same "
        + "folder and fill in its column summary.", .wrapped
    ),
  ]
  if matrix.cases.count > caseLimit {
    lines.append(
      (
        "The sheets show the first \(counted(caseLimit)) of \(counted(matrix.cases.count)) cases.",
        .wrapped
      ))
  }
  if matrix.responses.count > responseLimit {
    lines.append(
      (
        "The sheet Responses shows the first \(counted(responseLimit)) of "
          + "\(counted(matrix.responses.count)).", .wrapped
      ))
  }
  lines.append(("The sheets", .subtitle))
  return lines
}
