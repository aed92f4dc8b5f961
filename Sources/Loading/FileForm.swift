import EvaluationData

/// The form of a file as it was decided: how its cells are separated and where its table stands.
struct FileForm {
  let cells: CellForm
  let dialect: DetectedDialect
  let shape: DetectedShape
  /// The first row of headings with its bytes, to be known again further down.
  let headerRecord: [UInt8]
  let headerLine: Int
  /// A line such as `sep=;` is one of them.
  let preambleRows: Int
  /// One for each column.
  let headings: [Heading]
  /// Records of the head, to compare the end of the file with.
  let head: [ShapeRecord]

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
    fileForm(dialect, head: head, isWholeFile: isWholeFile, wanted: request.wantedHeadings)
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

private func fileForm(
  _ dialect: DetectedDialect, head: [UInt8], isWholeFile: Bool, wanted: [String]
) -> FileForm {
  let cells = CellForm(
    delimiter: dialect.delimiter ?? CellForm.noDelimiter, quote: dialect.quote ?? 0x22,
    usesBackslash: dialect.escape == .backslash)
  var records = headRecords(head, isWholeFile: isWholeFile, cells: cells)
  let stated = dialect.hasSeparatorLine && !records.isEmpty ? 1 : 0
  records.removeFirst(stated)
  let shape = detectedShape(head: records.map(\.shape), tail: [], wantedHeadings: wanted)
  let place = shape.preambleRows
  let header = shape.headerRows > 0 && place < records.count ? records[place] : nil
  return FileForm(
    cells: cells, dialect: dialect, shape: shape, headerRecord: header?.bytes ?? [],
    headerLine: header?.line ?? 0, preambleRows: place + stated,
    headings: shape.names.map { Heading($0) }.withDistinctNames(), head: records.map(\.shape))
}

extension FileForm {
  static let usualDelimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
}

private struct HeadRecord {
  let shape: ShapeRecord
  let bytes: [UInt8]
  let line: Int
}

/// The first records of a file, blank lines left out.
private func headRecords(_ head: [UInt8], isWholeFile: Bool, cells: CellForm) -> [HeadRecord] {
  var records: [HeadRecord] = []
  unsafe head.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    var scanner = unsafe RecordScanner(
      base, count: buffer.count, isLast: isWholeFile, cells: cells)
    var start = 0
    var line = 1
    var followsBlankLine = false
    while records.count < shapeHeadRows + 40, let record = scanner.record(at: start) {
      if !record.isBlank {
        let bytes = head[start..<record.contentEnd]
        let literalQuote: Int? =
          if case .unclosedQuote(let offset) = record.fault { offset } else { nil }
        records.append(
          HeadRecord(
            shape: ShapeRecord(
              fields: fields(of: bytes, cells, literalQuote: literalQuote),
              followsBlankLine: followsBlankLine),
            bytes: Array(bytes), line: line))
      }
      followsBlankLine = record.isBlank
      line += record.lines
      start = record.end
    }
  }
  return records
}
