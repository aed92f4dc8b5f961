package import EvaluationData

/// Reads the files of one source, one after another, into one table of texts.
///
/// Columns that the request does not name are passed over. Defects of single
/// rows are problems; a file that cannot be read as a table at all is an error, and all files
/// are looked at before it is thrown. The result does not depend on `width`, the number of
/// tasks that share the work.
package func load(
  _ files: [InputFile], as request: LoadRequest, width: Int
) async throws(LoadError) -> Checked<SourceTable> {
  var builders = request.columns.map { ColumnBuilder(isMostlyUnique: $0.isMostlyUnique) }
  var notAsked = request.columns.map { _ in [Range<Int>]() }
  var addresses = RowAddresses()
  var loaded: [LoadedFile] = []
  var problems: [Problem] = []
  var errors: [LoadError] = []
  var columns = ColumnsOfFiles()
  for file in files {
    var reader: FileReader
    do throws(LoadError) {
      reader = try FileReader(OpenedFile(file, request: request), request: request)
    } catch {
      errors.append(error)
      continue
    }
    guard errors.isEmpty else { continue }
    addresses.begin(file: file.path)
    let first = addresses.count
    try await reader.readRows(into: &builders, &addresses, width: width)
    for column in reader.absentColumns {
      let value = request.columns[column].valueOfFile.map { $0[file.path] ?? "" }
      builders[column].append(value ?? "", rows: addresses.count - first)
      if value == nil { notAsked[column].append(first..<addresses.count) }
    }
    let summary = reader.summary(rows: addresses.count - first)
    loaded.append(summary)
    problems += reader.problemsByLine
    if let found = reader.columns {
      columns.add(found, of: file.path, line: summary.headerLine)
    }
    if addresses.count == first {
      problems.append(
        Problem(
          .noRows, at: CellAddress(file: file.path), expected: "rows below the headings"))
    }
  }
  if let error = LoadError(errors) { throw error }
  problems += columns.problems(request)
  let made = request.columns.indices.map { index in
    SourceColumn(
      name: request.columns[index].name, header: request.columns[index].shownWording,
      storage: builders[index].storage(), notAsked: notAsked[index])
  }
  return Checked(
    SourceTable(name: request.source, columns: made, addresses: addresses, files: loaded),
    problems: problems)
}
