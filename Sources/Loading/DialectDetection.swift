/// Decides from the first bytes of a file, in UTF-8, how it separates its cells.
///
/// Every delimiter that occurs is tried on the first records, with each kind of
/// quoting for which there is a sign; the reading under which records agree in
/// width and cells look like something wins. Equal readings are decided by the
/// order of the candidates, never by chance.
///
/// The head is the first bytes, up to 1 MB, cut at any place unless it is the
/// whole file. What the pipeline fixes is never overruled.
package func detectedDialect(
  of head: [UInt8], isWholeFile: Bool, fixed: FixedDialect = FixedDialect()
) -> DetectedDialect {
  let bytes = head.span
  let stated = separatorLine(bytes)
  let start = stated?.end ?? (head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  let window = examinedBytes(bytes, from: start)
  let isWhole = isWholeFile && window == bytes.count
  let examined = bytes.extracting(0..<window)
  let delimiter = fixed.delimiter ?? stated?.delimiter
  let trials = candidates(
    in: examined, from: start, delimiter: delimiter, quote: fixed.quote)
  var best: (score: Double, trial: DialectTrial)?
  for candidate in trials {
    var trial = candidate
    trial.read(examined, from: start, isWhole: isWhole, recordLimit: recordLimit)
    guard let score = score(trial, isStated: delimiter != nil) else { continue }
    // A hair's breadth is no reason to leave the usual.
    if score > (best?.score ?? -1) + 1e-9 { best = (score, trial) }
  }
  guard let trial = best?.trial, !trial.widths.isEmpty else {
    return DetectedDialect(
      delimiter: delimiter, quote: fixed.quote, escape: .none, lineEnding: .none,
      hasSeparatorLine: stated != nil, evidence: .noText)
  }
  return dialect(
    of: trial, bytes, from: start, isWholeFile: isWholeFile, fixed: fixed,
    stated: stated?.delimiter)
}

private let recordLimit = 100

/// What is left to tell once the delimiter is known, from more of the head.
private func dialect(
  of trial: DialectTrial, _ bytes: Span<UInt8>, from start: Int, isWholeFile: Bool,
  fixed: FixedDialect, stated: UInt8?
) -> DetectedDialect {
  let end = min(bytes.count, 1 << 18)
  var longer = DialectTrial(
    delimiter: trial.delimiter, quote: trial.quote, usesBackslash: trial.usesBackslash)
  longer.read(
    bytes.extracting(0..<end), from: start, isWhole: isWholeFile && end == bytes.count,
    recordLimit: .max, ratesCells: false)
  let evidence: DetectedDialect.Evidence
  let common = trial.commonWidth
  if fixed.delimiter != nil {
    evidence = fixed.evidence
  } else if stated != nil {
    evidence = .separatorLine
  } else if trial.delimiter == nil {
    evidence = .oneColumn(records: trial.widths.count)
  } else {
    evidence = .widths(
      cells: common.cells, agreeing: common.records, records: trial.widths.count)
  }
  return DetectedDialect(
    delimiter: trial.delimiter,
    quote: fixed.quote ?? (longer.quotedCells > 0 ? trial.quote : nil),
    escape: longer.backslashes > 0 ? .backslash : longer.doubledQuotes > 0 ? .doubled : .none,
    lineEnding: longer.lineEnding, hasSeparatorLine: stated != nil, evidence: evidence)
}

extension DialectTrial {
  fileprivate var lineEnding: DetectedDialect.LineEnding {
    switch (lineFeeds > 0, carriageReturns > 0, bothEndings > 0) {
    case (false, false, false): .none
    case (true, false, false): .lineFeed
    case (false, true, false): .carriageReturn
    case (false, false, true): .both
    default: .mixed
    }
  }
}

/// The score with what is usual taken in; nil when the trial is out of the question.
private func score(_ trial: DialectTrial, isStated: Bool) -> Double? {
  let common = trial.commonWidth
  if isStated { return trial.score }
  guard common.records > 0 else { return nil }
  if let quote = trial.quote, quote != 0x22 {
    // An apostrophe opens many a word: as a quotation mark it must close and recur.
    let isUsual = trial.quotedCells * 4 >= trial.widths.count
    guard trial.quotedCells > 2 * trial.misquotedCells, isUsual else { return nil }
  }
  if trial.usesBackslash, trial.backslashes == 0 { return nil }
  guard let delimiter = trial.delimiter else { return trial.score }
  if delimiter == 0x2C, trial.hasDecimalCommas { return nil }
  let prior = priorOfDelimiter(delimiter)
  // Words with a space between are a sentence until quotes or numbers say otherwise.
  let firmCells = trial.dataCells + trial.quotedCells
  if delimiter == 0x20, firmCells * 5 < trial.plainCells + trial.quotedCells { return nil }
  if prior.needsAgreement {
    let isBorneOut = trial.widths.count > 1 || trial.quotedCells > 1 || common.cells > 3
    guard isBorneOut, common.records * 10 >= trial.widths.count * 9 else { return nil }
  }
  return trial.score * prior.weight
}

/// How ready one is to believe in a delimiter, before the file is read.
///
/// Those that stand in ordinary text must be borne out by nearly every record.
private func priorOfDelimiter(_ delimiter: UInt8) -> (weight: Double, needsAgreement: Bool) {
  switch delimiter {
  case 0x2C, 0x3B, 0x09: (1, false)
  case 0x7C: (0.97, false)
  case 0x01, 0x1E, 0x1F, 0x5E, 0x7E: (0.95, true)
  case 0x20: (0.7, false)
  case 0x3A: (0.6, true)
  default: (0.5, true)
  }
}

private let candidateDelimiters: [UInt8] = [
  0x2C, 0x3B, 0x09, 0x7C,  // , ; tab |
  0x5E, 0x7E, 0x01, 0x1E, 0x1F,  // ^ ~ and the separators of ASCII
  0x20, 0x3A,  // space :
  0x2F, 0x23, 0x2A, 0x26, 0x3D, 0x40, 0x21, 0x5C, 0x25,  // / # * & = @ ! \ %
]

/// The readings worth a trial: of the delimiters those that occur often enough,
/// of the quotation marks those that stand beside a delimiter or a line end.
private func candidates(
  in bytes: Span<UInt8>, from start: Int, delimiter: UInt8?, quote: UInt8?
) -> [DialectTrial] {
  let signs = DialectSigns(bytes, from: start)
  var delimiters: [UInt8?] = [delimiter]
  if delimiter == nil {
    // One column stands behind the usual delimiters: in doubt, what separates
    // cells elsewhere does so here.
    let likely = candidateDelimiters.filter { byte in
      let count = signs.counts[Int(byte)]
      return count > 0 && (!priorOfDelimiter(byte).needsAgreement || count * 2 >= signs.lines)
    }
    let usual = likely.prefix { priorOfDelimiter($0).weight > 0.96 }
    delimiters = Array(usual) + [nil] + Array(likely.dropFirst(usual.count))
  }
  var quotes: [UInt8?] = [0x22]
  if signs.openingApostrophes > 0 { quotes.append(0x27) }
  if let quote { quotes = [quote] }
  var trials: [DialectTrial] = []
  for delimiter in delimiters {
    for quote in quotes {
      trials.append(DialectTrial(delimiter: delimiter, quote: quote))
      let isEscaped = [delimiter, quote].contains { $0.map { signs.backslashed[Int($0)] } ?? false }
      guard isEscaped, delimiter != 0x5C else { continue }
      trials.append(DialectTrial(delimiter: delimiter, quote: quote, usesBackslash: true))
    }
  }
  return trials
}

/// What a single look at the bytes tells of the readings worth a trial.
private struct DialectSigns {
  /// How often each byte occurs.
  var counts = [Int](repeating: 0, count: 256)
  /// Which bytes stand behind a backslash.
  var backslashed = [Bool](repeating: false, count: 256)
  /// Apostrophes with no letter or digit in front, as in `'yes'` and not in `don't`.
  var openingApostrophes = 0

  var lines: Int { max(1, max(counts[0x0A], counts[0x0D])) }

  init(_ bytes: Span<UInt8>, from start: Int) {
    var previous: UInt8 = 0x0A
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      counts[Int(byte)] += 1
      if previous == 0x5C { backslashed[Int(byte)] = true }
      if byte == 0x27 {
        let isLetter = (previous | 0x20) >= 0x61 && (previous | 0x20) <= 0x7A
        if !isLetter, !isDecimalDigit(previous) { openingApostrophes += 1 }
      }
      previous = byte
    }
  }
}

