import EvaluationData

/// A file whose encoding and form are decided.
struct OpenedFile {
  let file: InputFile
  let decoded: DecodedFile
  let form: FileForm
  let hasComma: Bool

  private static let headSize = 1 << 20

  init(_ file: InputFile, request: LoadRequest) throws(LoadError) {
    self.file = file
    var decoded = try decode(file, as: request.encoding)
    var head = try decoded.contents.head(OpenedFile.headSize)
    if holdsWrappedLines(head, isWholeFile: head.count < OpenedFile.headSize) {
      try decoded.unwrapLines(of: file)
      head = try decoded.contents.head(OpenedFile.headSize)
    }
    self.decoded = decoded
    guard head.contains(where: { $0 > 0x20 }) else { throw .empty(file: file.path) }
    hasComma = head.contains(0x2C)
    form = try decideForm(
      head: head, isWholeFile: head.count < OpenedFile.headSize, request: request,
      file: file.path)
  }
}

/// Reads the rows of one file.
struct FileReader {
  private let file: InputFile
  private let request: LoadRequest
  private let opened: OpenedFile
  private var form: FileForm { opened.form }
  /// With the headings that a pipeline names, less passes for a total or a note.
  private let isCautious: Bool
  private var footerRows = 0
  /// For each column of the file, the requested columns that it is: one as a rule.
  private let requested: [[Int]]
  /// What tells that a row is no plain answer; their columns are read behind the requested ones.
  let watched: [RowRule]
  /// The requested columns that this file does not have.
  let absentColumns: [Int]
  /// What else the headings tell; nil where all columns are read whatever their names.
  let columns: FileColumns?
  private var problems: [Problem] = []

  init(_ opened: OpenedFile, request: LoadRequest) throws(LoadError) {
    file = opened.file
    self.opened = opened
    // No survey tool writes totals or notes.
    isCautious = !request.wantedHeadings.isEmpty || opened.form.survey != nil
    let columns = try FileColumns(request, in: opened.form, of: opened.file.path)
    self.columns = columns
    var requested = columns.requested
    absentColumns = columns.absent
    let watched = SurveyRows.columns(opened.form)
    for (index, (_, place)) in watched.enumerated() {
      requested[place].append(request.columns.count + index)
    }
    self.requested = requested
    self.watched = watched.map(\.rule)
    self.request = request.watching(watched.count)
    problems =
      opened.decoded.problems + opened.form.surveyProblems(of: file.path) + columns.problems
  }

  /// Reads the columns of the file in their order, whatever their names.
  init(allOf opened: OpenedFile, request: LoadRequest) {
    file = opened.file
    self.request = request
    self.opened = opened
    isCautious = opened.form.survey != nil
    requested = request.columns.indices.map { [$0] }
    watched = []
    absentColumns = []
    columns = nil
    problems = opened.decoded.problems
  }

  /// What is known of the tool for each requested column that the file has.
  func habits(rows: Range<Int>) -> [(column: Int, habits: ToolHabits)] {
    guard let preset = form.survey?.preset else { return [] }
    // Behind the columns that somebody asked for stand the watched ones.
    let asked = 0..<(request.columns.count - watched.count)
    return requested.indices.flatMap { place in
      requested[place].filter(asked.contains).compactMap { column in
        preset.habits(
          of: form.headings[place].role, holdsSeveral: request.columns[column].part != nil,
          in: form, rows: rows
        ).map { (column, $0) }
      }
    }
  }

  var askedMark: String? { form.survey?.preset.askedMark }

  /// In order of line, for the order of finding depends on where blocks end.
  var problemsByLine: [Problem] {
    problems.enumerated().sorted {
      ($0.element.address.line, $0.offset) < ($1.element.address.line, $1.offset)
    }.map(\.element)
  }

  func summary(rows: Int) -> LoadedFile {
    let dialect = form.dialect
    return LoadedFile(
      path: file.path, byteCount: file.byteCount, encoding: opened.decoded.encoding,
      isDamaged: opened.decoded.isDamaged,
      delimiter: DetectedDialect.name(of: dialect.delimiter),
      form: LoadedFile.Form(
        quote: dialect.quote.map { $0 == 0x27 ? "single" : "double" } ?? "none",
        escape: dialect.escape.rawValue, lineEnding: dialect.lineEnding.rawValue,
        preambleRows: form.preambleRows, headerRows: form.shape.headerRows,
        footerRows: footerRows, columns: requested.count, tool: form.survey?.preset.tool.rawValue),
      headerLine: form.headerLine, rows: rows)
  }

  /// Reads all rows, several blocks at a time; they come in the order of the file.
  mutating func readRows(
    into builders: inout [ColumnBuilder], _ addresses: inout RowAddresses, width: Int
  ) async throws(LoadError) {
    let blocks = RecordBlocks(
      opened.decoded.contents, form: form, isCautious: isCautious, path: file.path)
    let reader = BlockReader(
      blocks, of: file,
      by: BlockParser(
        request: request, cells: form.cells, requested: requested, mender: form.mender),
      into: LoadedRows(builders: builders, addresses: addresses))
    // The reader alone holds them now, and need not copy them.
    builders = []
    addresses = RowAddresses()
    let (rows, done) = try await reader.readAll(width: width)
    builders = rows.builders
    addresses = rows.addresses
    // What was wrong with the quotation marks of a row that was put right is told by that.
    let mendedLines = Set(rows.mended.map(\.line))
    problems += done.problems.filter { problem in
      let isOfQuotes = problem.kind == .strayQuote || problem.kind == .unclosedQuote
      return !(isOfQuotes && mendedLines.contains(problem.address.line))
    }
    problems += rows.mended.map(problem) + rows.irregular.map(problem)
    footerRows = done.footerRows
  }

  private func problem(ofMendedRowOn line: Int, mending: RowMending) -> Problem {
    Problem(
      .mendedRow, at: CellAddress(file: file.path, line: line),
      expected: "\(requested.count) cells; \(mending.wording)")
  }

  private func problem(ofRowOn line: Int, cells: Int) -> Problem {
    Problem(
      cells < requested.count ? .shortRow : .longRow,
      at: CellAddress(file: file.path, line: line),
      expected: "\(requested.count) cells, found \(cells)")
  }
}
