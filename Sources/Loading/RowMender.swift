/// What was wrong with a row whose cells were put right.
enum RowMending: Sendable, Hashable {
  case quotationMark
  case missingSeparator
  case emptyCell
  case unquotedSeparator
  case otherSeparator(UInt8)
  case wrappedRow

  /// What was done, for a message.
  var wording: String {
    switch self {
    case .quotationMark: "a quotation mark that opens no cell was taken for a letter"
    case .missingSeparator: "two cells without a separator between them were parted"
    case .emptyCell: "an empty cell too many was left out"
    case .unquotedSeparator: "a separator inside a text was taken for a part of it"
    case .wrappedRow: "the quotation marks round the whole row were taken off"
    case .otherSeparator(let byte):
      "its cells are parted by another sign (\(DetectedDialect.name(of: byte)))"
    }
  }
}

/// Puts the cells of a row right that has too few or too many, where only one way of doing so
/// goes with the columns.
///
/// A reading goes with the columns if each of its cells that should look like those of its
/// column does so, and if more cells can be told so than in the row as it stands.
struct RowMender: Sendable {
  struct MendedRow: Sendable {
    let fields: [[UInt8]]
    let mending: RowMending
  }

  private let cells: CellForm
  private let width: Int
  private let columns: ColumnEvidence
  /// The shapes of the first cells of each column, digit by digit.
  private let shapes: [Set<[UInt8]>]
  /// Whether a space behind a separator is a sign that it is part of a text.
  private let isSpaceTelling: Bool

