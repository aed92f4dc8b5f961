package import EvaluationData

/// What may be asked of one cell.
///
/// A missing cell fails `present` alone, and passes `absent` alone; see
/// `CellOutcome.init(presence:reason:)`.
package enum CellTest: Sendable, Hashable {
  case present
  case absent
  case numbers(NumberRange)
  case dates(DateRange)
  /// The level is one of these.
  case levels([Named])
  /// One or more of these choices are chosen.
  case includes([Named])
  /// None of these choices is chosen.
  case excludes([Named])
  /// A text of a certain form; white space at both ends does not count.
  case form(TextForm)
}

/// What a test says of one cell.
enum CellOutcome {
  case passes
  case fails
  /// There is nothing to test.
  case isNotChecked

  init(_ passes: Bool) { self = passes ? .passes : .fails }

  /// Whether a cell is filled in.
  ///
  /// A cell left blank or not applicable is empty. "Prefer not to say" and
  /// "don't know" are answers without a value. Of a cell that could not be read
  /// a problem was told, and where nobody was asked nobody failed to answer.
  init(presence isWanted: Bool, reason: MissingReason?) {
    switch reason {
    case nil: self.init(isWanted)
    case .skipped, .notApplicable: self.init(!isWanted)
    case .preferNotToSay, .dontKnow: self = isWanted ? .passes : .isNotChecked
    case .unreadable, .notAsked: self = .isNotChecked
    }
  }
}

typealias RowTest = (_ row: Int) -> CellOutcome

extension Clause {
  /// The test of the rows of a table that the clause fits.
  func test(of table: Table, asOf: CalendarDate) -> RowTest {
    guard let cells = table.column(column.name)?.cells else { return { _ in .isNotChecked } }
    switch (test, cells) {
    case (.present, _): return presenceTest(true, cells)
    case (.absent, _): return presenceTest(false, cells)
    case (.numbers(let range), .number(let numbers)):
      return { row in
        guard case .value(let number) = numbers[row] else { return .isNotChecked }
        return CellOutcome(range.contains(number))
      }
    case (.dates(let range), .date(let dates)):
      let first = range.earliest?.day(asOf: asOf).daysSince1970 ?? .min
      let last = range.latest?.day(asOf: asOf).daysSince1970 ?? .max
      return { row in
        guard case .value(let date) = dates[row] else { return .isNotChecked }
        return CellOutcome(date.daysSince1970 >= first && date.daysSince1970 <= last)
      }
    case (.levels(let levels), .category(let column)): return levelTest(levels, column)
    case (.includes(let choices), .choices(let column)):
      return choiceTest(choices, column, isWanted: true)
    case (.excludes(let choices), .choices(let column)):
      return choiceTest(choices, column, isWanted: false)
    case (.form(let form), .text(let cells)): return formTest(form, cells)
    default: preconditionFailure("a rule is applied to tables that it fits")
    }
  }

  private func presenceTest(_ isWanted: Bool, _ cells: Cells) -> RowTest {
    guard case .category(let column) = cells else {
      return { CellOutcome(presence: isWanted, reason: cells.missingReason($0)) }
    }
    let (codes, levels) = (column.codes, column.levels.count)
    return { row in
      codes[row] < levels
        ? CellOutcome(isWanted)
        : CellOutcome(presence: isWanted, reason: column[row].missingReason)
    }
  }

  private func levelTest(_ levels: [Named], _ column: CategoryColumn) -> RowTest {
    let names = Set(levels.map(\.name))
    let passes = column.levels.map { names.contains($0.name) }
    let codes = column.codes
    return { row in
      let code = Int(codes[row])
      return code < passes.count ? CellOutcome(passes[code]) : .isNotChecked
    }
  }

  private func choiceTest(
    _ choices: [Named], _ column: ChoiceColumn, isWanted: Bool
  ) -> RowTest {
    let wordCount = column.wordsPerRow
    var mask = [UInt64](repeating: 0, count: wordCount)
    for choice in choices.compactMap({ column.index(of: $0.name) }) {
      mask[choice / 64] |= 1 << UInt64(choice % 64)
    }
    let words = column.words
    return { row in
      if column.isMissing(row) { return .isNotChecked }
      let isChosen = (0..<wordCount).contains { words[row * wordCount + $0] & mask[$0] != 0 }
      return CellOutcome(isChosen == isWanted)
    }
  }

  private func formTest(_ form: TextForm, _ cells: TextCells) -> RowTest {
    let texts = TrimmedTexts(cells.texts)
    let matchers = form.alternatives.map { FormMatcher($0) }
    return { row in
      if cells.reasons.isMissing(row) { return .isNotChecked }
      return texts.withBytes(of: row) { bytes in
        CellOutcome(matchers.contains { $0.matches(bytes) })
      }
    }
  }
}

extension CellTest {
  /// The kind of problem that a cell is which fails alone.
  var problemKind: ProblemKind {
    switch self {
    case .present: .missingRequired
    case .absent: .conditionNotMet
    case .numbers, .dates: .implausibleValue
    case .levels, .includes, .excludes: .unexpectedLevel
    case .form: .unexpectedForm
    }
  }

  /// What should stand in a cell.
  func expectation(asOf: CalendarDate?) -> String {
    switch self {
    case .present: "a value"
    case .absent: "an empty cell"
    case .numbers(let range): "a number \(range.words)"
    case .dates(let range): "a day \(range.words(asOf: asOf))"
    case .levels(let levels): "one of \(list(levels, ", "))"
    case .includes(let choices): "a choice of \(list(choices, " or "))"
    case .excludes(let choices): "no choice of \(list(choices, " or "))"
    case .form(let form): "a text of the form \(form.words)"
    }
  }

  // The labels come from the pipeline, so that they may be shown.
  fileprivate func list(_ levels: [Named], _ separator: String) -> String {
    levels.prefix(8).map(\.label).joined(separator: separator) + (levels.count > 8 ? ", …" : "")
  }
}

extension Clause {
  /// The clause in words, such as "'Attended' is No".
  func words(asOf: CalendarDate?) -> String {
    let words =
      switch test {
      case .present: "is filled in"
      case .absent: "is empty"
      case .levels(let levels): "is \(test.list(levels, " or "))"
      case .includes(let choices): "includes \(test.list(choices, " or "))"
      case .excludes(let choices): "includes none of \(test.list(choices, ", "))"
      case .numbers, .dates, .form: "is \(test.expectation(asOf: asOf))"
      }
    return "'\(column.header)' \(words)"
  }
}
