package import EvaluationData

// Columns whose texts are read in the light of all of them. The texts of each
// file are heard apart: one site may write the month first, another the day.

extension ColumnCleaner {
  mutating func numbers(
    isWhole: Bool, minimum: Double?, maximum: Double?, decimal: DecimalMark?
  ) -> NumberColumn {
    var cells = NumberColumn()
    for (_, rows) in source.addresses.files {
      let evidence = texts.heard(rows) { NumberEvidence(of: $0, in: $1, rows: $2) }
      let reader = NumberReader(
        schema, isWhole: isWhole, minimum: minimum, maximum: maximum,
        rule: evidence.rule(stated: decimal))
      read(texts, rows: rows, quick: reader.quick, with: reader.read) { cells.append($0) }
    }
    return cells
  }

  mutating func dates(_ order: DateOrder?) -> DateColumn {
    var cells = DateColumn()
    for (file, rows) in source.addresses.files {
      let evidence = texts.heard(rows) { DateOrderEvidence(of: $0, in: $1, rows: $2) }
      if evidence.verdict == .mixed { reportMix(evidence, in: file) }
      let rule = evidence.rule(
        stated: order, usual: texts.dateOrder(of: rows), periodEnd: periodEnd)
      let reader = DateReader(schema, rule: rule)
      read(texts, rows: rows, quick: reader.quick, with: reader.read) { cells.append($0) }
    }
    return cells
  }

  private mutating func reportMix(_ evidence: DateOrderEvidence, in file: String) {
    problems.append(
      Problem(
        .mixedDates, at: CellAddress(file: file, column: schema.header),
        expected: "dates in one order; \(evidence.dayFirstOnly) can only be day first, "
          + "\(evidence.monthFirstOnly) only month first, and \(evidence.either) either"))
  }

  mutating func booleans(_ recodes: [String: Bool]) -> CategoryColumn {
    var cells = CategoryColumn(levels: ColumnSchema.yesAndNo)
    for (_, rows) in source.addresses.files {
      let evidence = texts.heard(rows) { BooleanEvidence(of: $0, in: $1, rows: $2) }
      let reader = BooleanReader(
        schema, recodes: recodes, crossMeansYes: evidence.crossMeansYes)
      read(texts, rows: rows, with: reader.readLevel) { cells.append($0) }
    }
    return cells
  }
}

extension ColumnSchema {
  /// The levels of a boolean column.
  package static let yesAndNo = [Named("yes", label: "Yes"), Named("no", label: "No")]
}

extension SourceColumn {
  /// What the texts of some rows tell, each distinct text heard once.
  func heard<Evidence>(
    _ rows: Range<Int>,
    by listener: (_ texts: TextColumn, _ range: Range<Int>?, _ rowsOfText: [Int]?) -> Evidence
  ) -> Evidence {
    switch storage {
    case .each(let texts): return listener(texts, rows, nil)
    case .distinct(let codes, let texts):
      var counts = [Int](repeating: 0, count: texts.count)
      for row in rows { counts[Int(codes[row])] += 1 }
      return listener(texts, nil, counts)
    }
  }

  /// Every text of the column, those that stand in many rows once.
  var distinctTexts: TextColumn {
    switch storage {
    case .each(let texts): texts
    case .distinct(_, let texts): texts
    }
  }
}
