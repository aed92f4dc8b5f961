package import EvaluationData

/// A question of which several choices may be made, and how its choices are written.
///
/// A file holds them joined in one cell, or in a column for each choice; files of one source
/// may differ.
package struct MultiSelect: Sendable, Hashable {
  /// The name of its column in the schema.
  package let name: String
  /// In the order of the schema; that of answers in one's own words among them.
  package let choices: [Named]
  /// Further texts, each with the name of its choice.
  package let also: [String: String]
  /// What stands between joined choices; told by the cells of each file when nil.
  package let separator: String?
  /// The name of the choice that stands for an answer in one's own words.
  package let other: String?
  /// Whether nothing recorded means none of the choices, rather than no answer.
  package let takesBlankAsNone: Bool

  package init(
    name: String, choices: [Named], also: [String: String] = [:], separator: String? = nil,
    other: String? = nil, takesBlankAsNone: Bool = false
  ) {
    self.takesBlankAsNone = takesBlankAsNone
    self.name = name
    self.choices = choices
    self.also = also
    self.separator = separator
    self.other = other
  }

  /// The source column of one choice.
  package static func column(_ question: String, choice: String) -> String {
    "\(question)/\(choice)"
  }

  /// The source column with the answers in people's own words.
  package static func otherTextColumn(_ question: String) -> String { "\(question)/own words" }

  var otherIndex: Int? { other.flatMap { name in choices.firstIndex { $0.name == name } } }

  /// The texts of a choice: its label, its name and those that were added.
  package func texts(of choice: Int) -> [String] {
    let named = choices[choice]
    let label = named.label == named.name ? [] : [named.label]
    return label + [named.name] + also.filter { $0.value == named.name }.keys.sorted()
  }
}

/// Where the choices of a question stand in one file.
struct ChoiceColumns {
  /// The columns of single choices, with the places of their choices.
  let parts: [(choice: Int, column: SourceColumn)]
  /// That of the choice for other answers: a tick, or the answer itself.
  let other: (choice: Int, column: SourceColumn)?
  let joined: SourceColumn?
  let otherText: SourceColumn?

  init(_ question: MultiSelect, in source: SourceTable, rows: Range<Int>) {
    func asked(_ name: String) -> SourceColumn? {
      source.column(name).flatMap { $0.isAsked(in: rows) ? $0 : nil }
    }
    let single = question.choices.indices.compactMap { choice in
      asked(MultiSelect.column(question.name, choice: question.choices[choice].name))
        .map { (choice: choice, column: $0) }
    }
    parts = single
    other = single.first { $0.choice == question.otherIndex }
    joined = asked(question.name)
    otherText = asked(MultiSelect.otherTextColumn(question.name))
  }

  /// Whether the choices are read from their own columns.
  ///
  /// Beside the column with all choices, that of other answers alone is no such form.
  var areSpread: Bool { joined == nil ? !parts.isEmpty : parts.count > (other == nil ? 0 : 1) }
}

extension SourceColumn {
  /// Whether some of the rows are of files that have the column.
  fileprivate func isAsked(in rows: Range<Int>) -> Bool {
    let notAskedRows = notAsked.reduce(0) { $0 + $1.clamped(to: rows).count }
    return notAskedRows < rows.count
  }
}

/// The choices of each row while its columns are read.
struct ChosenRows {
  private var words: [UInt64]
  private let wordsPerRow: Int
  /// For each row the code of the reason why nothing was recorded; 0 where something was.
  private var reasons: [UInt8]
  private let choices: [Named]

  init(_ choices: [Named], rows: Int) {
    self.choices = choices
    wordsPerRow = ChoiceColumn.wordsPerRow(choices.count)
    words = [UInt64](repeating: 0, count: rows * wordsPerRow)
    reasons = [UInt8](repeating: MissingReason.notAsked.code, count: rows)
  }

  mutating func choose(_ choice: Int, row: Int) {
    words[row * wordsPerRow + choice / 64] |= 1 << UInt64(choice % 64)
    reasons[row] = 0
  }

  mutating func choose(_ chosen: [UInt64], row: Int) {
    for (word, bits) in chosen.enumerated() { words[row * wordsPerRow + word] |= bits }
    reasons[row] = 0
  }

  /// Says that a choice was not made.
  mutating func record(row: Int) { reasons[row] = 0 }

  /// Says that one of the columns has nothing; what another has counts for more.
  mutating func note(_ reason: MissingReason, row: Int) {
    reasons[row] = ChosenRows.reason(after: reasons[row], reason)
  }

  /// Adds what the column of one choice has in a row.
  mutating func add(_ choice: Int, row: Int, _ cell: Cell<Bool>) {
    switch cell {
    case .value(true): choose(choice, row: row)
    case .value(false): record(row: row)
    case .missing(let reason): note(reason, row: row)
    }
  }

  /// Adds what the column of one choice has in the rows from `row`.
  ///
  /// An export may have dozens of such columns and millions of rows: what a cell does is looked
  /// up, not worked out.
  mutating func add(
    _ choice: Int, row: Int, _ codes: ArraySlice<UInt16>, standingFor cells: [Cell<Bool>]
  ) {
    let bits = cells.map { $0.value == true ? UInt64(1) << UInt64(choice % 64) : 0 }
    let reasonCodes = MissingReason.allCases.count + 1
    let after = cells.flatMap { cell in
      (0..<reasonCodes).map { before in
        cell.missingReason.map { ChosenRows.reason(after: UInt8(before), $0) } ?? 0
      }
    }
    var row = row
    var word = row * wordsPerRow + choice / 64
    for code in codes {
      let code = Int(code)
      words[word] |= bits[code]
      reasons[row] = after[code * reasonCodes + Int(reasons[row])]
      row += 1
      word += wordsPerRow
    }
  }

  private static func reason(after known: UInt8, _ reason: MissingReason) -> UInt8 {
    guard known != 0, known != reason.code, reason != .notAsked else { return known }
    return known == MissingReason.notAsked.code ? reason.code : MissingReason.skipped.code
  }

  func reason(_ row: Int) -> MissingReason? { MissingReason(code: reasons[row]) }

  func chosen(_ row: Int) -> Set<Int> {
    Set(choices.indices.filter { words[row * wordsPerRow + $0 / 64] >> UInt64($0 % 64) & 1 == 1 })
  }

  var column: ChoiceColumn {
    ChoiceColumn(choices: choices, words: words, reasons: MissingReasons(codes: reasons))
  }
}
