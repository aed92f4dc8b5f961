/// One reading of the first records of a file under an assumed dialect.
///
/// Advice to the next person: a trial must stay linear. What could make it
/// quadratic is an opening quotation mark that never closes, met again and
/// again; hence `unclosedLimit`, after which quotation marks are letters.
struct DialectTrial {
  let delimiter: UInt8?
  let quote: UInt8?
  let usesBackslash: Bool

  /// How many cells each record has, without blank lines.
  private(set) var widths: [Int] = []
  /// For each record how well its cells look, 0 to 1; nil when all are empty.
  private(set) var looks: [Double?] = []
  private(set) var quotedCells = 0
  /// Unquoted cells that are not empty, and those of them that are numbers, dates or times.
  private(set) var plainCells = 0
  private(set) var dataCells = 0
  private(set) var wordCells = 0
  /// Cells that begin with the quotation mark and are no quoted cells.
  private(set) var misquotedCells = 0
  /// Quoted cells that hold a delimiter or a line end: those that need their quotes.
  private(set) var neededQuotes = 0
  private(set) var doubledQuotes = 0
  private(set) var backslashes = 0
  private(set) var lineFeeds = 0
  private(set) var carriageReturns = 0
  private(set) var bothEndings = 0

  private static let unclosedLimit = 16
  private var unclosed = 0
  private var index = 0
  // Of the record at hand.
  private var cells = 0
  private var credit = 0.0
  private var credited = 0
  private var isBlank = true
  private var hasStrayQuote = false

  init(delimiter: UInt8?, quote: UInt8?, usesBackslash: Bool = false) {
    self.delimiter = delimiter
    self.quote = quote
    self.usesBackslash = usesBackslash
  }

  /// Reads up to so many records from a place on; the file ends with the bytes if `isWhole`.
  mutating func read(
    _ bytes: Span<UInt8>, from start: Int, isWhole: Bool, recordLimit: Int,
    ratesCells: Bool = true
  ) {
    index = start
    while index < bytes.count, widths.count < recordLimit {
      guard readCell(bytes, isWhole: isWhole, rates: ratesCells) else { return }
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        isBlank = false
        if index < bytes.count { continue }
        cells += 1
      }
      // A record that the head cuts is left out, unless there is no other.
      if index == bytes.count, !isWhole, !widths.isEmpty { return }
      endRecord(bytes)
    }
  }

  private mutating func endRecord(_ bytes: Span<UInt8>) {
    if !isBlank {
      widths.append(cells)
      // A quotation mark out of place makes the whole record doubtful.
      let doubt = hasStrayQuote ? 0.6 : 1
      looks.append(credited > 0 ? doubt * credit / Double(credited) : nil)
    }
    (cells, credit, credited, isBlank, hasStrayQuote) = (0, 0, 0, true, false)
    guard index < bytes.count else { return }
    let isReturn = bytes[index] == 0x0D
    index += 1
    if isReturn, index < bytes.count, bytes[index] == 0x0A {
      bothEndings += 1
      index += 1
    } else if isReturn {
      carriageReturns += 1
    } else {
      lineFeeds += 1
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }

  /// Reads one cell; false when the head cuts it.
  private mutating func readCell(_ bytes: Span<UInt8>, isWhole: Bool, rates: Bool) -> Bool {
    var start = index
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    cells += 1
    if let quote, start < bytes.count, bytes[start] == quote {
      switch closing(bytes, openedAt: start, quote: quote) {
      case .closed(let end, let isStray, let isNeeded):
        index = end
        isBlank = false
        quotedCells += 1
        if isNeeded { neededQuotes += 1 }
        if isStray {
          misquotedCells += 1
          hasStrayQuote = true
        }
        rate(isStray ? 0.4 : 1)
        return true
      case .unclosed(let reachedEnd):
        if reachedEnd, !isWhole, widths.count >= 10 { return false }
        unclosed += 1
        misquotedCells += 1
      }
    }
    index = endOfPlainCell(bytes, from: start)
    if index > start { isBlank = false }
    guard rates, index > start else { return true }
    let kind = cellKind(of: bytes, in: start..<index)
    if kind == .strayQuote { hasStrayQuote = true }
    guard kind != .empty else { return true }
    plainCells += 1
    if kind.isDataLike { dataCells += 1 }
    if kind == .word { wordCells += 1 }
    rate(kind.credit)
    return true
  }

  private mutating func rate(_ value: Double) {
    credit += value
    credited += 1
  }

  private mutating func endOfPlainCell(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      if usesBackslash, byte == 0x5C, index + 1 < bytes.count, bytes[index + 1] == delimiter {
        backslashes += 1
        index += 1
      }
      index += 1
    }
    return index
  }

  private enum Closing {
    case closed(end: Int, isStray: Bool, isNeeded: Bool)
    case unclosed(reachedEnd: Bool)
  }

  /// Finds the quotation mark that closes the one at `open` and what follows its spaces.
  private mutating func closing(
    _ bytes: Span<UInt8>, openedAt open: Int, quote: UInt8
  ) -> Closing {
    guard unclosed < DialectTrial.unclosedLimit else { return .unclosed(reachedEnd: false) }
    var index = open + 1
    var isStray = false
    var isNeeded = false
    var hasNewLine = false
    var doubled = 0
    var escaped = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter { isNeeded = true }
      if byte == 0x0A || byte == 0x0D {
        isNeeded = true
        hasNewLine = true
      }
      if usesBackslash, byte == 0x5C {
        if index + 1 < bytes.count, bytes[index + 1] == quote { escaped += 1 }
        index += 2
        continue
      }
      guard byte == quote else {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == quote, !usesBackslash {
        doubled += 1
        index += 2
        continue
      }
      var after = index + 1
      while after < bytes.count, isSpace(bytes[after]) { after += 1 }
      if after == bytes.count || bytes[after] == delimiter || bytes[after] == 0x0A
        || bytes[after] == 0x0D
      {
        doubledQuotes += doubled
        backslashes += escaped
        return .closed(end: after, isStray: isStray, isNeeded: isNeeded)
      }
      // A quotation mark in mid-text on a later line opens a cell of another
      // record, more likely than not.
      if hasNewLine { return .unclosed(reachedEnd: false) }
      isStray = true
      index += 1
    }
    return .unclosed(reachedEnd: true)
  }
}