  private static let otherSeparators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C, 0x20]
  // The ways to read a row grow with the square of its cells.
  private static let mostColumns = 400
  static let mostBytes = 1 << 16

  /// Nil where there are too few rows to learn from, or too many columns.
  init?(_ rows: [ShapeRow], width: Int, _ cells: CellForm, isSpaceTelling: Bool) {
    let regular = rows.filter { $0.kinds.count == width }
    guard (2...RowMender.mostColumns).contains(width), regular.count >= 3 else { return nil }
    self.cells = cells
    self.width = width
    self.isSpaceTelling = isSpaceTelling
    columns = ColumnEvidence(regular, from: 0)
    shapes = (0..<width).map { column in
      Set(regular.map { exactShape(of: $0.fields[column][...]) })
    }
  }

  /// The row as it is meant; nil where that cannot be told.
  func mended(_ record: ArraySlice<UInt8>, fault: ScannedRecord.Fault?) -> MendedRow? {
    guard record.count <= RowMender.mostBytes else { return nil }
    var literalQuote: Int?
    if case .unclosedQuote(let offset) = fault { literalQuote = offset }
    let parts = RecordParts(record, cells, literalQuote: literalQuote)
    guard parts.count != width else { return nil }
    if parts.count == 1, parts.isQuoted[0], fault != .strayQuote {
      // The row stands in quotation marks as a whole.
      let inner = fields(of: parts.texts[0][...], cells)
      guard width >= 3, inner.count == width, votes(inner).heading == 0 else { return nil }
      return MendedRow(fields: inner, mending: .wrappedRow)
    }
    let plain = votes(Array((parts.texts + Array(repeating: [], count: width)).prefix(width)))
    let isMisquoted = fault == .strayQuote || literalQuote != nil
    var candidates = QuoteReadings(of: record, cells, width: width).readings.map {
      Candidate(fields: $0.fields, mending: $0.mending, cost: $0.cost, isGood: isMisquoted)
    }
    if let right = best(of: candidates, over: plain) { return right }
    candidates = []
    if parts.count > width {
      candidates += withoutOneEmpty(parts) + joined(parts, .unquotedSeparator, by: cells.delimiter)
    } else {
      // Where nothing stands in a wrong column, the last cells are missing.
      if parts.count == width - 1, plain.heading > 0 { candidates += split(parts) }
      candidates += separatedOtherwise(record)
    }
    return best(of: candidates, over: plain)
  }

  private struct Candidate {
    let fields: [[UInt8]]
    let mending: RowMending
    var cost = 0
    /// Whether it need not go with the columns better than the row as it stands.
    var isGood = false
  }

  /// How the cells go with their columns; a quotation mark makes no number a text.
  private func votes(_ fields: [[UInt8]]) -> (data: Int, heading: Int) {
    let texts = fields.map { $0.first == cells.quote ? Array($0.dropFirst()) : $0 }
    return columns.votes(ShapeRow(ShapeRecord(fields: texts)))
  }

  /// The one candidate that goes with the columns better than all others, and than the row as
  /// it stands.
  private func best(
    of candidates: [Candidate], over plain: (data: Int, heading: Int)
  ) -> MendedRow? {
    var best: [Candidate] = []
    var most = 0
    for candidate in candidates {
      let votes = votes(candidate.fields)
      let isBetter =
        votes.data > plain.data || plain.heading > 0 && votes.data > 0
        || candidate.isGood && votes.data == plain.data
      guard votes.heading == 0, isBetter, votes.data >= most else { continue }
      if votes.data > most { best = [] }
      most = votes.data
      best.append(candidate)
    }
    let least = best.map(\.cost).min()
    best.removeAll { $0.cost != least }
    guard let first = best.first, best.allSatisfy({ $0.fields == first.fields }) else {
      return nil
    }
    return MendedRow(fields: first.fields, mending: first.mending)
  }

  /// A cell too many that is empty.
  private func withoutOneEmpty(_ parts: RecordParts) -> [Candidate] {
    guard parts.count == width + 1 else { return [] }
    return parts.texts.indices.filter { parts.texts[$0].isEmpty }.map { index in
      var fields = parts.texts
      fields.remove(at: index)
      return Candidate(fields: fields, mending: .emptyCell)
    }
  }

  /// Neighbouring cells without quotes as one text.
  private func joined(
    _ parts: RecordParts, _ mending: RowMending, by separator: UInt8
  ) -> [Candidate] {
    let surplus = parts.count - width
    return (0..<width).compactMap { start in
      let end = start + surplus
      guard !parts.isQuoted[start...end].contains(true),
        // Two spaces have an empty cell between them.
        !parts.texts[start].isEmpty, !parts.texts[end].isEmpty,
        separator == 0x20 || parts.texts[start...end].allSatisfy({ !$0.isEmpty })
      else { return nil }
      let text = cells.trimmed(parts.bytes(from: start, through: end))
      let fields = parts.texts[..<start] + [Array(text)] + parts.texts[(end + 1)...]
      // The commas of a text have a space behind them, unless all have.
      let isSpaced = isSpaceTelling && (start + 1...end).allSatisfy(parts.followsSpace)
      return Candidate(
        fields: Array(fields), mending: mending, cost: isSpaced ? 0 : 1, isGood: isSpaced)
    }
  }

  /// One cell as two, each of a shape that its column has had; a text may have any.
  private func split(_ parts: RecordParts) -> [Candidate] {
    var candidates: [Candidate] = []
    for (index, text) in parts.texts.enumerated() where !parts.isQuoted[index] {
      for place in text.indices.dropFirst().prefix(40) {
        let isSeam =
          isDecimalDigit(text[place - 1]) && isLetter(text[place])
          || isLetter(text[place - 1]) && isDecimalDigit(text[place])
        let isLeft = shapes[index].contains(exactShape(of: text[..<place]))
        let isRight = shapes[index + 1].contains(exactShape(of: text[place...]))
        guard isLeft || isSeam && !columns.canVote(index),
          isRight || isSeam && !columns.canVote(index + 1), isLeft || isRight
        else { continue }
        let fields =
          parts.texts[..<index] + [Array(text[..<place]), Array(text[place...])]
          + parts.texts[(index + 1)...]
        candidates.append(Candidate(fields: Array(fields), mending: .missingSeparator))
      }
    }
    return candidates
  }

  /// The row read with another separator.
  private func separatedOtherwise(_ record: ArraySlice<UInt8>) -> [Candidate] {
    RowMender.otherSeparators.flatMap { separator -> [Candidate] in
      guard separator != cells.delimiter, record.contains(separator) else { return [] }
      var form = CellForm(delimiter: separator, quote: cells.quote)
      form.usesBackslash = cells.usesBackslash
      let parts = RecordParts(record, form, literalQuote: nil)
      let mending = RowMending.otherSeparator(separator)
      if parts.count == width { return [Candidate(fields: parts.texts, mending: mending)] }
      return parts.count > width ? joined(parts, mending, by: separator) : []
    }
  }
}

