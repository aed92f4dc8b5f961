import EvaluationData

/// The rows of one survey export that are no plain answer of a participant.
struct SurveyRows {
  /// Those that are left out, in ascending order; rows are counted over all files.
  private(set) var leftOut: [Int] = []
  private(set) var problems: [Problem] = []

  /// The columns that tell of such rows: the rule for each, and its place in the file.
  static func columns(_ form: FileForm) -> [(rule: RowRule, place: Int)] {
    form.survey?.preset.rows.compactMap { rule in
      let place = form.headings.firstIndex { heading in
        // A question may be called like a column of the tool.
        guard heading.role != .answer else { return false }
        return ([heading.name] + heading.alsoNames).contains {
          rule.columns.contains($0.lowercased())
        }
      }
      return place.map { (rule, $0) }
    } ?? []
  }

  /// Looks at the rows of a file, of which the first has a number over all files, by what
  /// each rule finds in its column.
  init(
    _ found: [(rule: RowRule, texts: SourceColumn.Storage)], from first: Int,
    of addresses: RowAddresses
  ) {
    var isLeftOut = Set<Int>()
    for (rule, texts) in found where rule.isLeftOut {
      for row in texts.rows(holding: rule.texts) where isLeftOut.insert(first + row).inserted {
        let address = addresses.address(of: first + row, column: nil)
        problems.append(Problem(rule.kind, at: address, expected: rule.expected))
      }
    }
    leftOut = isLeftOut.sorted()
    problems.sort { $0.address.line < $1.address.line }
    for (rule, texts) in found where !rule.isLeftOut {
      let told = texts.rows(holding: rule.texts).filter { !isLeftOut.contains(first + $0) }
      guard let row = told.first else { continue }
      let kept = addresses.count - first - leftOut.count
      problems.append(
        Problem(
          rule.kind, at: CellAddress(file: addresses.file(of: first + row)),
          expected: "\(rule.expected), found others in \(told.count) of \(kept) rows, the first "
            + "on line \(addresses.line(of: first + row))"))
    }
  }
}

extension SourceColumn.Storage {
  /// The rows with one of these texts, but for case and white space.
  fileprivate func rows(holding wanted: Set<String>) -> [Int] {
    func isWanted(_ text: String) -> Bool { wanted.contains(foldedSpaces(text).lowercased()) }
    switch self {
    case .distinct(let codes, let texts):
      let isWantedText = (0..<texts.count).map { isWanted(texts[$0]) }
      return codes.indices.filter { isWantedText[Int(codes[$0])] }
    case .each(let texts): return (0..<texts.count).filter { isWanted(texts[$0]) }
    }
  }

  /// Whether one of the rows has the very text.
  fileprivate func holds(_ text: String, in rows: Range<Int>) -> Bool {
    switch self {
    case .distinct(let codes, let texts):
      guard let code = (0..<texts.count).first(where: { texts[$0] == text }) else { return false }
      return codes[rows].contains(UInt16(code))
    case .each(let texts): return rows.contains { texts[$0] == text }
    }
  }
}

/// What the survey tools of a source's files tell beyond headings and cells.
struct SurveyFindings {
  /// Rows that are left out, in ascending order.
  private(set) var leftOut: [Int] = []
  /// By requested column.
  private var habits: [Int: [ToolHabits]] = [:]
  private var askedMarks: [(rows: Range<Int>, text: String)] = []

  /// Adds a file whose watched columns hold these texts, and says which rows it loses.
  mutating func add(
    _ reader: FileReader, _ watched: [SourceColumn.Storage], from first: Int,
    of addresses: RowAddresses
  ) -> SurveyRows {
    let rows = first..<addresses.count
    for (column, known) in reader.habits(rows: rows) { habits[column, default: []].append(known) }
    if let mark = reader.askedMark { askedMarks.append((rows, mark)) }
    let found = SurveyRows(Array(zip(reader.watched, watched)), from: first, of: addresses)
    leftOut += found.leftOut
    return found
  }

  /// What is known of each column, now that all cells are there.
  ///
  /// Where a tool marks the questions that people saw and passed over, they did not see those
  /// that are empty.
  func habits(_ columns: [SourceColumn.Storage]) -> [Int: [ToolHabits]] {
    var all = habits
    for (rows, mark) in askedMarks {
      let isMarked = habits.contains { column, known in
        known.contains { $0.rows == rows && $0.missingTexts[mark] != nil }
          && columns[column].holds(mark, in: rows)
      }
      guard isMarked else { continue }
      for (column, known) in habits {
        all[column] = known.map {
          $0.rows == rows && $0.missingTexts[mark] != nil ? $0.adding(.notAsked, for: "") : $0
        }
      }
    }
    return all
  }
}
