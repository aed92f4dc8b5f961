/// One record of a file, as far as the search for headings and footers needs it.
package struct ShapeRecord: Sendable {
  /// The cells without their quotes, in UTF-8.
  package let fields: [[UInt8]]
  /// Whether a blank line stands directly above.
  package let followsBlankLine: Bool

  package init(fields: [[UInt8]], followsBlankLine: Bool = false) {
    self.fields = fields
    self.followsBlankLine = followsBlankLine
  }
}

/// Where the table stands in a file; rows are records, and blank lines are none.
package struct DetectedShape: Sendable, Hashable {
  /// Title rows above the headings, rows of blank cells among them.
  package let preambleRows: Int
  /// Zero when the file has no headings.
  package let headerRows: Int
  package let layout: Layout
  /// The name of each column; empty where there is none, and without entries when no row names any.
  package let names: [String]
  /// Names by which the columns may be asked for as well; as many as names, or none.
  package var otherNames: [String] = []
  /// The records, counted from 0, that were taken for headings and may be answers.
  package var doubtfulHeaders: Range<Int> = 0..<0
  /// The rows after the last row of data, from top to bottom.
  package let footers: [Footer]
  package var footerRows: Int { footers.count }

  /// A heading for each column.
  var headings: [Heading] {
    names.indices.map { index in
      Heading(names[index], alsoNames: index < otherNames.count ? [otherNames[index]] : [])
    }
  }

  /// How the headings are arranged.
  package enum Layout: String, Sendable, Hashable {
    case headerless
    case oneRow = "one row"
    /// Several rows name a column together.
    case stacked
    /// The first row names the columns; the rows below hold question texts and import ids.
    case qualtrics
  }

  /// Why a row at the end is no data.
  package enum Footer: String, Sendable, Hashable {
    case blank
    case note
    case total
  }
}

/// Finds the title rows, the headings and the footers of a table.
///
/// With wanted headings the rows that hold most of them are the headings, and
/// only what can hardly be an answer passes for a footer. Without, the headings
/// are the first rows that differ in kind from what stands below them.
///
/// The head is the first records of the file, of which `shapeHeadRows` are looked
/// at for headings; the tail is its last records, and nil when the head holds the
/// whole file.
package func detectedShape(
  head: [ShapeRecord], tail: [ShapeRecord]?, wantedHeadings: [String]
) -> DetectedShape {
  let rows = head.prefix(shapeHeadRows).map(ShapeRow.init)
  let header =
    shapeHeader(of: rows, holding: wantedHeadings) ?? shapeHeaderByKinds(of: rows)
  let footers = detectedFooters(
    head: head, tail: tail, firstData: header.start + header.count,
    isCautious: !wantedHeadings.isEmpty)
  return DetectedShape(
    preambleRows: header.start, headerRows: header.count, layout: header.layout,
    names: header.names, otherNames: header.otherNames, doubtfulHeaders: header.doubtful,
    footers: footers)
}

/// The totals and notes below the data, from top to bottom.
///
/// The data begin at a place of the head. The tail is as in `detectedShape`; with
/// none of its records there are no footers.
func detectedFooters(
  head: [ShapeRecord], tail: [ShapeRecord]?, firstData: Int, isCautious: Bool
) -> [DetectedShape.Footer] {
  let records = tail ?? Array(head.dropFirst(firstData))
  if records.isEmpty { return [] }
  if tail == nil, records.count == 1, firstData > 0, isNoRow(records[0], below: head[firstData - 1])
  {
    return [.note]
  }
  let rows = head.prefix(shapeHeadRows).map(ShapeRow.init)
  return shapeFooters(
    in: records, isAllData: tail == nil, columns: ColumnEvidence(rows, from: firstData),
    isCautious: isCautious)
}

/// Which of the last rows of data, from the end, may be totals or notes all the same.
///
/// `footers` of the records are known to be no data. The others are as in `detectedFooters`.
func doubtfulRows(
  head: [ShapeRecord], tail: [ShapeRecord]?, firstData: Int, footers: Int
) -> [Int] {
  let bold = detectedFooters(head: head, tail: tail, firstData: firstData, isCautious: false)
  let further = max(0, bold.count - footers)
  let records = tail ?? Array(head.dropFirst(firstData))
  let rows = head.prefix(shapeHeadRows).map(ShapeRow.init)
  let doubtful = doubtfulRows(
    in: records, footers: footers, columns: ColumnEvidence(rows, from: firstData))
  return Set(doubtful).union(further > 0 ? 1...further : 0...0).subtracting([0]).sorted()
}

/// How many records are looked at for headings.
package let shapeHeadRows = 60
