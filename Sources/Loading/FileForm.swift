import EvaluationData

/// The form of a file as it was decided: how its cells are separated and where its table stands.
struct FileForm {
  let cells: CellForm
  let dialect: DetectedDialect
  let shape: DetectedShape
  let headerLine: Int
  /// A line such as `sep=;` is one of them.
  let preambleRows: Int
  /// One for each column.
  let headings: [Heading]
  /// Records of the head, to compare the end of the file with.
  let head: [ShapeRecord]
  /// What tells the table from another below it.
  let edge: TableEdge
  /// Where a table above this one begins, if there is one.
  let lineOfTableAbove: Int?

  /// How many records, counted without blank lines, come before the first row of data.
  var recordsBeforeData: Int { preambleRows + shape.headerRows }
}

/// Decides the form by the first bytes of a file.
///
/// With wanted headings, the separator under which most of them are found is the one.
func decideForm(
  head: [UInt8], isWholeFile: Bool, request: LoadRequest, file: String
) throws(LoadError) -> FileForm {
  let fixed = FixedDialect(delimiter: request.delimiter, quote: request.quote)
  let detected = detectedDialect(of: head, isWholeFile: isWholeFile, fixed: fixed)
  let trial = { (dialect: DetectedDialect) in
    fileForm(dialect, head: head, isWholeFile: isWholeFile, request: request)
  }
  var best = trial(detected)
  guard !request.wantedHeadings.isEmpty else { return best }
  var most = request.headingsFound(in: best.headings)
  if request.delimiter == nil, most < request.wantedColumns {
    for delimiter in FileForm.usualDelimiters where delimiter != detected.delimiter {
      let other = trial(
        detectedDialect(
          of: head, isWholeFile: isWholeFile,
          fixed: FixedDialect(delimiter: delimiter, quote: request.quote)))
      let found = request.headingsFound(in: other.headings)
      if found > most { (best, most) = (other, found) }
    }
  }
  guard most > 0 else {
    let wanted = request.columns.filter { $0.valueOfFile == nil }
    throw .noHeaderRow(file: file, wanted: wanted.compactMap(\.headers.first))
  }
  return best
}

private func fileForm(
  _ dialect: DetectedDialect, head: [UInt8], isWholeFile: Bool, request: LoadRequest
) -> FileForm {
  var cells = CellForm(
    delimiter: dialect.delimiter ?? CellForm.noDelimiter, quote: dialect.quote ?? 0x22,
    usesBackslash: dialect.escape == .backslash)
  let sections = tableSections(head, isLast: isWholeFile, cells: cells)
  let found = sections.map { section in
    TableStart(section, dialect, cells, head: head, isWholeFile: isWholeFile, request)
  }
  // Of several tables the one with the wanted headings, else the largest.
  let start = found.dropFirst().reduce(found[0]) { $1.outranks($0) ? $1 : $0 }
  cells.keepsOuterSpaces =
    request.keepsOuterSpaces && !spacesAreLayout(in: start.records.map(\.bytes), cells)
  let others = sections.prefix { $0.place < start.section.place }.filter(\.isTable)
  return FileForm(
    cells: cells, dialect: dialect, shape: start.shape,
    headerLine: start.header?.line ?? 0,
    preambleRows: start.section.recordsAbove + start.stated + start.shape.preambleRows,
    headings: start.shape.names.map { Heading($0) }.withDistinctNames(),
    head: start.records.map(\.shape), edge: start.edge, lineOfTableAbove: others.first?.line)
}

/// The first records of one of the tables of a file, with what they are.
private struct TableStart {
  let section: TableSection
  let records: [HeadRecord]
  /// How many lines such as `sep=;` stand above the records.
  let stated: Int
  let shape: DetectedShape
  let edge: TableEdge
  private let wantedFound: Int

  init(
    _ section: TableSection, _ dialect: DetectedDialect, _ cells: CellForm, head: [UInt8],
    isWholeFile: Bool, _ request: LoadRequest
  ) {
    self.section = section
    let all = headRecords(
      head, from: section.place, line: section.line, isLast: isWholeFile, cells: cells,
      limit: min(shapeHeadRows + 40, section.records))
    stated = dialect.hasSeparatorLine && section.place == 0 && !all.isEmpty ? 1 : 0
    var records = Array(all.dropFirst(stated))
    shape = detectedShape(
      head: records.map(\.shape), tail: [], wantedHeadings: request.wantedHeadings)
    let end = shape.preambleRows + shape.headerRows
    var edge = TableEdge(records, header: shape.preambleRows..<end)
    if let other = records.indices.dropFirst(end).first(where: {
      edge.kind(of: [records[$0].shape], isBehindBlankLine: false) == .otherTable
    }) {
      records.removeSubrange(other...)
      edge = TableEdge(records, header: shape.preambleRows..<end)
    }
    self.edge = edge
    self.records = records
    wantedFound = request.headingsFound(in: shape.names.map { Heading($0) })
  }

  var header: HeadRecord? {
    shape.headerRows > 0 && shape.preambleRows < records.count ? records[shape.preambleRows] : nil
  }

  func outranks(_ other: TableStart) -> Bool {
    (wantedFound, section.cells) > (other.wantedFound, other.section.cells)
  }
}

extension FileForm {
  static let usualDelimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
}

extension LoadRequest {
  /// How many columns are to be found by their headings.
  var wantedColumns: Int { columns.count { $0.valueOfFile == nil } }

  var wantedHeadings: [String] {
    columns.filter { $0.valueOfFile == nil }.flatMap(\.headers)
  }

  /// How many of the wanted columns have one of these headings.
  func headingsFound(in headings: [Heading]) -> Int {
    let known = Set(headings.flatMap { [$0.name] + $0.alsoNames }.map(foldedHeading))
    return columns.count { column in
      column.valueOfFile == nil && column.headers.contains { known.contains(foldedHeading($0)) }
    }
  }
}
