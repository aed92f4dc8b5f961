/// What one table of a file is like, to know where another begins.
struct TableEdge {
  /// What a row that is no row of the table may be.
  enum Kind {
    /// The headings of the table once more.
    case repeatedHeadings
    /// The first row of another table: a title of its own, or its headings.
    case otherTable
  }

  /// The rows of headings, each cell in the form in which headings are compared.
  private let headings: [[String]]
  /// The first texts of the rows of headings, which a row must have to repeat them, in any case.
  private let beginnings: [[UInt8]]
  /// The bytes that they begin with.
  private var isBeginning = [Bool](repeating: false, count: 256)
  private let columns: ColumnEvidence
  /// How many cells most rows have, with empty ones at their end and without.
  private let width: Int
  private let filledWidth: Int

  init(_ records: [HeadRecord], header: Range<Int>) {
    self.init(records.prefix(shapeHeadRows).map { ShapeRow($0.shape) }, header: header)
  }

  /// Of the first rows of a table, with what stands above its headings.
  init(_ rows: [ShapeRow], header: Range<Int>) {
    let named = rows[header].filter { $0.filled >= 2 }
    headings = named.map { row in row.kinds.indices.map { foldedHeading(row.text($0)) } }
    beginnings = named.compactMap { row in
      row.fields.indices.lazy.map { row.text($0).utf8.map(lowercased) }.first { !$0.isEmpty }
    }
    for byte in 0...UInt8.max {
      isBeginning[Int(byte)] = beginnings.contains { $0.first == lowercased(byte) }
    }
    let body = rows.dropFirst(header.upperBound)
    let typical = body.isEmpty ? rows[header][...] : body
    columns = ColumnEvidence(rows, from: header.upperBound)
    width = middle(typical.map(\.kinds.count))
    filledWidth = middle(typical.map(\.filledWidth))
  }

  /// Whether a record begins as a row of headings does: nearly all begin otherwise.
  func beginsLikeHeadings(_ bytes: [UInt8], _ record: Range<Int>, _ cells: CellForm) -> Bool {
    var start = record.lowerBound
    // Files that were joined keep the mark at the start of each.
    if bytes[record].starts(with: TableEdge.byteOrderMark) { start += 3 }
    while start < record.upperBound,
      bytes[start] == cells.delimiter || bytes[start] == cells.quote || bytes[start] <= 0x20
    { start += 1 }
    guard start < record.upperBound, isBeginning[Int(bytes[start])] else { return false }
    let text = bytes[start..<record.upperBound]
    return beginnings.contains { text.lazy.map(lowercased).starts(with: $0) }
  }

  /// What the first of some records is, the others being those below it.
  func kind(of records: [ShapeRecord], isBehindBlankLine: Bool) -> Kind? {
    let rows = records.map(ShapeRow.init)
    guard let first = rows.first else { return nil }
    if let repeated = kindOfRepetition(first) { return repeated }
    guard isBehindBlankLine else { return nil }
    // One title or two, then the headings and the rows below them.
    let place = rows.prefix(2).prefix { $0.filled == 1 && !$0.hasData }.count
    let table = rows.dropFirst(place)
    guard let header = table.first, header.looksLikeHeadings else { return nil }
    let body = table.dropFirst().prefix { !$0.followsBlankLine && !$0.isBlank }
    let isTitled = place > 0
    return isOther(header, Array(body), isTitled: isTitled) ? .otherTable : nil
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func kindOfRepetition(_ row: ShapeRow) -> Kind? {
    guard row.filled >= 2 else { return nil }
    let names = row.kinds.indices.map { column in
      foldedHeading(row.text(column).filter { $0 != "\u{FEFF}" })
    }
    for heading in headings {
      let same = zip(names, heading).count { $0 == $1 && !$0.isEmpty }
      if same == row.filled, same == heading.count(where: { !$0.isEmpty }) {
        return .repeatedHeadings
      }
      let votes = columns.votes(row)
      guard same >= 2, same * 2 > row.filled, votes.data == 0, !row.hasData else { continue }
      return .otherTable
    }
    return nil
  }

  /// Whether headings and the rows below them are unlike the table above.
  private func isOther(_ header: ShapeRow, _ body: [ShapeRow], isTitled: Bool) -> Bool {
    guard body.contains(where: { $0.filled >= 2 }), columns.votes(header).data == 0 else {
      return false
    }
    let agreeing = body.count { $0.kinds.count == header.kinds.count }
    guard agreeing * 5 >= body.count * 4 else { return false }
    // Each row is written with as many separators as its table has.
    if header.kinds.count != width { return true }
    let all = [header] + body
    let own = ColumnEvidence(all, from: 1).votes(header)
    let differs = columns.votes(header).heading > 0
    if header.filledWidth == filledWidth {
      // As wide as the table above: nothing but headings is unlike what is above and below.
      return differs && own.heading > 0 && own.data == 0 && header.filled == filledWidth
    }
    guard isTitled || own.heading > own.data || differs else { return false }
    let asWide = body.count { $0.filledWidth == filledWidth }
    return asWide * 2 < body.count
  }
}

extension ShapeRow {
  /// How many cells there are up to the last that holds something.
  fileprivate var filledWidth: Int { (kinds.lastIndex { $0 != .empty } ?? -1) + 1 }

  fileprivate var hasData: Bool { kinds.contains(where: \.isDataLike) }

  /// Several short texts, none of them twice.
  fileprivate var looksLikeHeadings: Bool {
    guard filled >= 2, !hasData, fields.allSatisfy({ $0.count <= 300 }) else { return false }
    let names = kinds.indices.filter { kinds[$0] != .empty }.map { foldedHeading(text($0)) }
    return Set(names).count == names.count
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

private func middle(_ numbers: [Int]) -> Int {
  let sorted = numbers.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}
