/// One of the tables of a file, with the titles above it.
struct TableSection {
  /// Where it begins in the head of the file.
  let place: Int
  let line: Int
  /// How many records stand above it.
  let recordsAbove: Int
  fileprivate(set) var records = 0
  /// How many cells its records have, roughly: separators inside quotes are counted too.
  fileprivate(set) var cells = 0
  /// How many cells its widest record among the first has filled.
  fileprivate(set) var filled = 0

  /// Whether it is more than titles, or names with a value each.
  var isTable: Bool { records >= 2 && filled >= 3 }
}

/// The tables in the head of a file, one below the other: a single one as a rule.
///
/// Another begins behind a blank line, with headings that do not go with the columns above.
func tableSections(_ head: [UInt8], isLast: Bool, cells: CellForm) -> [TableSection] {
  var sections = [TableSection(place: 0, line: 1, recordsAbove: 0)]
  unsafe head.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return }
    var scanner = unsafe RecordScanner(base, count: buffer.count, isLast: isLast, cells: cells)
    var (start, line, records, looks) = (0, 1, 0, 0)
    var first: [ShapeRow] = []
    var followsBlankLine = false
    while let record = scanner.record(at: start) {
      let content = head[start..<record.contentEnd]
      if record.isBlank || cells.isBlank(content) {
        followsBlankLine = true
      } else {
        if followsBlankLine, records > 0, looks < TableSection.mostLooks {
          looks += 1
          if beginsTable(head, start, isLast: isLast, cells, below: first) {
            sections.append(TableSection(place: start, line: line, recordsAbove: records))
            first = []
          }
        }
        let section = sections.count - 1
        if first.count < shapeHeadRows {
          let row = ShapeRow(
            ShapeRecord(
              fields: fields(of: content, cells, literalQuote: record.literalQuote),
              followsBlankLine: followsBlankLine))
          first.append(row)
          sections[section].filled = max(sections[section].filled, row.filled)
        }
        sections[section].cells += 1 + content.count { $0 == cells.delimiter }
        followsBlankLine = false
      }
      if !record.isBlank {
        records += 1
        sections[sections.count - 1].records += 1
      }
      line += record.lines
      start = record.end
    }
  }
  return sections
}

extension TableSection {
  /// Where blank lines stand between all rows, they part nothing.
  static let mostLooks = 50
  /// How many records are looked at where another table may begin.
  static let recordsLookedAt = 12
}

private func beginsTable(
  _ head: [UInt8], _ start: Int, isLast: Bool, _ cells: CellForm, below rows: [ShapeRow]
) -> Bool {
  let header = shapeHeaderByKinds(of: rows)
  let edge = TableEdge(rows, header: header.start..<(header.start + header.count))
  let next = headRecords(
    head, from: start, isLast: isLast, cells: cells, limit: TableSection.recordsLookedAt)
  return edge.kind(of: next.map(\.shape), isBehindBlankLine: true) == .otherTable
}
