import EvaluationData

/// The form of a file as it was decided: how its cells are separated and where its table stands.
struct FileForm {
  let cells: CellForm
  let dialect: DetectedDialect
  let shape: DetectedShape
  let headerLine: Int
  /// The lines that were taken for headings and may be answers.
  let doubtfulHeaderLines: [Int]
  /// What was put right to read the headings.
  let headerMending: RowMending?
  /// A line such as `sep=;` is one of them.
  let preambleRows: Int
  /// One for each column.
  let headings: [Heading]
  /// Records of the head, to compare the end of the file with.
  let head: [ShapeRecord]
  /// What tells the table from another below it.
  let edge: TableEdge
  /// What puts rows right that have too few or too many cells.
  let mender: RowMender?
  /// Where a table above this one begins, if there is one.
  let lineOfTableAbove: Int?
  /// The survey tool that the file comes from.
  let survey: SurveyForm?

  /// How many records, counted without blank lines, come before the first row of data.
  var recordsBeforeData: Int { preambleRows + shape.headerRows }
}

/// Decides the form by the first bytes of a file.
///
/// With wanted headings, the separator under which most of them are found is the one. A
/// separator under which the file has the headings of a survey tool goes before one that only
/// splits the records alike.
func decideForm(
  head: [UInt8], isWholeFile: Bool, request: LoadRequest, file: String
) throws(LoadError) -> FileForm {
  let trial = FormTrial(head: head, isWholeFile: isWholeFile, request: request)
  var best = trial.form(delimiter: request.delimiter)
  if request.delimiter == nil, best.survey == nil, let survey = trial.surveyForm() {
    best = survey
  }
  guard !request.wantedHeadings.isEmpty else { return best }
  var most = request.headingsFound(in: best.headings)
  if request.delimiter == nil, most < request.wantedColumns {
    for delimiter in FileForm.usualDelimiters where delimiter != best.dialect.delimiter {
      let other = trial.form(delimiter: delimiter)
      let found = request.headingsFound(in: other.headings)
      if found > most { (best, most) = (other, found) }
    }
  }
  guard most > 0 else { throw noHeaderRow(best, request, file: file) }
  return best
}

/// That no wanted heading is there; where all seem to be changed, which those are.
private func noHeaderRow(_ form: FileForm, _ request: LoadRequest, file: String) -> LoadError {
  do throws(LoadError) {
    _ = try FileColumns(request, in: form, of: file)
  } catch {
    if error.each.contains(where: \.hasProposal) { return error }
  }
  return .noHeaderRow(file: file, wanted: request.units.map(\.wording))
}

/// The first bytes of a file, read under one separator or another.
private struct FormTrial {
  let head: [UInt8]
  let isWholeFile: Bool
  let request: LoadRequest

  /// The form under a separator; with none, under the one that is found by looking.
  func form(
    delimiter: UInt8?, evidence: DetectedDialect.Evidence = .stated
  ) -> FileForm {
    let dialect = detectedDialect(
      of: head, isWholeFile: isWholeFile,
      fixed: FixedDialect(delimiter: delimiter, quote: request.quote, evidence: evidence))
    var cells = CellForm(
      delimiter: dialect.delimiter ?? CellForm.noDelimiter, quote: dialect.quote ?? 0x22,
      usesBackslash: dialect.escape == .backslash)
    let sections = tableSections(head, isLast: isWholeFile, cells: cells)
    let found = sections.map { section in
      TableStart(section, dialect, cells, head: head, isWholeFile: isWholeFile, request)
    }
    // Of several tables the one with the wanted headings, else the largest.
    let start = found.dropFirst().reduce(found[0]) { $1.outranks($0) ? $1 : $0 }
    let hasSpacedCells = spacesAreLayout(in: start.records.map(\.bytes), cells)
    cells.keepsOuterSpaces = request.keepsOuterSpaces && !hasSpacedCells
    cells.width = start.headings.isEmpty ? nil : start.headings.count
    let firstData = start.shape.preambleRows + start.shape.headerRows
    let others = sections.prefix { $0.place < start.section.place }.filter(\.isTable)
    return FileForm(
      cells: cells, dialect: dialect, shape: start.shape,
      headerLine: start.header?.line ?? 0,
      doubtfulHeaderLines: start.records[start.shape.doubtfulHeaders].map(\.line),
      headerMending: start.header?.mending,
      preambleRows: start.section.recordsAbove + start.stated + start.shape.preambleRows,
      headings: start.headings, head: start.records.map(\.shape), edge: start.edge,
      mender: RowMender(
        start.records.dropFirst(firstData).map { ShapeRow($0.shape) },
        width: start.headings.count, cells, isSpaceTelling: !hasSpacedCells),
      lineOfTableAbove: others.first?.line, survey: start.survey)
  }

  /// The form under the first usual separator with which the file shows the signs of a tool.
  func surveyForm() -> FileForm? {
    for delimiter in FileForm.usualDelimiters {
      let records = headRecords(
        head, isLast: isWholeFile,
        cells: CellForm(delimiter: delimiter, quote: request.quote ?? 0x22), limit: 40)
      guard let survey = recognisedSurvey(of: records.map(\.shape), stated: request.preset)
      else { continue }
      return form(delimiter: delimiter, evidence: .surveyTool(survey.preset.tool))
    }
    return nil
  }
}

/// The first records of one of the tables of a file, with what they are.
private struct TableStart {
  let section: TableSection
  let records: [HeadRecord]
  /// How many lines such as `sep=;` stand above the records.
  let stated: Int
  let shape: DetectedShape
  let headings: [Heading]
  let survey: SurveyForm?
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
    var records = Array(all.dropFirst(stated)).withMendedQuotes(cells)
    let table = TableHead(records.map(\.shape), request)
    shape = table.shape
    headings = table.headings
    survey = table.survey
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
    wantedFound = request.headingsFound(in: headings)
  }

  var header: HeadRecord? {
    shape.headerRows > 0 && shape.preambleRows < records.count ? records[shape.preambleRows] : nil
  }

  func outranks(_ other: TableStart) -> Bool {
    (wantedFound, survey == nil ? 0 : 1, section.cells)
      > (other.wantedFound, other.survey == nil ? 0 : 1, other.section.cells)
  }
}

/// Where the headings of a table stand and what they say.
private struct TableHead {
  let shape: DetectedShape
  let headings: [Heading]
  let survey: SurveyForm?

  init(_ records: [ShapeRecord], _ request: LoadRequest) {
    let general = detectedShape(head: records, tail: [], wantedHeadings: request.wantedHeadings)
    let plain = general.headings.withDistinctNames()
    guard let survey = surveyForm(of: records, stated: request.preset) else {
      (shape, headings, self.survey) = (general, plain, nil)
      return
    }
    let shape = survey.shape(records, otherwise: general)
    let headings = SurveyHeadings(records, form: survey, shape: shape).headings
    // The headings that the pipeline asks for tell more than any sign.
    let isDoubtful =
      request.preset == .notStated
      && request.headingsFound(in: plain) > request.headingsFound(in: headings)
    self.shape = isDoubtful ? general : shape
    self.headings = isDoubtful ? plain : headings
    self.survey = isDoubtful ? nil : survey
  }
}

extension FileForm {
  static let usualDelimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
}