/// How many of the bytes are looked at: 64 KB, or three long lines, but never all of a big head.
private func examinedBytes(_ bytes: Span<UInt8>, from start: Int) -> Int {
  let usual = start + 1 << 16
  guard bytes.count > usual else { return bytes.count }
  let most = min(bytes.count, start + 1 << 18)
  var lines = 0
  for index in start..<most {
    if bytes[index] == 0x0A || bytes[index] == 0x0D { lines += 1 }
    if lines >= 3 { return max(usual, index + 1) }
  }
  return most
}

/// The delimiter that a first line `sep=;` states, and where the next line starts.
private func separatorLine(_ bytes: Span<UInt8>) -> (delimiter: UInt8, end: Int)? {
  var index = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  let isQuoted = index < bytes.count && bytes[index] == 0x22
  if isQuoted { index += 1 }
  for byte in [0x73, 0x65, 0x70] as [UInt8] {
    guard index < bytes.count, bytes[index] | 0x20 == byte else { return nil }
    index += 1
  }
  guard index + 1 < bytes.count, bytes[index] == 0x3D else { return nil }
  let delimiter = bytes[index + 1]
  guard delimiter < 0x80, delimiter != 0x0A, delimiter != 0x0D, delimiter != 0x22 else {
    return nil
  }
  index += 2
  if isQuoted {
    guard index < bytes.count, bytes[index] == 0x22 else { return nil }
    index += 1
  }
  guard index < bytes.count else { return (delimiter, index) }
  guard bytes[index] == 0x0A || bytes[index] == 0x0D else { return nil }
  let isBoth = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  return (delimiter, index + (isBoth ? 2 : 1))
}
