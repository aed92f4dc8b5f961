package import EvaluationData

/// Writes the code book as a workbook of one sheet, a row for each code.
package func writeWorkbook(
  of book: CodeBook, to path: String, in folder: String
) throws(ReportError) {
  var workbook = try Workbook(path: path, in: folder)
  // A fixed time, so that the same code book gives the same file.
  workbook.describe(
    title: "Code book: \(book.title)", company: nil, subject: "Code book", created: 315_532_800)
  let sheet = workbook.addSheet("Code book")
  workbook.write("Code book: \(book.title)", row: 0, column: 0, as: .title, on: sheet)
  let outline = book.outline
  // A column of which no code has anything says nothing.
  let columns = CodeBookColumn.allCases.filter { column in
    outline.contains { !column.text(of: book.entries[$0.entry], depth: $0.depth, in: book).isEmpty }
  }
  let heading = 2
  workbook.addTable(
    name: "codes", headings: columns.map { ($0.rawValue, .heading) }, row: heading,
    rowCount: outline.count, on: sheet)
  for (index, column) in columns.enumerated() {
    workbook.setWidth(column.width, column: index, on: sheet)
  }
  for (row, (place, depth)) in outline.enumerated() {
    let texts = columns.map { $0.text(of: book.entries[place], depth: depth, in: book) }
    for (column, text) in texts.enumerated() where !text.isEmpty {
      workbook.write(text, row: heading + 1 + row, column: column, as: .words, on: sheet)
    }
    workbook.fitHeight(
      row: heading + 1 + row, to: zip(texts, columns).map { ($0, $1.width) }, on: sheet)
  }
  workbook.freeze(row: heading + 1, column: 1, on: sheet)
  workbook.setFooter("Code book: \(book.title)", on: sheet)
  try workbook.close()
}

private enum CodeBookColumn: String, CaseIterable {
  case code = "Code"
  case name = "Name in files"
  case partOf = "Part of"
  case definition = "Definition"
  case include = "Give it for"
  case exclude = "Do not give it for"
  case examples = "Examples"
  case counterexamples = "Not this code"

  var width: Double {
    switch self {
    case .code: 26
    case .name, .partOf: 18
    case .definition: 44
    case .include, .exclude: 30
    case .examples, .counterexamples: 36
    }
  }

  func text(of entry: CodeBook.Entry, depth: Int, in book: CodeBook) -> String {
    switch self {
    case .code: String(repeating: "   ", count: depth) + entry.name.label
    case .name: entry.name.name
    case .partOf: entry.parent.map { book.entries[$0].name.label } ?? ""
    case .definition: entry.definition
    case .include: entry.include.joined(separator: "\n")
    case .exclude: entry.exclude.joined(separator: "\n")
    case .examples: entry.examples.joined(separator: "\n")
    case .counterexamples: entry.counterexamples.joined(separator: "\n")
    }
  }
}
