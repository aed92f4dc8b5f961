/// A record with what its cells look like.
struct ShapeRow {
  let fields: [[UInt8]]
  let kinds: [CellKind]
  /// How many cells hold something.
  let filled: Int
  let followsBlankLine: Bool

  init(_ record: ShapeRecord) {
    fields = record.fields
    kinds = fields.map { field in
      // No long text is a number; its first bytes tell enough.
      cellKind(of: field.span, in: 0..<min(field.count, 200))
    }
    filled = kinds.count { $0 != .empty }
    followsBlankLine = record.followsBlankLine
  }

  func kind(_ column: Int) -> CellKind { column < kinds.count ? kinds[column] : .empty }

  func text(_ column: Int) -> String {
    column < fields.count ? withoutOuterSpace(String(decoding: fields[column], as: UTF8.self)) : ""
  }

  var isBlank: Bool { filled == 0 }

  /// Whether it is a line drawn with signs, as below headings.
  var isRule: Bool {
    var isDrawn = false
    for field in fields {
      guard field.allSatisfy(CellForm.isRuleSign) else { return false }
      if field.count(where: { $0 == 0x2D || $0 == 0x3D }) >= 3 { isDrawn = true }
    }
    return isDrawn
  }

  /// The only cell that holds something.
  var onlyColumn: Int? { filled == 1 ? kinds.firstIndex { $0 != .empty } : nil }

  /// Whether an empty cell stands between two that are not, or in front of them.
  var hasInnerGap: Bool {
    guard let last = kinds.lastIndex(where: { $0 != .empty }) else { return false }
    return kinds[..<last].contains(.empty)
  }
}

func withoutOuterSpace(_ text: String) -> String {
  guard let start = text.firstIndex(where: { !$0.isWhitespace }),
    let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}

/// What the rows of data have in common, column by column.
struct ColumnEvidence {
  /// How a cell compares with the column below it.
  enum Vote { case data, heading }

  /// Columns of numbers, dates or times.
  private let isData: [Bool]
  /// Those of them that hold numbers.
  private let isNumber: [Bool]
  /// For columns of codes such as `MG-8769` the shape that they share.
  private let shapes: [[UInt8]?]
  /// How many columns can vote.
  let voters: Int
  let rows: Int
  /// How many cells a row of data has filled, as a rule.
  let usualFilled: Int

  /// Looks at the rows from a place on, of which the first may still be headings.
  init(_ rows: [ShapeRow], from start: Int) {
    let body = rows.dropFirst(start).filter { !$0.isBlank && !$0.isRule }
    let width = body.map(\.kinds.count).max() ?? 0
    var isData = [Bool](repeating: false, count: width)
    var isNumber = isData
    var shapes = [[UInt8]?](repeating: nil, count: width)
    for column in 0..<width {
      var counted = 0
      var data = 0
      var numbers = 0
      for row in body {
        let kind = row.kind(column)
        guard kind != .empty, kind != .missing else { continue }
        counted += 1
        if kind.isDataLike { data += 1 }
        if kind == .number { numbers += 1 }
      }
      isData[column] = data > 0 && data * 10 >= counted * 7
      isNumber[column] = isData[column] && numbers * 10 >= counted * 7
      if data == 0, counted >= 3 { shapes[column] = commonShape(body, column, of: counted) }
    }
    self.isData = isData
    self.isNumber = isNumber
    self.shapes = shapes
    self.rows = body.count
    voters = (0..<width).count { isData[$0] || shapes[$0] != nil }
    let filled = body.map(\.filled).sorted()
    usualFilled = filled.isEmpty ? 0 : filled[filled.count / 2]
  }

  /// Whether the cells of a column can be told from others.
  func canVote(_ column: Int) -> Bool {
    column < isData.count && (isData[column] || shapes[column] != nil)
  }

  func vote(_ row: ShapeRow, _ column: Int) -> Vote? {
    let kind = row.kind(column)
    guard column < isData.count, kind != .empty, kind != .missing else { return nil }
    // A whole date stands over counts, never among them.
    if isNumber[column], kind == .moment, row.fields[column].count >= 8 { return .heading }
    if isData[column] { return kind.isDataLike ? .data : .heading }
    guard let shape = shapes[column] else { return nil }
    return shapeOf(row.fields[column]) == shape ? .data : .heading
  }

  func votes(_ row: ShapeRow) -> (data: Int, heading: Int) {
    var votes = (data: 0, heading: 0)
    for column in row.kinds.indices {
      switch vote(row, column) {
      case .data: votes.data += 1
      case .heading: votes.heading += 1
      case nil: break
      }
    }
    return votes
  }
}

/// The shape that nearly all cells of a column share, if it has a digit in it.
private func commonShape(_ rows: [ShapeRow], _ column: Int, of counted: Int) -> [UInt8]? {
  var candidate: [UInt8]?
  var agreeing = 0
  for row in rows where row.kind(column) != .empty && row.kind(column) != .missing {
    let shape = shapeOf(row.fields[column])
    if candidate == nil { candidate = shape }
    if shape == candidate { agreeing += 1 }
  }
  guard let candidate, candidate.contains(0x39), agreeing * 10 >= counted * 9 else { return nil }
  return candidate
}

/// The cell with every run of letters as `a` and of digits as `9`.
private func shapeOf(_ field: [UInt8]) -> [UInt8] {
  var shape: [UInt8] = []
  for byte in field.prefix(60) {
    let sign: UInt8
    switch byte {
    case 0x30...0x39: sign = 0x39
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: sign = 0x61
    default: sign = byte
    }
    if shape.last != sign || sign != 0x39 && sign != 0x61 { shape.append(sign) }
  }
  return shape
}
