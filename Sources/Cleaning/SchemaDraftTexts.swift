import EvaluationData

/// A different answer of a column, without white space at both ends.
struct DraftAnswer: Hashable {
  let text: String
  let rows: Int
  /// How many people gave it, as far as that matters: not counted on from a certain number.
  let people: Int

  init(text: String, rows: Int, people: Int? = nil) {
    self.text = text
    self.rows = rows
    self.people = people ?? rows
  }
}

/// The texts of a column, sorted into answers, blanks and texts for no answer.
struct DraftTexts {
  let column: SourceColumn
  /// What the heading may be read as.
  let parts: [HeadingParts]
  /// The files that have the column, with their rows.
  let files: [(file: String, rows: Range<Int>)]
  let lackingFiles: [String]
  let asked: Int
  /// The rows with an answer.
  let filled: Int
  /// As they were written, the most frequent first.
  let missing: [DraftedMissing]
  /// The rows in which a spreadsheet has left an error.
  let damaged: Int
  /// The most frequent first; nil when they are too many.
  let answers: [DraftAnswer]?
  /// The answers, or of too many an even sample.
  let sample: [DraftAnswer]
  /// A few of the answers, evenly taken, to look at with care.
  private let probe: [DraftAnswer]
  /// Whether each answer stands in one row only.
  let isUnique: Bool

  /// With a column that says whose row it is, people are told from rows.
  init(
    of column: SourceColumn, files: [(file: String, rows: Range<Int>)],
    people: PeopleOfRows? = nil, parts: [HeadingParts] = []
  ) {
    self.column = column
    self.parts = parts
    // Each file that lacks the column has a range of its own, be it empty.
    let isLacking = { (rows: Range<Int>) in column.notAsked.contains(rows) }
    self.files = files.filter { !isLacking($0.rows) }
    lackingFiles = files.filter { isLacking($0.rows) }.map(\.file)
    let ranges = self.files.map(\.rows)
    asked = ranges.reduce(0) { $0 + $1.count }
    var sorting = DraftSorting(column.habits)
    switch column.storage {
    case .distinct(let codes, let texts):
      sorting.sort(codes, texts, in: ranges, people: people)
      let answers = sorting.sortedAnswers
      self.answers = answers
      sample = answers
      isUnique = answers.allSatisfy { $0.rows == 1 }
    case .each(let texts):
      let rows = sorting.sort(texts, in: ranges)
      answers = nil
      sample = DraftSorting.sample(of: rows, texts)
      isUnique = DraftSorting.isUnique(column, rows)
    }
    let step = max(1, sample.count / DraftTexts.probeSize)
    probe = stride(from: 0, to: sample.count, by: step).map { [sample] in sample[$0] }
    filled = sorting.filled
    damaged = sorting.damaged
    missing = sorting.sortedMissing
  }

  private static let probeSize = 400

  /// The share of the rows whose answers pass a test, as a few hundred answers tell it.
  func share(where test: (String) -> Bool) -> Double {
    let rows = probe.reduce(0) { $0 + $1.rows }
    let passing = probe.reduce(0) { $0 + (test($1.text) ? $1.rows : 0) }
    return rows == 0 ? 0 : Double(passing) / Double(rows)
  }

  /// The share of the different answers that pass a test.
  func shareOfDifferent(where test: (String) -> Bool) -> Double {
    probe.isEmpty ? 0 : Double(probe.count { test($0.text) }) / Double(probe.count)
  }

  /// How many words an answer has on average.
  var meanWords: Double {
    let rows = probe.reduce(0) { $0 + $1.rows }
    let words = probe.reduce(0) { $0 + DraftForm.words($1.text) * $1.rows }
    return rows == 0 ? 0 : Double(words) / Double(rows)
  }

  /// How many different answers there are, or more than that.
  var different: Double {
    filled == 0 ? 0 : Double(answers?.count ?? (isUnique ? filled : 65_536)) / Double(filled)
  }

  /// What the texts of each file tell, as they would when the column is cleaned.
  func heard<Evidence>(
    by listener: (_ texts: TextColumn, _ range: Range<Int>?, _ rowsOfText: [Int]?) -> Evidence
  ) -> [(file: String, evidence: Evidence)] {
    files.map { ($0.file, column.heard($0.rows, by: listener)) }
  }
}

/// Sorts the texts of a column.
private struct DraftSorting {
  private(set) var filled = 0
  private(set) var damaged = 0
  private var answers: [String: (rows: Int, people: Int)] = [:]
  private var missing: [String: (reason: MissingReason, rows: Int)] = [:]

  /// Texts that a survey tool writes where there is no answer.
  private let toolMissing: [String: MissingReason]

  private static let sampleSize = 20_000
  private static let schema = ColumnSchema(
    name: Named("column"), header: "", kind: .id, isRequired: false,
    missingTexts: ColumnSchema.usualMissingTexts)