/// The cells of one record, and where they stand in it.
private struct RecordParts {
  private let record: ArraySlice<UInt8>
  private let cells: CellForm
  /// Where each cell starts, and behind the last the end of the record and one more.
  private var starts: [Int] = []
  let texts: [[UInt8]]
  private(set) var isQuoted: [Bool] = []

  init(_ record: ArraySlice<UInt8>, _ cells: CellForm, literalQuote: Int?) {
    self.record = record
    self.cells = cells
    texts = fields(of: record, cells, literalQuote: literalQuote)
    var start = record.startIndex
    for _ in texts.indices {
      starts.append(start)
      let first = record[start...].firstIndex { !cells.isSpace($0) } ?? record.endIndex
      let isLiteral = literalQuote.map { $0 + record.startIndex == first } ?? false
      isQuoted.append(!isLiteral && first < record.endIndex && record[first] == cells.quote)
      start = endOfField(of: record, from: start, cells, isQuoted: isQuoted.last ?? false) + 1
    }
    starts.append(start)
  }

  var count: Int { texts.count }

  /// The bytes of some cells with the separators between them.
  func bytes(from first: Int, through last: Int) -> ArraySlice<UInt8> {
    record[starts[first]..<min(starts[last + 1] - 1, record.endIndex)]
  }

  /// Whether a cell begins with a space.
  func followsSpace(_ cell: Int) -> Bool {
    starts[cell] < record.endIndex && cells.isSpace(record[starts[cell]])
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
}

/// A cell with each digit as `9` and each letter as `a`.
private func exactShape(of field: ArraySlice<UInt8>) -> [UInt8] {
  field.prefix(60).map { byte in
    switch byte {
    case 0x30...0x39: 0x39
    case _ where isLetter(byte): 0x61
    default: byte
    }
  }
}

extension RowMender {
  /// A block with those of the given rows put right that can be; nil when there is none.
  ///
  /// The rows are in ascending order.
  func mended(
    _ block: RecordBlock, rows: [Int]
  ) -> (block: RecordBlock, rows: [(row: Int, mending: RowMending)])? {
    guard let last = rows.last else { return nil }
    var changes: [RecordBlock.Exception] = []
    var mended: [(row: Int, mending: RowMending)] = []
    var next = rows[...]
    block.forEachRow(cells, through: last) { row, content, record in
      guard row == next.first else { return }
      next.removeFirst()
      guard let right = self.mended(block.bytes[content], fault: record.fault) else { return }
      mended.append((row, right.mending))
      changes.append(
        RecordBlock.Exception(
          treatment: .mended(right.fields), start: content.lowerBound, content: content,
          end: record.end))
    }
    if mended.isEmpty { return nil }
    var block = block
    let ends = Set(changes.map(\.end))
    block.exceptions.removeAll { ends.contains($0.end) }
    block.exceptions = (block.exceptions + changes).sorted { $0.start < $1.start }
    return (block, mended)
  }
}

extension RecordBlock {
  /// The rows up to a last one, each with its number and the place of its bytes.
  fileprivate func forEachRow(
    _ cells: CellForm, through last: Int, _ body: (Int, Range<Int>, ScannedRecord) -> Void
  ) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = unsafe RecordScanner(base, count: buffer.count, isLast: isLast, cells: cells)
      var (row, place) = (0, start)
      var exceptions = exceptions[...]
      while place < end, row <= last, let record = scanner.record(at: place) {
        let exception = exceptions.first.flatMap { $0.start == place ? $0 : nil }
        if exception != nil { exceptions.removeFirst() }
        let content = exception?.content ?? place..<record.contentEnd
        place = exception?.end ?? record.end
        if case .leftOut = exception?.treatment { continue }
        if record.isBlank { continue }
        body(row, content, record)
        row += 1
      }
    }
  }
}
