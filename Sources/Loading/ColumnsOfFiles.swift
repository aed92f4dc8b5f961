import EvaluationData

/// The columns of a source's files held against each other.
struct ColumnsOfFiles {
  private struct File {
    let path: String
    let headerLine: Int
    let found: Set<String>
    let lacking: [RequestedUnit]
    let unused: [String]
  }

  private var files: [File] = []

  mutating func add(_ columns: FileColumns, of path: String, line: Int) {
    files.append(
      File(
        path: path, headerLine: line, found: columns.found, lacking: columns.lacking,
        unused: columns.unused))
  }

  /// Columns that only some of the files have, and headings like one in use that only some have.
  func problems(_ request: LoadRequest) -> [Problem] {
    guard files.count > 1 else { return [] }
    let foundSomewhere = files.reduce(into: Set<String>()) { $0.formUnion($1.found) }
    return files.flatMap { file in
      file.lacking.filter { foundSomewhere.contains($0.name) }.map { unit in
        Problem(
          .columnAbsent,
          at: CellAddress(file: file.path, line: file.headerLine, column: unit.wording),
          expected: "a column '\(unit.wording)', which other files have")
      } + resembling(in: file, request)
    }
  }

  /// The headings of a file that nobody asked for, that other files lack and that are like one
  /// in use.
  private func resembling(in file: File, _ request: LoadRequest) -> [Problem] {
    let others = files.filter { $0.path != file.path }.map { Set($0.unused.map(foldedHeading)) }
    let rare = file.unused.filter { heading in
      isLong(heading) && !others.allSatisfy { $0.contains(foldedHeading(heading)) }
    }
    guard !rare.isEmpty else { return [] }
    let units = request.units.filter { file.found.contains($0.name) && isLong($0.wording) }
    let proposals = HeadingProposals(
      units.map { SoughtHeading($0.wordings) },
      among: rare.map { FreeHeading($0, places: []) },
      vocabulary: Set(units.flatMap(\.wordings) + file.unused).sorted().map(HeadingWords.init)
    ).found()
    let pairs = zip(units, proposals).compactMap { unit, proposal in
      proposal.map { "'\($0.heading)' beside '\(unit.wording)'" }
    }
    guard !pairs.isEmpty else { return [] }
    let shown = pairs.prefix(3).joined(separator: ", ") + (pairs.count > 3 ? ", …" : "")
    return [
      Problem(
        .unusedHeading, at: CellAddress(file: file.path, line: file.headerLine),
        expected: "no heading so like one in use; found \(shown)")
    ]
  }

  /// Whether a heading is a question rather than a word or two: "Area notes" is not "Area".
  private func isLong(_ heading: String) -> Bool { HeadingWords(heading).words.count >= 3 }
}
