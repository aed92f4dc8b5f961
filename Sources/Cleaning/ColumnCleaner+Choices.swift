import EvaluationData

// Questions with several choices: whatever form a file has, the answers are the same.

extension ColumnCleaner {
  mutating func choices(_ question: MultiSelect) -> ChoiceColumn {
    var chosen = ChosenRows(question.choices, rows: source.rowCount)
    var notOffered: [(rows: Range<Int>, choices: Set<Int>)] = []
    for (_, rows) in source.addresses.files {
      let columns = ChoiceColumns(question, in: source, rows: rows)
      if columns.joined == nil {
        let absent = Set(question.choices.indices).subtracting(columns.parts.map(\.choice))
        if !absent.isEmpty { notOffered.append((rows, absent)) }
      }
      if columns.areSpread {
        readParts(columns.parts, question, rows, into: &chosen)
        if let joined = columns.joined { compare(joined, question, rows, with: chosen) }
      } else {
        readJoined(columns, question, rows, into: &chosen)
        if let other = columns.other { readOther(other, question, rows, into: &chosen) }
      }
      readOtherText(columns, question, rows, into: &chosen)
      if schema.isRequired, columns.areSpread { reportNothing(rows, chosen) }
      if question.takesBlankAsNone, !schema.isRequired {
        for row in rows where chosen.reason(row) == schema.emptyReason { chosen.record(row: row) }
      }
    }
    var column = chosen.column
    column.notOffered = notOffered
    return column
  }

  private mutating func readParts(
    _ parts: [(choice: Int, column: SourceColumn)], _ question: MultiSelect, _ rows: Range<Int>,
    into chosen: inout ChosenRows
  ) {
    for (choice, column) in parts {
      let reader = TickReader(schema, question, choice: choice)
      var row = rows.lowerBound
      heading = column.header
      defer { heading = schema.header }
      read(
        column, rows: rows, with: reader.read,
        appendAll: { codes, cells in
          chosen.add(choice, row: row, codes, standingFor: cells)
          row += codes.count
          return true
        },
        append: { cell in
          chosen.add(choice, row: row, cell)
          row += 1
        })
    }
  }

  private mutating func readJoined(
    _ columns: ChoiceColumns, _ question: MultiSelect, _ rows: Range<Int>,
    into chosen: inout ChosenRows
  ) {
    guard let column = columns.joined else { return }
    let texts = DistinctTexts(column, rows: rows)
    let reader = texts.evidence.joinedChoices(schema, question)
    var row = rows.lowerBound
    read(column, rows: rows, with: reader.read) { cell in
      switch cell {
      case .value(let words): chosen.choose(words, row: row)
      case .missing(let reason): chosen.note(reason, row: row)
      }
      row += 1
    }
    reportRepeatedAnswers(texts, reader, column)
  }

  /// Reads the column of other answers beside the one with all choices, which tells the rest.
  private func readOther(
    _ other: (choice: Int, column: SourceColumn), _ question: MultiSelect, _ rows: Range<Int>,
    into chosen: inout ChosenRows
  ) {
    let reader = TickReader(schema, question, choice: other.choice)
    for row in rows where reader.read(other.column[row]).cell.value == true {
      chosen.choose(other.choice, row: row)
    }
  }

  private func readOtherText(
    _ columns: ChoiceColumns, _ question: MultiSelect, _ rows: Range<Int>,
    into chosen: inout ChosenRows
  ) {
    guard let column = columns.otherText, let other = question.otherIndex else { return }
    for row in rows where schema.holdsWords(column[row]) { chosen.choose(other, row: row) }
  }

  private mutating func reportNothing(_ rows: Range<Int>, _ chosen: ChosenRows) {
    for row in rows where chosen.reason(row) == .skipped {
      problems.append(
        Problem(
          .missingRequired, at: source.addresses.address(of: row, column: schema.header),
          expected: "a value, for it is required"))
    }
  }

  /// Holds the column with all choices against those of the single choices.
  private mutating func compare(
    _ joined: SourceColumn, _ question: MultiSelect, _ rows: Range<Int>, with chosen: ChosenRows
  ) {
    let texts = DistinctTexts(joined, rows: rows)
    let reader = texts.evidence.joinedChoices(schema, question)
    // An answer in one's own words may stand in one of them only.
    let other = Set([question.otherIndex].compactMap(\.self))
    let choices = texts.texts.reduce(into: [:]) { $0[$1] = reader.cut($1).wholeChoices }
    for row in rows {
      let text = joined[row]
      guard let choices = choices[text],
        choices.subtracting(other) != chosen.chosen(row).subtracting(other)
      else { continue }
      problems.append(
        Problem(
          .choicesDiffer, at: source.addresses.address(of: row, column: joined.header),
          expected: "the same choices as in the columns of the single choices", value: text))
    }
  }

