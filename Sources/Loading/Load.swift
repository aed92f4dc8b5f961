package import EvaluationData

/// Reads the files of one source, one after another, into one table of texts.
///
/// Columns that the request does not name are passed over. Defects of single
/// rows are problems; a file that cannot be read as a table at all is an error.
/// The result does not depend on `width`, the number of tasks that share the work.
package func load(
  _ files: [InputFile], as request: LoadRequest, width: Int
) async throws(LoadError) -> Checked<SourceTable> {
  var builders = request.columns.map { ColumnBuilder(isMostlyUnique: $0.isMostlyUnique) }
  var notAsked = request.columns.map { _ in [Range<Int>]() }
  var addresses = RowAddresses()
  var loaded: [LoadedFile] = []
  var problems: [Problem] = []
  var survey = SurveyFindings()
  for file in files {
    addresses.begin(file: file.path)
    let first = addresses.count
    var reader = try FileReader(OpenedFile(file, request: request), request: request)
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
    loaded.append(reader.summary(rows: rows))
    problems += reader.problemsByLine + found.problems
    if rows == 0 {
      problems.append(
        Problem(
          .noRows, at: CellAddress(file: file.path), expected: "rows below the headings"))
    }
  }
  let storages = builders.map { $0.storage() }
  let habits = survey.habits(storages)
  let columns = request.columns.indices.map { index in
    SourceColumn(
      name: request.columns[index].name,
      header: request.columns[index].headers.first ?? request.columns[index].name,
      storage: storages[index], notAsked: notAsked[index], habits: habits[index] ?? [])
  }
  let table = SourceTable(
    name: request.source, columns: columns, addresses: addresses, files: loaded)
  return Checked(table.leavingOut(survey.leftOut), problems: problems)
}
