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
  /// The rows after the last row of data, from top to bottom.
  package let footers: [Footer]
  /// The place in `head` of a record that repeats the headings further down.
  ///
  /// Exports put end to end look so, and so does a second table.
  package let repeatedHeader: Int?

  package var footerRows: Int { footers.count }

  /// Columns without a name, counted from zero.
  package var unnamedColumns: [Int] { names.indices.filter { names[$0].isEmpty } }

  /// Columns with the name of one further to the left.
  package var duplicateColumns: [Int] {
    var seen = Set<String>()
    return names.indices.filter { !names[$0].isEmpty && !seen.insert(names[$0]).inserted }
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
    names: header.names, footers: footers,
    repeatedHeader: repetition(of: header, in: head))
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
  let rows = head.prefix(shapeHeadRows).map(ShapeRow.init)
  return shapeFooters(
    in: records, isAllData: tail == nil, columns: ColumnEvidence(rows, from: firstData),
    isCautious: isCautious)
}

/// How many records are looked at for headings.
package let shapeHeadRows = 60

private func repetition(of header: ShapeHeader, in head: [ShapeRecord]) -> Int? {
  guard header.count > 0 else { return nil }
  let last = head[header.start + header.count - 1].fields
  let filled = last.count { !$0.isEmpty }
  guard filled >= 2 else { return nil }
  return head.indices.dropFirst(header.start + header.count).first { place in
    let fields = head[place].fields
    guard fields.count * 2 >= last.count else { return false }
    let same = zip(fields, last).count { $0 == $1 && !$0.isEmpty }
    return same >= 2 && same * 5 >= filled * 4
  }
}