  /// An answer in the same words from several people may be a choice that was worded otherwise.
  private mutating func reportRepeatedAnswers(
    _ texts: DistinctTexts, _ reader: JoinedChoices, _ column: SourceColumn
  ) {
    guard reader.question.other != nil else { return }
    var answers: [String: (text: String, rows: Int, first: Int)] = [:]
    for (place, text) in texts.texts.enumerated() {
      guard let own = reader.ownWords(text) else { continue }
      let (rows, first) = (texts.counts[place], texts.firstRows[place])
      let known = answers[foldedLevel(own)]
      answers[foldedLevel(own)] = (
        known.map { $0.first < first ? $0.text : own } ?? own, rows + (known?.rows ?? 0),
        min(first, known?.first ?? first)
      )
    }
    for answer in answers.values.sorted(by: { $0.first < $1.first }) where answer.rows >= 3 {
      let nearest = reader.nearestChoice(to: answer.text).map { "; the nearest is '\($0)'" }
      problems.append(
        Problem(
          .unknownChoice, at: source.addresses.address(of: answer.first, column: column.header),
          expected: "a choice, or words that hardly two people share; these stand in "
            + "\(answer.rows) rows" + (nearest ?? ""), value: answer.text))
    }
  }

  /// What people answered in words of their own; whoever chose otherwise had nothing to say there.
  func ownWords(_ question: MultiSelect) -> TextCells {
    // What is to be said of the choices is said where they are read for their own column.
    var other = self
    let chosen = other.choices(question)
    var kept = TextColumn()
    var reasons = MissingReasons()
    reasons.reserveCapacity(source.rowCount)
    for (_, rows) in source.addresses.files {
      let columns = ChoiceColumns(question, in: source, rows: rows)
      let words = OwnWords(columns, question, schema, rows)
      for row in rows {
        let text = words?.text(row)
        let isDamaged = source.isDamaged && text?.isDamaged == true
        kept.append(isDamaged ? "" : text ?? "")
        if text != nil {
          reasons.append(isDamaged ? .unreadable : nil)
        } else {
          let isOther = question.otherIndex.map { chosen.contains($0, row: row) } ?? false
          let reason = chosen.missingReason(row) ?? (isOther ? .skipped : .notApplicable)
          reasons.append(words == nil ? .notAsked : reason)
        }
      }
    }
    return TextCells(texts: kept, reasons: reasons)
  }
}

/// Finds the answers of one file in people's own words.
private struct OwnWords {
  private let schema: ColumnSchema
  private let otherText: SourceColumn?
  /// The column of the choice that stands for other answers; some tools write the answer there.
  private let tick: (column: SourceColumn, reader: TickReader)?
  private let joined: (column: SourceColumn, texts: [String: String])?

  /// Nil when the file has none of the columns.
  init?(
    _ columns: ChoiceColumns, _ question: MultiSelect, _ schema: ColumnSchema, _ rows: Range<Int>
  ) {
    self.schema = schema
    otherText = columns.otherText
    tick = columns.other.map {
      ($0.column, TickReader(schema, question, choice: $0.choice))
    }
    joined =
      columns.areSpread
      ? nil
      : columns.joined.map { column in
        let texts = DistinctTexts(column, rows: rows)
        let reader = texts.evidence.joinedChoices(schema, question)
        return (column, texts.texts.reduce(into: [:]) { $0[$1] = reader.ownWords($1) })
      }
    if otherText == nil, tick == nil, joined == nil { return nil }
  }

  func text(_ row: Int) -> String? {
    if let text = otherText?[row], schema.holdsWords(text) { return text.trimmingWhiteSpace }
    if let tick, let text = tick.reader.ownWords(tick.column[row]) { return text }
    return joined.flatMap { $0.texts[$0.column[row]] }
  }
}

/// The texts of some rows of a column, each once, in the order of the rows.
private struct DistinctTexts {
  private(set) var texts: [String] = []
  private(set) var counts: [Int] = []
  private(set) var firstRows: [Int] = []
  private let separators: [String]

  init(_ column: SourceColumn, rows: Range<Int>) {
    separators = column.habits.first { $0.rows.overlaps(rows) }?.listSeparators ?? []
    var places: [String: Int] = [:]
    for row in rows {
      let text = column[row]
      if let place = places[text] {
        counts[place] += 1
      } else {
        places[text] = texts.count
        texts.append(text)
        counts.append(1)
        firstRows.append(row)
      }
    }
  }

  var evidence: SeparatorEvidence { SeparatorEvidence(texts, usual: separators) }
}