extension DialectTrial {
  /// The width most records have, and how many they are.
  var commonWidth: (cells: Int, records: Int) {
    let least = delimiter == nil ? 1 : 2
    var best = (cells: 0, records: 0)
    let sorted = widths.filter { $0 >= least }.sorted()
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start >= best.records { best = (sorted[start], end - start) }
      start = end
    }
    return best
  }

  /// Whether one heading without a comma stands over numbers that have one each.
  var hasDecimalCommas: Bool {
    let wide = widths.dropFirst()
    return widths.first == 1 && !wide.isEmpty && wide.allSatisfy { $0 == 2 }
      && dataCells >= 2 * wide.count && quotedCells == 0
  }

  /// Whether a row of headings stands alone between a title and a note.
  private var isLoneHeading: Bool {
    let common = commonWidth
    return widths.count <= 3 && common.cells >= 3 && common.records == 1
      && widths.allSatisfy { $0 == 1 || $0 == common.cells } && wordCells >= common.cells
  }

  /// How well the dialect explains the records, 0 to 1, before what is usual counts.
  ///
  /// Agreement of widths, times a factor that grows with the width, times the
  /// look of the cells.
  /// - Reference: the product of a pattern and a type score is van den Burg,
  ///   Nazábal and Sutton (2019), doi:10.1007/s10618-019-00646-y; agreement of
  ///   widths in place of pattern counts follows García (2024), doi:10.3233/DS-240062.
  var score: Double {
    let common = commonWidth
    guard common.records > 0, let first = widths.firstIndex(of: common.cells) else { return 0 }
    // Title rows say little: they count half.
    var agreement = Double(common.records) / (Double(widths.count) - Double(first) / 2)
    // Numbers, quoted cells or single words throughout bear out a table of uneven rows.
    let allCells = plainCells + quotedCells
    let isFirm = (dataCells + quotedCells) * 2 >= allCells
    let isTerse = (dataCells + quotedCells + wordCells) * 10 >= allCells * 9
    if delimiter != nil, isFirm || isTerse && delimiter != 0x20 {
      agreement = max(agreement, 0.75 * Double(widths.count { $0 > 1 }) / Double(widths.count))
    }
    if delimiter != nil, isLoneHeading { agreement = max(agreement, 0.75) }
    let width = delimiter == nil ? 0.6 : 1 - 1 / Double(2 * common.cells)
    // Titles and notes look as they like: they count half here too.
    var sum = 0.0
    var weights = 0.0
    for (cells, look) in zip(widths, looks) {
      guard let look else { continue }
      let weight = cells == common.cells ? 1 : 0.5
      sum += weight * look
      weights += weight
    }
    let look = weights > 0 ? sum / weights : 1
    return agreement * width * look
  }
}
