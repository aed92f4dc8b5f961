import EvaluationData

/// How many rows a sheet shows; who has mended so many has earned a second run.
private let rowLimit = 20_000

/// Writes `fix-it.xlsx` into the team's folder; nil, and no file, when there is nothing to mend.
///
/// It has a sheet that says what to do, then one for each owner of data. What stands in the
/// cells of the exports is in it.
package func writeFixIt(
  _ list: FixItList, into folder: String
) throws(ReportError) -> Artifact? {
  let owners = list.owners.filter { !$0.items.isEmpty }
  guard !owners.isEmpty else { return nil }
  var book = try Workbook(path: "\(folder)/fix-it.xlsx", in: folder)
  book.describe(
    title: "Problems to mend: \(list.title)", company: list.organisation,
    subject: "User involvement, as of \(list.asOf.spelledOut)", created: list.timestamp)
  let guide = book.addSheet("How to use")
  let sections = owners.map { owner in
    FixItSection(owner, sheet: book.addSheet(sheetTitle(of: owner.owner)))
  }
  var lists = ListsSheet()
  writeGuide(list, sections, on: guide, &book)
  for (number, section) in sections.enumerated() {
    book.write(section, number: number + 1, footer: list.title, &lists)
  }
  try book.close()
  return Artifact(path: "fix-it.xlsx")
}

/// Excel keeps one name for itself.
private func sheetTitle(of owner: Named) -> String {
  sheetName(owner.label).lowercased() == "history" ? "History sheet" : owner.label
}

/// One owner's sheet.
struct FixItSection {
  let owner: Named
  let sheet: Workbook.Sheet
  let problemCount: Int
  let rows: [FixItRow]
  /// How many rows there would be if a sheet showed all.
  let fullCount: Int

  init(_ owner: FixItOwner, sheet: Workbook.Sheet) {
    self.owner = owner.owner
    self.sheet = sheet
    problemCount = owner.items.count
    let all = fixItRows(owner.items)
    fullCount = all.count
    rows = Array(all.prefix(rowLimit))
  }

  /// What to know when the sheet does not show everything.
  var cutNote: String? {
    guard fullCount > rows.count else { return nil }
    return
      "This sheet shows the first \(counted(rows.count)) of \(counted(fullCount)) entries. Mend "
      + "these and run again: the next will be shown."
  }
}

extension Workbook {
  /// The table begins in the first row, so that the sheet saved as CSV can be read back.
  fileprivate mutating func write(
    _ section: FixItSection, number: Int, footer: String, _ lists: inout ListsSheet
  ) {
    let sheet = section.sheet
    let columns = FixItColumn.allCases
    addTable(
      name: "problems_\(number)",
      headings: columns.map { ($0.rawValue, $0.headingFormat) },
      row: 0, rowCount: section.rows.count, hasButtons: true, on: sheet)
    for (index, column) in columns.enumerated() {
      setWidth(column.width, column: index, on: sheet)
    }
    setHeight(24, row: 0, on: sheet)
    for (index, row) in section.rows.enumerated() {
      write(row, at: index + 1, on: sheet)
    }
    offerChoices(section, &lists)
    if let note = section.cutNote {
      write(note, row: section.rows.count + 2, column: 0, as: .line, on: sheet)
    }
    allowDigitsAsText(rows: section.rows.count + 1, columns: columns.count, on: sheet)
    freeze(row: 1, column: 0, on: sheet)
    protect(sheet)
    setFooter("\(footer): \(section.owner.label)", on: sheet)
  }

  private mutating func write(_ row: FixItRow, at index: Int, on sheet: Sheet) {
    var texts: [(String, Double)] = []
    for (place, column) in FixItColumn.allCases.enumerated() {
      switch column {
      case .line:
        if let line = row.place?.line, line > 0 {
          write(number: line, row: index, column: place, as: .ruledNumber, on: sheet)
        } else {
          write("", row: index, column: place, as: .ruledWords, on: sheet)
        }
      case .correct, .reason:
        write("", row: index, column: place, as: row.isMendable ? .input : .ruledWords, on: sheet)
      default:
        let text = row.text(column)
        write(text, row: index, column: place, as: .ruledWords, on: sheet)
        texts.append((text, column.width))
      }
    }
    fitHeight(row: index, to: texts, on: sheet)
  }

  /// One rule for all rows below each other that offer the same.
  private mutating func offerChoices(_ section: FixItSection, _ lists: inout ListsSheet) {
    guard let column = FixItColumn.allCases.firstIndex(of: .correct) else { return }
    var start = 0
    while start < section.rows.count {
      let row = section.rows[start]
      let end =
        section.rows[start...].firstIndex { $0.allowed != row.allowed } ?? section.rows.count
      if !row.allowed.isEmpty {
        let heading = "\(row.source): \(row.column)"
        let choices = lists.list(row.allowed, heading: heading, &self)
        offer(choices, rows: (start + 1)...end, column: column, on: section.sheet)
      }
      start = end
    }
  }
}

extension FixItColumn {
  fileprivate var headingFormat: CellFormat {
    switch self {
    case .correct, .reason: .inputHeading
    case .line: .plainNumberHeading
    default: .plainHeading
    }
  }
}

extension FixItRow {
  /// The text of a column that is neither a number nor filled in by people.
  fileprivate func text(_ column: FixItColumn) -> String {
    switch column {
    case .source: source
    case .file: place?.file ?? ""
    case .column: self.column
    case .rows: rows
    case .found: found
    case .expected: expected
    case .why: why
    case .remedy: remedy
    case .line, .correct, .reason: ""
    }
  }
}