  init(_ habits: [ToolHabits]) {
    toolMissing = habits.reduce(into: [:]) { texts, habits in
      texts.merge(habits.missingTexts) { first, _ in first }
    }
  }

  mutating func sort(
    _ codes: [UInt16], _ texts: TextColumn, in ranges: [Range<Int>], people: PeopleOfRows?
  ) {
    var rows = [Int](repeating: 0, count: texts.count)
    for range in ranges { for row in range { rows[Int(codes[row])] += 1 } }
    let givers = people?.count(of: codes, texts: texts.count, in: ranges) ?? rows
    for (code, count) in rows.enumerated() where count > 0 {
      let text = texts[code].trimmingWhiteSpace
      guard add(text, rows: count) else { continue }
      answers[text, default: (0, 0)].rows += count
      answers[text, default: (0, 0)].people += givers[code]
    }
  }

  /// Returns the rows that have an answer.
  mutating func sort(_ texts: TextColumn, in ranges: [Range<Int>]) -> [Int] {
    var folder = ShortTextFolder(missingTexts: ColumnSchema.usualMissingTexts.keys)
    var rows: [Int] = []
    for range in ranges {
      for row in range {
        switch texts.withBytes(of: row, { folder.look(at: $0) }) {
        case .blank: continue
        case .ordinary where toolMissing.isEmpty:
          filled += 1
          rows.append(row)
        case .ordinary, .perhapsMissing:
          if add(texts[row].trimmingWhiteSpace, rows: 1) { rows.append(row) }
        }
      }
    }
    return rows
  }

  /// Whether the text is an answer.
  private mutating func add(_ text: String, rows: Int) -> Bool {
    if text.isEmpty { return false }
    if ExcelError(text) != nil {
      damaged += rows
      return false
    }
    let reading: Reading<String>? = DraftSorting.schema.missing(text)
    if let reason = toolMissing[text] ?? reading?.cell.missingReason {
      missing[text, default: (reason, 0)].rows += rows
      return false
    }
    filled += rows
    return true
  }

  var sortedAnswers: [DraftAnswer] {
    answers.map { DraftAnswer(text: $0.key, rows: $0.value.rows, people: $0.value.people) }
      .sorted { isBefore(($0.rows, $0.text), ($1.rows, $1.text)) }
  }

  var sortedMissing: [DraftedMissing] {
    missing.map { DraftedMissing(text: $0.key, reason: $0.value.reason, rows: $0.value.rows) }
      .sorted { isBefore(($0.rows, $0.text), ($1.rows, $1.text)) }
  }

  static func sample(of rows: [Int], _ texts: TextColumn) -> [DraftAnswer] {
    let step = max(1, rows.count / sampleSize)
    return stride(from: 0, to: rows.count, by: step).map { index in
      DraftAnswer(text: texts[rows[index]].trimmingWhiteSpace, rows: 1)
    }
  }

  static func isUnique(_ column: SourceColumn, _ rows: [Int]) -> Bool {
    var counts = [Bool](repeating: false, count: column.count)
    for row in rows { counts[row] = true }
    var keys = RowKeys(columns: [column], rows: column.count)
    var isUnique = true
    keys.forEachRepeat { row, _ in isUnique = isUnique && !counts[row] }
    return isUnique
  }
}

/// Whose rows they are.
struct PeopleOfRows {
  private let people: [UInt16]
  private let nobody: UInt16?
  /// Up to how many people are counted.
  private let most: Int

  /// Nil where there are too many people to be told apart, or each has one row.
  init?(_ column: SourceColumn, upTo most: Int) {
    guard case .distinct(let codes, let texts) = column.storage else { return nil }
    people = codes
    nobody = (0..<texts.count).first { texts[$0].trimmingWhiteSpace.isEmpty }.map { UInt16($0) }
    self.most = most
  }

  /// For each text of another column, how many people gave it; a row of nobody's counts as one.
  func count(of codes: [UInt16], texts: Int, in ranges: [Range<Int>]) -> [Int] {
    var givers = [[UInt16]](repeating: [], count: texts)
    var others = [Int](repeating: 0, count: texts)
    for range in ranges {
      for row in range {
        let code = Int(codes[row])
        if people[row] == nobody {
          others[code] += 1
        } else if givers[code].count < most, !givers[code].contains(people[row]) {
          givers[code].append(people[row])
        }
      }
    }
    return givers.indices.map { givers[$0].count + others[$0] }
  }
}

/// The more frequent first, then by their bytes.
private func isBefore(_ first: (rows: Int, text: String), _ second: (rows: Int, text: String))
  -> Bool
{
  first.rows == second.rows
    ? first.text.utf8.lexicographicallyPrecedes(second.text.utf8) : first.rows > second.rows
}
