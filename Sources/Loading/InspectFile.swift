package import EvaluationData

/// A file as it is read where no pipeline says what to look for.
package struct InspectedFile: Sendable {
  package let file: LoadedFile
  /// The columns in their order, each with a name of its own.
  package let table: SourceTable
  /// Nil when nothing separates the cells of one column.
  package let delimiter: UInt8?
  /// Why the separator is the one it is, in words.
  package let evidence: String
  /// Whether a comma stands in the first part of the file.
  package let hasComma: Bool
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
    evidence = DetectedDialect.Evidence.noText.description
    hasComma = false
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
  let names = names(opened.form)
  let request = LoadRequest(
    source: file.path,
    columns: names.map {
      RequestedColumn(name: $0, headers: [$0], isOptional: false, isMostlyUnique: false)
    })
  var builders = names.map { _ in ColumnBuilder(isMostlyUnique: false) }
  var addresses = RowAddresses()
  addresses.begin(file: file.path)
  var reader = FileReader(allOf: opened, request: request)
  try await reader.readRows(into: &builders, &addresses, width: width)
  var problems = reader.problemsByLine
  if opened.form.shape.headerRows == 0 {
    problems.append(
      Problem(
        .noHeadings, at: CellAddress(file: file.path), expected: "a row of headings"))
  }
  if addresses.count == 0 {
    problems.append(
      Problem(.noRows, at: CellAddress(file: file.path), expected: "rows below the headings"))
  }
  let columns = names.indices.map { index in
    SourceColumn(name: names[index], header: names[index], storage: builders[index].storage())
  }
  // What a trailing separator makes is no column.
  let kept = columns.indices.filter { index in
    opened.form.shape.headerRows == 0 || !opened.form.isNameless(index)
      || !builders[index].isEmpty
  }
  let table = SourceTable(
    name: file.path, columns: kept.map { columns[$0] }, addresses: addresses,
    files: [reader.summary(rows: addresses.count)])
  return InspectedFile(
    file: table.files[0], table: table, delimiter: opened.form.dialect.delimiter,
    evidence: opened.form.dialect.evidence.description, hasComma: opened.hasComma,
    problems: problems)
}

/// The names of the columns; one without a heading is called by its place.
private func names(_ form: FileForm) -> [String] {
  let width = form.shape.headerRows > 0 ? form.headings.count : form.usualWidth
  let headings = (0..<width).map { index in
    form.isNameless(index) ? Heading("column \(index + 1)") : form.headings[index]
  }
  return headings.withDistinctNames().map(\.name)
}

extension FileForm {
  fileprivate func isNameless(_ column: Int) -> Bool {
    column >= headings.count || headings[column].isNameless
  }

  /// How many cells most of the first rows have.
  fileprivate var usualWidth: Int {
    let widths = head.dropFirst(shape.preambleRows).map(\.fields.count).sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }
}
