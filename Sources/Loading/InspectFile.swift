package import EvaluationData

/// A file as it is read where no pipeline says what to look for.
package struct InspectedFile: Sendable {
  package let file: LoadedFile
  /// The columns in their order, each with a name of its own.
  package let table: SourceTable
  /// Nil when nothing separates the cells of one column.
  package let delimiter: UInt8?
  package let lineEnding: DetectedDialect.LineEnding
  /// Why the separator is the one it is, in words.
  package let evidence: String
  /// Whether a comma stands in the first part of the file.
  package let hasComma: Bool
  /// The survey tool that the file comes from, and how that is known.
  package let tool: SurveyTool?
  package let toolEvidence: String?
  /// One for each column of the table.
  package let headings: [Heading]
  package let problems: [Problem]
}

extension InspectedFile {
  /// A file without a letter: a table of nothing.
  fileprivate init(empty file: InputFile) {
    let form = LoadedFile.Form(
      quote: "none", escape: DetectedDialect.Escape.none.rawValue,
      lineEnding: DetectedDialect.LineEnding.none.rawValue, preambleRows: 0, headerRows: 0,
      footerRows: 0, columns: 0)
    self.file = LoadedFile(
      path: file.path, byteCount: file.byteCount, encoding: TextEncoding.utf8.rawValue,
      delimiter: DetectedDialect.name(of: nil), form: form, headerLine: 0, rows: 0)
    table = SourceTable(
      name: file.path, columns: [], addresses: RowAddresses(), files: [self.file])
    delimiter = nil
    lineEnding = .none
    evidence = DetectedDialect.Evidence.noText.description
    hasComma = false
    tool = nil
    toolEvidence = nil
    headings = []
    problems = [
      Problem(
        .emptyFile, at: CellAddress(file: file.path),
        expected: "a row of headings and rows of data")
    ]
  }
}

/// Reads all columns of a file, deciding everything by looking.
package func inspect(
  _ file: InputFile, width: Int
) async throws(LoadError) -> InspectedFile {
  let opened: OpenedFile
  do throws(LoadError) {
    opened = try OpenedFile(
      file, request: LoadRequest(source: file.path, columns: [], keepsOuterSpaces: true))
  } catch .empty {
    return InspectedFile(empty: file)
  }
  let headings = columnHeadings(opened.form)
  let request = LoadRequest(
    source: file.path,
    columns: headings.map {
      RequestedColumn(name: $0.name, headers: [$0.name], isOptional: false, isMostlyUnique: false)
    })
  var builders = headings.map { _ in ColumnBuilder(isMostlyUnique: false) }
  var addresses = RowAddresses()
  addresses.begin(file: file.path)
  var reader = FileReader(allOf: opened, request: request)
  try await reader.readRows(into: &builders, &addresses, width: width)
  let columns = zip(headings, builders).map { heading, builder in
    SourceColumn(name: heading.name, header: heading.name, storage: builder.storage())
  }
  let rules = SurveyRows.columns(opened.form).map { ($0.rule, columns[$0.place].storage) }
  let found = SurveyRows(rules, from: 0, of: addresses)
  let kept = headings.indices.filter {
    opened.form.isColumn($0, isEmpty: builders[$0].isEmpty)
  }
  let table = SourceTable(
    name: file.path, columns: kept.map { columns[$0] }, addresses: addresses,
    files: [reader.summary(rows: addresses.count - found.leftOut.count)]
  ).leavingOut(found.leftOut)
  return InspectedFile(
    file: table.files[0], table: table, delimiter: opened.form.dialect.delimiter,
    lineEnding: opened.form.dialect.lineEnding, evidence: opened.form.dialect.evidence.description,
    hasComma: opened.hasComma,
    tool: opened.form.survey?.preset.tool, toolEvidence: opened.form.survey?.evidence,
    headings: kept.map { headings[$0] },
    problems: reader.problemsByLine + found.problems + problems(of: table, opened.form))
}

private func problems(of table: SourceTable, _ form: FileForm) -> [Problem] {
  var problems: [Problem] = []
  if form.shape.headerRows == 0 {
    problems.append(
      Problem(.noHeadings, at: CellAddress(file: table.name), expected: "a row of headings"))
  }
  if table.rowCount == 0 {
    problems.append(
      Problem(.noRows, at: CellAddress(file: table.name), expected: "rows below the headings"))
  }
  return problems
}

/// The headings of all columns; one without a name is called by its place.
private func columnHeadings(_ form: FileForm) -> [Heading] {
  let width = form.shape.headerRows > 0 ? form.headings.count : form.usualWidth
  let headings = (0..<width).map { index in
    form.isNameless(index) ? Heading("column \(index + 1)") : form.headings[index]
  }
  return headings.withDistinctNames()
}

extension FileForm {
  /// What a trailing separator makes is no column, nor is the title over the parts of a question.
  fileprivate func isColumn(_ column: Int, isEmpty: Bool) -> Bool {
    guard shape.headerRows > 0, isEmpty else { return true }
    return !isNameless(column) && headings[column].role != .title
  }

  fileprivate func isNameless(_ column: Int) -> Bool {
    column >= headings.count || headings[column].isNameless
  }

  /// How many cells most of the first rows have.
  fileprivate var usualWidth: Int {
    let widths = head.dropFirst(shape.preambleRows).map(\.fields.count).sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }
}
