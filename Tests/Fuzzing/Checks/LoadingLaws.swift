import EvaluationData
import Loading

/// Reads any bytes as a file and stops the process where a law of loading is broken.
///
/// A file is refused in words or read whole: every column has a cell for each row, lines grow,
/// nothing depends on the number of tasks or on the pieces in which the file arrives, and
/// what `inspect` found can be asked for by its headings.
package func checkLoading(_ bytes: [UInt8]) async {
  let whole = await inspected(bytes, pieces: [], width: 1)
  let inPieces = await inspected(bytes, pieces: [1, 7, 64, 4096], width: 2)
  precondition(whole.message == inPieces.message, "the pieces decide whether a file is read")
  guard let table = whole.table, let other = inPieces.table else { return }
  precondition(isSame(table, other), "the pieces decide what is read")
  precondition(
    whole.problems == inPieces.problems, "the pieces decide what is told of the file")
  checkForm(table)
  await checkAskedFor(table, bytes)
}

private struct Inspected {
  var table: SourceTable?
  var problems: [String] = []
  var message = ""
}

private func inspected(_ bytes: [UInt8], pieces: [Int], width: Int) async -> Inspected {
  do throws(LoadError) {
    let file = try await inspect(inMemory(bytes, pieces: pieces), width: width)
    return Inspected(table: file.table, problems: file.problems.map(\.description))
  } catch {
    return Inspected(message: error.description)
  }
}

private func checkForm(_ table: SourceTable) {
  for column in table.columns {
    precondition(column.count == table.rowCount, "a column is longer or shorter than the table")
  }
  var last = 0
  for row in 0..<table.rowCount {
    let line = table.addresses.line(of: row)
    precondition(line > last, "rows are not in the order of the file")
    last = line
  }
}

/// Asks for every column by its heading, as a pipeline does.
private func checkAskedFor(_ table: SourceTable, _ bytes: [UInt8]) async {
  guard table.columns.count <= 200 else { return }
  let request = LoadRequest(
    source: "fuzzed",
    columns: table.columns.enumerated().map { index, column in
      RequestedColumn(
        name: "c\(index)", headers: [column.name], isOptional: true,
        isMostlyUnique: index % 2 == 1)
    })
  do throws(LoadError) {
    let loaded = try await load([inMemory(bytes, pieces: [])], as: request, width: 2)
    checkForm(loaded.value)
  } catch {
    precondition(!error.description.isEmpty, "a refusal without words")
  }
}

private func isSame(_ first: SourceTable, _ second: SourceTable) -> Bool {
  guard first.rowCount == second.rowCount, first.columns.map(\.name) == second.columns.map(\.name)
  else { return false }
  return zip(first.columns, second.columns).allSatisfy { one, other in
    (0..<one.count).allSatisfy { one[$0].utf8.elementsEqual(other[$0].utf8) }
  }
}

private func inMemory(_ bytes: [UInt8], pieces: [Int]) -> InputFile {
  unsafe InputFile(path: "fuzzed.csv", byteCount: bytes.count) { memory, offset in
    let most = pieces.isEmpty ? memory.count : pieces[offset % pieces.count]
    let piece = bytes[offset...].prefix(min(most, memory.count))
    unsafe memory.copyBytes(from: piece)
    return piece.count
  }
}
