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
  var survey = SurveyFindings()
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
    builders += reader.watched.map { _ in ColumnBuilder(isMostlyUnique: false) }
    try await reader.readRows(into: &builders, &addresses, width: width)
    let watched = builders.suffix(reader.watched.count).map { $0.storage() }
    builders.removeLast(watched.count)
    let found = survey.add(reader, watched, from: first, of: addresses)
    for column in reader.absentColumns {
      let value = request.columns[column].valueOfFile.map { $0[file.path] ?? "" }
      builders[column].append(value ?? "", rows: addresses.count - first)
      if value == nil { notAsked[column].append(first..<addresses.count) }
    }
    let rows = addresses.count - first - found.leftOut.count
    let summary = reader.summary(rows: rows)
    loaded.append(summary)
    problems += reader.problemsByLine + found.problems
    if let known = reader.columns {
      columns.add(known, of: file.path, line: summary.headerLine)
    }
    if rows == 0 {
      problems.append(
        Problem(
          .noRows, at: CellAddress(file: file.path), expected: "rows below the headings"))
    }
  }
  if let error = LoadError(errors) { throw error }
  problems += columns.problems(request)
  let storages = builders.map { $0.storage() }
  let habits = survey.habits(storages)
  let made = request.columns.indices.map { index in
    SourceColumn(
      name: request.columns[index].name, header: request.columns[index].shownWording,
      storage: storages[index], notAsked: notAsked[index], habits: habits[index] ?? [])
  }
  let table = SourceTable(
    name: request.source, columns: made, addresses: addresses, files: loaded)
  return Checked(table.leavingOut(survey.leftOut), problems: problems)
}
